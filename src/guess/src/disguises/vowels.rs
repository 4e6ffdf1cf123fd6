//! Words without their vowels: mtng, stndp.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::each_chunk;
use super::hashes::is_tried;
use crate::lexicon::Lexicon;
use crate::piece::cheapest;

/// Fewer consonants are those of too many words.
const FEWEST: usize = 4;

const fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// For the consonants of common words, the commonest word that has them.
fn words() -> &'static HashMap<Box<str>, Box<str>> {
    static WORDS: OnceLock<HashMap<Box<str>, Box<str>>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut best: HashMap<Box<str>, (f32, Box<str>)> = HashMap::new();
        Lexicon::get().each(|letters, word| {
            let consonants: String = letters.chars().filter(|c| !is_vowel(*c as u8)).collect();
            if consonants.len() < FEWEST || consonants.len() == letters.len() || !is_tried(word) {
                return;
            }
            let bits = cheapest(word).bits;
            let known = best.get(consonants.as_str()).map_or(f32::INFINITY, |known| known.0);
            if bits < known {
                best.insert(consonants.into(), (bits, letters.into()));
            }
        });
        best.into_iter().map(|(consonants, (_, word))| (consonants, word)).collect()
    })
}

/// The words without whose vowels the text was written.
pub(super) fn left_out(text: &str) -> Option<String> {
    each_chunk(text, |chunk| {
        let only_consonants = chunk.bytes().all(|b| b.is_ascii_lowercase() && !is_vowel(b));
        (chunk.len() >= FEWEST && only_consonants).then(|| words().get(chunk).map(ToString::to_string))?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_get_their_vowels_back() {
        assert_eq!(left_out("wkly-stndp").as_deref(), Some("weekly-standup"));
        assert_eq!(left_out("standup"), None);
        assert_eq!(left_out("xqzwk"), None);
    }
}
