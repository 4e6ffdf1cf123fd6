//! On which days a warning was answered, and what that makes of the next one.

use serde::{Deserialize, Serialize};

use crate::warning::Shape;

/// Time within which one answer makes the next warning one line, in days, and after which a second answer has left only
/// the icon. Chosen because many meetings come back every week.
const WEEK: u32 = 7;

/// Time after which a room that has only the icon is asked about once more, in days.
const MONTH: u32 = 30;

/// Time after which an answer counts no more, in days. Chosen because whoever has not been there for three months
/// meets the room anew.
pub(super) const FORGOTTEN: u32 = 90;

/// A day, counted from the first one of 1970, in UTC: no journey sets it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub(super) u32);

impl Day {
    /// The day of a point in time, in milliseconds since 1970; what is no such time is the first day.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number too large or too small becomes the last or the first day"
    )]
    pub fn of(now: f64) -> Self {
        Self((now / 86_400_000.0) as u32)
    }

    /// How many days it is after `other`; `None` if it is before: the clock was set back.
    fn after(self, other: Self) -> Option<u32> {
        self.0.checked_sub(other.0)
    }
}

/// What is kept of a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Familiar {
    /// The first of the days on which its warning was answered.
    first: Day,
    /// The last of them.
    last: Day,
}

/// How familiar a warning is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// As if it was never shown.
    New,
    /// It was answered within a week: one line.
    Again,
    /// It was answered on several days, over a week ago for the first time: the icon alone.
    Known,
    /// As before, and not for a month: one line, which offers to leave the room for good.
    Due,
}

impl Stage {
    /// What is left of a warning of this `shape`; `None` for the icon alone.
    #[must_use]
    pub const fn left_of(self, shape: Shape) -> Option<Shape> {
        match self {
            Self::New => Some(shape),
            Self::Again | Self::Due => Some(Shape::Strip),
            Self::Known => None,
        }
    }
}

impl Familiar {
    /// Of a room whose warning was answered `today` for the first time.
    pub(super) const fn new(today: Day) -> Self {
        Self { first: today, last: today }
    }

    /// As it is once the warning was answered `today`, too.
    pub(super) const fn again(self, today: Day) -> Self {
        Self { last: today, ..self }
    }

    /// The last day on which the warning was answered.
    pub(super) const fn last(self) -> Day {
        self.last
    }

    /// How familiar the warning is `today`.
    pub(super) fn stage(self, today: Day) -> Stage {
        let (Some(since_first), Some(since_last)) = (today.after(self.first), today.after(self.last)) else {
            return Stage::New;
        };
        let is_known = self.last > self.first && since_first >= WEEK;
        match since_last {
            FORGOTTEN.. => Stage::New,
            MONTH.. if is_known => Stage::Due,
            _ if is_known => Stage::Known,
            0..=WEEK => Stage::Again,
            _ => Stage::New,
        }
    }

    /// Whether what is kept of the room makes its warning smaller `today`. What does not is never of use again: the next
    /// answer is a first one.
    #[must_use]
    pub(super) fn counts(self, today: Day) -> bool {
        self.stage(today) != Stage::New
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_by_a_stranger_makes_no_warning_smaller() {
        for (first, last) in [(20_009, 20_000), (20_000, 20_009), (u32::MAX, 0), (0, u32::MAX)] {
            let odd = Familiar { first: Day(first), last: Day(last) };
            assert_eq!(odd.stage(Day(20_008)), Stage::New, "{odd:?}");
        }
        for text in ["[]", "7", "{\"first\":1}", "{\"first\":-1,\"last\":2}", "{\"first\":1.5,\"last\":2}"] {
            assert!(serde_json::from_str::<Familiar>(text).is_err(), "{text}");
        }
    }
}
