//! Is a text without links a sentence, or could it be a name?
//!
//! A name of a room says what is met for: nouns. A sentence says who does what, and when. So the words that tell one from
//! the other are few in each language, and the commonest: the table `sentences.txt`.

use std::sync::OnceLock;

use super::signs::{ends_every_link, is_unspaced};
use crate::guess::{Kind, Verdict, assess};
use crate::platform::{is_mark, lower_case};

const SENTENCES: &str = include_str!("sentences.txt");

/// Maximum number of letters of a name in a script that has no spaces between words, where a sign is a word, and where it is
/// a sound. Chosen because no name in the tests has more, and a sentence has, mostly.
const SIGNS_MAX: usize = 16;
const SOUNDS_MAX: usize = 30;

/// Whether `text` is a sentence or part of one.
pub(super) fn is_sentence(text: &str) -> bool {
    is_punctuated(text) || is_long(text) || is_worded(text) || is_unknown(text)
}

/// Whether `text` looks strong to the judge of names for nothing but words that it does not know: words that were not
/// drawn. Where somebody writes as people write, with spaces or in a script that has none, that is a language that it
/// does not know well enough.
fn is_unknown(text: &str) -> bool {
    let is_written = text.contains(char::is_whitespace) || text.contains(is_unspaced);
    let assessment =
        is_written.then(|| assess(text)).filter(|assessment| assessment.verdict == Verdict::Strong);
    assessment.is_some_and(|a| a.parts.iter().any(|part| matches!(part.kind, Kind::Unknown | Kind::Signs)))
}

/// Whether `text` is called as meetings are, or has no spaces and is no word that sentences are made of: what is written
/// with spaces may always be a sentence in a language that nobody here knows. A passphrase is a name, too.
pub(super) fn names_a_meeting(text: &str) -> bool {
    if !text.contains(char::is_whitespace) {
        return !is_word_of_sentences(text);
    }
    let assessment = assess(text);
    // Jour fixe, stand up: one word, written as two.
    let is_one_word = || {
        let joined: String = text.split_whitespace().collect();
        matches!(&assess(&joined).parts[..], [only] if matches!(only.kind, Kind::Meeting { .. }))
    };
    let is_passphrase = || {
        let is_drawn = |kind| matches!(kind, Kind::Word { .. } | Kind::Generator { .. } | Kind::Token { .. });
        assessment.verdict == Verdict::Strong && assessment.parts.iter().all(|part| is_drawn(part.kind))
    };
    let is_name = |kind| {
        matches!(
            kind,
            Kind::Meeting { .. }
                | Kind::PersonName
                | Kind::Place
                | Kind::Line
                | Kind::SchoolClass
                | Kind::Weekday
        )
    };
    assessment.parts.iter().any(|part| is_name(part.kind)) || is_passphrase() || is_one_word()
}

/// Whether `text` is an exclamation or a question of one word, which names no meeting.
pub(super) fn is_exclaimed(text: &str) -> bool {
    let word = text.trim_end_matches(['!', '?']);
    let is_plain = |kind| matches!(kind, Kind::Word { rank: Some(_), .. } | Kind::PersonName);
    word.len() < text.len()
        && word.chars().all(is_within_word)
        && matches!(&assess(word).parts[..], [only] if is_plain(only.kind))
}

/// Whether `c` stands within a word: a letter, a mark or an apostrophe.
pub(super) fn is_within_word(c: char) -> bool {
    c.is_alphabetic() || is_mark(c) || matches!(c, '\'' | '’')
}

/// Whether punctuation joins the words of `text` to a sentence.
fn is_punctuated(text: &str) -> bool {
    let ends = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?');
    let words: Vec<&str> = text.split_whitespace().collect();
    // A number with a full stop says which one, in many languages.
    let is_ordinal = |word: &str| word.trim_end_matches('.').chars().all(char::is_numeric);
    let between = words
        .split_last()
        .is_some_and(|(_, before)| before.iter().any(|word| word.ends_with(ends) && !is_ordinal(word)));
    let is_sign =
        |c: char| !c.is_ascii() && !c.is_whitespace() && ends_every_link(c) && !matches!(c, '·' | '・');
    between || words.len() > 2 && text.ends_with(ends) || text.contains(is_sign)
}

/// Whether `text` is longer than names in its script are.
fn is_long(text: &str) -> bool {
    let signs = text.chars().filter(|c| *c > '\u{2e7f}' && is_unspaced(*c)).count();
    let sounds = text.chars().filter(|c| *c < '\u{2e80}' && is_unspaced(*c) && c.is_alphabetic()).count();
    signs > SIGNS_MAX || sounds > SOUNDS_MAX
}

/// Whether words of sentences stand in `text`.
fn is_worded(text: &str) -> bool {
    let text = lower_case(text).replace('’', "'");
    let is_part = |c: char| c.is_alphanumeric() || c == '\'' || is_mark(c);
    let words: Vec<&str> = text.split(|c| !is_part(c)).filter(|word| !word.is_empty()).collect();
    let is_spaced = words.len() > 1 && text.trim().contains(char::is_whitespace);
    if !is_spaced && !text.contains(is_unspaced) {
        return false;
    }
    let table = Table::get();
    is_spaced && words.iter().any(|word| table.words.contains(word))
        || text.contains(is_unspaced)
            && (table.pieces.iter().any(|piece| text.contains(piece))
                || words
                    .iter()
                    .any(|word| table.ends.iter().any(|end| word.len() > end.len() && word.ends_with(end))))
}

/// Whether sentences are made of `word`, which stands alone.
pub(super) fn is_word_of_sentences(word: &str) -> bool {
    Table::get().words.contains(&&*lower_case(word).replace('’', "'"))
}

/// Whether `line` says that a PIN or a password follows, or is nothing but what that is called.
pub(super) fn calls_a_secret(line: &str) -> bool {
    let line = lower_case(line);
    let line = line.trim_end_matches(|c: char| !(c.is_alphanumeric() || is_mark(c)));
    let last = line.split(char::is_whitespace).next_back().unwrap_or_default();
    Table::get().secrets.contains(&last)
}

/// Whether `text` begins with what a PIN or a password is called, in a script without spaces.
pub(super) fn begins_a_secret(text: &str) -> bool {
    Table::get().secrets.iter().any(|secret| secret.contains(is_unspaced) && text.starts_with(secret))
}

/// Maximum number of words before a link that announce what it leads to. Chosen because more are a sentence about something
/// else.
const ANNOUNCING: usize = 4;

/// Minimum number of bytes of a word that others end with. Chosen because many end with a shorter one by chance.
const COMPOUND: usize = 5;

/// Whether `before`, what stands before a link, says that it leads to a room.
pub(super) fn announces_a_room(before: &str) -> bool {
    let before = lower_case(before);
    let is_room = |word: &str| Table::get().rooms.iter().any(|room| is_one_of(word, room));
    words_of(&before).rev().take(ANNOUNCING).any(is_room)
}

/// Whether a PIN or a password is spoken of anywhere in `line`.
pub(super) fn holds_a_secret(line: &str) -> bool {
    let line = lower_case(line);
    words_of(&line).any(|word| Table::get().secrets.iter().any(|secret| is_one_of(word, secret)))
}

/// The word at the beginning of `text` that says that a name follows.
pub(super) fn naming_word(text: &str) -> Option<&str> {
    let is_over = |rest: &str| !rest.starts_with(is_within_word);
    Table::get().naming.iter().find_map(|naming| {
        let (word, rest) = text.split_at_checked(naming.len())?;
        let is_it = lower_case(word) == *naming && (naming.contains(is_unspaced) || is_over(rest));
        is_it.then_some(word)
    })
}

fn words_of(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || is_mark(c))).filter(|word| !word.is_empty())
}

/// Whether `word` is `one`, or ends with what it is one of, as in many languages: Videokonferenz.
fn is_one_of(word: &str, one: &str) -> bool {
    word == one
        || if one.contains(is_unspaced) {
            word.contains(one)
        } else {
            one.len() >= COMPOUND && word.ends_with(one)
        }
}

/// The table, read.
#[derive(Default)]
struct Table {
    /// What PINs, passwords and numbers of meetings are called.
    secrets: Vec<&'static str>,
    /// What rooms and meetings are called.
    rooms: Vec<&'static str>,
    /// What stands between a room and its name.
    naming: Vec<&'static str>,
    /// Whole words.
    words: Vec<&'static str>,
    /// What words end with.
    ends: Vec<&'static str>,
    /// Words of scripts without spaces.
    pieces: Vec<&'static str>,
}

impl Table {
    fn get() -> &'static Self {
        static READ: OnceLock<Table> = OnceLock::new();
        READ.get_or_init(|| {
            let mut table = Self::default();
            for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
                let (of, words) = line.split_once(' ').unwrap_or((line, ""));
                for word in words.split(' ') {
                    match (of, word.strip_prefix('-')) {
                        ("secret", _) => table.secrets.push(word),
                        ("room", _) => table.rooms.push(word),
                        ("naming", _) => table.naming.push(word),
                        (_, Some(end)) => table.ends.push(end),
                        _ if word.contains(is_unspaced) && !word.contains(is_hangul) => {
                            table.pieces.push(word);
                        }
                        _ => table.words.push(word),
                    }
                }
            }
            table
        })
    }
}

const fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_word_of_the_table_is_found_as_it_stands_there() {
        let table = Table::get();
        for word in &table.secrets {
            assert!(calls_a_secret(&format!("Our {}:", word.to_uppercase())), "{word}");
        }
        for room in &table.rooms {
            assert!(announces_a_room(&format!("Our {room}: ")), "{room}");
        }
        for word in &table.naming {
            assert_eq!(naming_word(&format!("{word} standup")), Some(*word));
        }
        for word in table.words.iter().chain(&table.ends).chain(&table.pieces) {
            assert_eq!(lower_case(word), **word);
            assert!(!word.contains(|c: char| !(c.is_alphanumeric() || c == '\'' || is_mark(c))), "{word}");
        }
        for word in &table.words {
            assert!(is_worded(&format!("{word} standup")), "{word}");
        }
        let lines = SENTENCES.lines().filter(|line| !line.starts_with('#'));
        let languages: Vec<_> = lines.filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(languages.iter().collect::<BTreeSet<_>>().len(), languages.len());
    }

    #[test]
    fn what_is_written_with_spaces_is_a_name_where_it_is_called_as_meetings_are() {
        for name in [
            "weekly standup",
            "Grupo de lectura",
            "Familie Müller",
            "amber trumpet lagoon visor",
            "读书会",
            "Jour fixe",
            "Check in",
        ] {
            assert!(names_a_meeting(name), "{name}");
        }
        for text in ["Neslyším tě", "Sesin gelmiyor", "Danke", "hello", "Спасибо"] {
            assert!(!names_a_meeting(text), "{text}");
        }
    }
}
