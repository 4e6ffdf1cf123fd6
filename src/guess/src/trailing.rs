//! Random tokens at the end of a name: acme-weekly-7f3k9q2m.
//!
//! Programs put them there to make a name unique, and people to make it safe. What stands before is a name of its
//! own, whatever made it, so that it is judged on its own: a token adds what it is worth to any name.

use super::costs;
use super::judged::Judged;
use super::name::Name;
use super::piece::{Kind, Piece};

/// Shorter ones are left to the segmentation.
const SHORTEST: usize = 8;

/// The chunks at the end of `name` that look drawn at random, the last first.
pub(crate) fn tokens(name: &Name) -> Vec<Piece> {
    let mut tokens = Vec::new();
    let mut end = name.len();
    while let Some(start) = chunk_before(name, end) {
        let length = end - start;
        if length < SHORTEST || start == 0 && tokens.is_empty() {
            break;
        }
        let bits = Judged::new(&name.slice(start, end)).bits;
        if bits < costs::LOOKS_RANDOM * length as f32 {
            break;
        }
        let alphabet = if bits <= costs::HEX * length as f32 {
            16
        } else if name.digits(start, end) == 0 {
            26
        } else {
            36
        };
        tokens.push(Piece { start, end, bits, kind: Kind::Token(alphabet) });
        end = start.saturating_sub(1);
    }
    tokens
}

/// Where the chunk of letters and digits that ends at `end` begins, if one does, after a separator or at the start.
fn chunk_before(name: &Name, end: usize) -> Option<usize> {
    let length = (1..=end).take_while(|back| name.chunk_end(end - back) == end).count();
    let start = end - length;
    (length > 0 && (start == 0 || name.is_separator(start - 1))).then_some(start)
}
