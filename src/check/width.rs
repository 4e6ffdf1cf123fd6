//! Addresses that were typed with an input method set to full width: `ｈｔｔｐｓ：／／ｍｅｅｔ．ｊｉｔ．ｓｉ／ｓｔａｎｄｕｐ`.
//!
//! Such a sign ends a link mostly, for it belongs to the sentence around. It belongs to the address only where nothing else
//! can be meant: after a scheme, between the labels of a host, and before the path.

use std::borrow::Cow;

/// `text` with the signs of addresses in it in the width that addresses have.
pub(super) fn narrowed(text: &str) -> Cow<'_, str> {
    if !text.contains(is_wide) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_wide) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (run, after) = rest.split_at(rest.find(|c| !is_wide(c)).unwrap_or(rest.len()));
        let narrow: String = run.chars().filter_map(|c| char::from_u32(u32::from(c) - WIDER)).collect();
        plain.push_str(if is_of_address(&plain, &narrow, after) { &narrow } else { run });
        rest = after;
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// How far the wide signs stand behind those of ASCII in Unicode.
const WIDER: u32 = 0xfee0;

const fn is_wide(c: char) -> bool {
    matches!(c, '\u{ff01}'..='\u{ff5e}')
}

/// Maximum number of bytes of a host and what stands before it. Chosen because a host has 253.
const HOST_MAX: usize = 280;

/// Whether the signs `run` between `before` and `after` belong to an address.
fn is_of_address(before: &str, run: &str, after: &str) -> bool {
    let word = before.char_indices().rev().take(HOST_MAX).find(|(_, c)| c.is_whitespace() || is_wide(*c));
    let word = word.map_or(0, |(at, c)| at + c.len_utf8());
    let word = before.get(word.max(before.len().saturating_sub(HOST_MAX))..).unwrap_or_default();
    let is_scheme = |text: &str| {
        text.to_ascii_lowercase().ends_with("http") || text.to_ascii_lowercase().ends_with("https")
    };
    let labels: Vec<&str> = run.split(['/', ':']).filter(|label| label.contains('.')).collect();
    let is_host = labels
        .iter()
        .any(|label| label.split('.').all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric())));
    let goes_on = after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/');
    match run {
        ":" => is_scheme(word) && goes_on,
        ":/" | "://" => is_scheme(word),
        _ if is_scheme(run) && after.starts_with("://") => true,
        "/" | "//" if word.ends_with(':') || word.ends_with(":/") => goes_on,
        "." => {
            before.ends_with(|c: char| c.is_ascii_alphabetic())
                && after.starts_with(|c: char| c.is_ascii_alphabetic())
        }
        // Between the host and the path.
        "/" => goes_on && word.split_once("://").is_some_and(|(_, host)| !host.contains('/')),
        _ => is_host || run.contains("://"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_narrowed_and_a_sentence_is_not() {
        for (text, narrow) in [
            ("ｈｔｔｐｓ：／／ｍｅｅｔ．ｊｉｔ．ｓｉ／ｓｔａｎｄｕｐ", "https://meet.jit.si/standup"),
            ("ｍｅｅｔ．ｊｉｔ．ｓｉ／ｓｔａｎｄｕｐ", "meet.jit.si/standup"),
            ("https：//meet.jit.si/standup", "https://meet.jit.si/standup"),
            ("https：／／meet.jit.si／standup", "https://meet.jit.si/standup"),
            ("https:／／meet.jit.si/standup", "https://meet.jit.si/standup"),
            ("会议：https://meet.jit.si/standup，８点", "会议：https://meet.jit.si/standup，８点"),
            ("https://meet.jit.si/standup：8点", "https://meet.jit.si/standup：8点"),
            ("https://meet.jit.si/standup／20:00", "https://meet.jit.si/standup／20:00"),
            ("jitsi．example．net/standup", "jitsi.example.net/standup"),
            ("（ＰＩＮ：１２３４）", "（ＰＩＮ：１２３４）"),
        ] {
            assert_eq!(narrowed(text), narrow, "{text}");
        }
    }
}
