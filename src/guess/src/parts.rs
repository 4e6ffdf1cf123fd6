//! Parts of lists that names are made of.
//!
//! A room's name is typed by those who only hear it, so it is made of words of three to nine letters, and of Russian ones
//! that come out the same whoever writes them in Latin letters. The lexicon has Russian words as they are typed (BGN/PCGN
//! without its marks) and as passports have them, for it must know both. Whoever knows that a name was made so looks
//! for it among fewer words than the list has.

use std::ops::RangeInclusive;

use super::lists::List;

/// Number of letters of a word in a name. Chosen because longer ones are hard to read out, and shorter ones are taken for
/// others.
const LETTERS: RangeInclusive<usize> = 3..=9;

/// How й, ы, ю, я, х, ц and щ are written in Latin letters, which others write in another way.
const WRITTEN_OTHERWISE: [&str; 11] = ["y", "kh", "ts", "shch", "ia", "iu", "ai", "ei", "ii", "oi", "ui"];

/// The parts that are much smaller than their lists, with the number of words that names are made of and the fewest words
/// of a name, as Hushroom's tests have them.
pub(crate) const PARTS: [(List, f32, u16); 2] =
    [(List::DicewareGerman, 5451.0, 4), (List::Bip39Russian, 1205.0, 5)];

/// Whether a `word` of `list`, in plain letters, is one that names may be made of.
#[must_use]
pub fn suits_names(list: List, word: &str) -> bool {
    let is_written_in_one_way = || !WRITTEN_OTHERWISE.iter().any(|letters| word.contains(letters));
    LETTERS.contains(&word.len()) && (list != List::Bip39Russian || is_written_in_one_way())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_russian_word_suits_names_if_nobody_writes_it_otherwise() {
        for (word, suits) in [
            ("apelsin", true),
            ("zhurnal", true),
            ("moy", false),
            ("moi", false),
            ("kholod", false),
            ("iabloko", false),
            ("da", false),
            ("dostizhenie", false),
        ] {
            assert_eq!(suits_names(List::Bip39Russian, word), suits, "{word}");
        }
        assert!(suits_names(List::DicewareGerman, "mai") && !suits_names(List::DicewareGerman, "abenteurer"));
    }
}
