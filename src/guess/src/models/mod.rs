//! The models that compete for the pieces of a name, one file each.

mod alphabets;
mod copies;
mod known;
mod leet;
mod numbers;
mod patterns;
mod series;
mod signs;
mod tokens;
pub(crate) mod unknown;
mod words;

use super::generators;
use super::grammar;
use super::lexicon::Lexicon;
use super::name::Name;
use super::phrase::{ANY, Candidate, Languages};
use super::piece::{Kind, Piece};

/// All models, ready for one name.
pub(crate) struct Models<'a> {
    name: &'a Name,
    lexicon: &'a Lexicon,
    unknown: unknown::Unknown,
    copies: copies::Copies,
}

impl<'a> Models<'a> {
    /// Prepares the models for `name`.
    pub(crate) fn new(name: &'a Name, lexicon: &'a Lexicon) -> Self {
        Self {
            name,
            lexicon,
            unknown: unknown::Unknown::new(name, lexicon),
            copies: copies::Copies::new(name),
        }
    }

    /// Offers every piece that can begin at the symbol `at`, with the languages that it may be of.
    pub(crate) fn pieces_at(&self, at: usize, offer: &mut impl FnMut(Candidate, Languages)) {
        if self.name.is_separator(at) {
            let piece = Piece { start: at, end: self.name.run_end(at), bits: 0.0, kind: Kind::Separator };
            offer(Candidate { piece, doubt: super::costs::separator() - super::costs::piece() }, ANY);
            return;
        }
        let found = words::offer(self.name, self.lexicon, at, offer);
        leet::offer(self.name, self.lexicon, at, offer);
        let offer = &mut |candidate| offer(candidate, ANY);
        self.unknown.offer(self.name, self.lexicon, at, offer);
        self.unknown.offer_stems(self.name, at, found.begun, offer);
        tokens::offer(self.name, at, offer);
        alphabets::offer(self.name, at, offer);
        numbers::offer(self.name, at, offer);
        grammar::offer(self.name, self.lexicon, at, found.calendar, offer);
        patterns::offer(self.name, at, offer);
        series::offer(self.name, at, offer);
        known::offer(self.name, at, offer);
        generators::offer(self.name, self.lexicon, at, offer);
        signs::offer(self.name, at, offer);
        self.copies.offer(at, offer);
    }
}
