//! The words of the lexicon while they are collected.

use std::collections::{BTreeMap, BTreeSet};

use guessable::List;
use guessable::shared::format::LONGEST;
use guessable::shared::{LANGUAGES, RANK_CLASSES, Speller, Symbol};

/// What is known of a word.
#[derive(Clone, Default)]
pub(super) struct Entry {
    /// The languages that it is common in, and its rank there; where it is on a list and not among the language's
    /// commonest words, a rank of [`LISTED`] if that is a generator's and of [`UNRANKED`] if not.
    ranks: BTreeMap<u8, u32>,
    /// The lists that it is on.
    pub(super) lists: BTreeSet<List>,
}

/// Ranks beyond all that are taken.
const UNRANKED: u32 = u32::MAX;
const LISTED: u32 = UNRANKED - 1;

/// A word's rank in another language than the one that it is commonest in counts up to this many times the rank there, or
/// up to [`COMMON`]. Chosen because what is beyond is, more often than not, a foreign word in that language's texts.
const FARTHER: u32 = 3;
const COMMON: u32 = 300;

/// Maximum rank of an ordinary word of English, which is one before it is a name.
const ORDINARY: u32 = 6_000;

impl Entry {
    /// The languages that it is common in with its class there, which is one of the [`RANK_CLASSES`] counted from 1 or
    /// one more, or 0 for a word of generators' lists only; the language that it is commonest in first. One at least:
    /// language 0 stands for none.
    pub(super) fn senses(&self) -> Vec<(usize, usize)> {
        let mut by_rank: Vec<(u32, u8)> =
            self.ranks.iter().map(|(&language, &rank)| (rank, language)).collect();
        by_rank.sort_unstable();
        // A list gives a language only to a word that has none.
        let best = by_rank.first().map_or(0, |(rank, _)| *rank);
        let worth = |rank: u32| rank < LISTED && (rank <= COMMON || rank / FARTHER <= best);
        let ranked = by_rank.iter().take_while(|(rank, _)| worth(*rank)).count();
        by_rank.truncate(ranked.max(1));
        if by_rank.is_empty() {
            return vec![(0, 0)];
        }
        let class = |rank: u32| match rank {
            LISTED => 0,
            _ => RANK_CLASSES.iter().take_while(|&&end| end < rank).count() + 1,
        };
        by_rank.into_iter().map(|(rank, language)| (usize::from(language), class(rank))).collect()
    }
}

/// All words, by their spelling in plain letters.
pub(super) struct Entries {
    pub(super) words: BTreeMap<String, Entry>,
    /// How many words each list has at its source.
    pub(super) list_sizes: [u32; List::COUNT],
}

impl Default for Entries {
    fn default() -> Self {
        Self { words: BTreeMap::new(), list_sizes: [0; List::COUNT] }
    }
}

impl Entries {
    /// Enters a word of a language with its rank, the commonest word having 1.
    pub(super) fn rank(&mut self, key: &str, language: u8, rank: u32) {
        let known = self.words.entry(key.to_owned()).or_default().ranks.entry(language).or_insert(rank);
        *known = rank.min(*known);
    }

    /// Puts every word of `words` on `list`, which is of a language or of none (0), and counts them.
    pub(super) fn list<'a>(&mut self, list: List, language: u8, words: impl IntoIterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for word in words {
            if seen.insert(word.to_lowercase()) {
                let keys = spellings(word);
                if language != 0 {
                    for key in &keys {
                        self.rank(key, language, LISTED);
                    }
                }
                self.put(list, 0, keys);
            }
        }
        self.list_sizes[list as usize] += seen.len() as u32;
    }

    /// Puts one word of a language, or of none (0), on `list`, which is not a list of a fixed size.
    pub(super) fn tag(&mut self, list: List, language: u8, word: &str) {
        self.put(list, language, spellings(word));
    }

    /// Takes words off the lists of names that are an ordinary word of English first: victor, may, bean.
    pub(super) fn no_names(&mut self, common: &BTreeSet<&str>) {
        let english = language("en");
        for (word, entry) in &mut self.words {
            if common.contains(word.as_str())
                && entry.ranks.get(&english).is_some_and(|&rank| rank <= ORDINARY)
            {
                entry.lists.retain(|list| {
                    !matches!(list, List::CommonName | List::GivenName | List::FamilyName | List::Town)
                });
            }
        }
    }

    /// The same for a word whose spellings in plain letters are known.
    pub(super) fn put(&mut self, list: List, language: u8, keys: Vec<String>) {
        for key in keys {
            let entry = self.words.entry(key).or_default();
            if entry.lists.insert(list) && language != 0 {
                entry.ranks.entry(language).or_insert(UNRANKED);
            }
        }
    }
}

/// The number of a language, by its code without a script.
pub(super) fn language(code: &str) -> u8 {
    let code = code.split('-').next().unwrap_or(code);
    LANGUAGES.iter().position(|&l| l == code).unwrap_or(0) as u8
}

/// A word in plain letters, if it is one word of at least two and not too many letters.
pub(super) fn plain(word: &str) -> Option<String> {
    let mut speller = Speller::default();
    let (mut key, mut only_letters) = (String::new(), true);
    for c in word.to_lowercase().chars() {
        speller.spell(c, &mut |symbol| match symbol {
            Symbol::Letter(l) => key.push(char::from(b'a' + l)),
            Symbol::Separator(_) | Symbol::Other('\'') => {}
            _ => only_letters = false,
        });
    }
    (only_letters && (2..=LONGEST).contains(&key.len())).then_some(key)
}

/// A word in plain letters, in each of the ways in which people without its accents or its alphabet type it.
pub(super) fn spellings(word: &str) -> Vec<String> {
    spellings_in("", word)
}

/// The same for a word whose language is known: the Finns leave the dots of their ä out, and do not write ae.
pub(super) fn spellings_in(code: &str, word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let mut ways: Vec<String> = plain(&lower).into_iter().collect();
    let mut other = |languages: &[&str], from: &[(char, &str)]| {
        if (code.is_empty() || languages.contains(&code))
            && lower.chars().any(|c| from.iter().any(|&(f, _)| f == c))
        {
            let respelled: String = lower
                .chars()
                .map(|c| {
                    from.iter().find(|&&(f, _)| f == c).map_or_else(|| c.to_string(), |&(_, t)| t.to_owned())
                })
                .collect();
            ways.extend(plain(&respelled));
        }
    };
    other(
        &["de", "da", "nb"],
        &[('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('ø', "oe"), ('æ', "ae"), ('å', "aa")],
    );
    // Passports and many programs write Russian and Ukrainian this way.
    other(&["ru", "uk"], &[('ю', "iu"), ('я', "ia"), ('й', "i"), ('х', "kh")]);
    if lower.chars().any(|c| ('\u{900}'..'\u{980}').contains(&c)) {
        ways.extend(plain(&lower).map(|key| without_inner_schwa(&key)));
    }
    ways.sort();
    ways.dedup();
    ways
}

/// Hindi as it is spoken and typed: karana is karna.
fn without_inner_schwa(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let dropped = (2..letters.len().saturating_sub(2)).rev().find(|&i| {
        letters[i] == 'a'
            && !vowel(letters[i - 1])
            && !vowel(letters[i + 1])
            && vowel(letters[i - 2])
            && vowel(letters[i + 2])
    });
    letters.iter().enumerate().filter(|&(i, _)| Some(i) != dropped).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_every_spelling_that_is_typed() {
        assert_eq!(spellings("Übung"), ["ubung", "uebung"]);
        assert_eq!(spellings("встреча"), ["vstrecha"]);
        assert_eq!(spellings("компания"), ["kompaniia", "kompaniya"]);
        assert_eq!(spellings("करना"), ["karana", "karna"]);
        assert!(spellings("x").is_empty());
    }
}
