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
    is_short && text.contains(char::is_alphanumeric) && !has_address && !is_number(text) && !is_sentence(text)
}

/// Whether `text` is a telephone number or a PIN, as people write them. Digits alone can be a name.
fn is_number(text: &str) -> bool {
    let is_part = |c: char| {
        c.is_ascii_digit()
            || matches!(c, ' ' | '+' | '-' | '.' | '(' | ')' | '/' | '#' | '*' | ',' | ';' | '\u{a0}')
    };
    text.chars().all(is_part) && text.contains([' ', '+', '(', '#', ',', ';', '\u{a0}'])
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
