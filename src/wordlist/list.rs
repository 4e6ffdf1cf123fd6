//! The lists, and where they come from.

use std::sync::OnceLock;

use crate::Bits;
use crate::guess::{List, words_on};

/// A list of words, sorted, without repeats, each of 3 to 9 of the letters a to z.
///
/// A word never holds a hyphen, so that a name joined by hyphens can be taken apart again in one way
/// only, and its strength stays exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordList {
    /// EFF's large list for passphrases: 7,775 English words.
    ///
    /// By Joseph Bonneau for the Electronic Frontier Foundation, 2016, CC-BY-3.0. That list has 7,776 =
    /// 6^5 words. Four of them are written with a hyphen there (drop-down, felt-tip, t-shirt, yo-yo) and
    /// without one here. One word fewer remains, because "yoyo" is on the list as well.
    #[default]
    EffLarge,
    /// EFF's first short list: 1,295 common English words of at most five letters.
    ///
    /// From the same place. That list has 1,296 = 6^4 words, of which "yo-yo" and "yoyo" are one here.
    EffShort,
    /// BIP39's Spanish list, 2,048 words, without accents (as are the following, all MIT).
    Spanish,
    /// BIP39's French list.
    French,
    /// BIP39's Italian list.
    Italian,
    /// BIP39's Portuguese list.
    Portuguese,
    /// BIP39's Czech list.
    Czech,
}

impl WordList {
    /// All lists, the default one first.
    pub const ALL: [Self; 7] = [
        Self::EffLarge,
        Self::EffShort,
        Self::Spanish,
        Self::French,
        Self::Italian,
        Self::Portuguese,
        Self::Czech,
    ];

    /// The words, sorted. They are read when they are first asked for, and kept.
    ///
    /// The usual list is text, which is read at once. The others are read out of the judge's lexicon, which
    /// knows their words anyway: as text they would add a tenth to the package.
    #[must_use]
    pub fn words(self) -> &'static [&'static str] {
        static WORDS: [OnceLock<Vec<&str>>; WordList::ALL.len()] =
            [const { OnceLock::new() }; WordList::ALL.len()];
        WORDS[self as usize].get_or_init(|| match self.list() {
            None => include_str!("eff-large.txt").lines().collect(),
            // They are kept as long as the program runs.
            Some(list) => words_on(list).into_iter().map(|word| &*word.leak()).collect(),
        })
    }

    /// What the lexicon calls the list, where it is read from there.
    const fn list(self) -> Option<List> {
        match self {
            Self::EffLarge => None,
            Self::EffShort => Some(List::EffShort),
            Self::Spanish => Some(List::Bip39Spanish),
            Self::French => Some(List::Bip39French),
            Self::Italian => Some(List::Bip39Italian),
            Self::Portuguese => Some(List::Bip39Portuguese),
            Self::Czech => Some(List::Bip39Czech),
        }
    }

    /// How many words there are, without reading them.
    #[must_use]
    pub const fn size(self) -> u16 {
        match self {
            Self::EffLarge => 7775,
            Self::EffShort => 1295,
            Self::Spanish | Self::French | Self::Italian | Self::Portuguese | Self::Czech => 2048,
        }
    }

    /// The strength of one word drawn from the list: 12.92 bits for the largest, 10.34 for the smallest.
    #[must_use]
    pub fn bits_each(self) -> Bits {
        Bits::of_choice(f64::from(self.size()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest as _, Sha256};

    #[test]
    fn every_list_has_its_number_of_different_words_of_plain_letters() {
        for list in WordList::ALL {
            let words = list.words();
            assert_eq!(words.len(), usize::from(list.size()), "{list:?}");
            assert!(words.is_sorted_by(|a, b| a < b), "{list:?}: sorted and without repeats");
            assert!(words.iter().all(|w| (3..=9).contains(&w.len())), "{list:?}");
            assert!(words.iter().all(|w| w.bytes().all(|b| b.is_ascii_lowercase())), "{list:?}");
        }
    }

    /// The first eight digits of the SHA-256 of the words, a line each. Whoever doubts a list takes
    /// the published one, leaves out accents and hyphens, sorts it, and compares.
    #[test]
    fn the_lists_are_the_published_ones() {
        let hashes = WordList::ALL.map(|list| {
            let lines: String = list.words().iter().flat_map(|word| [word, "\n"]).collect();
            base16ct::lower::encode_string(&Sha256::digest(lines)[..4])
        });
        assert_eq!(
            hashes,
            ["de98527f", "baa6dcee", "ecaeffaa", "cf8db448", "d392c49f", "2685e9c1", "195136b3",]
        );
    }
}
