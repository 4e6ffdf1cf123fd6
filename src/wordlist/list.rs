//! The lists, and where they come from.

use std::sync::OnceLock;

use super::left_out;
use crate::Bits;
use crate::guess::{List, eff_large_word, slots, suits_names, word_in_slot, words_on};

/// A list of words, sorted, without repeats, each of 3 to 9 of the letters a to z.
///
/// Of the published list some words are left out, which nobody wants in a link: see [`WordList::words`].
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
    /// From the same place. That list has 1,296 = 6^4 words; its "yo-yo" and "yoyo" are one here.
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
    /// dys2p's German list for five dice, CC0-1.0: the 5,805 of its 7,776 words that have at most nine letters.
    German,
    /// BIP39's Russian list in Latin letters: the 1,269 of its 2,048 words that are written in one way in them; see
    /// [`suits_names`].
    Russian,
}

/// All that tells one list from another, but for its words.
struct Row {
    id: &'static str,
    sentence: &'static str,
    language: &'static str,
    /// What the lexicon calls it.
    list: List,
    /// Number of words that are published and fit into names.
    published: u16,
    /// Number of those that are left out.
    left_out: u16,
}

impl WordList {
    /// All lists, the default one first.
    pub const ALL: [Self; 9] = [
        Self::EffLarge,
        Self::EffShort,
        Self::Spanish,
        Self::French,
        Self::Italian,
        Self::Portuguese,
        Self::Czech,
        Self::German,
        Self::Russian,
    ];

    /// The usual list of words of `language`, a BCP 47 tag of which only the language itself counts: `pt-BR` is Portuguese.
    #[must_use]
    pub fn in_language(language: &str) -> Option<Self> {
        let spoken = language.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|list| list.language().eq_ignore_ascii_case(spoken))
    }

    /// The list that words to be read out in `language` are taken from: the usual one, if its words stand in the letters
    /// of the language. Russian in Latin letters can be told from other links, but not be read out at once.
    #[must_use]
    pub fn read_out_in(language: &str) -> Option<Self> {
        Self::in_language(language).filter(|list| *list != Self::Russian)
    }

    /// The words that names are made of, sorted: those of the published list that are not left out.
    #[must_use]
    pub fn words(self) -> Vec<&'static str> {
        let left_out: Vec<&str> = left_out::of(self.language()).collect();
        self.published().iter().map(String::as_str).filter(|word| !left_out.contains(word)).collect()
    }

    /// All words of the published list that fit into names, sorted. They are read out of the judge's lexicon, which
    /// knows them anyway, when they are first asked for, and kept.
    fn published(self) -> &'static [String] {
        static WORDS: [OnceLock<Vec<String>>; WordList::ALL.len()] =
            [const { OnceLock::new() }; WordList::ALL.len()];
        WORDS[self as usize].get_or_init(|| {
            let list = self.row().list;
            let mut words = words_on(list);
            words.retain(|word| suits_names(list, word));
            words
        })
    }

    /// How many numbers [`Self::word`] knows: those of the words of EFF's large list, and of the slots in which the lexicon
    /// has those of the others.
    pub(crate) fn numbers(self) -> usize {
        match self {
            Self::EffLarge => usize::from(self.row().published),
            _ => slots(self.row().list),
        }
    }

    /// The word with this number, from 0 on; `None` when it has none, or one that names are not made of, and another is to
    /// be drawn. Each word has one number.
    ///
    /// Only what stands near it in the lexicon is read: the popup draws whenever it opens, and all of the lexicon takes
    /// some 30 ms.
    pub(crate) fn word(self, number: usize) -> Option<String> {
        let word = match self {
            Self::EffLarge => eff_large_word(number),
            _ => word_in_slot(self.row().list, number),
        };
        word.filter(|word| left_out::of(self.language()).all(|other| other != word))
    }

    /// What is known of the list without reading it.
    const fn row(self) -> Row {
        match self {
            Self::EffLarge => Row {
                id: "words",
                sentence: "style_words",
                language: "en",
                list: List::EffLarge,
                published: 7775,
                left_out: 261,
            },
            Self::EffShort => Row {
                id: "words-short",
                sentence: "style_words_short",
                language: "en",
                list: List::EffShort,
                published: 1295,
                left_out: 34,
            },
            Self::Spanish => Row {
                id: "words-es",
                sentence: "style_words_es",
                language: "es",
                list: List::Bip39Spanish,
                published: 2048,
                left_out: 44,
            },
            Self::French => Row {
                id: "words-fr",
                sentence: "style_words_fr",
                language: "fr",
                list: List::Bip39French,
                published: 2048,
                left_out: 25,
            },
            Self::Italian => Row {
                id: "words-it",
                sentence: "style_words_it",
                language: "it",
                list: List::Bip39Italian,
                published: 2048,
                left_out: 10,
            },
            Self::Portuguese => Row {
                id: "words-pt",
                sentence: "style_words_pt",
                language: "pt",
                list: List::Bip39Portuguese,
                published: 2048,
                left_out: 21,
            },
            Self::Czech => Row {
                id: "words-cs",
                sentence: "style_words_cs",
                language: "cs",
                list: List::Bip39Czech,
                published: 2048,
                left_out: 23,
            },
            Self::German => Row {
                id: "words-de",
                sentence: "style_words_de",
                language: "de",
                list: List::DicewareGerman,
                published: 5805,
                left_out: 354,
            },
            Self::Russian => Row {
                id: "words-ru",
                sentence: "style_words_ru",
                language: "ru",
                list: List::Bip39Russian,
                published: 1269,
                left_out: 64,
            },
        }
    }

    /// What a style with its words is called where it is stored.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.row().id
    }

    /// The key of its name in `_locales`.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        self.row().sentence
    }

    /// The language of its words, as a BCP 47 tag.
    #[must_use]
    pub const fn language(self) -> &'static str {
        self.row().language
    }

    /// How many words names are made of, without reading them: those that are published and not left out.
    #[must_use]
    pub const fn size(self) -> u16 {
        self.row().published - self.row().left_out
    }

    /// The strength of one word drawn from the list: 12.87 bits for the largest, 10.30 for the smallest.
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
            let words = list.published();
            assert_eq!(words.len(), usize::from(list.row().published), "{list:?}");
            assert_eq!(list.words().len(), usize::from(list.size()), "{list:?}: without those left out");
            assert!(words.is_sorted_by(|a, b| a < b), "{list:?}: sorted and without repeats");
            assert!(words.iter().all(|w| (3..=9).contains(&w.len())), "{list:?}");
            assert!(words.iter().all(|w| w.bytes().all(|b| b.is_ascii_lowercase())), "{list:?}");
        }
    }

    /// Of the other lists the judge's own tests look at every number.
    #[test]
    fn a_word_is_the_one_with_its_number_unless_it_is_left_out() {
        let list = WordList::EffLarge;
        let words = list.words();
        assert_eq!(list.numbers(), list.published().len());
        for (number, word) in list.published().iter().enumerate() {
            let expected = words.contains(&word.as_str()).then(|| word.clone());
            assert_eq!(list.word(number), expected);
        }
    }

    #[test]
    fn a_number_has_a_word_that_names_are_made_of_or_none() {
        for list in WordList::ALL {
            let words = list.words();
            let some: Vec<String> =
                (0..list.numbers()).step_by(list.numbers() / 500).filter_map(|at| list.word(at)).collect();
            assert!(!some.is_empty(), "{list:?}");
            assert!(
                some.iter().all(|word| words.binary_search(&word.as_str()).is_ok()),
                "{list:?}: {some:?}"
            );
        }
    }

    #[test]
    fn each_word_that_is_left_out_is_on_a_list() {
        for list in WordList::ALL {
            let same_language = WordList::ALL.into_iter().filter(|other| other.language() == list.language());
            let published: Vec<&String> = same_language.flat_map(WordList::published).collect();
            for word in left_out::of(list.language()) {
                assert!(
                    published.iter().any(|other| *other == word),
                    "{word} is on no list of {}",
                    list.language()
                );
            }
        }
        assert!(!WordList::EffLarge.words().contains(&"latrine"));
    }

    /// The first eight digits of the SHA-256 of the words, a line each. Whoever doubts a list takes
    /// the published one, leaves out accents, hyphens and what does not fit, sorts it, and compares.
    #[test]
    fn the_lists_are_the_published_ones() {
        let hashes = WordList::ALL.map(|list| {
            let lines: String = list.published().iter().flat_map(|word| [word.as_str(), "\n"]).collect();
            base16ct::lower::encode_string(&Sha256::digest(lines)[..4])
        });
        assert_eq!(
            hashes,
            [
                "de98527f", "baa6dcee", "ecaeffaa", "cf8db448", "d392c49f", "2685e9c1", "195136b3",
                "b6d94e6a", "4918f607"
            ]
        );
    }
}
