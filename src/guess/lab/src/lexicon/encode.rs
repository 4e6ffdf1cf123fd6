//! Writes the data file, in the form that `src/guess/src/lexicon/format.rs` describes.

use super::entries::{Entries, Entry};
use guessable::List;
use guessable::shared::format::{
    ALL_WEIGHTS, BRANCH, CLASS, FURTHER, FURTHER_CLASS, KEY, LANGUAGE, LETTER, LETTER_CONTEXTS, LETTERS,
    LISTED, NO_MORE, SHARE, TABLES, Table, WEIGHTS, branch_context, class_context, first_list_context,
    further_context, language_context, letter_context, shared_context,
};
use guessable::shared::{LANGUAGES, spelling};

/// Maximum number of words of a block, but for the first. Chosen because a longer one takes longer to decode, and
/// shorter ones take more room.
const BLOCK: usize = 120;

/// What whole words count in the weights of the letters, against the letters that are really written. The
/// model of unknown words needs to know how words begin, which the sorted list hardly ever writes.
const WHOLE_WORDS: f64 = 0.3;

/// What it takes to store a weight that is not nothing, in bits, as measured with gzip.
const WEIGHT_COST: f64 = 8.0;

/// Languages whose words are written without their vowels, and say nothing about how words of others are spelled.
const CONSONANTS_ONLY: [&str; 3] = ["ar", "fa", "he"];

/// One choice: in which table and context, which one, and the first that was possible.
struct Choice {
    table: Table,
    context: usize,
    chosen: usize,
    first: usize,
}

/// A word, and what is known of it.
type Item<'a> = (&'a [u8], &'a Entry);

/// The words from a key on.
struct Block<'a> {
    /// The letters that all words share, and the first that may follow; none for the first block.
    key: &'a [u8],
    words: Vec<Item<'a>>,
}

impl Block<'_> {
    /// The letters that its words share.
    fn shared(&self) -> &[u8] {
        self.key.split_last().map_or(&[], |(_, shared)| shared)
    }
}

/// All words in the form of the data file.
pub(super) fn encode(entries: &Entries) -> Vec<u8> {
    let blocks = blocks(entries);
    let written: Vec<Vec<Choice>> = blocks.iter().map(choices).collect();
    let weights = weights(&written, entries);

    let mut out = Vec::new();
    for size in entries.list_sizes {
        out.extend(size.to_le_bytes());
    }
    let contexts = TABLES.iter().flat_map(|table| weights[table.start..table.end()].chunks(table.choices));
    let has_weights: Vec<bool> = contexts.clone().map(|context| context.iter().any(|&q| q != 0)).collect();
    out.extend(
        has_weights
            .chunks(8)
            .map(|bits| bits.iter().enumerate().fold(0, |byte, (at, &bit)| byte | u8::from(bit) << at)),
    );
    let stored: Vec<u8> =
        contexts.filter(|context| context.iter().any(|&q| q != 0)).flatten().copied().collect();
    out.extend(stored.chunks(2).map(|pair| pair[0] | pair.get(1).unwrap_or(&0) << 4));
    out.extend((blocks.len() as u16).to_le_bytes());
    let coded: Vec<Vec<u8>> = written.iter().map(|block| code(block, &weights)).collect();
    let mut before: &[u8] = &[];
    for (block, coded) in blocks.iter().zip(&coded) {
        let shared = shared(block.key, before);
        out.push((shared << 4 | (block.key.len() - shared)) as u8);
        out.extend(block.key[shared..].iter().map(|&byte| letter(byte) as u8));
        before = block.key;
        out.extend((coded.len() as u16).to_le_bytes());
        out.push(block.words.iter().filter(|(_, entry)| entry.lists.contains(&List::EffLarge)).count() as u8);
    }
    out.extend(coded.concat());
    out
}

/// How many letters two words share.
fn shared(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

/// The words in blocks.
fn blocks(entries: &Entries) -> Vec<Block<'_>> {
    let words: Vec<Item> = entries.words.iter().map(|(word, entry)| (word.as_bytes(), entry)).collect();
    let mut blocks = vec![Block { key: &[], words: Vec::new() }];
    divide(&words, 0, &mut blocks);
    blocks
}

/// Divides sorted `words`, which share their first `depth` letters, into blocks.
fn divide<'a>(words: &[Item<'a>], depth: usize, blocks: &mut Vec<Block<'a>>) {
    let (short, rest) = words.split_at(words.iter().take_while(|(word, _)| word.len() == depth).count());
    blocks[0].words.extend(short);
    // A block for neighbours of few words each.
    let mut open: Vec<Item> = Vec::new();
    let close = |open: &mut Vec<Item<'a>>, blocks: &mut Vec<Block<'a>>| {
        if let Some((word, _)) = open.first() {
            blocks.push(Block { key: &word[..=depth], words: std::mem::take(open) });
        }
    };
    for same in rest.chunk_by(|(a, _), (b, _)| a[depth] == b[depth]) {
        if open.len() + same.len() > BLOCK {
            close(&mut open, blocks);
        }
        if same.len() > BLOCK && depth + 1 < KEY {
            divide(same, depth + 1, blocks);
        } else {
            open.extend(same);
        }
    }
    close(&mut open, blocks);
}

fn choices(block: &Block) -> Vec<Choice> {
    let mut all = Vec::new();
    let mut make = |table, context, chosen, first| all.push(Choice { table, context, chosen, first });
    let (mut previous, mut shared_before, mut last_language): (&[u8], usize, usize) = (block.shared(), 0, 0);
    for &(word, entry) in &block.words {
        let senses = entry.senses();
        let (language, class) = senses[0];
        let shared = shared(word, previous);
        make(SHARE, shared_context(previous.len(), shared_before), shared, 0);
        make(LANGUAGE, language_context(last_language, shared), language, 0);
        let spelling = spelling(language);
        let written = |at: usize| word.get(at).map_or(0, |&b| letter(b));
        let replaced = previous.get(shared).map_or(0, |&b| letter(b));
        let last = shared.checked_sub(1).map_or(0, written);
        make(BRANCH, branch_context(spelling, last, replaced), written(shared), replaced + 1);
        for at in shared + 1..=word.len() {
            make(LETTER, context(spelling, word, at), written(at), 0);
        }
        make(CLASS, class_context(language, word.len()), class, 0);
        if language != 0 {
            let mut context = further_context(language, Some(class));
            for &(further, further_class) in &senses[1..] {
                make(FURTHER, context, further, 0);
                make(FURTHER_CLASS, class, further_class, 0);
                context = further_context(further, None);
            }
            make(FURTHER, context, 0, 0);
        }
        let mut context = first_list_context(language, class);
        for &list in &entry.lists {
            make(LISTED, context, list as usize + 1, 0);
            context = list as usize;
        }
        make(LISTED, context, 0, 0);
        (previous, shared_before, last_language) = (word, shared, language);
    }
    make(SHARE, shared_context(previous.len(), shared_before), NO_MORE, 0);
    all
}

fn letter(byte: u8) -> usize {
    usize::from(byte - b'a') + 1
}

/// The context of the letter at `at`.
fn context(spelling: usize, word: &[u8], at: usize) -> usize {
    let before = |back: usize| at.checked_sub(back).map_or(0, |i| letter(word[i]));
    letter_context(spelling, before(2), before(1))
}

/// How often each choice is made, as numbers of 0 to 15.
fn weights(written: &[Vec<Choice>], entries: &Entries) -> Vec<u8> {
    let mut counts = vec![0.0_f64; ALL_WEIGHTS];
    for choice in written.iter().flatten() {
        let Choice { table, context, chosen, .. } = *choice;
        counts[table.start + context * table.choices + chosen] += 1.0;
        // All languages together.
        if spelled(table) && context >= LETTER_CONTEXTS {
            counts[table.start + context % LETTER_CONTEXTS * table.choices + chosen] += 1.0;
        }
    }
    for (word, entry) in &entries.words {
        let (language, _) = entry.senses()[0];
        let spelling = spelling(language);
        let word = word.as_bytes();
        for at in 0..=word.len() {
            let chosen = word.get(at).map_or(0, |&b| letter(b));
            let mut count = |spelling: usize, times: f64| {
                counts[LETTER.start + context(spelling, word, at) * LETTERS + chosen] += times;
            };
            if spelling != 0 {
                count(spelling, WHOLE_WORDS);
            }
            let foreign = CONSONANTS_ONLY.contains(&LANGUAGES[language]);
            count(0, if foreign { 0.0 } else { WHOLE_WORDS });
        }
    }
    let mut weights = Vec::with_capacity(counts.len());
    for table in TABLES {
        let start = weights.len();
        for (number, context) in counts[table.start..table.end()].chunks(table.choices).enumerate() {
            let own = rounded(context);
            let together = start + number % LETTER_CONTEXTS * table.choices;
            let is_worth_it = !spelled(table)
                || number < LETTER_CONTEXTS
                || saved(context, &own, &weights[together..][..table.choices]) > 0.0;
            weights.extend(if is_worth_it { own } else { vec![0; table.choices] });
        }
    }
    weights
}

/// Whether a table has contexts for each spelling.
fn spelled(table: Table) -> bool {
    [LETTER.start, BRANCH.start].contains(&table.start)
}

/// How often each choice of one context is made, as numbers of 0 to 15.
fn rounded(counts: &[f64]) -> Vec<u8> {
    let most = counts.iter().copied().fold(0.0, f64::max);
    let round = |count: f64| (15.0 + 2.0 * (count / most).log2()).round().clamp(1.0, 15.0) as u8;
    counts.iter().map(|&count| if count == 0.0 { 0 } else { round(count) }).collect()
}

/// Bits that weights of a context's own save, beside those of all languages together.
fn saved(counts: &[f64], own: &[u8], together: &[u8]) -> f64 {
    let weight = |q: &u8| f64::from(WEIGHTS[usize::from(*q)]);
    let total = |weights: &[u8]| weights.iter().map(weight).sum::<f64>();
    let scale = (total(together) / total(own)).log2();
    let gains = counts.iter().zip(own).zip(together).filter(|((count, _), _)| **count > 0.0);
    let gains =
        gains.map(|((count, own), together)| count * ((weight(own) / weight(together)).log2() + scale));
    gains.sum::<f64>() - WEIGHT_COST * own.iter().filter(|&&q| q != 0).count() as f64
}

fn code(block: &[Choice], weights: &[u8]) -> Vec<u8> {
    let mut encoder = RangeEncoder::default();
    for choice in block {
        let table = choice.table;
        let start = table.start + context_of(choice, weights) * table.choices;
        let sum = |range: std::ops::Range<usize>| -> u32 {
            weights[start..][range].iter().map(|&q| u32::from(WEIGHTS[usize::from(q)])).sum()
        };
        encoder.encode(
            sum(choice.first..choice.chosen),
            sum(choice.chosen..choice.chosen + 1),
            sum(choice.first..table.choices),
        );
    }
    encoder.finish()
}

/// The context whose weights a choice is written with: its own, or that of all languages together.
fn context_of(choice: &Choice, weights: &[u8]) -> usize {
    let Choice { table, context, .. } = *choice;
    let own = &weights[table.start + context * table.choices..][..table.choices];
    if own.iter().all(|&q| q == 0) { context % LETTER_CONTEXTS } else { context }
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
