//! What the models say of a name together.

use super::assessment::{Assessment, Part};
use super::bits::Bits;
use super::found::Found;
use super::lexicon::Lexicon;
use super::name::Name;
use super::piece::{Kind, Piece};
use super::{drawn, generators, most, phrase, said};

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
        let bits = most::bits(name, &found).map_or(bits, |most| bits.min(most));
        Self { bits, description, pieces }
    }

    /// The same as an answer.
    pub(crate) fn assessment(&self, name: &Name) -> Assessment {
        let pieces = self.pieces.iter().filter(|p| p.kind != Kind::Separator);
        Assessment::new(Bits::new(f64::from(self.bits)), pieces.map(|piece| part(name, piece)).collect())
    }
}

/// A piece of `name` as a part of an answer.
pub(crate) fn part(name: &Name, piece: &Piece) -> Part {
    Part {
        text: name.text(piece.start, piece.end).to_owned(),
        kind: piece.kind,
        bits: Bits::new(f64::from(piece.bits)),
        decoded: None,
    }
}
