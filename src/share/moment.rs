//! Moments, the same everywhere on earth.

use std::fmt;

use thiserror::Error;

/// A moment in Coordinated Universal Time, to the second.
///
/// Which moment a person means by "Tuesday at nine" depends on where that person is and on what the law says
/// about summer time there. The browser knows; it hands over the moment, and every calendar shows it in its
/// own zone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UtcMoment(String);

/// A text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is no moment of the years 0000 to 9999 in UTC")]
pub struct MomentError;

impl UtcMoment {
    /// Reads a moment as JavaScript's `Date.prototype.toISOString` writes it: `2026-11-22T20:30:00.000Z`.
    /// What is below a second is dropped.
    ///
    /// # Errors
    /// For anything else: also for years that need more than four digits, which calendars do not have.
    pub fn from_iso(text: &str) -> Result<Self, MomentError> {
        const SHAPE: &[u8] = b"0000-00-00T00:00:00";
        let (head, tail) = text.split_at_checked(SHAPE.len()).ok_or(MomentError)?;
        let fits = head.bytes().zip(SHAPE).all(|(byte, shape)| match shape {
            b'0' => byte.is_ascii_digit(),
            other => byte == *other,
        });
        let fraction = tail.strip_suffix('Z').ok_or(MomentError)?;
        let digits = fraction.strip_prefix('.').unwrap_or(fraction);
        if !fits || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MomentError);
        }
        Ok(Self(format!("{head}Z")))
    }

    /// As in `20261122T203000Z`: the form of calendar files (RFC 5545, section 3.3.5).
    #[must_use]
    pub fn basic(&self) -> String {
        self.0.replace(['-', ':'], "")
    }
}

impl fmt::Display for UtcMoment {
    /// As in `2026-11-22T20:30:00Z` (RFC 3339).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_moment_is_written_in_both_forms() {
        let moment = UtcMoment::from_iso("2026-11-22T20:30:00.000Z").unwrap();
        assert_eq!(moment.basic(), "20261122T203000Z");
        assert_eq!(moment.to_string(), "2026-11-22T20:30:00Z");
    }

    #[test]
    fn what_has_no_zone_or_no_four_digit_year_is_no_moment() {
        for text in [
            "",
            "2026-11-22",
            "2026-11-22T20:30:00",
            "2026-11-22T20:30:00+01:00",
            "+012026-11-22T20:30:00.000Z",
            "2026-11-22T20:30:00.0\r\nZ",
            "2026-11-22t20:30:00Z",
        ] {
            assert_eq!(UtcMoment::from_iso(text), Err(MomentError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_out_of_a_moment(text in "\\PC{0,30}") {
            if let Ok(moment) = UtcMoment::from_iso(&text) {
                prop_assert!(moment.basic().bytes().all(|b| b.is_ascii_alphanumeric()));
            }
        }
    }
}
