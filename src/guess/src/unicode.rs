//! What Unicode says of letters: normalization form KC, lower case.

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
    fn letters_of_every_script_lose_their_case() {
        for (text, lower) in
            [("StandUp", "standup"), ("ВСТРЕЧА", "встреча"), ("ΟΔΟΣ", "οδος"), ("İ", "i\u{307}")]
        {
            assert_eq!(lower_case(text), lower);
        }
    }
}
