//! Lines that iCalendar has folded (RFC 5545, section 3.1): a line break and one space are nothing.

use std::borrow::Cow;

/// What the lines of an invitation begin with that can hold a link. In capitals, and with no space after the colon:
/// so programs write them, and people do not.
const PROPERTIES: [&str; 9] =
    ["BEGIN", "DESCRIPTION", "LOCATION", "SUMMARY", "URL", "CONFERENCE", "X-ALT-DESC", "COMMENT", "NOTE"];

/// `text` with its folded lines joined, if it holds a calendar's entries.
pub(super) fn unfolded(text: &str) -> Cow<'_, str> {
    if !text.lines().any(is_property) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_prefix([' ', '\t']) {
            Some(continued) if plain.ends_with('\n') => {
                plain.truncate(plain.trim_end_matches(['\n', '\r']).len());
                plain.push_str(continued);
            }
            _ => plain.push_str(line),
        }
    }
    Cow::Owned(plain)
}

fn is_property(line: &str) -> bool {
    PROPERTIES.iter().any(|name| {
        line.strip_prefix(name).is_some_and(|rest| {
            let value = rest.split_once(':').map(|(_, value)| value).filter(|_| rest.starts_with([';', ':']));
            value.is_some_and(|value| !value.starts_with(char::is_whitespace))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_lines_of_a_calendar_are_joined() {
        for (text, plain) in [
            (
                "DESCRIPTION:https://meet.jit.si/stand\r\n up\r\nUID:1",
                "DESCRIPTION:https://meet.jit.si/standup\r\nUID:1",
            ),
            ("URL;VALUE=URI:https://a/\n\tb", "URL;VALUE=URI:https://a/b"),
            ("LOCATION: https://a/b\n password", "LOCATION: https://a/b\n password"),
            ("Location:https://a/b\n password", "Location:https://a/b\n password"),
        ] {
            assert_eq!(unfolded(text), plain, "{text}");
        }
    }
}
