//! The commonest words of each language, from wordfreq's lists.

use std::collections::HashMap;
use std::io::Read;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language, plain, spellings};

/// How many words are taken of each language: more of those that rooms are more often named in.
pub(super) const TAKEN: &[(&str, u32)] = &[
    ("en", 20_000),
    ("de", 4_000),
    ("es", 3_500),
    ("fr", 3_500),
    ("pt", 3_000),
    ("it", 3_000),
    ("nl", 2_600),
    ("ru", 2_200),
    ("pl", 2_200),
    ("cs", 2_200),
    ("sv", 2_200),
    ("tr", 2_200),
    ("uk", 2_200),
    ("zh", 2_600),
    ("id", 2_200),
    ("ar", 2_200),
    ("fa", 2_200),
    ("hi", 2_200),
    ("fi", 2_200),
    ("da", 2_200),
    ("nb", 2_200),
    ("hu", 2_200),
    ("ro", 2_200),
    ("el", 2_200),
    ("he", 2_200),
    ("vi", 2_200),
    ("ca", 2_200),
    ("bg", 2_200),
    ("sh", 2_200),
    ("sk", 2_200),
    ("sl", 2_200),
    ("lt", 2_200),
    ("lv", 2_200),
    ("is", 2_200),
    ("fil", 2_200),
    ("ms", 2_200),
    ("ko", 2_200),
];

/// A language's words, the commonest first.
pub(super) fn words(library: &Library, code: &str) -> Result<Vec<String>> {
    let file = |size| format!("wordfreq/data/{size}_{code}.msgpack.gz");
    let packed =
        library.bytes("wordfreq", &file("large")).or_else(|_| library.bytes("wordfreq", &file("small")))?;
    let mut unpacked = Vec::new();
    GzDecoder::new(packed.as_slice()).read_to_end(&mut unpacked)?;
    let value: Value = rmp_serde::from_slice(&unpacked)?;
    // The first element is a header; the rest are lists of words, by falling frequency in hundredths of a decade.
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
struct Pinyin {
    characters: HashMap<String, String>,
    phrases: HashMap<String, Vec<Vec<String>>>,
}

impl Pinyin {
    fn load(library: &Library) -> Result<Self> {
        Ok(Self {
            characters: serde_json::from_slice(&library.bytes("pypinyin", "pypinyin/pinyin_dict.json")?)?,
            phrases: serde_json::from_slice(&library.bytes("pypinyin", "pypinyin/phrases_dict.json")?)?,
        })
    }

    /// A word in Latin letters without tones, written together.
    fn read(&self, word: &str) -> Option<String> {
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
