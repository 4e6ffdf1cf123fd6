//! The decoder of a range coder (Martin 1979; the carry-less reading side as in 7-Zip's `PPMd`).

/// Below this the range is widened by another byte.
const LEAST: u32 = 1 << 24;

/// Reads choices from bytes; past the end the bytes are zero.
pub(super) struct RangeDecoder<'a> {
    bytes: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
}

impl<'a> RangeDecoder<'a> {
    /// Starts at the first of `bytes`.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self { bytes: bytes.iter(), range: u32::MAX, code: 0 };
        for _ in 0..4 {
            decoder.code = decoder.code << 8 | decoder.next();
        }
        decoder
    }

    fn next(&mut self) -> u32 {
        self.bytes.next().copied().map_or(0, u32::from)
    }

    /// Reads which of the choices `first..` was made, given the running sums of all choices' weights: one
    /// number more than there are choices, from 0 to the total.
    pub(super) fn choose(&mut self, sums: &[u16], first: usize) -> usize {
        let base = sums[first];
        let total = u32::from(sums[sums.len() - 1] - base).max(1);
        self.range /= total;
        let target = (self.code / self.range).min(total - 1) as u16 + base;
        let mut choice = first;
        while choice + 2 < sums.len() && sums[choice + 1] <= target {
            choice += 1;
        }
        let low = u32::from(sums[choice] - base);
        self.code = self.code.wrapping_sub(low * self.range);
        self.range *= u32::from(sums[choice + 1] - sums[choice]);
        while self.range < LEAST {
            self.code = self.code << 8 | self.next();
            self.range <<= 8;
        }
        choice
    }
}
