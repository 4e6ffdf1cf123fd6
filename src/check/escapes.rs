//! What JSON, iCalendar, HTML and terminals write instead of a character, and people so that a link is none.
//!
//! No address holds a backslash, and none holds a named character reference or a sign in brackets: wherever they
//! stand, whatever the text is, they stand for something else.

use super::references::reference;

/// `text` with each escape replaced by what it stands for.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '&', '[', '(']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (meant, length) = match rest.as_bytes()[0] {
            b'\\' => backslash(rest),
            b'&' => reference(rest),
            _ => bracket(rest),
        };
        match meant {
            Some(meant) => plain.push(meant),
            None => plain.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    plain.push_str(rest);
    plain
}

/// What the backslashes that `text` begins with, and what follows, stand for, and how many bytes that is. JSON inside
/// of JSON has several.
fn backslash(text: &str) -> (Option<char>, usize) {
    let slashes = text.len() - text.trim_start_matches('\\').len();
    let after = &text[slashes..];
    let Some(next) = after.chars().next() else { return (None, slashes) };
    let hexadecimal = |from: usize, length: usize| {
        let digits = after.get(from..from + length).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    match next {
        'n' | 'N' | 'r' => (Some('\n'), slashes + 1),
        't' => (Some('\t'), slashes + 1),
        'e' => (Some('\u{1b}'), slashes + 1),
        '0' if after.starts_with("033") => (Some('\u{1b}'), slashes + 3),
        'x' => hexadecimal(1, 2)
            .and_then(char::from_u32)
            .map_or((None, slashes + 1), |meant| (Some(meant), slashes + 3)),
        'u' => match hexadecimal(1, 4) {
            Some(high @ 0xd800..=0xdfff) => {
                // Half of a character outside the Basic Multilingual Plane; the other half is written the same way.
                let other = after[5..].strip_prefix(&text[..=slashes]).and_then(|rest| rest.get(..4));
                let low = other.and_then(|digits| u32::from_str_radix(digits, 16).ok());
                let low = low.filter(|low| high < 0xdc00 && matches!(low, 0xdc00..=0xdfff));
                match low.and_then(|low| char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)))
                {
                    Some(whole) => (Some(whole), 2 * (slashes + 5)),
                    None => (Some(char::REPLACEMENT_CHARACTER), slashes + 5),
                }
            }
            Some(code) => (char::from_u32(code), slashes + 5),
            None => (None, slashes + 1),
        },
        // Markdown, TeX and JSON put one before a sign that would have a meaning of its own.
        sign if sign.is_ascii_punctuation() => (Some(sign), slashes + 1),
        _ => (None, slashes),
    }
}

/// What stands in the brackets at the beginning of `text`, where it is a sign of an address that was put there so that
/// nobody opens it by mistake, such as `meet[.]jit[.]si`; and how many bytes that is.
fn bracket(text: &str) -> (Option<char>, usize) {
    match text.as_bytes() {
        [b'[', b'.', b']', ..] | [b'(', b'.', b')', ..] => (Some('.'), 3),
        [b'[', b'd', b'o', b't', b']', ..] | [b'(', b'd', b'o', b't', b')', ..] => (Some('.'), 5),
        [b'[', b':', b']', ..] => (Some(':'), 3),
        _ => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escapes_of_each_format_are_read() {
        for (text, plain) in [
            (r"https:\/\/meet.jit.si\/standup", "https://meet.jit.si/standup"),
            (r"https:\\\/\\\/meet.jit.si\\\/standup\\nBye", "https://meet.jit.si/standup\nBye"),
            (r"a\nTopic\, more\; and\u0026b\u003dc", "a\nTopic, more; and&b=c"),
            (r"weekly\_standup\x2fx", "weekly_standup/x"),
            ("a&amp;b&#x2F;c&#47;d&amp;amp;e&lt;f", "a&b/c/d&e<f"),
            ("a&b=c&amplitude=1&#x;&#99999999;", "a&b=c&amplitude=1&#x;&#99999999;"),
            (r"\ud83d\ude00\\ud83d\\ude00\ud83d!\ude00\ud83d\u0041", "😀😀\u{fffd}!\u{fffd}\u{fffd}A"),
            ("hxxps[:]//meet[.]jit(.)si/x[1](2) [", "hxxps://meet.jit.si/x[1](2) ["),
            (r"\e[1m\033[0m\x1b[0m", "\u{1b}[1m\u{1b}[0m\u{1b}[0m"),
            (r"\ué\", r"\ué\"),
        ] {
            assert_eq!(unescaped(text), plain, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_has_no_escape_stays_as_it_is(text in "[^\\\\&\\[(]{0,60}") {
            prop_assert_eq!(unescaped(&text), text);
        }
    }
}
