//! A name as the models see it.

use super::letters::{Speller, Symbol};

/// A folded name and its symbols.
pub(crate) struct Name {
    /// The name as Jitsi compares it.
    pub(crate) folded: String,
    /// Its symbols, in order.
    pub(crate) symbols: Vec<Symbol>,
    /// Whether all of it is of the script that programs draw from.
    is_plain: bool,
    /// For each symbol, where its character begins in `folded`; one more for the end.
    origins: Vec<u32>,
    /// For each symbol, where the run of its kind ends, where its chunk does, and how many digits stand before it.
    places: Vec<Place>,
}

#[derive(Clone, Copy)]
struct Place {
    run_end: u32,
    chunk_end: u32,
    digits_before: u32,
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
        let places = places(&symbols);
        Self { is_plain: folded.is_ascii(), folded, symbols, origins, places }
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
        self.places.get(at).map_or(at, |place| place.run_end as usize)
    }

    /// Where the run of letters and digits that `at` is in ends.
    pub(crate) fn chunk_end(&self, at: usize) -> usize {
        self.places.get(at).map_or(at, |place| place.chunk_end as usize)
    }

    /// How many digits there are among the symbols `from..to`.
    pub(crate) fn digits(&self, from: usize, to: usize) -> usize {
        let before = |at: usize| {
            let last = self.symbols.last().is_some_and(|s| matches!(s, Symbol::Digit(_)));
            match self.places.get(at) {
                Some(place) => place.digits_before,
                None => self.places.last().map_or(0, |place| place.digits_before + u32::from(last)),
            }
        };
        (before(to) - before(from)) as usize
    }

    /// Whether the symbols `from..to` are of the script that programs draw from.
    pub(crate) fn is_plain(&self, from: usize, to: usize) -> bool {
        self.is_plain || self.text(from, to).is_ascii()
    }

    /// The same without the separators that it begins and ends with: whoever guesses tries these last.
    pub(crate) fn without_edges(self) -> Self {
        let is_separator = |at: &usize| self.is_separator(*at);
        let from = (0..self.len()).take_while(is_separator).count();
        let to = self.len() - (from..self.len()).rev().take_while(is_separator).count();
        if to - from == self.len() { self } else { self.slice(from, to) }
    }

    /// The first `length` symbols as a name.
    pub(crate) fn prefix(&self, length: usize) -> Self {
        Self::new(self.text(0, length.min(self.len())).to_owned())
    }

    /// The symbols `from..to` as a name.
    pub(crate) fn slice(&self, from: usize, to: usize) -> Self {
        Self::new(self.text(from, to).to_owned())
    }

    /// The text from the symbol `at` on, where it begins a character; empty where it is a further symbol of one.
    pub(crate) fn characters_from(&self, at: usize) -> &str {
        if at > 0 && self.origins[at] == self.origins[at - 1] {
            return "";
        }
        self.text(at, self.len())
    }

    /// The first symbol whose character begins at least `bytes` bytes of the text after that of the symbol `at`.
    pub(crate) fn symbol_after(&self, at: usize, bytes: usize) -> usize {
        let end = self.origins[at] as usize + bytes;
        at + self.origins[at..].iter().take_while(|origin| (**origin as usize) < end).count()
    }

    /// The text behind the symbols `from..to`.
    pub(crate) fn text(&self, from: usize, to: usize) -> &str {
        let (from, to) = (self.origins[from] as usize, self.origins[to] as usize);
        self.folded.get(from..to.max(from)).unwrap_or_default()
    }
}

fn places(symbols: &[Symbol]) -> Vec<Place> {
    let mut places = Vec::with_capacity(symbols.len());
    let mut digits_before = 0;
    for symbol in symbols {
        places.push(Place { run_end: 0, chunk_end: 0, digits_before });
        digits_before += u32::from(matches!(symbol, Symbol::Digit(_)));
    }
    let in_chunk = |symbol: Symbol| matches!(symbol, Symbol::Letter(_) | Symbol::Digit(_));
    let end = symbols.len() as u32;
    let (mut run_end, mut chunk_end) = (end, end);
    for at in (0..symbols.len()).rev() {
        let next = symbols.get(at + 1);
        if next.is_some_and(|n| std::mem::discriminant(n) != std::mem::discriminant(&symbols[at])) {
            run_end = at as u32 + 1;
        }
        if next.is_some_and(|n| !in_chunk(*n) || !in_chunk(symbols[at])) {
            chunk_end = at as u32 + 1;
        }
        places[at].run_end = run_end;
        places[at].chunk_end = if in_chunk(symbols[at]) { chunk_end } else { at as u32 };
    }
    places
}
