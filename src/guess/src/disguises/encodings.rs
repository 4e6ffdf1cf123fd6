//! Text written in the alphabet of an encoding. Folding has lost which letters were capitals.

use super::chunks::each_plain_chunk;
use crate::fold::fold;

/// Minimum length of an encoding, in characters, because shorter strings are one by chance.
const SHORTEST: usize = 6;
/// Maximum length of the text behind an encoding, in characters. Chosen because a longer one is no name.
const LONGEST: usize = 200;

/// Hexadecimal digits.
pub(super) fn hexadecimal(text: &str) -> Option<String> {
    each_plain_chunk(text, |chunk| {
        let digits = chunk.bytes().map(|b| char::from(b).to_digit(16));
        said(&bytes(chunk, digits, 4)?)
    })
}

/// The digits 0 and 1.
pub(super) fn binary(text: &str) -> Option<String> {
    each_plain_chunk(text, |chunk| {
        let digits = chunk.bytes().map(|b| char::from(b).to_digit(2));
        said(&bytes(chunk, digits, 1)?)
    })
}

/// The alphabet of RFC 4648's base32.
const BASE32: &[u8] = b"abcdefghijklmnopqrstuvwxyz234567";
/// The alphabet of z-base-32.
const Z_BASE_32: &[u8] = b"ybndrfg8ejkmcpqxot1uwisza345h769";

/// Base32.
pub(super) fn base32(text: &str) -> Option<String> {
    each_plain_chunk(text.trim_end_matches('='), |chunk| of_alphabet(chunk, BASE32))
}

/// Z-base-32.
pub(super) fn z_base_32(text: &str) -> Option<String> {
    each_plain_chunk(text, |chunk| of_alphabet(chunk, Z_BASE_32))
}

fn of_alphabet(chunk: &str, alphabet: &[u8]) -> Option<String> {
    let digits = chunk.bytes().map(|b| alphabet.iter().position(|&a| a == b).map(|digit| digit as u32));
    said(&bytes(chunk, digits, 5)?)
}

/// The bytes of `chunk`, whose `digits` have `bits` bits each. What is left over of the last has to be zero.
fn bytes(chunk: &str, digits: impl Iterator<Item = Option<u32>>, bits: u32) -> Option<Vec<u8>> {
    if !(SHORTEST..=LONGEST).contains(&chunk.len()) {
        return None;
    }
    let (mut bytes, mut value, mut held) = (Vec::new(), 0, 0);
    for digit in digits {
        value = value << bits | digit?;
        held += bits;
        if held >= 8 {
            held -= 8;
            let byte = (value >> held) as u8;
            if byte.is_ascii() && strangeness(char::from(byte)).is_none() {
                return None;
            }
            bytes.push(byte);
            value &= (1 << held) - 1;
        }
    }
    (value == 0 && held < bits).then_some(bytes)
}

/// What the bytes say, if it is something that people name a room.
fn said(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.chars().all(|c| strangeness(c).is_some()).then(|| fold(text))
}

/// How unusual `c` is in the name of a room, if there can be such a name: letters are what it is made of.
fn strangeness(c: char) -> Option<u32> {
    match c {
        'a'..='z' => Some(0),
        '0'..='9' | ' ' | '-' | '_' | '.' => Some(2),
        // Capitals, letters with accents, and Cyrillic ones.
        'A'..='Z' | 'À'..='ž' | 'А'..='я' => Some(3),
        _ => None,
    }
}

/// Base64. Of the at most sixteen ways to read four characters hardly more than one gives three letters.
pub(super) fn base64(text: &str) -> Option<String> {
    each_plain_chunk(text.trim_end_matches('='), |chunk| {
        if !(SHORTEST..=LONGEST).contains(&chunk.len()) || !chunk.is_ascii() {
            return None;
        }
        let groups = chunk.as_bytes().chunks(4).map(group).collect::<Option<Vec<_>>>()?;
        said(&groups.concat())
    })
}

/// The least unusual way to read up to four characters.
fn group(group: &[u8]) -> Option<Vec<u8>> {
    let count = group.len() - 1;
    let readings = (0..1_u32 << group.len()).filter_map(|capitals| {
        let mut bits = 0_u32;
        for (i, &b) in group.iter().enumerate() {
            let capital = capitals >> i & 1 == 1;
            let value = match b {
                b'a'..=b'z' if capital => b - b'a',
                b'a'..=b'z' => b - b'a' + 26,
                b'0'..=b'9' if !capital => b - b'0' + 52,
                _ => return None,
            };
            bits |= u32::from(value) << (18 - 6 * i);
        }
        let read = [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8];
        let (said, rest) = read.split_at(count);
        if count == 0 || rest.iter().any(|&byte| byte != 0) {
            return None;
        }
        let strange = said.iter().map(|&b| if b.is_ascii() { strangeness(char::from(b)) } else { None });
        Some((strange.sum::<Option<u32>>()?, read))
    });
    readings.min_by_key(|(strange, _)| *strange).map(|(_, read)| read[..count].to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_dates_are_read_back() {
        assert_eq!(hexadecimal("6d656574696e67").as_deref(), Some("meeting"));
        assert_eq!(hexadecimal("acme-6d656574696e67").as_deref(), Some("acme-meeting"));
        assert_eq!(hexadecimal("72c3a9756e696f6e").as_deref(), Some("réunion"));
        assert_eq!(base64("bwvldgluzw").as_deref(), Some("meeting"));
        assert_eq!(base64("twvldgluzw==").as_deref(), Some("meeting"));
        assert_eq!(base64("mjayni0wny0xnq").as_deref(), Some("2026-07-15"));
        assert_eq!(base32("onugs5a").as_deref(), Some("shit"));
        assert_eq!(binary("0110100001101001").as_deref(), Some("hi"));
        for text in ["meeting", "é", "", "6d6565746", "ffffffff"] {
            assert_eq!(hexadecimal(text), None, "{text}");
            assert_eq!(base64(text), None, "{text}");
        }
    }
}
