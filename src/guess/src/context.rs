//! What the words of a name that were recognised say of its other letters.
//!
//! Letters that no list has are a family name, a brand or a rarer word where what stands beside them is language, rather
//! than drawn at random.

use super::piece::{Kind, Piece};

/// Shorter words are found in any letters.
const SHORTEST: usize = 4;
/// How much likelier than usual letters are a word beside known words, in bits.
const BESIDE_WORDS: f32 = 5.0;

/// What is believed of a name before its pieces are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Context {
    /// How much likelier than usual unknown letters are a word, in bits.
    pub(crate) word_odds: f32,
}

impl Context {
    /// What these pieces of a name say of it; `None` if it makes no difference to them.
    pub(crate) fn of(pieces: &[Piece]) -> Option<Self> {
        let is_known = |p: &Piece| p.is_known_word(SHORTEST);
        let is_unknown = |p: &Piece| p.kind == Kind::Unknown;
        (pieces.iter().any(is_known) && pieces.iter().any(is_unknown))
            .then_some(Self { word_odds: BESIDE_WORDS })
    }
}
