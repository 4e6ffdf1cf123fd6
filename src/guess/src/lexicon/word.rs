//! What is known of a word.

use crate::lists::{List, Lists};

/// A language that a word is common in, with its class there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sense(u16);

impl Sense {
    pub(super) const fn new(language: usize, class: usize) -> Self {
        Self((language as u16) << 4 | class as u16)
    }
}

/// What is known of a word: the languages that it is common in, and the lists that it is on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    /// The language that it is commonest in before the others.
    languages: &'a [Sense],
    lists: Lists,
}

impl<'a> Word<'a> {
    pub(super) const fn new(languages: &'a [Sense], lists: Lists) -> Self {
        Self { languages, lists }
    }

    /// The numbers of the languages that it is a word of and its class of frequency in each, from 1 for the commonest;
    /// the language that it is commonest in first.
    pub(crate) fn languages(self) -> impl Iterator<Item = (u8, u8)> + 'a {
        self.languages.iter().map(|s| ((s.0 >> 4) as u8, (s.0 & 15) as u8))
    }

    /// The lists that it is on.
    pub(crate) const fn lists(self) -> Lists {
        self.lists
    }

    /// Whether it is on `list`.
    pub(crate) const fn is_on(self, list: List) -> bool {
        self.lists.has(list)
    }
}
