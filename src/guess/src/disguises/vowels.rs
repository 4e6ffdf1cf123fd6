//! Words without their vowels: mtng, stndp.

use super::chunks::each_chunk;
use super::hashes::is_tried;
use crate::lexicon::Lexicon;
use crate::price::cheapest;

/// Minimum number of consonants of a word without its vowels, because fewer are those of too many words.
const FEWEST: usize = 4;

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// The commonest of the common words that have these consonants, and vowels. Few letters begin such a word, so that a small
/// part of the lexicon is read for it.
fn with_vowels(consonants: &str) -> Option<String> {
    // How many of the consonants were written once this letter is.
    let follow = |written: usize, letter: u8| {
        let letter = b'a' + letter;
        if is_vowel(letter) {
            return Some(written);
        }
        (consonants.as_bytes().get(written) == Some(&letter)).then_some(written + 1)
    };
    let (mut best, mut least) = (None, f32::INFINITY);
    Lexicon::get().each_that(0, follow, |letters, written, word| {
        if written < consonants.len() || letters.len() == consonants.len() || !is_tried(word) {
            return;
        }
        let bits = cheapest(word).bits;
        if bits < least {
            (best, least) = (Some(letters.to_owned()), bits);
        }
    });
    best
}

/// The words without whose vowels the text was written.
pub(super) fn left_out(text: &str) -> Option<String> {
    each_chunk(text, |chunk| {
        let only_consonants = chunk.bytes().all(|b| b.is_ascii_lowercase() && !is_vowel(b));
        (chunk.len() >= FEWEST && only_consonants).then(|| with_vowels(chunk))?
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn words_get_their_vowels_back() {
        assert_eq!(left_out("wkly-stndp").as_deref(), Some("weekly-standup"));
        assert_eq!(left_out("standup"), None);
        assert_eq!(left_out("xqzwk"), None);
    }

    /// What is found in a part of the lexicon is what is found in all of it.
    #[test]
    fn no_word_is_overlooked() {
        let consonants = |letters: &str| letters.replace(|c: char| is_vowel(c as u8), "");
        let mut best: BTreeMap<String, (f32, String)> = BTreeMap::new();
        Lexicon::get().each(|letters, word| {
            let consonants = consonants(letters);
            if consonants.len() >= FEWEST && consonants.len() < letters.len() && is_tried(word) {
                let bits = cheapest(word).bits;
                let known = best.entry(consonants).or_insert((f32::INFINITY, String::new()));
                if bits < known.0 {
                    *known = (bits, letters.to_owned());
                }
            }
        });
        assert!(best.len() > 5_000);
        for (consonants, (_, word)) in best.iter().step_by(10) {
            assert_eq!(with_vowels(consonants).as_ref(), Some(word));
        }
    }
}
