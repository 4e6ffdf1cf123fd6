//! Lines that everybody knows: proverbs, slogans, first lines, titles.
//!
//! The data file holds hashes of the lines' letters, not the lines: a [`Hash`] of 35 bits each, sorted, as the differences
//! between neighbours, Rice coded. It is
//!
//! ```text
//! how many hashes there are                                    u32
//! the differences: as many one-bits as it holds 2^k's, a zero-bit, and its lower k bits, the highest first
//! ```
//!
//! little-endian, and the bits of a byte from the highest on. k is [`rice`] of the number of hashes. Of letters that are
//! no known line one string in 1.7 million is taken for one: there are some 20,000 lines, and 2^35 hashes.

use std::sync::OnceLock;

static DATA: &[u8] = include_bytes!("../data/lines.bin");

/// Bits of a hash.
pub const HASH_BITS: u32 = 35;
/// Minimum number of letters of a line. Chosen because shorter ones are words, which the lexicon has.
pub const SHORTEST: usize = 9;

/// Maximum number of letters of a line. Chosen because nobody types more than that for a room.
pub const LONGEST: usize = 100;

/// The hash of a line's letters, one after the other: FNV-1a with its upper bits mixed into the lower ones.
#[derive(Clone, Copy)]
pub struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Goes on with a letter, 0 for a to 25 for z.
    pub fn add(&mut self, letter: u8) {
        self.0 = (self.0 ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
    }

    /// Its [`HASH_BITS`] bits.
    #[must_use]
    pub const fn get(self) -> u64 {
        (self.0 ^ self.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - HASH_BITS)
    }

    /// Of all letters of a line.
    #[must_use]
    pub fn of(letters: impl IntoIterator<Item = u8>) -> Self {
        let mut hash = Self::default();
        letters.into_iter().for_each(|letter| hash.add(letter));
        hash
    }
}

/// Number of lower bits of a difference that are written as they are, where there are `count` hashes.
#[must_use]
pub const fn rice(count: u32) -> u32 {
    let mean = (1_u64 << HASH_BITS) / if count == 0 { 1 } else { count as u64 };
    // Shortest for differences that are spread as those of even draws are.
    (mean * 69 / 100).ilog2()
}

/// Whether the letters of which this is the hash are a line that everybody knows.
pub(crate) fn contains(hash: Hash) -> bool {
    let Lines { hashes, starts } = lines();
    let hash = hash.get();
    let bucket = (hash >> (HASH_BITS - BUCKETS)) as usize;
    hashes[usize::from(starts[bucket])..usize::from(starts[bucket + 1])].contains(&(hash as u32))
}

/// How many lines there are.
pub(crate) fn size() -> usize {
    lines().hashes.len()
}

/// Number of upper bits of a hash that say in which bucket it is. Chosen for hardly one hash in each.
const BUCKETS: u32 = 14;

/// Number of one-bits that are read at a time, because there is room for them, a zero-bit and the lower bits of a
/// difference in 57 bits.
const SOME: u32 = 24;

/// The hashes of all lines.
struct Lines {
    /// Their lower 32 bits, sorted by all.
    hashes: Vec<u32>,
    /// Where each bucket begins, and the last one ends.
    starts: Vec<u16>,
}

/// All lines; read when they are first asked for.
fn lines() -> &'static Lines {
    static LINES: OnceLock<Lines> = OnceLock::new();
    LINES.get_or_init(|| {
        let (count, bytes) = DATA.split_first_chunk().unwrap_or((&[0; 4], &[]));
        let count = u32::from_le_bytes(*count);
        let (mut hashes, mut starts) =
            (Vec::with_capacity(count as usize), Vec::with_capacity((1 << BUCKETS) + 1));
        let (rice, mut at, mut hash) = (rice(count), 0, 0);
        // The next 57 bits and more, the first of them highest; past the end they are zero.
        let ahead = |at: usize| {
            let next = bytes.get(at / 8..).unwrap_or_default();
            let window = next.first_chunk().copied().unwrap_or_else(|| {
                let mut last = [0; 8];
                last.iter_mut().zip(next).for_each(|(byte, next)| *byte = *next);
                last
            });
            u64::from_be_bytes(window) << (at % 8)
        };
        for _ in 0..count {
            let (mut window, mut high) = (ahead(at), 0);
            // What stands behind so many is in another window.
            while window.leading_ones() >= SOME {
                high += u64::from(SOME);
                at += SOME as usize;
                window = ahead(at);
            }
            let ones = window.leading_ones();
            high += u64::from(ones);
            hash += (high << rice) + (window << (ones + 1) >> (u64::BITS - rice));
            at += (ones + 1 + rice) as usize;
            starts
                .resize(starts.len().max((hash >> (HASH_BITS - BUCKETS)) as usize + 1), hashes.len() as u16);
            hashes.push(hash as u32);
        }
        starts.resize((1 << BUCKETS) + 1, hashes.len() as u16);
        Lines { hashes, starts }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_known(line: &str) -> bool {
        contains(Hash::of(line.bytes().filter(u8::is_ascii_lowercase).map(|b| b - b'a')))
    }

    #[test]
    fn lines_are_found_and_hardly_anything_else() {
        assert!(is_known("to be or not to be that is the question"));
        assert!(is_known("el pueblo unido jamas sera vencido"));
        assert!(!is_known("to be or not to be that is the answer"));
        assert!(size() > 10_000 && lines().starts.is_sorted());
        let by_chance =
            (0..100_000_u32).filter(|number| contains(Hash::of((0..14).map(|i| (number >> i & 15) as u8))));
        assert!(by_chance.count() <= 2);
    }
}
