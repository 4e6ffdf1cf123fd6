//! Base64 as it is found in mail and in addresses: of either alphabet, padded or not.

use base64ct::{Base64Unpadded, Encoding as _};

/// The bytes behind `text`; `None` where it is no base64.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut letters = text.trim_end_matches(['=', '.']).replace('-', "+").replace('_', "/");
    // One letter alone is less than a byte: the text was cut there.
    if letters.len() % 4 == 1 {
        letters.pop();
    }
    if letters.is_empty() {
        return None;
    }
    Base64Unpadded::decode_vec(&letters).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_alphabets_are_read() {
        for text in ["aHR0cHM6Ly9hL+8", "aHR0cHM6Ly9hL-8=", "aHR0cHM6Ly9hL-8"] {
            assert_eq!(decoded(text).as_deref(), Some(&b"https://a/\xef"[..]), "{text}");
        }
        assert_eq!(decoded("a b"), None);
    }
}
