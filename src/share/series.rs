//! Many dates of one meeting.

use super::Civil;

/// Maximum number of dates. Chosen because that is a year of weeks, and a calendar takes it at once.
pub const DATES_MAX: u32 = 52;

/// A meeting on several dates, each as many days after the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series {
    days: u32,
    dates: u32,
}

impl Series {
    /// A meeting on this many `dates`, each this many `days` after the one before; `None` for what is no series, or more
    /// than [`DATES_MAX`].
    #[must_use]
    pub fn new(days: u32, dates: u32) -> Option<Self> {
        ((1..=31).contains(&days) && (2..=DATES_MAX).contains(&dates)).then_some(Self { days, dates })
    }

    /// When each begins if the first does at `start`: at the same time of the day, whatever the clocks are changed to
    /// between them.
    pub fn starts(self, start: Civil) -> impl Iterator<Item = Civil> {
        (0..self.dates).map(move |date| start.days_later(date * self.days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_equally_far_apart() {
        let start = Civil::parse("2028-02-22T09:30").unwrap();
        let starts: Vec<String> =
            Series::new(7, 3).unwrap().starts(start).map(|date| date.to_string()).collect();
        assert_eq!(starts, ["2028-02-22T09:30", "2028-02-29T09:30", "2028-03-07T09:30"]);
    }

    #[test]
    fn what_is_no_series_is_refused() {
        for (days, dates) in [(0, 2), (7, 1), (7, 0), (7, DATES_MAX + 1), (32, 2)] {
            assert_eq!(Series::new(days, dates), None, "{days} {dates}");
        }
    }
}
