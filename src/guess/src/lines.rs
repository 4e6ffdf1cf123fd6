//! Lines that everybody knows: proverbs, slogans, first lines, titles.
//!
//! The data file holds hashes of the lines' letters, not the lines: a [`hash`] of 34 bits each, sorted, as the differences
//! between neighbours, Rice coded. It is
//!
//! ```text
//! how many hashes there are                                    u32
//! the differences: as many one-bits as it holds 2^k's, a zero-bit, and its lower k bits, the highest first
//! ```
//!
//! little-endian, and the bits of a byte from the highest on. k is [`rice`] of the number of hashes. Of letters that are
//! no known line one string in a million is taken for one: there are some 2^14 lines, and 2^34 hashes.

use std::sync::OnceLock;

static DATA: &[u8] = include_bytes!("../data/lines.bin");

/// Bits of a hash.
pub const HASH_BITS: u32 = 34;
/// Minimum number of letters of a line. Chosen because shorter ones are words, which the lexicon has.
pub const SHORTEST: usize = 11;

/// The hash of a line's letters (0 for a to 25 for z): FNV-1a with its upper bits mixed into the lower ones.
#[must_use]
pub fn hash(letters: impl IntoIterator<Item = u8>) -> u64 {
    let sum = letters.into_iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, letter| {
        (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
    });
    (sum ^ sum >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - HASH_BITS)
}

/// Number of lower bits of a difference that are written as they are, where there are `count` hashes.
#[must_use]
pub const fn rice(count: u32) -> u32 {
    let mean = (1_u64 << HASH_BITS) / if count == 0 { 1 } else { count as u64 };
    // Shortest for differences that are spread as those of even draws are.
    (mean * 69 / 100).ilog2()
}

/// Whether letters (0 for a to 25 for z) are a line that everybody knows.
pub(crate) fn contains(letters: &[u8]) -> bool {
    letters.len() >= SHORTEST && hashes().binary_search(&hash(letters.iter().copied())).is_ok()
}

/// How many lines there are.
pub(crate) fn size() -> usize {
    hashes().len()
}

/// All hashes, sorted; read when they are first asked for.
fn hashes() -> &'static [u64] {
    static HASHES: OnceLock<Vec<u64>> = OnceLock::new();
    HASHES.get_or_init(|| {
        let Some((count, bytes)) = DATA.split_first_chunk() else { return Vec::new() };
        let count = u32::from_le_bytes(*count);
        let (rice, mut at, mut hash) = (rice(count), 0, 0);
        // The next 32 bits and more, the first of them highest; past the end they are zero.
        let ahead = |at: usize| {
            let next = bytes.get(at / 8..).unwrap_or_default();
            next.iter().take(8).fold(0, |bits, &byte| bits << 8 | u64::from(byte))
                << (8 * 8_usize.saturating_sub(next.len()))
                << (at % 8)
        };
        (0..count)
            .map(|_| {
                let mut high = 0;
                while ahead(at) >> 63 == 1 {
                    let ones = ahead(at).leading_ones();
                    // Only this many bits of a window are sure to be there.
                    let ones = ones.min(32);
                    high += u64::from(ones);
                    at += ones as usize;
                }
                let low = ahead(at + 1) >> 1 >> (63 - rice);
                at += 1 + rice as usize;
                hash += (high << rice) + low;
                hash
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_known(line: &str) -> bool {
        let letters: Vec<u8> = line.bytes().filter(u8::is_ascii_lowercase).map(|b| b - b'a').collect();
        contains(&letters)
    }

    #[test]
    fn lines_are_found_and_hardly_anything_else() {
        assert!(is_known("to be or not to be that is the question"));
        assert!(is_known("el pueblo unido jamas sera vencido"));
        assert!(!is_known("to be or not to be that is the answer"));
        assert!(size() > 10_000 && hashes().is_sorted_by(|a, b| a < b));
        let by_chance = (0..100_000_u32).filter(|number| {
            let letters: Vec<u8> = (0..14).map(|i| (number >> i & 15) as u8).collect();
            contains(&letters)
        });
        assert!(by_chance.count() <= 2);
    }
}
