//! Numbers: counters, room numbers, years, and digits drawn at random.

use crate::guess::costs;
use crate::guess::name::Name;
use crate::guess::phrase::Candidate;
use crate::guess::piece::{Kind, Piece};

/// Offers the run of digits at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    if name.digit(at).is_none() || at > 0 && name.digit(at - 1).is_some() {
        return;
    }
    let end = name.run_end(at);
    let length = end - at;
    let bits = costs::DIGIT * length as f32;
    offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Number }, doubt: 1.0 });
    if length == 4 {
        let year = name.symbols[at..end]
            .iter()
            .enumerate()
            .fold(0, |n, (i, _)| n * 10 + u32::from(name.digit(at + i).unwrap_or(0)));
        let bits = match year {
            2018..=2032 => 4.0,
            1940..=2050 => 7.0,
            _ => return,
        };
        offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Year }, doubt: 2.0 });
    }
}
