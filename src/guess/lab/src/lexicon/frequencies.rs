//! The commonest words of each language, from wordfreq's lists.

use std::collections::HashMap;
use std::io::Read;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language, plain, spellings};

/// How many words are taken of each language: more of those that rooms are more often named in.
///
/// Rarer words pay little: how words are spelled gives an unknown one nearly the price that a list would.
/// With half as many again the lexicon takes 35 kB more, and the error on unseen kinds is 0.2 bits less.
#[rustfmt::skip]
pub(super) const TAKEN: &[(&str, u32)] = &[
    ("en", 6_000), ("de", 1_800), ("es", 1_700), ("fr", 1_700), ("pt", 1_450), ("it", 1_450), ("nl", 1_450),
    ("ru", 1_450), ("pl", 1_450), ("cs", 1_450), ("sv", 1_450), ("tr", 1_450), ("uk", 1_450), ("zh", 1_700),
    ("id", 1_450), ("ar", 1_450), ("fa", 1_450), ("hi", 1_450), ("fi", 500), ("da", 500), ("nb", 500),
    ("hu", 500), ("ro", 500), ("el", 500), ("he", 500), ("vi", 500), ("ca", 400), ("bg", 400), ("sh", 400),
    ("sk", 400), ("sl", 300), ("lt", 300), ("lv", 300), ("is", 200), ("fil", 300), ("ms", 400), ("ko", 500),
];

/// A language's words, the commonest first.
pub(crate) fn words(library: &Library, code: &str) -> Result<Vec<String>> {
    let file = |size| format!("wordfreq/data/{size}_{code}.msgpack.gz");
    let packed =
        library.bytes("wordfreq", &file("large")).or_else(|_| library.bytes("wordfreq", &file("small")))?;
    let mut unpacked = Vec::new();
    GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked)?;
    let value: Value = rmp_serde::from_slice(&unpacked)?;
    // The first element is a header; the rest are lists of words, by falling frequency in hundredths of a
    // decade.
    let buckets = value.as_array().context("wordfreq's format has changed")?;
    Ok(buckets
        .iter()
        .skip(1)
        .filter_map(Value::as_array)
        .flatten()
        .filter_map(|word| word.as_str().map(str::to_owned))
        .collect())
}

/// Enters the commonest words of every language.
pub(super) fn collect(library: &Library, entries: &mut Entries) -> Result<()> {
    let pinyin = Pinyin::load(library)?;
    for &(code, taken) in TAKEN {
        let mut rank = 0;
        let number = language(code);
        for word in words(library, code)? {
            let keys = if code == "zh" { pinyin.read(&word).into_iter().collect() } else { spellings(&word) };
            if keys.is_empty() {
                continue;
            }
            rank += 1;
            if rank > taken {
                break;
            }
            for key in keys {
                entries.rank(&key, number, rank);
            }
        }
    }
    Ok(())
}

/// How Chinese is read.
pub(crate) struct Pinyin {
    characters: HashMap<String, String>,
    phrases: HashMap<String, Vec<Vec<String>>>,
}

impl Pinyin {
    /// Reads the tables.
    pub(crate) fn load(library: &Library) -> Result<Self> {
        Ok(Self {
            characters: serde_json::from_slice(&library.bytes("pypinyin", "pypinyin/pinyin_dict.json")?)?,
            phrases: serde_json::from_slice(&library.bytes("pypinyin", "pypinyin/phrases_dict.json")?)?,
        })
    }

    /// A word in Latin letters without tones, written together.
    pub(crate) fn read(&self, word: &str) -> Option<String> {
        let syllables: Vec<String> = match self.phrases.get(word) {
            Some(phrase) => phrase.iter().filter_map(|readings| readings.first().cloned()).collect(),
            None => word
                .chars()
                .map(|c| {
                    let readings = self.characters.get(&u32::from(c).to_string())?;
                    readings.split(',').next().map(str::to_owned)
                })
                .collect::<Option<_>>()?,
        };
        plain(&syllables.concat())
    }
}
