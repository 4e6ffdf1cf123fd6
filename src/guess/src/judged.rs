//! What the models say of a name together.

use super::assessment::Assessment;
use super::lexicon::{Found, Lexicon};
use super::name::Name;
use super::piece::{Kind, Piece};
use super::{drawn, generators, part, parts, phrase, said};
use crate::Bits;

/// A name, judged by its pieces.
pub(crate) struct Judged {
    /// What it costs the attacker.
    pub(crate) bits: f32,
    /// What it takes to describe the name; see [`phrase`].
    pub(crate) description: f32,
    /// What it is made of, in order.
    pub(crate) pieces: Vec<Piece>,
}

impl Judged {
    /// Judges `name`.
    pub(crate) fn new(name: &Name) -> Self {
        let found = Found::new(name, Lexicon::get());
        let drawn::Told { pieces, description } = drawn::tell(name, &phrase::segment(name, &found).pieces);
        let drawn_from = generators::passphrase(name, &found);
        let bits = said::bits(&pieces, drawn_from);
        let bits = parts::at_most(name, &found).map_or(bits, |most| bits.min(most));
        Self { bits, description, pieces }
    }

    /// The same as an answer.
    pub(crate) fn assessment(&self, name: &Name) -> Assessment {
        let pieces = self.pieces.iter().filter(|p| p.kind != Kind::Separator);
        Assessment::new(Bits::new(f64::from(self.bits)), pieces.map(|piece| part(name, piece)).collect())
    }
}
