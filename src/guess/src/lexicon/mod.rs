//! The words that the world's attackers know: which language, how common, and on which lists.

mod block;
pub mod format;
mod range;
mod slots;
mod spelling;
mod sums;
mod word;

use std::ops::Range;
use std::sync::OnceLock;

use block::Block;
use format::{KEY, key};
pub(crate) use spelling::Spelling;
use sums::Sums;
pub(crate) use word::Word;

use crate::languages::CONSONANTS;
use crate::lists::List;

static DATA: &[u8] = include_bytes!("../../data/lexicon.bin");

/// Where the weights begin in the data.
const WEIGHTS_START: usize = 4 * List::COUNT;

/// The data file, ready to be read.
pub(crate) struct Lexicon {
    sums: Sums,
    /// How words of all languages are spelled, and those of the languages that are written in consonants.
    spellings: [OnceLock<Spelling>; 2],
    /// Bits for a word of each list.
    list_bits: [f32; List::COUNT],
    /// The keys of the blocks, in order.
    keys: Vec<u32>,
    blocks: Vec<(Slot, OnceLock<Block>)>,
}

/// Where a block lies in the data.
struct Slot {
    on_eff_large: u8,
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

    /// The key that follows one.
    fn key_after(&mut self, before: u32) -> u32 {
        let first = self.number(1);
        let (shared, further) = (first >> 4, first & 15);
        let kept = before & !(u32::MAX >> (32 - 5 * KEY) >> (5 * shared.min(KEY)));
        (shared..shared + further)
            .fold(kept, |key, at| key | (self.number(1) as u32 & 31) << (5 * KEY.saturating_sub(at + 1)))
    }
}

/// The letters of a key (1 to 26).
fn letters_of(key: u32) -> impl Iterator<Item = u8> {
    (0..KEY).rev().map(move |at| (key >> (5 * at) & 31) as u8).take_while(|&letter| letter != 0)
}

/// The letters that all words of the block with this key begin with, as a key: all but the last.
fn shared_by(key: u32) -> u32 {
    key & !(31 << (key.trailing_zeros() / 5 * 5).min(31))
}

impl Lexicon {
    /// The one lexicon. The first call reads the tables; words are decoded as they are needed.
    pub(crate) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::read)
    }

    fn read() -> Self {
        let (sums, bytes) = Sums::read(&DATA[WEIGHTS_START..]);
        let mut reader = Reader(WEIGHTS_START + bytes);
        let block_count = reader.number(2);
        let (mut keys, mut blocks) = (Vec::with_capacity(block_count), Vec::with_capacity(block_count));
        let (mut key, mut start) = (0, 0);
        for _ in 0..block_count {
            key = reader.key_after(key);
            let end = start + reader.number(2);
            let on_eff_large = reader.number(1) as u8;
            keys.push(key);
            blocks.push((Slot { on_eff_large, bytes: start..end }, OnceLock::new()));
            start = end;
        }
        for (slot, _) in &mut blocks {
            slot.bytes = slot.bytes.start + reader.0..slot.bytes.end + reader.0;
        }
        let list_bits = std::array::from_fn(|list| libm::log2f(Reader(4 * list).number(4) as f32));
        Self { sums, spellings: [const { OnceLock::new() }; 2], list_bits, keys, blocks }
    }

    /// Bits for a word drawn evenly from `list` as it is at its source.
    pub(crate) fn bits_of(&self, list: List) -> f32 {
        self.list_bits[list as usize]
    }

    /// Calls `found` with the length of every word that `letters` (0 for a to 25 for z) begins with, in the order of
    /// their lengths. `letter` gives the letter at a distance from the start, or `None` where there is none. Tells how
    /// many of the letters begin a word.
    pub(crate) fn words_at<'a>(
        &'a self,
        letter: impl Fn(usize) -> Option<u8>,
        mut found: impl FnMut(usize, Word<'a>),
    ) -> usize {
        let wanted = key(&letter);
        let number = self.keys.partition_point(|&key| key <= wanted);
        // The first block has what is shorter than what its neighbours share.
        let Some(short) = self.block(0) else { return 0 };
        let mut begun = short.walk(&letter, &mut found);
        if let Some(block) = number.checked_sub(1).filter(|&number| number > 0).and_then(|n| self.block(n)) {
            begun = begun.max(block.walk(&letter, found));
        }
        let next = self.keys.get(number).map_or(u32::MAX, |next| (next ^ wanted) << (32 - 5 * KEY));
        begun.max(next.leading_zeros() as usize / 5)
    }

    /// The block with this number, decoded.
    fn block(&self, number: usize) -> Option<&Block> {
        let (_, block) = self.blocks.get(number)?;
        Some(block.get_or_init(|| self.decode(number)))
    }

    /// Calls `visit` for every word. Decodes all of them, and keeps none.
    pub(crate) fn each(&self, mut visit: impl FnMut(&str, Word)) {
        for number in 0..self.blocks.len() {
            self.decode(number).each(&mut visit);
        }
    }

    /// Calls `visit` for every word whose letters (0 for a to 25 for z) can be followed from `start` on: `follow` says where
    /// a letter leads from there, and `visit` is told where the last one did. In the order of [`Self::each`]; the blocks
    /// that have no such words stay as they are.
    pub(crate) fn each_that<S: Copy>(
        &self,
        start: S,
        follow: impl Fn(S, u8) -> Option<S>,
        mut visit: impl FnMut(&str, S, Word),
    ) {
        let mut number = 0;
        while let Some(&key) = self.keys.get(number) {
            let mut state = start;
            let mut leads_nowhere = |letter: u8| match follow(state, letter - 1) {
                Some(next) => {
                    state = next;
                    false
                }
                None => true,
            };
            match letters_of(shared_by(key)).position(&mut leads_nowhere) {
                None => {
                    if let Some(block) = self.block(number) {
                        block.each_that(start, &follow, &mut visit);
                    }
                    number += 1;
                }
                // All that begin so stand together.
                Some(at) => {
                    let last = key | u32::MAX >> (32 - 5 * KEY) >> (5 * (at + 1));
                    number += self.keys[number..].partition_point(|key| *key <= last);
                }
            }
        }
    }

    /// The word of EFF's large list with this number, from 0 on, in the order of the letters. Only its block and the
    /// first are decoded.
    pub(crate) fn eff_large(&self, number: usize) -> Option<String> {
        let on_list = |block: &Block| {
            let mut words = Vec::new();
            block.each(|letters, word| {
                if word.is_on(List::EffLarge) {
                    words.push(letters.to_owned());
                }
            });
            words.into_iter()
        };
        // The words of the first block stand between the others' words.
        let mut short = on_list(self.block(0)?).peekable();
        let mut left = number;
        for (block, &at) in self.keys.iter().enumerate().skip(1) {
            while let Some(word) =
                short.next_if(|word| key(|i| word.as_bytes().get(i).map(|b| b - b'a')) <= at)
            {
                if left == 0 {
                    return Some(word);
                }
                left -= 1;
            }
            let count = usize::from(self.blocks[block].0.on_eff_large);
            if left < count {
                return on_list(&self.decode(block)).nth(left);
            }
            left -= count;
        }
        None
    }

    fn decode(&self, number: usize) -> Block {
        let letters: Vec<u8> = letters_of(shared_by(self.keys[number])).collect();
        Block::decode(&DATA[self.blocks[number].0.bytes.clone()], &letters, &self.sums)
    }

    /// How words are spelled: those of all languages together, or only those that are written in consonants.
    pub(crate) fn spelling(&self, in_consonants: bool) -> &Spelling {
        let number = if in_consonants { CONSONANTS } else { 0 };
        self.spellings[usize::from(in_consonants)].get_or_init(|| Spelling::new(&self.sums, number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::LANGUAGES;

    /// Looks one word up.
    fn look_up(word: &str) -> Option<Word<'static>> {
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
        let language_of = |word| look_up(word).unwrap().languages().next().unwrap();
        let (english, class) = language_of("the");
        assert_eq!((LANGUAGES[usize::from(english)], class), ("en", 1));
        assert_eq!(LANGUAGES[usize::from(language_of("selbstverstandlich").0)], "de");
        let bank: Vec<&str> =
            look_up("bank").unwrap().languages().map(|(number, _)| LANGUAGES[usize::from(number)]).collect();
        assert!(["en", "de", "nl"].iter().all(|language| bank.contains(language)), "{bank:?}");
        assert!(look_up("standup").unwrap().is_on(List::MeetingCommon));
        assert!(look_up("yoyo").unwrap().is_on(List::EffLarge));
        assert!(look_up("qxzjk").is_none());
    }

    #[test]
    fn every_word_of_effs_large_list_is_there() {
        for word in crate::words_on(List::EffLarge) {
            assert!(look_up(&word).is_some_and(|w| w.is_on(List::EffLarge)), "{word}");
        }
        assert!((Lexicon::get().bits_of(List::EffLarge) - 7776_f32.log2()).abs() < 1e-6);
    }
}
