//! Parts of lists that names are made of.
//!
//! A room's name is typed by those who only hear it, so it is made of words of three to nine letters, and of Russian ones
//! that come out the same whoever writes them in Latin letters. The lexicon has Russian words as they are typed (BGN/PCGN
//! without its marks) and as passports have them, for it must know both. Whoever knows that a name was made so looks
//! for it among fewer words than the list has.

use std::ops::RangeInclusive;

use super::lexicon::Found;
use super::lists::{List, Lists};
use super::name::Name;

/// Number of letters of a word in a name. Chosen because longer ones are hard to read out, and shorter ones are taken for
/// others.
const LETTERS: RangeInclusive<usize> = 3..=9;

/// How й, ы, ю, я, х, ц and щ are written in Latin letters, which others write in another way.
const WRITTEN_OTHERWISE: [&str; 11] = ["y", "kh", "ts", "shch", "ia", "iu", "ai", "ei", "ii", "oi", "ui"];

/// The parts that are much smaller than their lists, with the number of words that names are made of and the fewest words
/// of a name, as Hushroom's tests have them.
const PARTS: [(List, f32, u16); 2] = [(List::DicewareGerman, 5451.0, 4), (List::Bip39Russian, 1205.0, 5)];

/// Whether a `word` of `list`, in plain letters, is one that names may be made of.
#[must_use]
pub fn suits_names(list: List, word: &str) -> bool {
    let is_written_in_one_way = || !WRITTEN_OTHERWISE.iter().any(|letters| word.contains(letters));
    LETTERS.contains(&word.len()) && (list != List::Bip39Russian || is_written_in_one_way())
}

/// What `name` costs at most, in bits: if all of it is words of one part, with separators between them, then as much as that
/// many drawn from it.
///
/// It may cost less. Those are ordinary words of their languages, and whoever says something uses them as well: that they
/// stand on the list is no sign that they were drawn from it.
pub(crate) fn at_most(name: &Name, found: &Found) -> Option<f32> {
    let mut on_all = PARTS.map(|_| true);
    let (mut at, mut words) = (0, 0_u16);
    while at < name.len() {
        let end = name.run_end(at);
        if !name.is_separator(at) {
            words = words.saturating_add(1);
            let whole = found.at(at).iter().find(|word| word.0 == end);
            let lists = whole.map_or(Lists::NONE, |(_, word)| word.lists());
            on_all.iter_mut().zip(PARTS).for_each(|(all, (list, ..))| *all &= lists.has(list));
            if on_all == PARTS.map(|_| false) {
                return None;
            }
            let letters = (at..end).filter_map(|at| name.letter(at)).map(|letter| char::from(b'a' + letter));
            let word: String = letters.collect();
            on_all.iter_mut().zip(PARTS).for_each(|(all, (list, ..))| *all &= suits_names(list, &word));
        }
        at = end;
    }
    let fitting = PARTS.iter().zip(on_all).filter(|((.., fewest), on)| *on && words >= *fewest);
    let fitting = fitting.map(|((_, count, _), _)| count.log2());
    fitting.min_by(f32::total_cmp).map(|bits| bits * f32::from(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn most(name: &str) -> Option<f32> {
        let name = Name::new(name.to_owned());
        at_most(&name, &Found::new(&name, Lexicon::get()))
    }

    #[test]
    fn a_name_of_one_parts_words_costs_at_most_what_it_takes_to_draw_them() {
        let [german, russian] = PARTS.map(|(_, count, _)| count.log2());
        assert_eq!(most("heillos-tieflader-graben-liebt"), Some(4.0 * german));
        assert_eq!(most("apelsin zhurnal dozhd vokzal forum"), Some(5.0 * russian));
        let german = "heillos-tieflader-graben";
        for other in ["apelsin", "abenteurer", "7", "grabenliebt"] {
            assert_eq!(most(&format!("{german}-{other}")), None, "{other}");
        }
        for other in [german, "apelsin-zhurnal-dozhd-vokzal", "apelsin-zhurnal-dozhd-vokzal-forum-moy"] {
            assert_eq!(most(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_said_in_words_of_a_part_costs_less() {
        for name in ["jugend-abend-freitag", "probe-montag-abend", "team-treffen-montag-mittag"] {
            let bits = crate::assess(name).bits.get();
            assert!(bits < 28.0, "{name}: {bits}");
        }
    }

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
