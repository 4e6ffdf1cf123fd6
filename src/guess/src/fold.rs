//! Two spellings of one room: how Jitsi compares names.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::unicode::{lower_case, nfkc};

/// Folds a name as Jitsi does before it compares two: percent-decoding, NFKC, lower case.
///
/// A name that is not well-formed percent-encoded UTF-8 stays undecoded as a whole, as with
/// JavaScript's `decodeURIComponent`, which throws there.
#[must_use]
pub fn fold(name: &str) -> String {
    lower_case(&nfkc(&decode(name)))
}

/// Decodes the percent-encoding of `name`; what is not well-formed, or no UTF-8, stays as it is as a whole.
#[must_use]
pub fn decode(name: &str) -> Cow<'_, str> {
    if !well_formed(name.as_bytes()) {
        return Cow::Borrowed(name);
    }
    percent_decode_str(name).decode_utf8().unwrap_or(Cow::Borrowed(name))
}

/// Whether every `%` is followed by two hexadecimal digits.
fn well_formed(name: &[u8]) -> bool {
    let hex = |at: usize| name.get(at).is_some_and(u8::is_ascii_hexdigit);
    name.iter().enumerate().all(|(at, byte)| *byte != b'%' || (hex(at + 1) && hex(at + 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_room_are_equal() {
        for spelling in ["standup", "StandUp", "%73tandup", "ｓｔａｎｄｕｐ", "%EF%BD%93tandup"] {
            assert_eq!(fold(spelling), "standup", "{spelling}");
        }
    }

    #[test]
    fn bad_percent_encoding_is_left_as_it_is() {
        for bad in ["50%", "%zz", "%2z", "%z2", "a%2", "%ff", "%41%", "%41%2z", "%41%z2"] {
            assert_eq!(fold(bad), bad);
        }
    }
}
