//! Whether a sign within a link belongs to a name or to the sentence around it, where no space tells:
//! `https://meet.jit.si/standup.Bis gleich`.
//!
//! A name can hold such a sign, and so what follows decides: a sentence begins with a capital letter, in another script, or
//! with a word that sentences are made of. Where that is not enough there are two readings, and the judge takes the one
//! that is easier to guess.

use super::moment::is_moment;
use super::sentence::{begins_a_secret, is_sentence, is_within_word, is_word_of_sentences};
use super::signs::{ends_every_link, is_unspaced, trails};
use crate::guess::{Kind, assess};

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
        let Some(next) = Next::of(self.after) else { return Reading::Name };
        if self.first.is_some_and(|first| is_latin(first) != is_latin(next.letter)) {
            return if next.is_known { Reading::End } else { Reading::RatherEnd };
        }
        // `Team.Nord` is written as names are, and `team.Nord` is not.
        let is_alike = self.first.is_some_and(char::is_uppercase);
        match next.case {
            Case::Small if next.is_known && (next.goes_on || is_unspaced(next.letter)) => Reading::RatherEnd,
            Case::Small if self.is_comma() => Reading::RatherName,
            Case::Small | Case::Mixed => Reading::Name,
            _ if is_alike && self.is_listed => Reading::Name,
            _ if next.is_known && (next.goes_on || !is_alike) => Reading::End,
            _ if next.is_known || !is_alike || self.is_comma() => Reading::RatherEnd,
            Case::Titled if next.goes_on && is_plain(next.word) => Reading::RatherEnd,
            Case::Titled if next.goes_on => Reading::RatherName,
            Case::Titled | Case::Capitals => Reading::Name,
        }
    }

    /// Whether the sign is one that nobody writes into a name, and that Jitsi strips from one.
    fn is_comma(&self) -> bool {
        matches!(self.sign, Some(',' | ';'))
    }
}

/// The word after a sign.
struct Next<'a> {
    word: &'a str,
    letter: char,
    case: Case,
    /// Whether sentences are made of it.
    is_known: bool,
    /// Whether more words follow in the line.
    goes_on: bool,
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Small,
    Titled,
    /// As abbreviations are.
    Capitals,
    /// As no word is.
    Mixed,
}

/// Maximum number of letters of an abbreviation.
const CAPITALS_MAX: usize = 4;

impl<'a> Next<'a> {
    /// The word at the beginning of `after`; `None` where there is none, or no more than part of something else.
    fn of(after: &'a str) -> Option<Self> {
        let text = near(after).trim_start_matches(trails);
        let end = text.find(|c: char| !is_within_word(c)).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let letter = word.chars().next()?;
        let is_known = is_word_of_sentences(word)
            || word.contains(is_unspaced) && (is_moment(word) || is_sentence(word));
        // A sentence goes on after its first word with whatever it likes, and what has a colon is a heading.
        let is_over = is_known && rest.starts_with(|c| trails(c) || c == '-') || rest.starts_with(':');
        let rest = rest.trim_start_matches(trails);
        if !(is_over || rest.is_empty() || rest.starts_with(ends_every_link)) {
            return None;
        }
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let letters = word.chars().count();
        let case = if !letter.is_uppercase() {
            Case::Small
        } else if capitals == 1 && letters > 1 || is_known {
            Case::Titled
        } else if (2..=CAPITALS_MAX).contains(&letters) && capitals == letters {
            Case::Capitals
        } else if letters == 1 && rest.starts_with(' ') {
            Case::Titled
        } else {
            Case::Mixed
        };
        let goes_on = rest.trim_start_matches(' ').starts_with(char::is_alphanumeric);
        Some(Self { word, letter, case, is_known, goes_on })
    }
}

/// Whether `word` is an ordinary one, and not what meetings, people or places are called.
fn is_plain(word: &str) -> bool {
    matches!(&assess(word).parts[..], [only] if matches!(only.kind, Kind::Word { rank: Some(_), .. }))
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
    let is_said =
        || is_moment(word) || is_sentence(word) || is_word_of_sentences(word) || begins_a_secret(word);
    is_begun && word.contains(is_unspaced) && is_said() || is_clock()
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
            ("standup", "VG Mira", Reading::RatherEnd),
            ("standup", "Nord-alle", Reading::Name),
            ("standup", "Rejoignez-nous", Reading::End),
            ("GardenClub", "Bring cake", Reading::RatherEnd),
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
            ("密码1234", true),
            ("パスワードなし", true),
            ("오늘", true),
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
