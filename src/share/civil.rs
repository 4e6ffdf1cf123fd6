//! A day and a time as a clock on the wall shows them, wherever that wall is.

use std::fmt;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;

/// A day and a time to the minute, without a zone, by the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil(i64);

impl Civil {
    /// The time `minutes` after the beginning of 1970.
    #[must_use]
    pub const fn of_minutes(minutes: i64) -> Self {
        Self(minutes)
    }

    /// Minutes from the beginning of 1970 until then.
    #[must_use]
    pub const fn minutes(self) -> i64 {
        self.0
    }

    /// Reads a time as a field of the type `datetime-local` gives it: `2027-07-01T09:30`, whose seconds are dropped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = |from: usize, to: usize| {
            let digits = text.get(from..to).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
            digits.parse::<i64>().ok()
        };
        let marks = [(4, '-'), (7, '-'), (10, 'T'), (13, ':')];
        if !marks.into_iter().all(|(at, mark)| text.get(at..).is_some_and(|rest| rest.starts_with(mark))) {
            return None;
        }
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute) = (number(11, 13)?, number(14, 16)?);
        let civil = Self(days_until(year, month, day) * DAY + hour * 60 + minute);
        // A day or an hour that does not exist would be another one.
        (civil.to_string() == text.get(..16)?).then_some(civil)
    }

    /// The same, this many minutes later.
    #[must_use]
    pub const fn later(self, minutes: i64) -> Self {
        Self(self.0 + minutes)
    }

    /// The same time of the day, this many days later.
    #[must_use]
    pub const fn days_later(self, days: u32) -> Self {
        self.later(days as i64 * DAY)
    }

    /// The year, the month from 1 and the day from 1.
    #[must_use]
    pub const fn date(self) -> (i64, i64, i64) {
        // As Howard Hinnant's `civil_from_days`: a year begins in March, so that the day that leaps comes last.
        let days = self.0.div_euclid(DAY) + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }

    /// The minute of the day.
    #[must_use]
    pub const fn minute(self) -> i64 {
        self.0.rem_euclid(DAY)
    }

    /// The day of the week, Monday being 0.
    #[must_use]
    pub const fn weekday(self) -> i64 {
        // The first day of 1970 was a Thursday.
        (self.0.div_euclid(DAY) + 3).rem_euclid(7)
    }

    /// As in `20270701T093000`: the form of calendar files (RFC 5545, section 3.3.5).
    #[must_use]
    pub fn basic(&self) -> String {
        self.to_string().replace(['-', ':'], "") + "00"
    }
}

impl fmt::Display for Civil {
    /// As in `2027-07-01T09:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((year, month, day), minute) = (self.date(), self.minute());
        write!(f, "{year:04}-{month:02}-{day:02}T{:02}:{:02}", minute / 60, minute % 60)
    }
}

/// The days from the beginning of 1970 until this one: Howard Hinnant's `days_from_civil`.
const fn days_until(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
    use proptest::prelude::*;

    #[test]
    fn what_no_clock_shows_is_no_time() {
        for text in
            ["", "2027-07-01", "2027-02-29T10:00", "2027-13-01T10:00", "2027-01-01T24:00", "2027-01-01 10:00"]
        {
            assert_eq!(Civil::parse(text), None, "{text}");
        }
        assert_eq!(Civil::parse("2028-02-29T23:59:30").unwrap().basic(), "20280229T235900");
    }

    proptest! {
        #[test]
        fn another_library_counts_the_same(minutes in -30_000_000_i64..4_000_000_000, days in 0_u32..1_000) {
            let civil = Civil::of_minutes(minutes);
            let theirs = chrono::DateTime::from_timestamp(minutes * 60, 0).unwrap().naive_utc();
            prop_assume!((0..=9998).contains(&theirs.year()));
            prop_assert_eq!(civil.to_string(), theirs.format("%Y-%m-%dT%H:%M").to_string());
            prop_assert_eq!(civil.weekday(), i64::from(theirs.weekday().num_days_from_monday()));
            prop_assert_eq!(Civil::parse(&civil.to_string()), Some(civil));
            let later: NaiveDateTime = theirs + chrono::TimeDelta::days(days.into());
            prop_assert_eq!(civil.days_later(days).basic(), later.format("%Y%m%dT%H%M00").to_string());
        }
    }

    #[test]
    fn the_first_day_is_where_another_library_has_it() {
        assert_eq!(Civil::of_minutes(0).date(), (1970, 1, 1));
        assert_eq!(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap().weekday(), chrono::Weekday::Thu);
    }
}
