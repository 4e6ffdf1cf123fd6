//! The three verdicts.

use super::bits::Bits;

/// From here on a name is not simply guessable; see [`Verdict`].
pub const WEAK_FROM: Bits = Bits::new(28.0);

/// From here on a name is strong; see [`Verdict`].
pub const STRONG_FROM: Bits = Bits::new(45.0);

/// What a strength means for a room, and the attacker that it is measured against.
///
/// An attacker who knows the public name generators and word lists, the world's languages and how
/// people name meetings, but not the people meeting, asks a server about one name after another:
///
/// | attacker | guesses |
/// |---|---|
/// | casual: one address, 10 guesses a second for a day | 2^19.7 |
/// | determined: 100 such addresses for 30 days | 2^31.3 |
/// | large: 10,000 guesses a second for a year | 2^38.2 |
///
/// A stranger who looks for any room to spoil needs log2 M bits less when M rooms are open at once
/// (1,000 rooms: 10 bits less). Therefore:
///
/// * below [`WEAK_FROM`] a name is **guessable**: the determined attacker tries it ten times over;
/// * below [`STRONG_FROM`] it is **weak**: fine for a chat, not for a secret;
/// * from there on it is **strong**: the determined attacker finds it with a chance of 0.0075 %, the
///   large one with 0.9 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "js", derive(serde::Serialize, tsify::Tsify), serde(rename_all = "camelCase"))]
pub enum Verdict {
    /// A stranger can find the room by trying names.
    Guessable,
    /// Enough against the curious, not against somebody who means it.
    Weak,
    /// Trying names does not find the room.
    Strong,
}

impl Verdict {
    /// All of them, the least strength first.
    pub const ALL: [Self; 3] = [Self::Guessable, Self::Weak, Self::Strong];

    /// The verdict on a strength.
    #[must_use]
    pub fn of(bits: Bits) -> Self {
        if bits < WEAK_FROM {
            Self::Guessable
        } else if bits < STRONG_FROM {
            Self::Weak
        } else {
            Self::Strong
        }
    }

    /// The verdict's name: `guessable`, `weak` or `strong`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Guessable => "guessable",
            Self::Weak => "weak",
            Self::Strong => "strong",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_threshold_belongs_to_the_stronger_side() {
        for (threshold, below, from) in
            [(WEAK_FROM, Verdict::Guessable, Verdict::Weak), (STRONG_FROM, Verdict::Weak, Verdict::Strong)]
        {
            assert_eq!(Verdict::of(Bits::new(threshold.get() - 0.001)), below);
            assert_eq!(Verdict::of(threshold), from);
        }
    }
}
