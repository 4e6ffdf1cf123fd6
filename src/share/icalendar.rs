//! A meeting as a calendar file.
//!
//! The form is iCalendar (RFC 5545), of which one event without repetition needs so little that it is
//! written here: 1 kB of wasm. The `ics` crate takes 12 kB for it and `icalendar` 113 kB (gzipped). The
//! tests read what is written with the latter.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::{Meeting, UtcMoment};

/// The longest line in bytes, without its end (RFC 5545, section 3.1).
const LINE_MAX: usize = 75;

/// The calendar file for `meeting`, made at the moment `now`.
///
/// Files for the same link are the same event: a calendar that is given a second one moves the first.
#[must_use]
pub fn icalendar(meeting: &Meeting, now: &UtcMoment) -> String {
    let mut file = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR".to_owned()),
        ("VERSION", "2.0".to_owned()),
        ("PRODID", "-//Hushroom//Hushroom//EN".to_owned()),
        ("BEGIN", "VEVENT".to_owned()),
        ("UID", base16ct::lower::encode_string(&Sha256::digest(&meeting.link)[..16]) + "@hushroom"),
        ("DTSTAMP", now.basic()),
        ("DTSTART", meeting.start.basic()),
        ("DTEND", meeting.end.basic()),
        ("SUMMARY", text(&meeting.title)),
        ("DESCRIPTION", text(&meeting.text)),
        ("LOCATION", text(&meeting.link)),
        ("URL", meeting.link.clone()),
        ("END", "VEVENT".to_owned()),
        ("END", "VCALENDAR".to_owned()),
    ] {
        push_folded(&mut file, &format!("{name}:{value}"));
    }
    file
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

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_line(title in "(\\PC|[\r\n\t\\\\;,:]){0,200}") {
            let meeting = Meeting { title: title.clone(), ..Meeting::example() };
            let file = super::icalendar(&meeting, &now());
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LINE_MAX);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let unfolded = file.replace("\r\n ", "");
            prop_assert_eq!(unfolded.matches("\r\n").count(), 14);
            let summary = unfolded.lines().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            prop_assert_eq!(unescaped(summary), title.replace("\r\n", "\n").replace('\r', "\n"));
        }
    }
}
