//! Writes the data file, in the form that `src/guess/src/lexicon/format.rs` describes.

use std::collections::BTreeMap;

use super::entries::{Entries, Entry};
use guessable::List;
use guessable::shared::LANGUAGES;
use guessable::shared::format::{
    CLASSES, COMMON_SETS, LETTERS, SAME_CONTEXTS, SET_BYTES, SHARED_CONTEXTS, Table, Tables, WEIGHTS,
    letter_context, set_context,
};

/// A block is closed once it has this many words: more would take longer to decode, fewer would take more
/// room.
const BLOCK: usize = 120;

/// What whole words count in the weights of the letters, against the letters that are really written. The
/// model of unknown words needs to know how words begin, which the sorted list hardly ever writes.
const WHOLE_WORDS: f64 = 1.0;

/// Languages whose words are written without their vowels, and say nothing about how words are spelled.
const CONSONANTS_ONLY: [&str; 2] = ["ar", "fa"];

/// One choice: in which table and context, which one, and the first that was possible.
struct Choice {
    table: fn(&Tables) -> Table,
    context: usize,
    chosen: usize,
    first: usize,
}

/// All words in the form of the data file.
pub(super) fn encode(entries: &Entries) -> Vec<u8> {
    let sets = sets(entries);
    let tables = Tables::new(LANGUAGES.len(), sets.len().max(1));
    let number: BTreeMap<u64, usize> = sets.iter().enumerate().map(|(i, &set)| (set, i)).collect();
    let blocks = blocks(entries);
    let written: Vec<Vec<Choice>> = blocks.iter().map(|block| choices(block, &number)).collect();
    let weights = weights(&tables, &written, entries);

    let mut out = Vec::new();
    for size in entries.list_sizes {
        out.extend((size.min(0xffff) as u16).to_le_bytes());
    }
    out.extend((sets.len() as u16).to_le_bytes());
    for set in &sets {
        out.extend(&set.to_le_bytes()[..SET_BYTES]);
    }
    out.extend(weights.chunks(2).map(|pair| pair[0] | pair.get(1).unwrap_or(&0) << 4));
    out.extend((blocks.len() as u16).to_le_bytes());
    let coded: Vec<Vec<u8>> = written.iter().map(|block| code(block, &tables, &weights)).collect();
    let mut end = 0;
    for (block, coded) in blocks.iter().zip(&coded) {
        end += coded.len() as u32;
        out.extend((pair(block[0].0) as u16).to_le_bytes());
        out.extend((block.len() as u16).to_le_bytes());
        let drawn = block.iter().filter(|(_, entry)| entry.lists & List::EffLarge.bit() != 0).count();
        out.extend((drawn as u16).to_le_bytes());
        out.extend(end.to_le_bytes());
    }
    out.extend(coded.concat());
    out
}

/// The different sets of lists, the commonest first.
fn sets(entries: &Entries) -> Vec<u64> {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for entry in entries.words.values().filter(|e| e.lists != 0) {
        *counts.entry(entry.lists).or_default() += 1;
    }
    let mut sets: Vec<(usize, u64)> = counts.into_iter().map(|(set, count)| (count, set)).collect();
    sets.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    sets.into_iter().map(|(_, set)| set).collect()
}

/// The number of a word's first two letters.
fn pair(word: &str) -> usize {
    let letters = word.as_bytes();
    usize::from(letters[0] - b'a') * 26 + usize::from(letters[1] - b'a')
}

fn blocks(entries: &Entries) -> Vec<Vec<(&str, Entry)>> {
    let mut blocks: Vec<Vec<(&str, Entry)>> = Vec::new();
    for (word, entry) in &entries.words {
        let full = blocks.last().is_none_or(|block| {
            block.len() >= BLOCK && block.last().is_some_and(|(last, _)| pair(last) != pair(word))
        });
        if full {
            blocks.push(Vec::new());
        }
        if let Some(block) = blocks.last_mut() {
            block.push((word, *entry));
        }
    }
    blocks
}

fn choices(block: &[(&str, Entry)], sets: &BTreeMap<u64, usize>) -> Vec<Choice> {
    let mut all = Vec::new();
    let mut make = |table: fn(&Tables) -> Table, context, chosen, first| {
        all.push(Choice { table, context, chosen, first });
    };
    let (mut previous, mut last_language): (&[u8], usize) = (&[], 0);
    for (word, entry) in block {
        let word = word.as_bytes();
        let shared = word.iter().zip(previous).take_while(|(a, b)| a == b).count();
        make(|t| t.shared, previous.len().min(SHARED_CONTEXTS - 1), shared, 0);
        let mut first = previous.get(shared).map_or(1, |&b| letter(b) + 1);
        for at in shared..=word.len() {
            let chosen = word.get(at).map_or(0, |&b| letter(b));
            make(|t| t.letter, context(word, at), chosen, first);
            first = 0;
        }
        let language = usize::from(entry.language);
        let same = language == last_language;
        make(|t| t.same, shared.min(SAME_CONTEXTS - 1), usize::from(same), 0);
        if !same {
            make(|t| t.language, letter(word[word.len() - 1]), language, 0);
        }
        let class = usize::from(entry.class());
        make(|t| t.class, language, class, 0);
        make(|t| t.listed, class + if language <= 1 { 0 } else { CLASSES }, usize::from(entry.lists != 0), 0);
        if entry.lists != 0 {
            let set = sets[&entry.lists];
            let last = letter(word[word.len() - 1]);
            make(|t| t.set, set_context(language, class, last), set.min(COMMON_SETS), 0);
            if set >= COMMON_SETS {
                make(|t| t.rare, 0, set - COMMON_SETS, 0);
            }
        }
        (previous, last_language) = (word, language);
    }
    all
}

fn letter(byte: u8) -> usize {
    usize::from(byte - b'a') + 1
}

/// The context of the letter at `at`.
fn context(word: &[u8], at: usize) -> usize {
    let before = |back: usize| at.checked_sub(back).map_or(0, |i| letter(word[i]));
    letter_context(before(2), before(1))
}

/// How often each choice is made, as numbers of 0 to 15.
fn weights(tables: &Tables, written: &[Vec<Choice>], entries: &Entries) -> Vec<u8> {
    let mut counts = vec![0.0_f64; tables.rare.end()];
    for choice in written.iter().flatten() {
        let table = (choice.table)(tables);
        counts[table.start + choice.context * table.choices + choice.chosen] += 1.0;
    }
    for (word, entry) in &entries.words {
        if CONSONANTS_ONLY.contains(&LANGUAGES[usize::from(entry.language)]) {
            continue;
        }
        let word = word.as_bytes();
        for at in 0..=word.len() {
            let chosen = word.get(at).map_or(0, |&b| letter(b));
            counts[tables.letter.start + context(word, at) * LETTERS + chosen] += WHOLE_WORDS;
        }
    }
    let mut weights = Vec::with_capacity(counts.len());
    for table in tables.all() {
        for context in counts[table.start..table.end()].chunks(table.choices) {
            let most = context.iter().copied().fold(0.0, f64::max);
            weights.extend(context.iter().map(|&count| {
                if count == 0.0 {
                    0
                } else {
                    (15.0 + 2.0 * (count / most).log2()).round().clamp(1.0, 15.0) as u8
                }
            }));
        }
    }
    weights
}

fn code(block: &[Choice], tables: &Tables, weights: &[u8]) -> Vec<u8> {
    let mut encoder = RangeEncoder::default();
    for choice in block {
        let table = (choice.table)(tables);
        let start = table.start + choice.context * table.choices;
        let sum = |range: std::ops::Range<usize>| -> u32 {
            weights[start..][range].iter().map(|&q| WEIGHTS[usize::from(q)]).sum()
        };
        encoder.encode(
            sum(choice.first..choice.chosen),
            sum(choice.chosen..choice.chosen + 1),
            sum(choice.first..table.choices),
        );
    }
    encoder.finish()
}

/// The writing side of `src/guess/src/lexicon/range.rs`.
struct RangeEncoder {
    low: u64,
    range: u32,
    held: u8,
    held_count: u64,
    bytes: Vec<u8>,
}

impl Default for RangeEncoder {
    fn default() -> Self {
        Self { low: 0, range: u32::MAX, held: 0, held_count: 1, bytes: Vec::new() }
    }
}

impl RangeEncoder {
    fn encode(&mut self, start: u32, size: u32, total: u32) {
        self.range /= total;
        self.low += u64::from(start) * u64::from(self.range);
        self.range *= size;
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Writes the highest byte once no carry can reach it any more.
    fn shift(&mut self) {
        if self.low < 0xff00_0000 || self.low > 0xffff_ffff {
            let carry = (self.low >> 32) as u8;
            let mut byte = self.held;
            while self.held_count > 0 {
                self.bytes.push(byte.wrapping_add(carry));
                byte = 0xff;
                self.held_count -= 1;
            }
            self.held = (self.low >> 24) as u8;
        }
        self.held_count += 1;
        self.low = (self.low & 0x00ff_ffff) << 8;
    }

    fn finish(mut self) -> Vec<u8> {
        // Of all numbers in the range take the one with the most zeros at its end: they need not be written.
        let high = self.low + u64::from(self.range) - 1;
        for zeros in (0..32).rev() {
            let rounded = high >> zeros << zeros;
            if rounded >= self.low {
                self.low = rounded;
                break;
            }
        }
        for _ in 0..5 {
            self.shift();
        }
        // The first byte is always zero.
        self.bytes.remove(0);
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        self.bytes
    }
}
