//! The words that the world's attackers know: which language, how common, and on which lists.

mod block;
pub mod format;
mod range;

use std::ops::Range;
use std::sync::OnceLock;

use block::{Block, Packed};
use format::{LETTER_CONTEXTS, LETTERS, SET_BYTES, SLOT_BYTES, Tables, WEIGHTS, letter_context};

use crate::languages::LANGUAGES;
use crate::lists::List;

static DATA: &[u8] = include_bytes!("../../data/lexicon.bin");

/// log2 of each of the [`WEIGHTS`] that can be stored; but the least, which stands for "never" too, is taken four
/// bits lower: the weights have to leave room for every letter, and the words of the lexicon do not.
const WEIGHT_BITS: [f32; 16] =
    [-4.0, 1.0, 1.585, 2.0, 2.585, 3.0, 3.459, 4.0, 4.524, 5.0, 5.492, 6.0, 6.508, 7.0, 7.5, 8.0];

/// The stored weight with this number, of those that begin at `weights` in the data.
fn weight(weights: usize, number: usize) -> u8 {
    DATA[weights + number / 2] >> (number % 2 * 4) & 15
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// The number of the language that it is commonest in; 0 for none.
    pub(crate) language: u8,
    /// Its class of frequency there, from 1 for the commonest; 0 for none.
    pub(crate) class: u8,
    /// The lists that it is on, one bit each.
    pub(crate) lists: u64,
}

impl Word {
    /// Whether it is on `list`.
    pub(crate) fn is_on(self, list: List) -> bool {
        self.lists & list.bit() != 0
    }
}

/// The data file, ready to be read.
pub(crate) struct Lexicon {
    list_sizes: [u16; List::COUNT],
    sets: &'static [u8],
    /// Running sums of the weights of every context, one number more than there are choices each.
    sums: Vec<u16>,
    tables: Tables,
    /// Where the weights begin in the data.
    weights: usize,
    /// For each context of a letter, log2 of the sum of its weights.
    letter_totals: Vec<f32>,
    blocks: Vec<(Slot, OnceLock<Block>)>,
    /// For each pair of first letters, the block that its words are in.
    block_of: Vec<u16>,
}

/// Where a block lies in the data.
struct Slot {
    words: u16,
    on_eff_large: u16,
    bytes: Range<usize>,
}

/// Reads little-endian numbers; what is missing is zero.
struct Reader(usize);

impl Reader {
    fn number(&mut self, bytes: usize) -> usize {
        let number =
            (0..bytes).rev().fold(0, |n, i| n << 8 | usize::from(*DATA.get(self.0 + i).unwrap_or(&0)));
        self.0 += bytes;
        number
    }
}

impl Lexicon {
    /// The one lexicon. The first call reads the tables; words are decoded as they are needed.
    pub(crate) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut reader = Reader(0);
        let list_sizes = std::array::from_fn(|_| reader.number(2) as u16);
        let set_count = reader.number(2);
        let sets = &DATA[reader.0.min(DATA.len())..][..];
        reader.0 += set_count * SET_BYTES;
        let tables = Tables::new(LANGUAGES.len(), set_count.max(1));
        let weights = reader.0;
        reader.0 += tables.rare.end().div_ceil(2);

        let mut sums = Vec::with_capacity(tables.rare.end() + tables.contexts());
        for table in tables.all() {
            for context in 0..table.contexts {
                let mut sum = 0_u16;
                sums.push(sum);
                for choice in 0..table.choices {
                    sum = sum.saturating_add(
                        WEIGHTS[usize::from(weight(weights, table.start + context * table.choices + choice))]
                            as u16,
                    );
                    sums.push(sum);
                }
            }
        }
        let letter_totals =
            (0..LETTER_CONTEXTS).map(|c| f32::from(sums[c * (LETTERS + 1) + LETTERS]).log2()).collect();

        let block_count = reader.number(2);
        let first = reader.0 + block_count * SLOT_BYTES;
        let mut start = first;
        let mut block_of = vec![0; 26 * 26];
        let mut blocks = Vec::with_capacity(block_count);
        for number in 0..block_count {
            let pair = reader.number(2);
            let words = reader.number(2) as u16;
            let on_eff_large = reader.number(2) as u16;
            let end = first + reader.number(4);
            block_of[pair.min(675)..].fill(number as u16);
            blocks.push((Slot { words, on_eff_large, bytes: start..end }, OnceLock::new()));
            start = end;
        }
        Self { list_sizes, sets, sums, tables, weights, letter_totals, blocks, block_of }
    }

    /// How many words `list` has at its source.
    pub(crate) fn size(&self, list: List) -> u32 {
        u32::from(self.list_sizes[list as usize])
    }

    /// The set of lists with this number.
    fn set(&self, number: usize) -> u64 {
        let bytes = &self.sets[number * SET_BYTES..][..SET_BYTES];
        bytes.iter().rev().fold(0, |set, &byte| set << 8 | u64::from(byte))
    }

    /// Calls `found` with the length of every word that `letters` (0 for a to 25 for z) begins with.
    /// `letter` gives the letter at a distance from the start, or `None` where there is none. Tells how many of the
    /// letters begin a word.
    pub(crate) fn words_at(
        &self,
        letter: impl Fn(usize) -> Option<u8>,
        mut found: impl FnMut(usize, Word),
    ) -> usize {
        let (Some(a), Some(b)) = (letter(0), letter(1)) else { return 0 };
        let Some(&number) = self.block_of.get(usize::from(a) * 26 + usize::from(b)) else { return 0 };
        let Some((slot, block)) = self.blocks.get(usize::from(number)) else { return 0 };
        block.get_or_init(|| self.decode(slot)).walk(letter, |length, word| found(length, self.word(word)))
    }

    /// Calls `visit` for every word. Decodes all of them, and keeps none.
    pub(crate) fn each(&self, mut visit: impl FnMut(&str, Word)) {
        for (slot, _) in &self.blocks {
            self.decode(slot).each(|letters, word| visit(letters, self.word(word)));
        }
    }

    /// The word of EFF's large list with this number, from 0 on, in the order of the letters. Only its block is
    /// decoded.
    pub(crate) fn eff_large(&self, number: usize) -> Option<String> {
        let mut before = 0;
        let (slot, _) = self.blocks.iter().find(|(slot, _)| {
            let on_list = usize::from(slot.on_eff_large);
            before += on_list;
            number < before
        })?;
        let mut at = before - usize::from(slot.on_eff_large);
        let mut found = None;
        self.decode(slot).each(|letters, word| {
            if self.word(word).is_on(List::EffLarge) {
                if at == number {
                    found = Some(letters.to_owned());
                }
                at += 1;
            }
        });
        found
    }

    fn decode(&self, slot: &Slot) -> Block {
        Block::decode(&DATA[slot.bytes.clone()], slot.words, &self.sums, &self.tables)
    }

    fn word(&self, packed: Packed) -> Word {
        Word {
            language: packed.language(),
            class: packed.class(),
            lists: packed.set().map_or(0, |set| self.set(set)),
        }
    }

    /// What a letter costs after two others, in bits, as words are spelled. 0 is the end, or what stands before
    /// the beginning; letters are 1 to 26.
    pub(crate) fn letter_bits(&self, before_last: usize, last: usize, letter: usize) -> f32 {
        let context = letter_context(before_last, last);
        let stored = weight(self.weights, context * LETTERS + letter);
        self.letter_totals[context] - WEIGHT_BITS[usize::from(stored)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Looks one word up.
    fn look_up(word: &str) -> Option<Word> {
        let mut result = None;
        let letters = word.as_bytes();
        Lexicon::get().words_at(
            |i| letters.get(i).map(|b| b - b'a'),
            |length, word| {
                if length == letters.len() {
                    result = Some(word);
                }
            },
        );
        result
    }

    #[test]
    fn words_are_found_with_their_language_and_lists() {
        let the = look_up("the").unwrap();
        assert_eq!((LANGUAGES[usize::from(the.language)], the.class), ("en", 1));
        assert_eq!(LANGUAGES[usize::from(look_up("selbstverstandlich").unwrap().language)], "de");
        assert!(look_up("standup").unwrap().is_on(List::MeetingCommon));
        assert!(look_up("yoyo").unwrap().is_on(List::EffLarge));
        assert!(look_up("qxzjk").is_none());
    }

    #[test]
    fn every_word_of_effs_large_list_is_there() {
        for word in crate::words_on(List::EffLarge) {
            assert!(look_up(&word).is_some_and(|w| w.is_on(List::EffLarge)), "{word}");
        }
        assert_eq!(Lexicon::get().size(List::EffLarge), 7776);
    }
}
