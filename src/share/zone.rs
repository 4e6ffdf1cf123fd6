//! What a calendar has to be told of a time zone, for an entry that comes back every week.
//!
//! In UTC such an entry would be an hour off from the next change of the clocks on. A calendar wants to know the zone by
//! its changes (RFC 5545, section 3.6.5), and has them from here: what the browser says of some years, as a yearly rule
//! where it is one.

use super::Civil;
use super::civil::DAY;

/// Number of years that the browser is asked about. Chosen so that a rule that a legislator has not changed yet is one
/// that was seen five times.
const YEARS: usize = 6;

/// A time zone, as far as it matters to a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Its name in the time zone database, such as `Europe/Berlin`.
    pub name: String,
    /// Minutes ahead of UTC at the beginning.
    first: i64,
    /// When that was.
    from: i64,
    changes: Vec<Change>,
}

/// The clocks are changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    /// When, in minutes since 1970 in UTC.
    at: i64,
    /// Minutes ahead of UTC until then.
    before: i64,
    /// And from then on.
    after: i64,
}

/// The days of a week as calendars write them, from Monday on.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

impl Zone {
    /// The zone `name`, in which clocks are `offset` minutes ahead of UTC at a time in minutes since 1970. Its changes are
    /// looked up from a year before `start` on.
    #[must_use]
    pub fn observe(name: &str, start: i64, offset: impl Fn(i64) -> i64) -> Self {
        let from = start - 366 * DAY;
        let mut changes = Vec::new();
        for day in 0..i64::try_from(YEARS).unwrap_or_default() * 366 {
            let (mut early, mut late) = (from + day * DAY, from + (day + 1) * DAY);
            let (before, after) = (offset(early), offset(late));
            if before == after {
                continue;
            }
            while late - early > 1 {
                let middle = early.midpoint(late);
                if offset(middle) == before {
                    early = middle;
                } else {
                    late = middle;
                }
            }
            changes.push(Change { at: late, before, after });
        }
        // The name comes from the browser, and stands in a parameter: it may not end there.
        let name =
            name.chars().filter(|sign| sign.is_ascii_alphanumeric() || "/_+-".contains(*sign)).collect();
        Self { name, first: offset(from), from, changes }
    }

    /// The lines that describe it in a calendar file, each with its name and its value.
    #[must_use]
    pub fn lines(&self) -> Vec<(&'static str, String)> {
        let mut lines = vec![("BEGIN", "VTIMEZONE".to_owned()), ("TZID", self.name.clone())];
        if let Some(rules) = self.rules() {
            for (change, rule) in rules {
                lines.extend(change.lines(Some(rule)));
            }
        } else {
            let first = Change { at: self.from, before: self.first, after: self.first };
            for change in [first].iter().chain(&self.changes) {
                lines.extend(change.lines(None));
            }
        }
        lines.push(("END", "VTIMEZONE".to_owned()));
        lines
    }

    /// The changes as yearly rules, each with the first of its kind; `None` where they follow none.
    fn rules(&self) -> Option<Vec<(Change, String)>> {
        let mut kinds: Vec<Vec<Change>> = Vec::new();
        for change in &self.changes {
            match kinds
                .iter_mut()
                .find(|kind| (kind[0].before, kind[0].after) == (change.before, change.after))
            {
                Some(kind) => kind.push(*change),
                None => kinds.push(vec![*change]),
            }
        }
        if kinds.len() != 2 {
            return None;
        }
        kinds.into_iter().map(|kind| Some((kind[0], yearly(&kind)?))).collect()
    }
}

/// The rule that these changes of one kind follow, once a year.
fn yearly(changes: &[Change]) -> Option<String> {
    if changes.len() < YEARS - 1 {
        return None;
    }
    let first = changes[0].local();
    let alike = |other: Civil| {
        (other.date().1, other.weekday(), other.minute()) == (first.date().1, first.weekday(), first.minute())
    };
    let years = (first.date().0..).zip(changes).all(|(year, change)| change.local().date().0 == year);
    if !years || !changes.iter().all(|change| alike(change.local())) {
        return None;
    }
    let nth = |civil: Civil| (civil.date().2 - 1) / 7 + 1;
    let is_last = |civil: Civil| civil.days_later(7).date().1 != civil.date().1;
    let which = if changes.iter().all(|change| is_last(change.local())) {
        -1
    } else if changes.iter().all(|change| nth(change.local()) == nth(first)) {
        nth(first)
    } else {
        return None;
    };
    let weekday = usize::try_from(first.weekday()).ok().and_then(|day| WEEKDAYS.get(day))?;
    Some(format!("FREQ=YEARLY;BYMONTH={};BYDAY={which}{weekday}", first.date().1))
}

impl Change {
    /// When the clocks that are about to be changed show it.
    const fn local(self) -> Civil {
        Civil::of_minutes(self.at + self.before)
    }

    fn lines(self, rule: Option<String>) -> Vec<(&'static str, String)> {
        let kind = if self.after > self.before { "DAYLIGHT" } else { "STANDARD" }.to_owned();
        let mut lines = vec![
            ("BEGIN", kind.clone()),
            ("DTSTART", self.local().basic()),
            ("TZOFFSETFROM", written(self.before)),
            ("TZOFFSETTO", written(self.after)),
        ];
        lines.extend(rule.map(|rule| ("RRULE", rule)));
        lines.push(("END", kind));
        lines
    }
}

/// As in `+0530` (RFC 5545, section 3.3.14).
fn written(offset: i64) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", offset.abs() / 60, offset.abs() % 60)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The 30th of November 2026, in minutes since 1970.
    pub(in crate::share) const START: i64 = 29_934_360;

    fn last_sunday(year: i64, month: i64) -> i64 {
        (0..31)
            .rev()
            .filter_map(|day| Civil::parse(&format!("{year}-{month:02}-{:02}T00:00", day + 1)))
            .find(|day| day.weekday() == 6)
            .map(Civil::minutes)
            .unwrap()
    }

    /// The European Union's rule: from the last Sunday of March to that of October, at one o'clock in UTC.
    pub(in crate::share) fn berlin(at: i64) -> i64 {
        let (year, ..) = Civil::of_minutes(at).date();
        let summer = last_sunday(year, 3) + 60..last_sunday(year, 10) + 60;
        if summer.contains(&at) { 120 } else { 60 }
    }

    fn said(zone: &Zone) -> String {
        let lines = zone.lines().into_iter().map(|(name, value)| [name, ":", &value, "\n"].concat());
        lines.collect::<Vec<_>>().concat()
    }

    #[test]
    fn summer_time_is_a_rule() {
        let said = said(&Zone::observe("Europe/Berlin", START, berlin));
        assert_eq!(
            said,
            "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\n\
             BEGIN:DAYLIGHT\nDTSTART:20260329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
             RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n\
             BEGIN:STANDARD\nDTSTART:20261025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
             RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n"
        );
    }

    #[test]
    fn where_clocks_are_never_changed_one_offset_is_all() {
        let said = said(&Zone::observe("Asia/Kolkata", START, |_| 330));
        assert!(
            said.contains(
                "BEGIN:STANDARD\nDTSTART:20251129T233000\nTZOFFSETFROM:+0530\nTZOFFSETTO:+0530\nEND"
            ),
            "{said}"
        );
        assert!(!said.contains("RRULE") && !said.contains("DAYLIGHT"), "{said}");
    }

    #[test]
    fn changes_that_follow_no_yearly_rule_are_listed() {
        // As in Morocco, where the month of fasting moves through the year.
        let zone = Zone::observe("Africa/Casablanca", START, |at| {
            if at.rem_euclid(354 * DAY) < 30 * DAY { 0 } else { 60 }
        });
        let said = said(&zone);
        assert!(!said.contains("RRULE"), "{said}");
        assert!(said.matches("BEGIN:DAYLIGHT").count() >= 5, "{said}");
        assert_eq!(written(-210), "-0330");
    }

    #[test]
    fn no_name_ends_the_line_that_it_stands_in() {
        assert_eq!(Zone::observe("A/B;X=1:\r\nC", START, |_| 0).name, "A/BX1C");
    }
}
