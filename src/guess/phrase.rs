//! The segmentation: the cheapest way to put a name together from pieces.

use super::costs;
use super::lexicon::Lexicon;
use super::models;
use super::name::Name;
use super::piece::Piece;

/// A piece, and the evidence against it beyond its cost.
///
/// Which explanation of a name is right and what it costs the attacker are two questions. To decide the
/// first, each explanation has to pay for everything that it assumes: that there is a border between words,
/// which language a word is of. The attacker who has the right idea does not pay for these again and again.
pub(crate) struct Candidate {
    /// The piece.
    pub(crate) piece: Piece,
    /// Bits of evidence against it.
    pub(crate) doubt: f32,
}

/// Where the best way to a position comes from.
#[derive(Clone, Copy)]
struct Step {
    /// Cost and doubt of all pieces so far.
    total: f32,
    piece: Option<Piece>,
}

/// The best segmentation of a name.
pub(crate) fn segment(name: &Name, lexicon: &Lexicon) -> Vec<Piece> {
    let mut steps = vec![Step { total: f32::INFINITY, piece: None }; name.len() + 1];
    steps[0].total = 0.0;
    let models = models::Models::new(name, lexicon);
    for at in 0..name.len() {
        let so_far = steps[at].total;
        models.pieces_at(at, &mut |candidate: Candidate| {
            let Candidate { piece, doubt } = candidate;
            let total = so_far + piece.bits + doubt + costs::PIECE;
            let step = &mut steps[piece.end];
            if total < step.total {
                *step = Step { total, piece: Some(piece) };
            }
        });
    }
    let mut pieces = Vec::new();
    let mut at = name.len();
    while let Some(piece) = steps[at].piece {
        pieces.push(piece);
        at = piece.start;
    }
    pieces.reverse();
    pieces
}
