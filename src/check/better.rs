//! What is worth keeping of a room's name in a better one.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::name::NAME_MAX;
use crate::guess::{Kind, assess};
use crate::room::Label;

/// What the room with this name or link is known by: the words of its name (capital letters in `CamelCase` tell
/// where they begin) without what was drawn at random, shortened to what a label may hold.
pub(crate) fn recognisable(link: &str) -> Label {
    let path = link.split(['?', '#']).next().unwrap_or_default().trim().trim_end_matches('/');
    let name = path.rsplit('/').next().filter(|name| name.len() <= NAME_MAX).unwrap_or_default();
    let words = spaced(&without_numbers(&without_random(&percent_decode_str(name).decode_utf8_lossy())));
    if words.contains(char::is_alphabetic) { Label::shortened(&words) } else { Label::default() }
}

/// A name without the pieces that nobody remembers: random characters, and what only looks like them.
fn without_random(name: &str) -> Cow<'_, str> {
    // The parts are folded, which keeps every place only of ASCII.
    if !name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let mut kept = Cow::Borrowed(name);
    for part in assess(name).parts {
        let random = matches!(part.kind, Kind::Token { .. } | Kind::Uuid | Kind::Encoded);
        if let Some(at) = kept.to_ascii_lowercase().find(&part.text).filter(|_| random) {
            kept.to_mut().replace_range(at..at + part.text.len(), " ");
        }
    }
    kept
}

/// Minimum number of digits of a number that nobody should be known by: a telephone's, a PIN. A year has less.
const NUMBER_MIN: usize = 5;

/// A name without its long numbers.
fn without_numbers(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut digits = String::new();
    for letter in name.chars().map(Some).chain([None]) {
        if let Some(digit) = letter.filter(|letter| letter.is_numeric()) {
            digits.push(digit);
            continue;
        }
        kept.push_str(if digits.chars().count() < NUMBER_MIN { &digits } else { " " });
        digits.clear();
        kept.extend(letter);
    }
    kept
}

/// A name with a space before each word that begins with a capital letter: `WeeklyStandup`, `HRMeeting`.
fn spaced(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut spaced = String::with_capacity(name.len() + 8);
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after_small = before.is_some_and(char::is_lowercase);
        let ends_capitals = before.is_some_and(char::is_uppercase)
            && letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && (after_small || ends_capitals) {
            spaced.push(' ');
        }
        spaced.push(*letter);
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_name_are_kept() {
        for (link, label) in [
            ("weekly standup", "weekly-standup"),
            ("WeeklyStandup", "weekly-standup"),
            ("HRMeeting2026", "hr-meeting2026"),
            ("https://meet.jit.si/Team%20Meeting#config.x=1", "team-meeting"),
            ("https://meet.jit.si/acme/Reuni%C3%B3n/", "reunión"),
            ("https://meet.jit.si/50%", ""),
            ("4711", ""),
            ("standup-1234567", "standup"),
            ("Call+49-30-123456", "call-49-30"),
            ("🍄", ""),
            ("standup-k7mq2xw9", "standup"),
            ("AcmeWeekly-k7mq2xw9pd", "acme-weekly"),
            ("6d656574696e67", ""),
        ] {
            assert_eq!(recognisable(link).as_str(), label, "{link}");
        }
    }
}
