//! Words, numbers and days behind a hash: MD5, SHA-1 and SHA-256 in hexadecimal digits.
//!
//! The room of a "moderated" meeting of Jitsi is `/moderated/` and the SHA-256 of the name that somebody typed.
//! It looks as if it had 256 bits; but whoever guesses the name can compute the rest.

use std::sync::OnceLock;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::chunks::each_plain_chunk;
use crate::lexicon::{Lexicon, Word};
use crate::lists::List;

/// The words that are tried: English ones of the two commonest classes, those of the commonest class of any
/// language, and what meetings and people are called. About fifteen thousand.
pub(super) fn is_tried(word: Word) -> bool {
    let common = word.languages().any(|(language, class)| class <= if language == 1 { 2 } else { 1 });
    let listed = [List::MeetingCommon, List::Meeting, List::CommonName].iter().any(|list| word.is_on(*list));
    common || listed
}

/// What stands in every table of hashes, and is no common word. Nothing at all is hashed by mistake.
const ALWAYS_TRIED: [&str; 10] =
    ["", "password", "passwort", "admin", "letmein", "qwerty", "123456", "12345678", "changeme", "foobar"];

/// The years whose days are tried: those around now.
const YEARS: std::ops::RangeInclusive<u16> = 2018..=2032;
/// Numbers below this are tried.
const NUMBERS: u16 = 10_000;

/// Everything that is tried, one text after the other.
#[derive(Default)]
struct Texts {
    all: String,
    /// Where each ends, and the next begins.
    ends: Vec<u32>,
}

impl Texts {
    /// Words, also with a capital, numbers, and days as they are written most often; put together when they are first asked
    /// for.
    fn get() -> &'static Self {
        static TEXTS: OnceLock<Texts> = OnceLock::new();
        TEXTS.get_or_init(|| {
            let mut texts = Self::default();
            for text in ALWAYS_TRIED {
                texts.push(text);
            }
            Lexicon::get().each(|letters, word| {
                if is_tried(word) {
                    texts.push(letters);
                    let mut capitalised = letters.to_owned();
                    capitalised.get_mut(..1).unwrap_or_default().make_ascii_uppercase();
                    texts.push(&capitalised);
                }
            });
            for number in 0..NUMBERS {
                texts.push(&number.to_string());
                if number < NUMBERS / 10 {
                    texts.push(&format!("{number:04}"));
                }
            }
            let days = YEARS.flat_map(|y| (1..=12).flat_map(move |m| (1..=31).map(move |d| (y, m, d))));
            for (year, month, day) in days {
                texts.push(&format!("{year}-{month:02}-{day:02}"));
                texts.push(&format!("{year}{month:02}{day:02}"));
                texts.push(&format!("{day:02}.{month:02}.{year}"));
            }
            texts
        })
    }

    fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
    }

    /// The text with this number.
    fn text(&self, number: usize) -> Option<&str> {
        let start = number.checked_sub(1).map_or(Some(&0), |before| self.ends.get(before))?;
        self.all.get(*start as usize..*self.ends.get(number)? as usize)
    }
}

/// The first eight bytes of each text's hash, made when they are first asked for. There are some sixty thousand, and a name
/// is looked up once: to go through them takes less than to sort them.
fn hashes(hash: fn(&[u8]) -> u64) -> Vec<u64> {
    let texts = Texts::get();
    (0..texts.ends.len()).map(|number| hash(texts.text(number).unwrap_or_default().as_bytes())).collect()
}

fn first_bytes<D: Digest>(bytes: &[u8]) -> u64 {
    D::digest(bytes).iter().take(8).fold(0, |sum, &byte| sum << 8 | u64::from(byte))
}

/// The text with the words behind hashes in their places.
pub(super) fn undo(text: &str) -> Option<String> {
    each_plain_chunk(text, behind)
}

/// What the hexadecimal digits are the hash of, if it is known.
pub(crate) fn behind(digits: &str) -> Option<String> {
    static HASHES: [OnceLock<Vec<u64>>; 3] = [const { OnceLock::new() }; 3];
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
    let found = HASHES[number].get_or_init(|| hashes(hash)).iter().position(|of| *of == first)?;
    Texts::get().text(found).map(str::to_ascii_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_found_behind_its_hash() {
        for (digits, word) in [
            ("c0fbdc38b1762851a9221b774a130fd2ae0bf78c61bd69eb334f8cd2caa08319", "standup"),
            // Of "Meeting".
            ("a6e3488cf178a7e7e41d05cccfdc5a80", "meeting"),
            ("c803e426188665bba2782603d52380477195e21b", "weekly"),
            ("5f4dcc3b5aa765d61d8327deb882cf99", "password"),
            ("d41d8cd98f00b204e9800998ecf8427e", ""),
            // Of 42, and of a day.
            ("a1d0c6e83f027327d8461063f4ac58a6", "42"),
            ("2f1344793c22b3dfbd011569dc5f706e6be18acc", "2026-07-15"),
        ] {
            assert_eq!(behind(digits).as_deref(), Some(word));
        }
        assert!(behind(&"0".repeat(64)).is_none());
    }
}
