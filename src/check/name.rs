//! What stands in a text without links: a name, or none.

use super::signs::is_wide_punctuation;

/// Maximum number of words of a name that is typed with spaces. Chosen because a sentence has more, mostly.
const WORDS_MAX: usize = 4;

/// Maximum number of characters of a name that is typed with spaces. Chosen because what is longer is a sentence, also in
/// a script that has no spaces between words.
const SPACED_MAX: usize = 40;

/// Maximum number of names that are offered. Chosen because a popup has no room for more.
const OFFERED_MAX: usize = 3;

/// The only name that `text` is; `None` for sentences, telephone numbers, and several lines.
pub(super) fn single(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.contains(['\n', '\r']) && is_name(text)).then_some(text)
}

/// Names that stand on a line of their own in `text`.
pub(super) fn on_lines(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| is_name(line)) {
        if names.len() == OFFERED_MAX {
            break;
        }
        if !names.iter().any(|name| name == line) {
            names.push(line.to_owned());
        }
    }
    names
}

/// A name without the settings that stand behind it as in a link, which may hold another address.
fn name_of(text: &str) -> &str {
    text.split(['#', '?']).next().unwrap_or_default()
}

/// Maximum number of bytes of a name. Chosen because browsers take no longer addresses.
const NAME_MAX: usize = 2000;

fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().take(WORDS_MAX + 1).count();
    let is_one = words == 1 || words <= WORDS_MAX && text.chars().take(SPACED_MAX + 1).count() <= SPACED_MAX;
    let is_short = (1..=NAME_MAX).contains(&text.len()) && is_one;
    let has_address = if text.contains(char::is_whitespace) { text } else { name_of(text) }.contains("://");
    let is_other = has_address || is_mail_address(text) || text.contains("</");
    is_short && text.contains(char::is_alphanumeric) && !is_other && !is_number(text) && !is_sentence(text)
}

/// Whether `text` holds the address of somebody's mail.
fn is_mail_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(_, host)| host.contains('.'))
}

/// Minimum number of digits of a number to be dialled, with signs between them. Chosen because numbers of towns and
/// villages have as many.
const DIALLED: usize = 6;

/// Minimum number of digits of a PIN or of a number to be dialled that a word says what it is. Chosen because PINs have as
/// many.
const NAMED: usize = 4;

/// Whether `text` is a telephone number or a PIN, as people write them, with a word that says so or without. Digits alone
/// can be a name, and so can a word and a year.
fn is_number(text: &str) -> bool {
    let is_part = |c: char| {
        c.is_numeric()
            || matches!(c, ' ' | '+' | '-' | '.' | '(' | ')' | '/' | '#' | '*' | ',' | ';' | '\u{a0}')
    };
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).count();
    if text.chars().all(is_part) {
        let is_spaced = text.contains([' ', '+', '(', '#', ',', ';', '\u{a0}']);
        return is_spaced || digits(text) >= DIALLED && !text.chars().all(char::is_numeric);
    }
    let is_year = |word: &str| word.len() == NAMED && (word.starts_with("19") || word.starts_with("20"));
    let numbers: Vec<&str> = text.split_whitespace().filter(|word| word.chars().all(is_part)).collect();
    numbers.iter().filter(|word| !is_year(word)).map(|word| digits(word)).sum::<usize>() >= NAMED
}

/// Whether punctuation joins the words of `text` to a sentence.
fn is_sentence(text: &str) -> bool {
    let ends = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '،' | '؛' | '؟' | '।' | '۔');
    let words: Vec<&str> = text.split_whitespace().collect();
    let between =
        words.split_last().is_some_and(|(_, before)| before.iter().any(|word| word.ends_with(ends)));
    let last = words.len() > 2 && text.ends_with(ends);
    let wide = text
        .trim_matches(is_wide_punctuation)
        .contains(|c| is_wide_punctuation(c) && !matches!(c, '·' | '・'));
    between || last || wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_a_sentence_and_a_number() {
        for name in [
            "standup",
            "weekly standup",
            " acme/standup ",
            "Team Sync 2026",
            "12345",
            "会议室",
            "pol.is",
            "50%",
            "12-34",
            "Retro 19 2026",
            "a@b",
        ] {
            assert_eq!(single(name), Some(name.trim()), "{name}");
        }
        for text in [
            "今晚八点在Jitsi开会，会议室叫standup",
            "We meet tonight at eight",
            "See you at eight, Mira",
            "Kommst du heute?",
            "+1.512.647.1431,,1234#",
            "1234 567 890#",
            "PIN: 4711",
            "Conference PIN 4711",
            "Einwahl 089 38038719",
            "☎ 089 38038719",
            "ID 812 3456 7890",
            "089-38038719",
            "٠١٢٣ ٤٥٦ ٧٨٩",
            "ana@example.org",
            "Ana Example <ana@example.org>",
            "<p>Hallo</p>",
            "ประชุมพรุ่งนี้เวลา 10 โมงเช้า ห้องเดิมนะครับทุกคน",
            "a\nb",
            "…",
            "",
        ] {
            assert_eq!(single(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_on_a_line_alone_is_offered() {
        let text = "Let us meet on Jitsi tonight. The room is\n\n  weekly-standup \nweekly-standup\n\nPIN: 123\n+49 30 123456\nMira";
        assert_eq!(on_lines(text), ["weekly-standup", "Mira"]);
    }
}
