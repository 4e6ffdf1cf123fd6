//! Random tokens at the end of a name: acme-weekly-7f3k9q2m.
//!
//! Programs put them there to make a name unique, and people to make it safe. What stands before is a name of its
//! own, whatever made it, so that it is judged on its own: a token adds what it is worth to any name.

use super::name::Name;
use super::piece::{Kind, Piece};

/// Minimum length of a random token that is set aside, in characters. Chosen because a shorter one adds less than 41 bits to
/// a name, so that what stands before it counts.
const SHORTEST: usize = 8;

/// The stretches at the end of `name` that were drawn at random, of its `pieces`, the last first; none, if all of it
/// was.
pub(crate) fn tokens(name: &Name, pieces: &[Piece]) -> Vec<Piece> {
    let stretches = pieces.iter().rev().filter(|piece| piece.kind != Kind::Separator);
    let stands_alone = |p: &Piece| {
        let begins = p.start == 0 || name.is_separator(p.start - 1);
        begins && (p.end == name.len() || name.is_separator(p.end))
    };
    let is_token =
        |p: &&Piece| matches!(p.kind, Kind::Token { .. }) && p.length() >= SHORTEST && stands_alone(p);
    let tokens: Vec<Piece> = stretches.take_while(is_token).copied().collect();
    if tokens.last().is_some_and(|first| first.start > 0) { tokens } else { Vec::new() }
}
