//! What Unicode says of letters: normalization form KC, lower case, which are marks.

use std::borrow::Cow;

/// `text` in the form NFKC: what looks alike by compatibility (full-width letters, ligatures) is made
/// the same, accents are composed.
#[must_use]
pub fn nfkc(text: &str) -> Cow<'_, str> {
    // Most names are ASCII, which is in every normal form.
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(normalized(text)) }
}

/// `text` in lower case, by Unicode's full mapping and in no particular language.
#[must_use]
pub fn lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { lowered(text) }
}

/// Whether `letter` is a combining mark (general category M): an accent, a vowel sign, a virama, which belong to the
/// letter before them.
#[must_use]
pub fn is_mark(letter: char) -> bool {
    !letter.is_ascii() && is_combining(letter)
}

#[cfg(target_arch = "wasm32")]
fn is_combining(letter: char) -> bool {
    thread_local!(static MARK: js_sys::RegExp = js_sys::RegExp::new(r"^\p{M}$", "u"));
    MARK.with(|mark| mark.test(letter.encode_utf8(&mut [0; 4])))
}

#[cfg(not(target_arch = "wasm32"))]
fn is_combining(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

#[cfg(target_arch = "wasm32")]
fn normalized(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

#[cfg(target_arch = "wasm32")]
fn lowered(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(not(target_arch = "wasm32"))]
fn normalized(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfkc().collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn lowered(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compatible_letters_are_made_the_same() {
        for (text, normal) in
            [("ｓｔａｎｄｕｐ", "standup"), ("ﬁ", "fi"), ("e\u{301}", "é"), ("№", "No"), ("a", "a")]
        {
            assert_eq!(nfkc(text), normal);
        }
    }

    #[test]
    fn marks_of_every_script_are_told_from_letters_and_signs() {
        for mark in ['\u{301}', '\u{93f}', '\u{1b44}', '\u{a9c0}', '\u{abed}', '\u{730}', '\u{7eb}'] {
            assert!(is_mark(mark), "{mark:?}");
        }
        for other in ['a', 'é', 'ह', '1', ' ', '-', '།', '၊', '။', '।', '😀'] {
            assert!(!is_mark(other), "{other:?}");
        }
    }

    #[test]
    fn letters_of_every_script_lose_their_case() {
        for (text, lower) in
            [("StandUp", "standup"), ("ВСТРЕЧА", "встреча"), ("ΟΔΟΣ", "οδος"), ("İ", "i\u{307}")]
        {
            assert_eq!(lower_case(text), lower);
        }
    }
}
