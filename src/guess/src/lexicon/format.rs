//! The form of the data file, as its writer (`cargo xtask lexicon`) and its reader share it.
//!
//! ```text
//! for each list: how many words it has at its source          u32
//! for each context of the statistical model, see below: whether it has weights    1 bit
//! the weights of those that have                              4 bits each
//! how many blocks there are                                   u16
//! for each block: its key, see below                          2 bytes and more
//!                 how many bytes it has                       u16
//!                 how many of its words are on EFF's large list   u8
//! the blocks                                                  range coded
//! ```
//!
//! Numbers are little-endian. The words are sorted, and cut into blocks so that a reader decodes no more than what a
//! name needs: where more than a block's words begin with the same letters, they are told apart by the next letter.
//! A block's **key** is the letters that its words share and the first of the letters that may follow; it holds every
//! word from its key to the next one's, but the words that are shorter than their neighbours' shared letters: all these
//! stand together in the block in front. So whatever letters are looked up, the words that they begin with are in two
//! blocks. A key is written as one byte, how many letters it shares with the key before in the upper 4 bits and how many
//! further ones it has in the lower 4, and then a byte for each further letter (1 to 26).
//!
//! In a block each word is written as
//!
//! * how many letters it shares with the word before (with the key, at first), given that word's length and how many that
//!   one shared, or that there are no more words;
//! * its language, the one it is commonest in, given the previous word's and how many letters they share;
//! * its further letters and an end, each given the spelling of that language and the two letters before it, but the first
//!   of them given the one letter before it and the one that it replaces, and that it comes later in the alphabet;
//! * its class of frequency in that language, given the language and its length;
//! * whichever other languages it is common in, each given the one before, and an end; and its class in each, given the
//!   class in the first;
//! * the lists that it is on, each given the one before, and an end; the first given language and class.
//!
//! Each of these choices is range coded with static weights: nothing for a stored q of 0, and 2^((q-1)/2) for one of 1 to
//! 15. Where a spelling has no weights for a context of its own, it has those of all languages together. The weights
//! of the letters serve the model of unknown words as well.

use crate::languages::{LANGUAGES, RANK_CLASSES, SPELLINGS};
use crate::lists::List;

/// The weight that a stored number of 0 to 15 stands for.
pub const WEIGHTS: [u16; 16] = [0, 1, 1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128];

/// Letters are 1 to 26 here, and the end of a word, or what stands before its beginning, is 0.
pub const LETTERS: usize = 27;
/// Contexts for a letter in one spelling: the two before it.
pub const LETTER_CONTEXTS: usize = LETTERS * LETTERS;
/// Maximum number of letters of a word. Chosen because longer words than these are hardly ever among a language's
/// commonest: of German's 14,000 one is.
pub const LONGEST: usize = 28;
/// How many letters a word can share with the one before it, 0 to the longest, and that there is no further word.
pub const SHARED: usize = LONGEST + 2;
/// The choice that there is no further word.
pub const NO_MORE: usize = SHARED - 1;
/// Lengths that are told apart for that, and for the class; all from the last one on are one.
const LENGTHS: usize = 13;
/// Numbers of letters that the previous word shared which are told apart for that; all from the last one on are one.
const SHARED_BEFORE: usize = 10;
/// How finely the number of shared letters tells whether the language stays the same: in pairs, all from 8 on are one.
pub const SHARED_PAIRS: usize = 5;
/// Classes of frequency, with 0 for none and one more for words that a list and not their frequency gives a language.
pub const CLASSES: usize = RANK_CLASSES.len() + 2;
/// Number of languages, with none.
const LANGUAGE_COUNT: usize = LANGUAGES.len();

/// The context of the number of shared letters: the previous word's length, and how many it shared.
#[must_use]
pub const fn shared_context(length: usize, shared: usize) -> usize {
    at_most(length, LENGTHS - 1) * SHARED_BEFORE + at_most(shared, SHARED_BEFORE - 1)
}

/// The context of the class of frequency: the language, and the word's length.
#[must_use]
pub const fn class_context(language: usize, length: usize) -> usize {
    language * LENGTHS + at_most(length, LENGTHS - 1)
}

const fn at_most(number: usize, most: usize) -> usize {
    if number < most { number } else { most }
}

/// The context of the language: that of the word before, and how many letters are shared.
#[must_use]
pub const fn language_context(before: usize, shared: usize) -> usize {
    before * SHARED_PAIRS + at_most(shared / 2, SHARED_PAIRS - 1)
}

/// The context of the first list: the language and the class.
#[must_use]
pub const fn first_list_context(language: usize, class: usize) -> usize {
    List::COUNT + language * CLASSES + class
}

/// The context of a letter, from the language of its word, the one before it and the one before that.
#[must_use]
pub const fn letter_context(spelling: usize, before_last: usize, last: usize) -> usize {
    spelling * LETTER_CONTEXTS + before_last * LETTERS + last
}

/// The context of the first letter that is not shared, from the language of its word, the one before it and the one of
/// the word before that it replaces.
#[must_use]
pub const fn branch_context(spelling: usize, last: usize, replaced: usize) -> usize {
    letter_context(spelling, last, replaced)
}

/// One table of weights: its contexts, its choices in each, and where it begins among all weights.
#[derive(Clone, Copy)]
pub struct Table {
    /// Index of its first weight.
    pub start: usize,
    /// Choices in each context.
    pub choices: usize,
    /// Number of contexts.
    pub contexts: usize,
    /// Contexts of all tables before it.
    pub contexts_before: usize,
}

impl Table {
    const fn first(contexts: usize, choices: usize) -> Self {
        Self { start: 0, choices, contexts, contexts_before: 0 }
    }

    const fn after(previous: Self, contexts: usize, choices: usize) -> Self {
        let contexts_before = previous.contexts_before + previous.contexts;
        Self { start: previous.end(), choices, contexts, contexts_before }
    }

    /// Index of the first weight that is no longer part of it.
    #[must_use]
    pub const fn end(self) -> usize {
        self.start + self.contexts * self.choices
    }
}

/// The next letter, or the end.
pub const LETTER: Table = Table::first(SPELLINGS * LETTER_CONTEXTS, LETTERS);
/// The first letter, or the end, that is not shared with the word before.
pub const BRANCH: Table = Table::after(LETTER, SPELLINGS * LETTER_CONTEXTS, LETTERS);
/// Letters shared with the word before.
pub const SHARE: Table = Table::after(BRANCH, LENGTHS * SHARED_BEFORE, SHARED);
/// The language.
pub const LANGUAGE: Table = Table::after(SHARE, LANGUAGE_COUNT * SHARED_PAIRS, LANGUAGE_COUNT);
/// The class of frequency, by language and length.
pub const CLASS: Table = Table::after(LANGUAGE, LANGUAGE_COUNT * LENGTHS, CLASSES);
/// A further language, by the one before; 0 for no further one. For the first one the contexts tell how common the word is.
pub const FURTHER: Table = Table::after(CLASS, LANGUAGE_COUNT * (CLASSES + 1), LANGUAGE_COUNT);
/// The class in it, by that in the first.
pub const FURTHER_CLASS: Table = Table::after(FURTHER, CLASSES, CLASSES);
/// A list, by the one before or by [`first_list_context`]; one more than its number, or 0 for no further one.
pub const LISTED: Table =
    Table::after(FURTHER_CLASS, List::COUNT + LANGUAGE_COUNT * CLASSES, List::COUNT + 1);
/// All of them, in the order of the file.
pub const TABLES: [Table; 8] = [LETTER, BRANCH, SHARE, LANGUAGE, CLASS, FURTHER, FURTHER_CLASS, LISTED];

/// Number of all contexts.
pub const ALL_CONTEXTS: usize = LISTED.contexts_before + LISTED.contexts;

/// Number of all weights.
pub const ALL_WEIGHTS: usize = LISTED.end();

/// The context of a further language after `language`: for the first one with the word's class there.
#[must_use]
pub const fn further_context(language: usize, first_class: Option<usize>) -> usize {
    language * (CLASSES + 1)
        + match first_class {
            Some(class) => class,
            None => CLASSES,
        }
}

/// Maximum number of letters of a key. Chosen because that many fit into 32 bits.
pub const KEY: usize = 6;

/// The first letters (1 to 26, and 0 for none) as a number that sorts as they do.
pub fn key(letter: impl Fn(usize) -> Option<u8>) -> u32 {
    let mut ended = false;
    (0..KEY).fold(0, |key, at| {
        let letter = letter(at).filter(|_| !ended).map_or(0, |letter| letter + 1);
        ended = letter == 0;
        key << 5 | u32::from(letter)
    })
}
