//! The commonest words of each language, from wordfreq's lists.

use std::collections::HashMap;
use std::io::Read;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language, plain, spellings_in};

/// How many words are taken of each language: more of those that more people name rooms in. That is as many as there is
/// room for; consonants alone, as of Arabic, say less.
#[rustfmt::skip]
pub(super) const TAKEN: &[(&str, u32)] = &[
    ("en", 18_000), ("de", 8_000), ("es", 6_500), ("fr", 6_500), ("pt", 5_000), ("it", 5_000), ("nl", 5_000),
    ("ru", 6_500), ("pl", 5_000), ("cs", 4_000), ("sv", 4_000), ("tr", 4_000), ("uk", 4_000), ("zh", 4_000),
    ("id", 4_000), ("ar", 2_000), ("fa", 2_000), ("hi", 2_500), ("fi", 4_500), ("da", 3_500), ("nb", 3_500),
    ("hu", 3_500), ("ro", 3_000), ("el", 3_000), ("he", 2_000), ("vi", 3_000), ("ca", 2_500), ("bg", 2_500),
    ("sh", 2_500), ("sk", 2_500), ("sl", 2_500), ("lt", 2_500), ("lv", 2_500), ("is", 2_500), ("fil", 2_000),
    ("ms", 2_000), ("ko", 2_500),
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
            let keys = if code == "zh" {
                pinyin.read(&word).into_iter().collect()
            } else {
                spellings_in(code, &word)
            };
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
