//! What the source of an e-mail writes instead of its text: quoted-printable and base64 (RFC 2045), and encoded
//! words (RFC 2047). Character sets other than UTF-8 are read as if they were ASCII, which links are.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::base64;

/// Minimum number of characters of base64 that are read as a text where no header says so. Chosen because that many
/// letters hardly ever decode to readable text by chance.
const BASE64_MIN: usize = 40;

/// How the part of a message that follows is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Unsaid,
    QuotedPrintable,
    Base64,
    Plain,
}

/// `text` with what is encoded in it decoded, paragraph by paragraph.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !may_be_encoded(text) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut encoding = Encoding::Unsaid;
    for paragraph in paragraphs(text) {
        if let Some(said) = said(paragraph) {
            encoding = said;
            plain.push_str(&with_encoded_words(paragraph));
            continue;
        }
        if paragraph.trim_start().starts_with("--") {
            encoding = Encoding::Unsaid;
        }
        match encoding {
            Encoding::QuotedPrintable => plain.push_str(&quoted_printable(paragraph)),
            Encoding::Unsaid if is_quoted_printable(paragraph) => {
                plain.push_str(&quoted_printable(paragraph));
            }
            Encoding::Base64 | Encoding::Unsaid => match as_base64(paragraph, encoding) {
                Some(inner) => plain.extend([&inner, "\n\n"]),
                None => plain.push_str(&with_encoded_words(paragraph)),
            },
            Encoding::Plain => plain.push_str(paragraph),
        }
    }
    Cow::Owned(plain)
}

/// Most texts are no source of an e-mail, and cost no more than this look at them.
fn may_be_encoded(text: &str) -> bool {
    text.contains('=') || text.split(|c: char| !is_base64(c)).any(|run| run.len() >= BASE64_MIN)
}

/// The paragraphs of a text, each with the empty lines after it.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (mut end, mut was_empty) = (0, false);
        for line in rest.split_inclusive('\n') {
            let is_empty = line.trim().is_empty();
            if was_empty && !is_empty {
                break;
            }
            was_empty = is_empty && end > 0;
            end += line.len();
        }
        let (paragraph, after) = rest.split_at(end);
        rest = after;
        Some(paragraph)
    })
}

/// What the header in `paragraph` says of the part after it.
fn said(paragraph: &str) -> Option<Encoding> {
    const HEADER: &str = "content-transfer-encoding:";
    let value = paragraph.lines().find_map(|line| {
        let (name, value) = line.split_at_checked(HEADER.len())?;
        name.eq_ignore_ascii_case(HEADER).then(|| value.trim().to_ascii_lowercase())
    })?;
    Some(match &*value {
        "quoted-printable" => Encoding::QuotedPrintable,
        "base64" => Encoding::Base64,
        _ => Encoding::Plain,
    })
}

/// Whether a paragraph is quoted-printable though no header says so: every equals sign in it begins an escape or
/// ends a line, and one of them is a line's end within the text, a sign that addresses are full of, or part of a letter.
fn is_quoted_printable(paragraph: &str) -> bool {
    let mut is_sure = false;
    for (at, _) in paragraph.match_indices('=') {
        let after = &paragraph[at + 1..];
        if after.starts_with('\n') || after.starts_with("\r\n") {
            is_sure |= !after.trim_start().is_empty();
        } else {
            let Some(digits) = after.get(..2) else { return false };
            let is_escape = digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F'));
            if !is_escape {
                return false;
            }
            // Two that are a letter together, in UTF-8, come together by no chance.
            let is_letter = digits.starts_with(['C', 'D', 'E', 'F'])
                && after.get(2..4).is_some_and(|next| matches!(next, "=8" | "=9" | "=A" | "=B"));
            is_sure |= is_letter || matches!(digits, "3D" | "3A" | "2F");
        }
    }
    is_sure
}

/// What a paragraph in quoted-printable says.
fn quoted_printable(paragraph: &str) -> String {
    // The same as percent-encoding, but for the sign and the ends of lines.
    let joined = joined(paragraph);
    let escaped = joined.replace('%', "%25").replace('=', "%");
    percent_decode_str(&escaped).decode_utf8_lossy().into_owned()
}

/// The lines of a paragraph, with those joined that a program broke: where they are quoted, without the sign of that.
fn joined(paragraph: &str) -> String {
    let mut joined = String::with_capacity(paragraph.len());
    let (mut is_broken, mut is_quoted) = (false, false);
    for line in paragraph.split_inclusive('\n') {
        let inner = line.trim_start_matches(['>', ' ']);
        let quotes = line.starts_with('>');
        let line = if is_broken && is_quoted && quotes { inner } else { line };
        let broken = line.strip_suffix("=\r\n").or_else(|| line.strip_suffix("=\n"));
        joined.push_str(broken.unwrap_or(line));
        (is_broken, is_quoted) = (broken.is_some(), quotes);
    }
    joined
}

/// What a paragraph in base64 says; `None` where it says no text.
fn as_base64(paragraph: &str, encoding: Encoding) -> Option<String> {
    let letters: String = paragraph.split_whitespace().collect();
    if letters.len() < BASE64_MIN && encoding != Encoding::Base64 {
        return None;
    }
    let text = String::from_utf8(base64::decoded(&letters)?).ok()?;
    let is_text = !text.chars().any(|c| c.is_control() && !c.is_whitespace());
    is_text.then_some(text)
}

fn is_base64(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')
}

/// `text` with its encoded words, such as `=?UTF-8?B?SGk=?=`, decoded.
fn with_encoded_words(text: &str) -> Cow<'_, str> {
    if !text.contains("=?") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("=?") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((word, length)) = encoded_word(rest) {
            plain.push_str(&word);
            rest = &rest[length..];
            // White space between two of them is none of the text.
            let next = rest.trim_start();
            if next.starts_with("=?") {
                rest = next;
            }
        } else {
            plain.push_str("=?");
            rest = &rest[2..];
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Maximum number of bytes of an encoded word. Chosen because RFC 2047 allows 75 and some programs write more.
const ENCODED_WORD_MAX: usize = 300;

/// What the encoded word at the beginning of `text` says, and how many bytes it has.
fn encoded_word(text: &str) -> Option<(String, usize)> {
    let window = text.bytes().take(ENCODED_WORD_MAX).take_while(u8::is_ascii).count();
    let mut pieces = text[2..window].splitn(3, '?');
    let (charset, encoding, rest) = (pieces.next()?, pieces.next()?, pieces.next()?);
    let (inner, _) = rest.split_once("?=")?;
    let word = match encoding {
        "B" | "b" => String::from_utf8_lossy(&base64::decoded(inner)?).into_owned(),
        "Q" | "q" => quoted_printable(&inner.replace('_', " ")),
        _ => return None,
    };
    Some((word, 2 + charset.len() + 1 + encoding.len() + 1 + inner.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_encoded_is_read() {
        for (text, plain) in [
            ("https://meet.jit.si/stand=\r\nup?x=3D1", "https://meet.jit.si/standup?x=1"),
            ("Gr=C3=BC=C3=9Fe=\n!", "Grüße!"),
            (">> https://meet.jit.si/stand=\n>> up?x=3D1\n>> a", ">> https://meet.jit.si/standup?x=1\n>> a"),
            ("<a href=3D\"a\"=\n>b", "<a href=\"a\">b"),
            ("https://example.org/?room=standup&n=12", "https://example.org/?room=standup&n=12"),
            (
                "Content-Transfer-Encoding: base64\n\nSm9pbiBodHRwczovL21lZXQuaml0\nLnNpL3N0YW5kdXA=\n",
                "Content-Transfer-Encoding: base64\n\nJoin https://meet.jit.si/standup\n\n",
            ),
            (
                "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_?=\n =?utf-8?B?aHR0cHM6Ly9h?= b",
                "Subject: Grüße https://a b",
            ),
            ("=?=?=?x?B?!?=", "=?=?=?x?B?!?="),
        ] {
            assert_eq!(decoded(text), plain, "{text}");
        }
    }

    #[test]
    fn a_name_that_could_be_base64_is_a_name() {
        let name = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        assert_eq!(decoded(name), name);
    }
}
