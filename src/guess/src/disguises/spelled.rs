//! What it takes to spell words by the letters of the lexicon: the better, the likelier they are words.

use crate::letters::Symbol;
use crate::lexicon::{Lexicon, Spelling};
use crate::name::Name;

/// What it takes to spell the letters of `name`, in bits.
pub(super) fn spelled(name: &Name) -> f32 {
    let mut speller = Speller::new();
    for symbol in &name.symbols {
        match symbol {
            Symbol::Letter(letter) => speller.letter(*letter),
            _ => speller.end(),
        }
    }
    speller.end();
    speller.bits
}

/// Adds up what it takes to spell words, letter by letter.
pub(super) struct Speller {
    /// The sum, in bits.
    pub(super) bits: f32,
    /// The last two letters of the word, from 1 on, or 0.
    last: (usize, usize),
    spelling: &'static Spelling,
}

impl Speller {
    pub(super) fn new() -> Self {
        Self { bits: 0.0, last: (0, 0), spelling: Lexicon::get().spelling(false) }
    }

    /// Goes on with a letter, 0 for a.
    pub(super) fn letter(&mut self, letter: u8) {
        let next = usize::from(letter) + 1;
        self.bits += self.spelling.bits(self.last.0, self.last.1, next);
        self.last = (self.last.1, next);
    }

    /// Ends the word.
    pub(super) fn end(&mut self) {
        if self.last.1 != 0 {
            self.bits += self.spelling.bits(self.last.0, self.last.1, 0);
        }
        self.last = (0, 0);
    }
}
