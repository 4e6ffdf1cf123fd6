//! The form of the data file, as its writer (`cargo xtask lexicon`) and its reader share it.
//!
//! ```text
//! for each list: how many words it has at its source          u16
//! how many different sets of lists there are                  u16
//! the sets, one bit for each list                             6 bytes each
//! the weights of the statistical model, see below             4 bits each
//! how many blocks there are                                   u16
//! for each block: the first two letters of its first word     u16
//!                 how many words it has                       u16
//!                 how many of them are on EFF's large list    u16
//!                 where the next block begins                 u32
//! the blocks                                                  range coded
//! ```
//!
//! Numbers are little-endian. The words are sorted. A block holds all words that begin with certain pairs
//! of letters, so that a reader decodes no more than what a name needs. In a block each word is written as
//!
//! * how many letters it shares with the word before, given that word's length;
//! * its further letters and an end, each given the two letters before it, and for the first of them also
//!   that it comes later in the alphabet than the letter it replaces;
//! * whether its language is the previous word's, given how many letters they share, and otherwise which,
//!   given its last letter;
//! * its class of frequency, given the language;
//! * whether it is on any lists, given language and class, and on which: one of the commonest sets, given its
//!   last letter, or else one of all others.
//!
//! Each of these choices is range coded with static weights: 2^(q/2) for a stored q of 0 to 15. The weights
//! of the letters serve the model of unknown words as well.

/// The weight that a stored number of 0 to 15 stands for: 2^(q/2).
pub const WEIGHTS: [u32; 16] = [1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 91, 128, 181, 256];

/// Letters are 1 to 26 here, and the end of a word, or what stands before its beginning, is 0.
pub const LETTERS: usize = 27;
/// Contexts for a letter: the two before it.
pub const LETTER_CONTEXTS: usize = LETTERS * LETTERS;
/// How many letters a word can share with the one before it: 0 to 24.
pub const SHARED: usize = 25;
/// Contexts for that: the previous word's length, where all from 12 on are one.
pub const SHARED_CONTEXTS: usize = 13;
/// Contexts for "the same language": how many letters are shared, where all from 7 on are one.
pub const SAME_CONTEXTS: usize = 8;
/// Classes of frequency, with 0 for none.
pub const CLASSES: usize = 5;
/// Bytes of a set of lists.
pub const SET_BYTES: usize = 6;

/// Bytes of what is written of each block before the blocks.
pub const SLOT_BYTES: usize = 10;
/// How many sets of lists are common; one more choice stands for all others.
pub const COMMON_SETS: usize = 63;
/// Contexts for the set of lists.
pub const SET_CONTEXTS: usize = 4 * LETTERS;

/// The context of the set of lists: no language, English common or not, another language; and the last letter, which
/// tells plurals, adverbs and Italian.
#[must_use]
pub const fn set_context(language: usize, class: usize, last: usize) -> usize {
    let kind = match (language, class) {
        (0, _) => 0,
        (1, 0..=2) => 1,
        (1, _) => 2,
        _ => 3,
    };
    kind * LETTERS + last
}

/// The context of a letter, from the one before it and the one before that.
#[must_use]
pub const fn letter_context(before_last: usize, last: usize) -> usize {
    before_last * LETTERS + last
}

/// One table of weights: so many contexts with so many choices each, and where it begins among all weights.
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
    const fn after(previous: Self, contexts: usize, choices: usize) -> Self {
        let contexts_before = previous.contexts_before + previous.contexts;
        Self { start: previous.end(), choices, contexts, contexts_before }
    }

    /// Index of the first weight that is no longer part of it.
    #[must_use]
    pub const fn end(self) -> usize {
        self.start + self.contexts * self.choices
    }

    /// Index of its first running sum, of which each context has one more than it has choices.
    #[must_use]
    pub const fn sums_start(self) -> usize {
        self.start + self.contexts_before
    }
}

/// All tables, in the order of the file.
#[derive(Clone, Copy)]
pub struct Tables {
    /// The next letter, or the end.
    pub letter: Table,
    /// Letters shared with the word before.
    pub shared: Table,
    /// Whether the language stays the same.
    pub same: Table,
    /// The language, by the last letter.
    pub language: Table,
    /// The class of frequency, by language.
    pub class: Table,
    /// Whether the word is on lists, by class, for English and then for the other languages.
    pub listed: Table,
    /// On which, by [`set_context`], if that set is common.
    pub set: Table,
    /// On which otherwise.
    pub rare: Table,
}

impl Tables {
    /// The tables for so many languages and sets of lists.
    #[must_use]
    pub const fn new(languages: usize, sets: usize) -> Self {
        let letter = Table { start: 0, choices: LETTERS, contexts: LETTER_CONTEXTS, contexts_before: 0 };
        let shared = Table::after(letter, SHARED_CONTEXTS, SHARED);
        let same = Table::after(shared, SAME_CONTEXTS, 2);
        let language = Table::after(same, LETTERS, languages);
        let class = Table::after(language, languages, CLASSES);
        let listed = Table::after(class, 2 * CLASSES, 2);
        let set = Table::after(listed, SET_CONTEXTS, COMMON_SETS + 1);
        let rare = Table::after(set, 1, if sets > COMMON_SETS { sets - COMMON_SETS } else { 1 });
        Self { letter, shared, same, language, class, listed, set, rare }
    }

    /// All of them, in order.
    #[must_use]
    pub const fn all(&self) -> [Table; 8] {
        [self.letter, self.shared, self.same, self.language, self.class, self.listed, self.set, self.rare]
    }

    /// How many contexts they have together.
    #[must_use]
    pub const fn contexts(&self) -> usize {
        self.rare.contexts_before + self.rare.contexts
    }
}
