//! Lines that everybody knows, in the form that `src/guess/src/lines.rs` describes.

use std::collections::BTreeSet;

use anyhow::Result;
use guessable::lines::{Hash, LONGEST, SHORTEST, rice};
use guessable::shared::{Speller, Symbol};
use serde_json::Value;

use super::archive::Library;
use super::people::strings;

/// Minimum number of words of a line. Chosen because a single one is for the lexicon.
const WORDS: usize = 2;
/// Minimum number of words between brackets in a list that is written as one text.
const LISTED: usize = 20;

/// Every line, as the data file.
pub(super) fn encode(library: &Library) -> Result<Vec<u8>> {
    let mut hashes = BTreeSet::new();
    let own = include_str!("lines.txt").lines().filter(|line| !line.starts_with('#')).map(str::to_owned);
    for text in own.chain(texts(library)?) {
        for line in lines(&text) {
            hashes.insert(Hash::of(line.iter().copied()).get());
        }
    }
    let count = hashes.len() as u32;
    let (mut bits, mut before) = (Vec::new(), 0);
    for hash in hashes {
        let difference = hash - before;
        bits.extend(std::iter::repeat_n(true, (difference >> rice(count)) as usize));
        bits.push(false);
        bits.extend((0..rice(count)).rev().map(|bit| difference >> bit & 1 == 1));
        before = hash;
    }
    let mut out = count.to_le_bytes().to_vec();
    out.extend(bits.chunks(8).map(|chunk| {
        chunk.iter().enumerate().fold(0_u8, |byte, (at, &bit)| byte | u8::from(bit) << (7 - at))
    }));
    println!("{count} lines in {} bytes", out.len());
    Ok(out)
}

/// What the packages have.
fn texts(library: &Library) -> Result<Vec<String>> {
    let mut texts: Vec<String> = library.text("idioms", "idioms.txt")?.lines().map(str::to_owned).collect();
    for (package, file, fields) in [
        ("popular-movie-quotes", "data/data.json", &["quote", "movie"][..]),
        ("inspirational-quotes", "data/data.json", &["text"]),
        ("random-quotes", "dist/quotes.json", &["body"]),
    ] {
        let text = library.text(package, file)?;
        let quotes: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
        texts.extend(quotes.iter().flat_map(|quote| fields.iter().flat_map(|field| strings(&quote[*field]))));
    }
    for (_, bytes) in library.all("mimesis", |path| path.ends_with("/text.json"))? {
        let text: Value = serde_json::from_slice(&bytes)?;
        texts.extend(strings(&text["quotes"]));
    }
    // Titles of songs, albums and books, dishes, animals: all texts in the English data.
    for (_, bytes) in
        library.all("@faker-js/faker", |path| path.starts_with("dist/en-") && !path.contains(".d."))?
    {
        let source = String::from_utf8(bytes)?;
        for text in source.split(['`', '"']) {
            if text.matches('(').count() > LISTED {
                texts.extend(text.split('(').map(str::to_owned));
            } else {
                texts.push(text.to_owned());
            }
        }
    }
    Ok(texts)
}

/// The lines of a text as letters: the whole, each of its sentences, and what stands before each sign in one.
fn lines(text: &str) -> BTreeSet<Vec<u8>> {
    let mut found = BTreeSet::new();
    let mut add = |line: &str| {
        let mut speller = Speller::default();
        let (mut letters, mut complete) = (Vec::new(), true);
        for c in line.to_lowercase().chars() {
            speller.spell(c, &mut |symbol| match symbol {
                Symbol::Letter(letter) => letters.push(letter),
                Symbol::Digit(_) => complete = false,
                Symbol::Other(c) if c.is_alphabetic() => complete = false,
                _ => {}
            });
        }
        if complete
            && (SHORTEST..=LONGEST).contains(&letters.len())
            && line.split(|c: char| c.is_whitespace() || c == '-').count() >= WORDS
        {
            found.insert(letters);
        }
    };
    add(text);
    for sentence in text.split_inclusive(['.', '!', '?', ';', ':', '\n', '…']) {
        add(sentence);
        for (at, _) in sentence.match_indices([',', '–', '—']) {
            add(&sentence[..at]);
        }
    }
    found
}
