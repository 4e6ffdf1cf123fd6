//! What is known of a word.

use crate::lists::List;

/// One thing that is known of a word: a language that it is common in, with its class there, or a list that it is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sense(u16);

impl Sense {
    const LIST: u16 = 1 << 15;

    pub(super) const fn language(language: usize, class: usize) -> Self {
        Self((language as u16) << 4 | class as u16)
    }

    pub(super) const fn list(list: usize) -> Self {
        Self(Self::LIST | list as u16)
    }

    const fn is_list(self) -> bool {
        self.0 & Self::LIST != 0
    }
}

/// What is known of a word: the languages that it is common in, and the lists that it is on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    /// Languages first, the one that it is commonest in before the others.
    pub(super) senses: &'a [Sense],
}

impl<'a> Word<'a> {
    /// The numbers of the languages that it is a word of and its class of frequency in each, from 1 for the commonest;
    /// the language that it is commonest in first.
    pub(crate) fn languages(self) -> impl Iterator<Item = (u8, u8)> + 'a {
        self.senses.iter().filter(|s| !s.is_list()).map(|s| ((s.0 >> 4) as u8, (s.0 & 15) as u8))
    }

    /// The lists that it is on, as their numbers.
    fn list_numbers(self) -> impl Iterator<Item = u16> + 'a {
        self.senses.iter().filter(|s| s.is_list()).map(|s| s.0 & !Sense::LIST)
    }

    /// Whether it is on `list`.
    pub(crate) fn is_on(self, list: List) -> bool {
        self.list_numbers().any(|number| number == list as u16)
    }

    /// The lists that it is on.
    pub(crate) fn lists(self) -> impl Iterator<Item = List> + 'a {
        self.list_numbers().filter_map(|number| List::ALL.get(usize::from(number)).copied())
    }

    /// Whether it is on any list.
    pub(crate) fn is_listed(self) -> bool {
        self.list_numbers().next().is_some()
    }
}
