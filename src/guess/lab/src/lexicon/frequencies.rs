//! The commonest words of each language, from wordfreq's lists.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read;

use anyhow::{Context, Result};
use flate2::read::GzDecoder;
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language, plain, spellings_in};

/// How many words are taken of each language: more of those that more people name rooms in. That is as many as there is
/// room for; consonants alone, as of Arabic, say less.
#[rustfmt::skip]
pub(crate) const TAKEN: &[(&str, u32)] = &[
    ("en", 16_200), ("de", 7_200), ("es", 5_800), ("fr", 5_800), ("pt", 4_500), ("it", 4_500), ("nl", 4_500),
    ("ru", 5_800), ("pl", 4_500), ("cs", 3_600), ("sv", 3_600), ("tr", 3_600), ("uk", 3_600), ("zh", 3_600),
    ("id", 3_600), ("ar", 2_000), ("fa", 2_000), ("hi", 2_500), ("fi", 4_000), ("da", 3_200), ("nb", 3_200),
    ("hu", 3_200), ("ro", 2_700), ("el", 2_700), ("he", 2_000), ("vi", 2_700), ("ca", 2_500), ("bg", 2_500),
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

/// Number of the commonest Chinese words whose characters are told how they are read. Chosen because rarer ones have
/// hardly any others.
const READ: usize = 20_000;

/// How Han characters are read, in the form that `src/guess/src/han.rs` describes: those of the commonest Chinese words
/// and of BIP39's two lists.
pub(super) fn han(library: &Library) -> Result<String> {
    let pinyin = Pinyin::load(library)?;
    let list = |script| library.text("mnemonic", &format!("mnemonic/wordlist/chinese_{script}.txt"));
    let (simplified, traditional) = (list("simplified")?, list("traditional")?);
    let mut readings: BTreeMap<String, [BTreeSet<char>; 4]> = BTreeMap::new();
    let common = words(library, "zh")?.into_iter().take(READ).collect::<String>();
    for c in [&simplified, &traditional, &common].into_iter().flat_map(|text| text.chars()) {
        if let Some(reading) = pinyin.read(&c.to_string()).filter(|_| c.is_alphabetic() && !c.is_ascii()) {
            let group = usize::from(simplified.contains(c)) + 2 * usize::from(traditional.contains(c));
            readings.entry(reading).or_default()[group].insert(c);
        }
    }
    let line = |(reading, groups): (&String, &[BTreeSet<char>; 4])| {
        let groups = groups.each_ref().map(|group| group.iter().collect::<String>());
        format!("{reading} {}\n", groups.join(" "))
    };
    Ok(readings.iter().map(line).collect())
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
