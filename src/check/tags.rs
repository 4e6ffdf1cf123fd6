//! Tags of HTML within a word, which only say how its letters look: `https://meet.jit.si/stand<b>up</b>`.
//!
//! An inline element breaks no word (HTML, "phrasing content"), and so a tag that opens one between two characters of an
//! address is none of it, and neither is the one that closes it. One that was opened before the link closes behind it, but for
//! where the address goes on: what searches for words marks them in addresses, too.

/// Elements that change no more than how letters look, or where a line may be broken.
const INLINE: &[&str] = &[
    "b", "big", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small", "span", "strike",
    "strong", "tt", "u", "wbr",
];

/// Maximum number of bytes of a tag. Chosen because programs write a whole style into one, and that is shorter.
const TAG_MAX: usize = 500;

/// A tag of an inline element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Opens,
    Closes,
    /// Only says where a line may be broken.
    Break,
}

/// Which of the tags within the word that is read are left out.
#[derive(Default)]
pub(super) struct Tags {
    /// How many were opened within the word, and not closed.
    open: usize,
    /// Whether the word is part of an address: before that, a full stop may end a sentence.
    is_address: bool,
}

impl Tags {
    /// How many bytes the tag at the beginning of `text`, which stands after the character `before`, has, if it is left out.
    pub(super) fn left_out(&mut self, text: &str, before: Option<char>) -> Option<usize> {
        let (tag, length) = tag(text)?;
        let after = &text[length..];
        let is_begun = before.is_some_and(|c| is_of_address(c) && (c != '.' || self.is_address));
        let goes_on =
            after.starts_with(['.', '/']) || before == Some('/') && after.starts_with(is_of_address);
        match tag {
            Tag::Break => {}
            Tag::Opens if is_begun && after.starts_with(is_of_address) => self.open += 1,
            Tag::Closes if self.open > 0 => self.open -= 1,
            Tag::Closes if before.is_some_and(is_of_address) && goes_on => {}
            _ => return None,
        }
        self.is_address = true;
        Some(length)
    }

    /// Goes on to the next word where `c` begins one.
    pub(super) fn pass(&mut self, c: char) {
        if !is_of_address(c) {
            *self = Self::default();
        }
        self.is_address |= c == '/';
    }
}

/// The tag at the beginning of `text`, and how many bytes it has.
fn tag(text: &str) -> Option<(Tag, usize)> {
    let inner = text.strip_prefix('<')?;
    let (closes, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name = inner.bytes().take(6).take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = inner.split_at(name);
    if !INLINE.iter().any(|known| name.eq_ignore_ascii_case(known))
        || !rest.starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
    {
        return None;
    }
    let end = rest.bytes().take(TAG_MAX).position(|b| matches!(b, b'<' | b'>'))?;
    // Of a tag a link stands in quotation marks; else it is what somebody put between these two signs.
    if rest[..end].split(['"', '\'']).step_by(2).any(|outside| outside.contains("://")) {
        return None;
    }
    let length = text.len() - rest.len() + end + 1;
    let is_break = name.eq_ignore_ascii_case("wbr");
    let tag = if is_break {
        Tag::Break
    } else if closes {
        Tag::Closes
    } else {
        Tag::Opens
    };
    (rest.as_bytes()[end] == b'>').then_some((tag, length))
}

/// Whether `c` may stand within an address, so that a tag beside it is within a word.
fn is_of_address(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '<' | '.' | ':' | '/' | '-' | '_' | '%' | '?' | '=' | '#' | '&' | '~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_of_an_inline_element_is_known() {
        for (text, known) in [
            ("<b>x", Some((Tag::Opens, 3))),
            ("</B >x", Some((Tag::Closes, 5))),
            ("<span style=\"color: red\">x", Some((Tag::Opens, 25))),
            ("<wbr />", Some((Tag::Break, 7))),
            ("<br>", None),
            ("<b", None),
            ("<b <i>", None),
            ("<a href=x>", None),
            ("<https://meet.jit.si/b>", None),
            ("<i https://meet.jit.si/b>", None),
            ("<b style='background: url(https://a/)'>x", Some((Tag::Opens, 39))),
        ] {
            assert_eq!(tag(text), known, "{text}");
        }
    }
}
