//! From a text in whatever format to the characters that it says.

use super::tags::Tags;
use super::{calendar, escapes, mail, width};
use crate::text::is_invisible;

/// The characters of a text, without those that nobody sees.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plain {
    /// The characters.
    pub(super) text: String,
    /// Where signs that nobody sees stood between them, in bytes of `text`, in order.
    pub(super) unseen: Vec<usize>,
    /// Where tags of HTML stood within words, in bytes of `text`, in order.
    pub(super) tags: Vec<usize>,
}

impl Plain {
    /// Reads `text`: the source of an e-mail, a calendar's entry, JSON, HTML, what a terminal shows, or plain words.
    pub(super) fn of(text: &str) -> Self {
        let text = mail::decoded(text);
        let text = calendar::unfolded(&text);
        Self::seen(&width::narrowed(&escapes::unescaped(&text)))
    }

    /// What of `text` is seen: without invisible signs, a terminal's commands and HTML's tags within
    /// words.
    fn seen(text: &str) -> Self {
        let (mut seen, mut unseen) = (String::with_capacity(text.len()), Vec::new());
        let (mut tags, mut left_out) = (Tags::default(), Vec::new());
        let mut before = None;
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if c == '\u{1b}' {
                let (kept, length) = command(rest);
                seen.push_str(kept);
                rest = &rest[length..];
            } else if is_invisible(c) {
                unseen.push(seen.len());
                rest = &rest[c.len_utf8()..];
            } else if let Some(length) = tags.left_out(rest, before) {
                left_out.push(seen.len());
                rest = &rest[length..];
            } else {
                tags.pass(c);
                before = Some(c);
                seen.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        Self { text: seen, unseen, tags: left_out }
    }
}

/// What is to be kept of the terminal's command at the beginning of `text`, and how many bytes it has (ECMA-48).
fn command(text: &str) -> (&str, usize) {
    let after = &text[1..];
    if let Some(parameters) = after.strip_prefix('[') {
        let length = parameters.bytes().take_while(|b| matches!(b, 0x20..=0x3f)).count();
        let ends = parameters[length..].starts_with(|c: char| matches!(c, '@'..='~'));
        return ("", 2 + length + usize::from(ends));
    }
    if let Some(inner) = after.strip_prefix(']') {
        // A link that a terminal shows as another text stands in one: `ESC ] 8 ; ; link ESC \`. What ends it has been
        // read as an escape where it was written as one.
        let end = inner.find(['\u{1b}', '\u{7}', '\n']).unwrap_or(inner.len());
        let kept = inner[..end].rsplit(';').next().unwrap_or_default();
        let kept_from = 2 + end - kept.len();
        // Its end is left as a control character, which ends the link.
        return (&text[kept_from..2 + end], 2 + end);
    }
    // The end of such a command, or one of two characters.
    let next = after.chars().next().filter(char::is_ascii);
    ("\u{7}", 1 + next.map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_left_out_and_remembered() {
        let plain = Plain::of("\u{feff}a\u{200b}b\u{2060}");
        assert_eq!(plain, Plain { text: "ab".to_owned(), unseen: vec![0, 1, 2], tags: Vec::new() });
    }

    #[test]
    fn what_a_terminal_obeys_is_not_what_it_says() {
        for (text, said) in [
            ("\u{1b}[01;31mmeet\u{1b}[0m.jit", "meet.jit"),
            ("\u{1b}]8;;https://a/b\u{1b}\\here\u{1b}]8;;\u{7}!", "https://a/b\u{7}here\u{7}!"),
            (r"\e[4mhttps://a\e[0m", "https://a"),
            ("\u{1b}", "\u{7}"),
        ] {
            assert_eq!(Plain::of(text).text, said, "{text}");
        }
    }

    #[test]
    fn a_calendar_s_and_a_page_s_text_is_read() {
        assert_eq!(
            Plain::of("DESCRIPTION:Join\\nhttps://a/\n b\\nTopic").text,
            "DESCRIPTION:Join\nhttps://a/b\nTopic"
        );
        assert_eq!(Plain::of("meet.<wbr>jit.si/&shy;x").text, "meet.jit.si/x");
    }

    #[test]
    fn a_tag_within_a_word_is_left_out_and_remembered() {
        for (text, said, tags) in [
            ("a/stand<b>up</b> x", "a/standup x".to_owned(), vec![7, 9]),
            ("<b>a/standup</b> x", "<b>a/standup</b> x".to_owned(), vec![]),
            ("a/<i>stand</i>up", "a/standup".to_owned(), vec![2, 7]),
            ("a/<i><b>stand</b></i>up", "a/standup".to_owned(), vec![2, 2, 7, 7]),
            ("a/standup <b>x</b>", "a/standup <b>x</b>".to_owned(), vec![]),
            ("<b>a/</b>standup", "<b>a/standup".to_owned(), vec![5]),
            ("<em>a</em>.<em>b</em>/x", "<em>a.b/x".to_owned(), vec![5, 6, 7]),
            ("x.<b>a.b/x</b> y", "x.<b>a.b/x</b> y".to_owned(), vec![]),
            ("a/x<br>y", "a/x<br>y".to_owned(), vec![]),
        ] {
            let plain = Plain::of(text);
            assert_eq!((plain.text, plain.tags), (said, tags), "{text}");
        }
    }
}
