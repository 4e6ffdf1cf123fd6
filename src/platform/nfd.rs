//! Unicode's normalization form D, a character at a time.

/// Hands to `emit` the letter that `c` is made of and then its accents, as
/// `unicode_normalization::char::decompose_canonical` does.
pub(crate) fn decompose_canonical(c: char, emit: impl FnMut(char)) {
    let text = c.encode_utf8(&mut [0; 4]).to_owned();
    String::from(js_sys::JsString::from(text).normalize("NFD")).chars().for_each(emit);
}
