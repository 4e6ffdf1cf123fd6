//! Known words behind a hash: MD5, SHA-1 and SHA-256 in hexadecimal digits.
//!
//! The room of a "moderated" meeting of Jitsi is `/moderated/` and the SHA-256 of the name that somebody typed.
//! It looks as if it had 256 bits; but whoever guesses the name can compute the rest.

use std::sync::OnceLock;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::lexicon::{Lexicon, Word};
use super::lists::List;
use super::piece::price;

/// The words that are tried: English ones of the two commonest classes, those of the commonest class of any
/// language, and what meetings and people are called. About fifteen thousand.
fn is_tried(word: Word) -> bool {
    let common = if word.language == 1 { 2 } else { 1 };
    let listed = [List::MeetingCommon, List::Meeting, List::PersonName].iter().any(|list| word.is_on(*list));
    (1..=common).contains(&word.class) || listed
}

/// What stands in every table of hashes, and is no common word. Nothing at all is hashed by mistake.
const ALWAYS_TRIED: [&str; 10] =
    ["", "password", "passwort", "admin", "letmein", "qwerty", "123456", "12345678", "changeme", "foobar"];
const ALWAYS_TRIED_BITS: f32 = 4.0;

/// A word behind a hash.
pub(crate) struct Hashed {
    /// The word.
    pub(crate) text: &'static str,
    /// Its bits.
    pub(crate) bits: f32,
}

/// The hashes of all words that are tried, made when they are first asked for.
struct Table {
    words: Vec<(Box<str>, f32)>,
    /// The first eight bytes of a hash, and the number of its word. There are some thirty thousand, and a name is
    /// looked up once: to go through them takes less than to sort them.
    hashes: Vec<(u64, u32)>,
}

impl Table {
    fn new(hash: fn(&[u8]) -> u64) -> Self {
        let (mut words, mut hashes) = (Vec::new(), Vec::new());
        for text in ALWAYS_TRIED {
            hashes.push((hash(text.as_bytes()), words.len() as u32));
            words.push((Box::from(text), ALWAYS_TRIED_BITS));
        }
        Lexicon::get().each(|letters, word| {
            if !is_tried(word) {
                return;
            }
            let number = words.len() as u32;
            words.push((Box::from(letters), price(word).0));
            hashes.push((hash(letters.as_bytes()), number));
            let mut capital = letters.as_bytes().to_vec();
            capital[0].make_ascii_uppercase();
            hashes.push((hash(&capital), number));
        });
        Self { words, hashes }
    }

    fn find(&'static self, hash: u64) -> Option<Hashed> {
        let (_, number) = self.hashes.iter().find(|entry| entry.0 == hash)?;
        let (text, bits) = &self.words[*number as usize];
        Some(Hashed { text, bits: *bits })
    }
}

fn first_bytes<D: Digest>(bytes: &[u8]) -> u64 {
    D::digest(bytes).iter().take(8).fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

/// The word whose hash the hexadecimal digits are, if it is known.
pub(crate) fn word_behind(digits: &str) -> Option<Hashed> {
    static TABLES: [OnceLock<Table>; 3] = [const { OnceLock::new() }; 3];
    let (number, hash): (usize, fn(&[u8]) -> u64) = match digits.len() {
        32 => (0, first_bytes::<Md5>),
        40 => (1, first_bytes::<Sha1>),
        64 => (2, first_bytes::<Sha256>),
        _ => return None,
    };
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let first = u64::from_str_radix(digits.get(..16)?, 16).ok()?;
    TABLES[number].get_or_init(|| Table::new(hash)).find(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_word_is_found_behind_its_hash() {
        for (digits, word) in [
            ("c0fbdc38b1762851a9221b774a130fd2ae0bf78c61bd69eb334f8cd2caa08319", "standup"),
            // Of "Meeting".
            ("a6e3488cf178a7e7e41d05cccfdc5a80", "meeting"),
            ("c803e426188665bba2782603d52380477195e21b", "weekly"),
            ("5f4dcc3b5aa765d61d8327deb882cf99", "password"),
            ("d41d8cd98f00b204e9800998ecf8427e", ""),
        ] {
            assert_eq!(word_behind(digits).map(|h| h.text), Some(word));
        }
        assert!(word_behind(&"0".repeat(64)).is_none());
    }
}
