//! Links that open a letter or a calendar with an invitation filled in.

use percent_encoding::utf8_percent_encode;

use super::Meeting;
use crate::platform::RESERVED;

/// A letter to nobody yet (RFC 6068). It is opened in the user's own mail program.
#[must_use]
pub fn mailto(subject: &str, body: &str) -> String {
    // The standard wants line breaks as %0D%0A.
    let body = body.replace("\r\n", "\n").replace('\n', "\r\n");
    with_query("mailto:", &[("subject", subject), ("body", &body)])
}

/// A page of Google Calendar with a new entry. Opening it tells Google all that stands in `meeting`.
#[must_use]
pub fn google_calendar(meeting: &Meeting) -> String {
    let dates = format!("{}/{}", meeting.start.basic(), meeting.end.basic());
    with_query(
        "https://calendar.google.com/calendar/render",
        &[
            ("action", "TEMPLATE"),
            ("text", &meeting.title),
            ("dates", &dates),
            ("details", &meeting.text),
            ("location", &meeting.link),
        ],
    )
}

/// A page of Outlook.com with a new entry. Opening it tells Microsoft all that stands in `meeting`.
#[must_use]
pub fn outlook(meeting: &Meeting) -> String {
    with_query(
        "https://outlook.live.com/calendar/0/deeplink/compose",
        &[
            ("path", "/calendar/action/compose"),
            ("rru", "addevent"),
            ("subject", &meeting.title),
            ("startdt", &meeting.start.to_string()),
            ("enddt", &meeting.end.to_string()),
            ("body", &meeting.text),
            ("location", &meeting.link),
        ],
    )
}

fn with_query(address: &str, pairs: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, RESERVED)))
        .collect();
    format!("{address}?{}", pairs.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;
    use url::Url;

    fn query(link: &str) -> HashMap<String, String> {
        Url::parse(link).unwrap().query_pairs().into_owned().collect()
    }

    #[test]
    fn a_letter_says_what_it_was_given() {
        let letter = mailto("A & B? 50%", "Join:\nhttps://meet.jit.si/a#config.x=true&config.y=true\r\n");
        assert!(
            letter.starts_with("mailto:?subject=A%20%26%20B%3F%2050%25&body=Join%3A%0D%0Ahttps%3A%2F%2F")
        );
        assert_eq!(query(&letter)["body"], "Join:\r\nhttps://meet.jit.si/a#config.x=true&config.y=true\r\n");
    }

    #[test]
    fn calendars_are_given_the_whole_meeting() {
        let meeting = Meeting::example();
        let google = query(&google_calendar(&meeting));
        assert_eq!(google["action"], "TEMPLATE");
        assert_eq!(google["dates"], "20261122T203000Z/20261122T211500Z");
        assert_eq!([&google["text"], &google["details"]], [&meeting.title, &meeting.text]);
        assert_eq!(google["location"], meeting.link);
        let outlook = query(&outlook(&meeting));
        assert_eq!(outlook["path"], "/calendar/action/compose");
        assert_eq!(
            [&outlook["startdt"], &outlook["enddt"]],
            ["2026-11-22T20:30:00Z", "2026-11-22T21:15:00Z"]
        );
        assert_eq!([&outlook["subject"], &outlook["body"]], [&meeting.title, &meeting.text]);
        assert_eq!(outlook["location"], meeting.link);
    }

    proptest! {
        #[test]
        fn no_text_breaks_out_of_its_value(subject in "\\PC{0,60}") {
            let meeting = Meeting { title: subject.clone(), ..Meeting::example() };
            prop_assert_eq!(&query(&google_calendar(&meeting))["text"], &subject);
            prop_assert_eq!(&query(&outlook(&meeting))["subject"], &subject);
            let letter = query(&mailto(&subject, "b"));
            prop_assert_eq!((&letter["subject"], letter["body"].as_str(), letter.len()), (&subject, "b", 2));
        }
    }
}
