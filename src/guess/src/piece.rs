//! A piece of a name, while the models compete for it.

use super::costs;
pub(crate) use super::kind::Kind;

/// A piece: where it stands, and what it costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// Its first symbol.
    pub(crate) start: usize,
    /// The symbol after its last.
    pub(crate) end: usize,
    /// Bits that it costs the attacker.
    pub(crate) bits: f32,
    /// What it is taken for.
    pub(crate) kind: Kind,
}

impl Piece {
    /// How many symbols it has.
    pub(crate) const fn length(&self) -> usize {
        self.end - self.start
    }
}

/// A piece, and the evidence against it beyond its cost and its language.
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    /// The piece.
    pub(crate) piece: Piece,
    /// Bits of evidence against it.
    pub(crate) doubt: f32,
}

impl Candidate {
    /// What it takes to go on with it in the same language from where that has taken `total` bits.
    pub(crate) fn after(&self, total: f32) -> f32 {
        total + self.piece.bits + self.doubt + costs::piece()
    }
}
