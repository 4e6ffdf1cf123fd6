//! A meeting as a calendar file.
//!
//! The form is iCalendar (RFC 5545), of which so little is needed that it is written here: 1 kB of wasm. The `ics`
//! crate takes 12 kB for it and `icalendar` 113 kB (gzipped). The tests read what is written with the latter.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::{Meeting, Recurring, UtcMoment};

/// The longest line in bytes, without its end (RFC 5545, section 3.1).
const LINE_MAX: usize = 75;

/// The calendar file for `meeting`, made at the moment `now`.
///
/// Files for the same link are the same event: a calendar that is given a second one moves the first.
#[must_use]
pub fn icalendar(meeting: &Meeting, now: &UtcMoment) -> String {
    series(std::slice::from_ref(meeting), now)
}

/// The calendar file for `meetings`, each of which is an event of its own with its own room.
///
/// Each is written in UTC, unlike what [`recurring`] writes: a single moment is the same everywhere and needs no
/// description of a zone, which calendars read in ways of their own. That the clocks change between two dates is reckoned
/// before, by the browser, for each date ([`Series`](super::Series)).
#[must_use]
pub fn series(meetings: &[Meeting], now: &UtcMoment) -> String {
    let events = meetings.iter().flat_map(|meeting| {
        let times = [("DTSTART", meeting.start.basic()), ("DTEND", meeting.end.basic())];
        let times = times.map(|(name, value)| (name.to_owned(), value));
        event(&meeting.title, &meeting.text, &meeting.link, now, times)
    });
    calendar(events)
}

/// The calendar file for a meeting that comes back at the same time of the day.
#[must_use]
pub fn recurring(meeting: &Recurring, now: &UtcMoment) -> String {
    let Recurring { title, text, link, start, minutes, days, zone } = meeting;
    let local = |name: &str| format!("{name};TZID={}", zone.name);
    let times = [
        (local("DTSTART"), start.basic()),
        (local("DTEND"), start.later(i64::from(*minutes)).basic()),
        ("RRULE".to_owned(), rule(*days)),
    ];
    let described = zone.lines().into_iter().map(|(name, value)| (name.to_owned(), value));
    calendar(described.chain(event(title, text, link, now, times)))
}

/// How often an event comes back that does every `days`, in weeks where it can be said (RFC 5545, section 3.3.10).
fn rule(days: u32) -> String {
    let (frequency, interval) = if days.is_multiple_of(7) { ("WEEKLY", days / 7) } else { ("DAILY", days) };
    let interval = if interval > 1 { format!(";INTERVAL={interval}") } else { String::new() };
    format!("FREQ={frequency}{interval}")
}

/// A line before it is folded: its name with its parameters, and its value.
type Line = (String, String);

fn calendar(parts: impl IntoIterator<Item = Line>) -> String {
    let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let lines = [
        own("BEGIN", "VCALENDAR"),
        own("VERSION", "2.0"),
        own("PRODID", "-//Hushroom//Hushroom//EN"),
        // Outlook takes a file with several events for a calendar to be published only if it says so.
        own("METHOD", "PUBLISH"),
    ];
    let mut file = String::new();
    for (name, value) in lines.into_iter().chain(parts).chain([own("END", "VCALENDAR")]) {
        push_folded(&mut file, &format!("{name}:{value}"));
    }
    file
}

fn event(
    title: &str,
    words: &str,
    link: &str,
    now: &UtcMoment,
    times: impl IntoIterator<Item = Line>,
) -> Vec<Line> {
    let own = |(name, value): (&str, String)| (name.to_owned(), value);
    let uid = base16ct::lower::encode_string(&Sha256::digest(link)[..16]) + "@hushroom";
    let before =
        [("BEGIN", "VEVENT".to_owned()), ("UID", uid), ("DTSTAMP", now.basic())].into_iter().map(own);
    let after = [
        ("SUMMARY", text(title)),
        ("DESCRIPTION", text(words)),
        ("LOCATION", text(link)),
        ("URL", link.to_owned()),
        ("END", "VEVENT".to_owned()),
    ];
    before.chain(times).chain(after.into_iter().map(own)).collect()
}

/// A value of the type TEXT (RFC 5545, section 3.3.11).
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => {
                let _ = write!(escaped, "\\{character}");
            }
            '\n' | '\r' => escaped.push_str("\\n"),
            // No control character may stand in a text.
            control if control.is_control() && control != '\t' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Adds a line, folded into lines of at most [`LINE_MAX`] bytes between characters.
fn push_folded(file: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LINE_MAX {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::zone::tests::{START, berlin};
    use crate::share::{Civil, Zone};
    use icalendar::{Calendar, Component as _, Event, EventLike as _};
    use proptest::prelude::*;

    fn now() -> UtcMoment {
        UtcMoment::from_iso("2026-11-22T12:00:00.000Z").unwrap()
    }

    fn event(meeting: &Meeting) -> Event {
        let calendar: Calendar = super::icalendar(meeting, &now()).parse().unwrap();
        assert_eq!(calendar.components.len(), 1);
        calendar.components[0].as_event().unwrap().clone()
    }

    /// A text as it was before it was escaped.
    fn unescaped(text: &str) -> String {
        let mut characters = text.chars();
        let mut plain = String::new();
        while let Some(character) = characters.next() {
            match (character, character == '\\') {
                (_, true) => plain.extend(characters.next().map(|c| if c == 'n' { '\n' } else { c })),
                (other, false) => plain.push(other),
            }
        }
        plain
    }

    #[test]
    fn another_library_reads_the_meeting() {
        let meeting = Meeting::example();
        let event = event(&meeting);
        assert_eq!(event.get_summary(), Some(meeting.title.as_str()));
        assert_eq!(event.get_description(), Some(meeting.text.as_str()));
        assert_eq!(event.get_url(), Some(meeting.link.as_str()));
        assert_eq!(event.get_location(), Some(meeting.link.as_str()));
        let utc = |time: Option<icalendar::DatePerhapsTime>| match time {
            Some(icalendar::DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Utc(at))) => {
                at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
            }
            other => panic!("not in UTC: {other:?}"),
        };
        assert_eq!(utc(event.get_start()), "2026-11-22T20:30:00Z");
        assert_eq!(utc(event.get_end()), "2026-11-22T21:15:00Z");
        assert_eq!(event.property_value("DTSTAMP"), Some("20261122T120000Z"));
    }

    #[test]
    fn the_same_room_at_another_time_is_the_same_event() {
        let first = Meeting::example();
        let later = Meeting { start: now(), ..first.clone() };
        let other = Meeting { link: "https://meet.jit.si/other".to_owned(), ..first.clone() };
        assert_eq!(event(&first).get_uid(), event(&later).get_uid());
        assert_ne!(event(&first).get_uid(), event(&other).get_uid());
    }

    #[test]
    fn every_date_of_a_series_is_an_event_with_a_room_of_its_own() {
        let at = |day: u32| Meeting {
            link: format!("https://meet.jit.si/room-{day}#config.a=true&config.b=true"),
            text: format!("Join: https://meet.jit.si/room-{day}#config.a=true&config.b=true"),
            start: UtcMoment::from_iso(&format!("2026-12-{day:02}T09:00:00Z")).unwrap(),
            end: UtcMoment::from_iso(&format!("2026-12-{day:02}T10:00:00Z")).unwrap(),
            ..Meeting::example()
        };
        let meetings = [1, 8, 15, 22].map(at);
        let file = series(&meetings, &now());
        let calendar: Calendar = file.parse().unwrap();
        assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
        assert_eq!(calendar.components.len(), 4);
        let mut seen = std::collections::HashSet::new();
        for (component, meeting) in calendar.components.iter().zip(&meetings) {
            let event = component.as_event().unwrap();
            assert_eq!(event.get_url(), Some(meeting.link.as_str()));
            assert_eq!(event.get_description(), Some(meeting.text.as_str()), "& stays what it is");
            assert_eq!(event.property_value("DTSTART"), Some(meeting.start.basic().as_str()));
            assert!(event.property_value("RRULE").is_none());
            assert!(seen.insert(event.get_uid().unwrap().to_owned()), "two dates are one event");
        }
    }

    #[test]
    fn what_comes_back_does_so_at_the_time_of_the_clock_on_the_wall() {
        let meeting = Recurring {
            title: "Jour fixe; Büro, 3".to_owned(),
            text: "Join:\nhttps://meet.jit.si/a-b".to_owned(),
            link: "https://meet.jit.si/a-b".to_owned(),
            start: Civil::parse("2026-12-02T23:30").unwrap(),
            minutes: 45,
            days: 14,
            zone: Zone::observe("Europe/Berlin", START, berlin),
        };
        let file = recurring(&meeting, &now());
        assert!(file.split("\r\n").all(|line| line.len() <= LINE_MAX));
        assert!(file.find("BEGIN:VTIMEZONE") < file.find("BEGIN:VEVENT"));
        let calendar: Calendar = file.parse().unwrap();
        let event = calendar.components.iter().find_map(|component| component.as_event()).unwrap();
        assert_eq!(event.property_value("RRULE"), Some("FREQ=WEEKLY;INTERVAL=2"));
        assert_eq!([1, 3, 7].map(rule), ["FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY"]);
        assert_eq!(event.get_summary(), Some(meeting.title.as_str()));
        let at = |time: Option<icalendar::DatePerhapsTime>| match time {
            Some(icalendar::DatePerhapsTime::DateTime(icalendar::CalendarDateTime::WithTimezone {
                date_time,
                tzid,
            })) => (date_time.to_string(), tzid),
            other => panic!("not in a zone: {other:?}"),
        };
        let zone = "Europe/Berlin".to_owned();
        assert_eq!(at(event.get_start()), ("2026-12-02 23:30:00".to_owned(), zone.clone()));
        assert_eq!(at(event.get_end()), ("2026-12-03 00:15:00".to_owned(), zone));
    }

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_line(title in "(\\PC|[\r\n\t\u{7}\\\\;,:]){0,200}") {
            let meeting = Meeting { title: title.clone(), ..Meeting::example() };
            let file = super::icalendar(&meeting, &now());
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LINE_MAX);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = file.replace("\r\n ", "");
            prop_assert_eq!(unfolded.matches("\r\n").count(), 15);
            let summary = unfolded.lines().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            prop_assert_eq!(unescaped(summary), title.replace("\r\n", "\n").replace('\r', "\n").replace('\u{7}', ""));
        }
    }
}
