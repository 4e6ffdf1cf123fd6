//! Characters drawn at random, as programs draw them, as a part of what stands together: standup7f3k9q2m.
//!
//! Whether all of a stretch was drawn is asked of the whole stretch, in `drawn`.

use crate::costs;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Minimum length of a token within a stretch, in characters, because shorter ones are found in every word.
const SHORTEST: usize = 4;
/// Maximum length of a token that shares its stretch with something else, in characters. Chosen because a longer one stands
/// alone.
const LONGEST: usize = 64;

/// Offers what stands from `at` to the end of its stretch of letters and digits, and from its start to `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let end = name.chunk_end(at);
    let begins = at == 0 || name.chunk_end(at - 1) < at || name.chunk_end(at - 1) == at - 1;
    let length = end - at;
    if begins || !(SHORTEST..=LONGEST).contains(&length) {
        return;
    }
    let digits = name.digits(at, end);
    if digits == length || !name.is_plain(at, end) {
        return;
    }
    let each = if digits == 0 { costs::LETTER } else { costs::ALPHANUMERIC };
    let piece = Piece { start: at, end, bits: each * length as f32, kind: Kind::token(length) };
    offer(Candidate { piece, doubt: costs::token() + costs::drawn_after_written() });
}
