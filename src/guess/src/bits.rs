//! Strength, measured in bits.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

/// The strength of a name in bits: log2 of the number of guesses that an attacker is expected to need.
///
/// Never negative and never NaN, so that two strengths can always be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
#[cfg_attr(feature = "js", derive(serde::Serialize, tsify::Tsify), serde(transparent))]
pub struct Bits(f64);

impl Bits {
    /// No strength at all: the first guess is right.
    pub const ZERO: Self = Self(0.0);

    /// A strength of `bits` bits; negative numbers and NaN count as zero.
    #[must_use]
    pub const fn new(bits: f64) -> Self {
        // Written so that NaN, which compares false with everything, becomes zero too.
        Self(if bits > 0.0 { bits } else { 0.0 })
    }

    /// The strength of one fair choice among `choices` equally likely ones; zero for no or one choice.
    #[must_use]
    pub fn of_choice(choices: f64) -> Self {
        Self::new(libm::log2(choices))
    }

    /// The number of bits, 0 or more.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl Add for Bits {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Bits {
    type Output = Self;
    /// What remains; zero when `other` is more.
    fn sub(self, other: Self) -> Self {
        Self::new(self.0 - other.0)
    }
}

impl Sum for Bits {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Bits {
    /// One decimal, cut and not rounded: a strength is never shown as more than it is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By whole numbers, for a float would be printed rounded. The cast stops at 2^64.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative")]
        let tenths = (self.0 * 10.0) as u64;
        write!(f, "{}.{}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_is_no_strength() {
        for nonsense in [f64::NAN, -1.0, f64::NEG_INFINITY] {
            assert_eq!(Bits::new(nonsense), Bits::ZERO);
        }
        assert_eq!(Bits::of_choice(0.0), Bits::ZERO);
    }

    #[test]
    fn five_words_of_eff_are_64_6_bits_and_not_64_7() {
        let five: Bits = std::iter::repeat_n(Bits::of_choice(7775.0), 5).sum();
        assert_eq!(five.to_string(), "64.6");
        assert_eq!(Bits::new(64.69).to_string(), "64.6");
    }
}
