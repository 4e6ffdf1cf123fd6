//! Digits that are a counter, a room number, or drawn at random.

use crate::costs;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Offers the run of digits that begins at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    if name.digit(at).is_none() || at > 0 && name.digit(at - 1).is_some() {
        return;
    }
    let end = name.run_end(at);
    let bits = costs::DIGIT * (end - at) as f32;
    offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Number }, doubt: 1.0 });
}
