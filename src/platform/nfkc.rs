//! Unicode's normalization form KC.

use std::borrow::Cow;

/// `text` in the form NFKC: what looks alike by compatibility (full-width letters, ligatures) is made
/// the same, accents are composed.
pub(crate) fn nfkc(text: &str) -> Cow<'_, str> {
    // Most names are ASCII, which is in every normal form.
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(normalize(text)) }
}

#[cfg(target_arch = "wasm32")]
fn normalize(text: &str) -> String {
    js_sys::JsString::from(text).normalize("NFKC").into()
}

#[cfg(not(target_arch = "wasm32"))]
fn normalize(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    text.nfkc().collect()
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
}
