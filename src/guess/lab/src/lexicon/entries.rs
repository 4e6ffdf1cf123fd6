//! The words of the lexicon while they are collected.

use std::collections::BTreeMap;

use guessable::List;
use guessable::shared::{LANGUAGES, RANK_CLASSES};
use guessable::shared::{Speller, Symbol};

/// Words longer than this are left out: the model does not look for longer ones.
const LONGEST: usize = 24;

/// What is known of a word.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// The language that it is commonest in, or 0.
    pub(super) language: u8,
    /// Its rank there, or 0.
    pub(super) rank: u32,
    /// The lists that it is on.
    pub(super) lists: u64,
}

impl Entry {
    /// Which of the [`RANK_CLASSES`] the word is in, counted from 1; 0 for none.
    pub(super) fn class(&self) -> u8 {
        match self.rank {
            0 => 0,
            rank => (RANK_CLASSES.iter().take_while(|&&end| end < rank).count() + 1) as u8,
        }
    }
}

/// All words, by their spelling in plain letters.
pub(super) struct Entries {
    pub(super) words: BTreeMap<String, Entry>,
    /// How many words each list has at its source.
    pub(super) list_sizes: [u32; List::COUNT],
}

impl Default for Entries {
    fn default() -> Self {
        Self { words: BTreeMap::new(), list_sizes: [0; List::COUNT] }
    }
}

impl Entries {
    /// Enters a word of a language with its rank, the commonest word having 1.
    pub(super) fn rank(&mut self, key: &str, language: u8, rank: u32) {
        let entry = self.words.entry(key.to_owned()).or_default();
        if entry.rank == 0 || rank < entry.rank {
            (entry.rank, entry.language) = (rank, language);
        }
    }

    /// Puts every word of `words` on `list`, and counts them.
    pub(super) fn list<'a>(&mut self, list: List, words: impl IntoIterator<Item = &'a str>) {
        let mut seen = std::collections::BTreeSet::new();
        for word in words {
            if !seen.insert(word.to_lowercase()) {
                continue;
            }
            for key in spellings(word) {
                self.words.entry(key).or_default().lists |= list.bit();
            }
        }
        self.list_sizes[list as usize] += seen.len() as u32;
    }

    /// Puts one word of a language on `list`, which is not a list of a fixed size.
    pub(super) fn tag(&mut self, list: List, language: u8, word: &str) {
        for key in spellings(word) {
            let entry = self.words.entry(key).or_default();
            entry.lists |= list.bit();
            if entry.language == 0 {
                entry.language = language;
            }
        }
    }
}

/// The number of a language, by its code without a script.
pub(super) fn language(code: &str) -> u8 {
    let code = code.split('-').next().unwrap_or(code);
    LANGUAGES.iter().position(|&l| l == code).unwrap_or(0) as u8
}

/// A word in plain letters, if it is one word of at least two and not too many letters.
pub(super) fn plain(word: &str) -> Option<String> {
    let mut speller = Speller::default();
    let (mut key, mut only_letters) = (String::new(), true);
    for c in word.to_lowercase().chars() {
        speller.spell(c, &mut |symbol| match symbol {
            Symbol::Letter(l) => key.push(char::from(b'a' + l)),
            Symbol::Separator(_) | Symbol::Other('\'') => {}
            _ => only_letters = false,
        });
    }
    (only_letters && (2..=LONGEST).contains(&key.len())).then_some(key)
}

/// A word in plain letters, in each of the ways in which people without its accents or its alphabet type it.
pub(super) fn spellings(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let mut ways: Vec<String> = plain(&lower).into_iter().collect();
    let mut other = |from: &[(char, &str)]| {
        if lower.chars().any(|c| from.iter().any(|&(f, _)| f == c)) {
            let respelled: String = lower
                .chars()
                .map(|c| {
                    from.iter().find(|&&(f, _)| f == c).map_or_else(|| c.to_string(), |&(_, t)| t.to_owned())
                })
                .collect();
            ways.extend(plain(&respelled));
        }
    };
    other(&[('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ø', "oe"), ('æ', "ae"), ('å', "aa")]);
    // Passports and many programs write Russian and Ukrainian this way.
    other(&[('ю', "iu"), ('я', "ia"), ('й', "i"), ('х', "kh")]);
    if lower.chars().any(|c| ('\u{900}'..'\u{980}').contains(&c)) {
        ways.extend(plain(&lower).map(|key| without_inner_schwa(&key)));
    }
    ways.sort();
    ways.dedup();
    ways
}

/// Hindi as it is spoken and typed: karana is karna.
fn without_inner_schwa(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let dropped = (2..letters.len().saturating_sub(2)).rev().find(|&i| {
        letters[i] == 'a'
            && !vowel(letters[i - 1])
            && !vowel(letters[i + 1])
            && vowel(letters[i - 2])
            && vowel(letters[i + 2])
    });
    letters.iter().enumerate().filter(|&(i, _)| Some(i) != dropped).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_every_spelling_that_is_typed() {
        assert_eq!(spellings("Übung"), ["ubung", "uebung"]);
        assert_eq!(spellings("встреча"), ["vstrecha"]);
        assert_eq!(spellings("компания"), ["kompaniia", "kompaniya"]);
        assert_eq!(spellings("करना"), ["karana", "karna"]);
        assert!(spellings("x").is_empty());
    }
}
