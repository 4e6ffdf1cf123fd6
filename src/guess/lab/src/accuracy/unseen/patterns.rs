//! What looks harder than it is.

use anyhow::Result;
use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest, Sha256};

use crate::accuracy::draw::{Draw, characters, either, joined, number, one_of, word_of};
use crate::accuracy::kind::Kind;
use crate::accuracy::lists::Lists;
use crate::accuracy::seen::{BASE36, DIGITS};

/// The rows of keyboards with digits, QWERTY, QWERTZ and AZERTY, and their first columns.
const ROWS: [&str; 9] = [
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "1qaz2wsx3edc4rfv",
];

pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("patterns", name, draw));
    let word = lists.common("en")?;
    let long = one_of(lists.other("words en")?.into_iter().take(2000).filter(|word| word.len() > 3));
    add("word in l33t", long.clone().map(leet));
    add("word in l33t and 2 digits", joined("", [long.clone().map(leet), characters(DIGITS, 2)]));
    add("word twice", word.clone().map(|word| word.repeat(2)));
    add("word twice, hyphen", word.clone().map(|word| format!("{word}-{word}")));
    add("word thrice", word.clone().map(|word| word.repeat(3)));
    add("word backwards", long.map(|word| word.chars().rev().collect()));
    add("walk over the keyboard", keyboard());
    add("run of the alphabet or the digits", runs());
    let length: Vec<Draw> =
        (3..=12).map(|length| one_of(BASE36.chars().map(|c| c.to_string().repeat(length)))).collect();
    add("the same character", either(length));
    let code = word_of("+49 0049 0033 +33 +44 01 06 07 +1 0171 0176 +34");
    add("telephone number", joined("", [code, number(2_000_000, 9_999_999, 7)]));
    let sha256 = |word: &str| HEXLOWER.encode(&Sha256::digest(word));
    add("SHA-256 of a word", word.clone().map(sha256));
    add("moderated, SHA-256 of a word", word.clone().map(move |word| format!("moderated/{}", sha256(word))));
    add("Base64 of a word", word.clone().map(|word| BASE64.encode(word.as_bytes()).replace('=', "")));
    add("hex of a word", word.map(|word| HEXLOWER.encode(word.as_bytes())));
    Ok(kinds)
}

fn leet(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'a' => '4',
            'e' => '3',
            'i' => '1',
            'o' => '0',
            's' => '5',
            't' => '7',
            c => c,
        })
        .collect()
}

/// Four to eight neighbouring keys, in either direction.
fn keyboard() -> Draw {
    one_of(ROWS.iter().flat_map(|row| pieces(row, 4..=8)))
}

/// Three to ten neighbours, in either direction.
fn runs() -> Draw {
    one_of(["abcdefghijklmnopqrstuvwxyz", "01234567890"].iter().flat_map(|row| pieces(row, 3..=10)))
}

fn pieces(row: &str, lengths: std::ops::RangeInclusive<usize>) -> Vec<String> {
    let keys: Vec<char> = row.chars().collect();
    let windows = lengths.flat_map(|length| keys.windows(length).map(String::from_iter).collect::<Vec<_>>());
    windows.flat_map(|piece| [piece.chars().rev().collect(), piece]).collect()
}
