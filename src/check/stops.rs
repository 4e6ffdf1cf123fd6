//! Whether a sign within a link belongs to a name or to the sentence around it, where no space tells:
//! `https://meet.jit.si/standup.Bis gleich`.
//!
//! A name can hold such a sign, and so what follows decides: a sentence begins with a capital letter, in another script, or
//! with a word that sentences are made of. Where that is not enough there are two readings, and the judge takes the one
//! that is easier to guess.

use super::sentence::{is_moment, is_sentence, is_within_word, is_word_of_sentences};
use super::signs::{ends_every_link, is_unspaced, trails};

/// What a sign within a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Part of the name.
    Name,
    /// Part of the name, and just possibly its end.
    RatherName,
    /// The end of the name, and just possibly part of it.
    RatherEnd,
    /// The end of the name.
    End,
}

/// Maximum number of characters that are looked at after a sign. Chosen because the first words of a sentence have
/// fewer.
const AFTER_MAX: usize = 60;

/// A sign within a piece of a path.
pub(super) struct Stop<'a> {
    /// What the piece begins with.
    pub(super) first: Option<char>,
    /// Whether the same sign stood in the piece before.
    pub(super) is_listed: bool,
    /// The sign; `None` for a tag of HTML, which nobody sees.
    pub(super) sign: Option<char>,
    /// What follows it.
    pub(super) after: &'a str,
}

impl Stop<'_> {
    /// What the sign is.
    pub(super) fn reading(&self) -> Reading {
        let reading = self.of_words();
        // Letters that stand out are set so within a word, mostly.
        match self.sign {
            None if reading == Reading::RatherEnd => Reading::RatherName,
            _ => reading,
        }
    }

    fn of_words(&self) -> Reading {
        let near = near(self.after);
        let text = near.trim_start_matches(trails);
        let end = text.find(|c: char| !is_within_word(c)).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let Some(letter) = word.chars().next() else { return Reading::Name };
        let is_known = is_word_of_sentences(word);
        let is_over = is_known && rest.starts_with(trails);
        let rest = rest.trim_start_matches(trails);
        if !(is_over || rest.is_empty() || rest.starts_with(ends_every_link)) {
            return Reading::Name;
        }
        let goes_on = rest.trim_start_matches(' ').starts_with(char::is_alphanumeric);
        let is_capital = letter.is_uppercase();
        let is_titled = is_capital && !word.chars().skip(1).any(char::is_uppercase);
        let is_of_name = self.first.is_none_or(|first| is_latin(first) == is_latin(letter));
        if !is_of_name {
            return if is_known { Reading::End } else { Reading::RatherEnd };
        }
        if !is_capital {
            return if is_known && goes_on { Reading::RatherEnd } else { Reading::Name };
        }
        // `Team.Nord` is written as names are, and `team.Nord` is not.
        let is_alike = self.first.is_some_and(char::is_uppercase);
        if is_alike && self.is_listed {
            return Reading::Name;
        }
        match (is_known, is_titled) {
            (true, _) if goes_on || !is_alike => Reading::End,
            (true, _) => Reading::RatherEnd,
            (false, true) if !is_alike && (goes_on || word.chars().nth(1).is_some()) => Reading::RatherEnd,
            (false, true) if is_alike && goes_on => Reading::RatherName,
            (false, _) => Reading::Name,
        }
    }
}

/// Whether the slash before `after` ends a link: what follows is a time, or a sentence in a script without spaces.
pub(super) fn slash_ends(after: &str) -> bool {
    let near = near(after);
    let word = near.split(|c| ends_every_link(c) || matches!(c, '/' | '?' | '#')).next().unwrap_or_default();
    // Where a name begins in another script, the sentence begins later.
    let is_begun = word.starts_with(|c: char| c.is_numeric() || is_unspaced(c));
    let is_clock = || {
        let (hour, minute) = word.split_once(':').unwrap_or_default();
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        digits(hour) == hour.len() && (1..=2).contains(&hour.len()) && digits(minute) == 2
    };
    is_begun && word.contains(is_unspaced) && (is_moment(word) || is_sentence(word)) || is_clock()
}

/// As much of `text`, in one line, as is looked at.
fn near(text: &str) -> &str {
    let line = text.char_indices().take(AFTER_MAX).find(|(_, c)| matches!(c, '\n' | '\r'));
    let end = line.or_else(|| text.char_indices().nth(AFTER_MAX)).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// Whether `c`, where it is a letter, is of the Latin script.
fn is_latin(c: char) -> bool {
    !c.is_alphabetic() || c < '\u{370}' || matches!(c, '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(name: &str, after: &str) -> Reading {
        let is_listed = name.contains('.');
        Stop { first: name.chars().next(), is_listed, sign: Some('.'), after }.reading()
    }

    #[test]
    fn what_follows_tells_a_name_from_a_sentence() {
        for (name, after, is) in [
            ("standup", "Bis gleich", Reading::End),
            ("standup", "Danke", Reading::End),
            ("GardenClub", "See you", Reading::End),
            ("standup", "Let's go", Reading::End),
            ("standup", "PIN 1234", Reading::End),
            ("standup", "Danke.Mira", Reading::End),
            ("standup", "Спасибо", Reading::End),
            ("standup", "Mira", Reading::RatherEnd),
            ("standup", "Агенда", Reading::RatherEnd),
            ("standup", "bis gleich", Reading::RatherEnd),
            ("GardenClub", "Treffen um acht", Reading::RatherName),
            ("Team", "Nord", Reading::Name),
            ("Amber.Trumpet", "See you", Reading::Name),
            ("mira", "mueller um acht", Reading::Name),
            ("release", "2026 now", Reading::Name),
            ("k7Mq2X", "Wq9pdK now", Reading::Name),
            ("k7mq2x", "Wqp-dk now", Reading::Name),
            ("standup", "", Reading::Name),
        ] {
            assert_eq!(reading(name, after), is, "{name}.{after}");
        }
    }

    #[test]
    fn a_time_and_a_sentence_are_no_room_below_a_tenant() {
        for (after, ends) in [
            ("20時から", true),
            ("今晚八点开始", true),
            ("20:00", true),
            ("周例会", false),
            ("GardenClubです", false),
            ("GardenClub?x=1です", false),
            ("2026-07-15", false),
            ("standup", false),
            ("standup 20:00", false),
            ("", false),
        ] {
            assert_eq!(slash_ends(after), ends, "{after}");
        }
    }
}
