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

use super::found::Found;
use super::generators;
use super::grammar;
use super::languages::{ANY, Languages};
use super::lexicon::Lexicon;
use super::name::Name;
use super::piece::{Candidate, Kind, Piece};

/// All models, ready for one name.
pub(crate) struct Models<'a> {
    name: &'a Name,
    found: &'a Found,
    lexicon: &'static Lexicon,
    unknown: unknown::Unknown,
    copies: copies::Copies,
}

impl<'a> Models<'a> {
    /// Prepares the models for `name`, in which these words were `found`.
    pub(crate) fn new(name: &'a Name, found: &'a Found) -> Self {
        let lexicon = Lexicon::get();
        Self {
            name,
            found,
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
        words::offer(self.name, self.found, at, offer);
        leet::offer(self.name, self.found, self.lexicon, at, offer);
        let offer = &mut |candidate| offer(candidate, ANY);
        self.unknown.offer(self.name, at, offer);
        self.unknown.offer_stems(self.name, at, self.found.begun(at), offer);
        tokens::offer(self.name, at, offer);
        alphabets::offer(self.name, at, offer);
        numbers::offer(self.name, at, offer);
        grammar::offer(self.name, self.found, at, offer);
        patterns::offer(self.name, at, offer);
        series::offer(self.name, at, offer);
        known::offer(self.name, at, offer);
        generators::offer(self.name, self.found, at, offer);
        signs::offer(self.name, at, offer);
        self.copies.offer(at, offer);
    }
}
