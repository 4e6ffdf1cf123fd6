//! What programs make of random bits.

use crate::accuracy::draw::{Draw, characters, joined, number, times};
use crate::accuracy::kind::Kind;
use crate::accuracy::seen::{BASE36, BASE64URL, DIGITS, HEX, LETTERS, uuid};

/// RFC 4648, section 6, in lower case.
const BASE32: &str = "abcdefghijklmnopqrstuvwxyz234567";
/// Crockford's, in lower case: no i, l, o and u.
const CROCKFORD: &str = "0123456789abcdefghjkmnpqrstvwxyz";
/// Bitcoin's: no 0, O, I and l.
const BASE58: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const BASE62: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// The 2020s, in milliseconds since 1970.
const MILLISECONDS: (u64, u64) = (1_577_836_800_000, 1_893_455_999_999);

pub(in crate::accuracy) fn kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("random", name, draw));
    add("base32 x8", characters(BASE32, 8));
    add("base32 x16, groups of 4", times(4, "-", &characters(BASE32, 4)));
    add("Crockford's base32 x10", characters(CROCKFORD, 10));
    add("base58 x7", characters(BASE58, 7));
    add("base58 x11", characters(BASE58, 11));
    add("base62 x8", characters(BASE62, 8));
    add("base62 x12", characters(BASE62, 12));
    add("nanoid x10", characters(BASE64URL, 10));
    add("nanoid x21", characters(BASE64URL, 21));
    add("Google Meet", joined("-", [characters(LETTERS, 3), characters(LETTERS, 4), characters(LETTERS, 3)]));
    add("a-z0-9 x9", characters(BASE36, 9));
    add("a-z0-9 x12, groups of 4", times(3, "-", &characters(BASE36, 4)));
    add("a-z x5", characters(LETTERS, 5));
    add("a-z x7", characters(LETTERS, 7));
    add("A-Z x9", characters(&LETTERS.to_uppercase(), 9));
    add("hex x6", characters(HEX, 6));
    add("HEX x10", characters(&HEX.to_uppercase(), 10));
    add("hex x20", characters(HEX, 20));
    add("UUID without hyphens", uuid().map(|uuid| uuid.replace('-', "")));
    add("ULID", joined("", [time(), characters(CROCKFORD, 16)]));
    add("digits x12, groups of 3", times(4, "-", &characters(DIGITS, 3)));
    add("digits x7", characters(DIGITS, 7));
    add("letters-digits, as on a car", joined("-", [characters(LETTERS, 3), characters(DIGITS, 4)]));
    add("consonant-vowel x4", times(4, "", &syllable()));
    add("consonant-vowel x6", times(6, "", &syllable()));
    add("proquint x2", times(2, "-", &proquint()));
    add("proquint x4", times(4, "-", &proquint()));
    kinds
}

/// The 48 bits of a ULID that are a time.
fn time() -> Draw {
    number(MILLISECONDS.0, MILLISECONDS.1, 1).map(|time| {
        let mut rest: usize = time.parse().unwrap_or_default();
        let mut digits = Vec::new();
        for _ in 0..10 {
            digits.push(CROCKFORD[rest % CROCKFORD.len()..].chars().next().unwrap_or_default());
            rest /= CROCKFORD.len();
        }
        digits.iter().rev().collect()
    })
}

fn syllable() -> Draw {
    joined("", [characters("bcdfghjklmnprstvwz", 1), characters("aeiou", 1)])
}

/// Sixteen bits as five letters (Wilkerson, arXiv:0901.4016).
fn proquint() -> Draw {
    let (consonant, vowel) = (characters("bdfghjklmnprstvz", 1), characters("aiou", 1));
    joined("", [consonant.clone(), vowel.clone(), consonant.clone(), vowel, consonant])
}
