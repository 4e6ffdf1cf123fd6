//! A name as the models see it.

use super::letters::{Speller, Symbol};

/// A folded name and its symbols.
pub(crate) struct Name {
    /// The name as Jitsi compares it.
    pub(crate) folded: String,
    /// Its symbols, in order.
    pub(crate) symbols: Vec<Symbol>,
    /// For each symbol, where its character begins in `folded`; one more for the end.
    origins: Vec<u32>,
}

impl Name {
    /// Takes a folded name apart.
    pub(crate) fn new(folded: String) -> Self {
        let mut symbols = Vec::with_capacity(folded.len());
        let mut origins = Vec::with_capacity(folded.len() + 1);
        let mut speller = Speller::default();
        for (at, c) in folded.char_indices() {
            speller.spell(c, &mut |symbol| {
                symbols.push(symbol);
                origins.push(at as u32);
            });
        }
        origins.push(folded.len() as u32);
        Self { folded, symbols, origins }
    }

    /// How many symbols it has.
    pub(crate) fn len(&self) -> usize {
        self.symbols.len()
    }

    /// The letter at `at`, 0 for a.
    pub(crate) fn letter(&self, at: usize) -> Option<u8> {
        match self.symbols.get(at) {
            Some(Symbol::Letter(letter)) => Some(*letter),
            _ => None,
        }
    }

    /// The digit at `at`.
    pub(crate) fn digit(&self, at: usize) -> Option<u8> {
        match self.symbols.get(at) {
            Some(Symbol::Digit(digit)) => Some(*digit),
            _ => None,
        }
    }

    /// Whether a separator is at `at`.
    pub(crate) fn is_separator(&self, at: usize) -> bool {
        matches!(self.symbols.get(at), Some(Symbol::Separator(_)))
    }

    /// Where the run of letters, or of digits, or of separators that `at` is in ends.
    pub(crate) fn run_end(&self, at: usize) -> usize {
        let Some(first) = self.symbols.get(at) else { return at };
        let kind = std::mem::discriminant(first);
        at + self.symbols[at..].iter().take_while(|s| std::mem::discriminant(*s) == kind).count()
    }

    /// Where the run of letters and digits that `at` is in ends.
    pub(crate) fn chunk_end(&self, at: usize) -> usize {
        let rest = self.symbols.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|s| matches!(s, Symbol::Letter(_) | Symbol::Digit(_))).count()
    }

    /// The first `length` symbols as a name.
    pub(crate) fn prefix(&self, length: usize) -> Self {
        Self::new(self.text(0, length.min(self.len())).to_owned())
    }

    /// The text behind the symbols `from..to`.
    pub(crate) fn text(&self, from: usize, to: usize) -> &str {
        let (from, to) = (self.origins[from] as usize, self.origins[to] as usize);
        self.folded.get(from..to.max(from)).unwrap_or_default()
    }
}
