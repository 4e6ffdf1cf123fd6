//! What JSON, iCalendar, HTML and terminals write instead of a character.
//!
//! No address holds a backslash, and none holds a named character reference: wherever they stand, whatever the text
//! is, they stand for something else.

/// `text` with each escape replaced by what it stands for.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '&']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (meant, length) = if rest.starts_with('\\') { backslash(rest) } else { reference(rest) };
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
            // Half of a character outside the Basic Multilingual Plane.
            Some(0xd800..=0xdfff) => (Some(char::REPLACEMENT_CHARACTER), slashes + 5),
            Some(code) => (char::from_u32(code), slashes + 5),
            None => (None, slashes + 1),
        },
        // Markdown, TeX and JSON put one before a sign that would have a meaning of its own.
        sign if sign.is_ascii_punctuation() => (Some(sign), slashes + 1),
        _ => (None, slashes),
    }
}

/// The named character references of HTML that are used around links and within them.
const NAMES: &[(&str, char)] = &[
    ("amp;", '&'),
    ("lt;", '<'),
    ("gt;", '>'),
    ("quot;", '"'),
    ("apos;", '\''),
    ("nbsp;", ' '),
    ("NewLine;", '\n'),
    ("Tab;", '\t'),
    ("sol;", '/'),
    ("colon;", ':'),
    ("period;", '.'),
    ("comma;", ','),
    ("num;", '#'),
    ("quest;", '?'),
    ("equals;", '='),
    ("lowbar;", '_'),
    ("lpar;", '('),
    ("rpar;", ')'),
    ("shy;", '\u{ad}'),
    ("ZeroWidthSpace;", '\u{200b}'),
    ("NoBreak;", '\u{2060}'),
    ("lrm;", '\u{200e}'),
    ("rlm;", '\u{200f}'),
    ("zwnj;", '\u{200c}'),
    ("zwj;", '\u{200d}'),
    ("laquo;", '«'),
    ("raquo;", '»'),
    ("ldquo;", '“'),
    ("rdquo;", '”'),
    ("bdquo;", '„'),
    ("lsquo;", '‘'),
    ("rsquo;", '’'),
    ("hellip;", '…'),
    ("ndash;", '–'),
    ("mdash;", '—'),
    ("ensp;", ' '),
    ("emsp;", ' '),
    ("thinsp;", ' '),
];

/// What the character reference at the beginning of `text` stands for, and how many bytes it has.
fn reference(text: &str) -> (Option<char>, usize) {
    // Of what was escaped twice the ampersand is written `&amp;`.
    let mut start = 1;
    while text[start..].starts_with("amp;") {
        start += 4;
    }
    let after = &text[start..];
    if let Some((name, meant)) = NAMES.iter().find(|(name, _)| after.starts_with(name)) {
        return (Some(*meant), start + name.len());
    }
    if let Some(number) = after.strip_prefix('#') {
        let (digits, radix, head) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let length = digits.bytes().take(8).take_while(|b| char::from(*b).is_digit(radix)).count();
        let code = u32::from_str_radix(&digits[..length], radix).ok().and_then(char::from_u32);
        if let Some(meant) = code.filter(|_| digits[length..].starts_with(';')) {
            return (Some(meant), start + head + length + 1);
        }
    }
    (Some('&'), start)
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
            (r"\e[1m\033[0m\x1b[0m", "\u{1b}[1m\u{1b}[0m\u{1b}[0m"),
            (r"\ué\", r"\ué\"),
        ] {
            assert_eq!(unescaped(text), plain, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_has_no_escape_stays_as_it_is(text in "[^\\\\&]{0,60}") {
            prop_assert_eq!(unescaped(&text), text);
        }
    }
}
