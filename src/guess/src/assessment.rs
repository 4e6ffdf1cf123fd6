//! The answer: a strength, a verdict, and the parts that explain it.

use super::bits::Bits;
use super::kind::Kind;
use super::verdict::Verdict;

/// How guessable a name is, and why.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "js", derive(serde::Serialize, tsify::Tsify))]
pub struct Assessment {
    /// log2 of the number of guesses that the attacker of [`super::verdict`](super::Verdict) is expected to need.
    pub bits: Bits,
    /// What that means.
    pub verdict: Verdict,
    /// The parts found, in the order of the name. Their bits add up to at most the whole's: how the
    /// parts are put together costs the attacker something too.
    pub parts: Vec<Part>,
}

impl Assessment {
    /// An assessment of `bits`. Where a name costs less than its parts one by one, as an ordinary template
    /// does, each of them costs its share of that.
    pub(crate) fn new(bits: Bits, mut parts: Vec<Part>) -> Self {
        let sum: Bits = parts.iter().map(|part| part.bits).sum();
        if sum > bits {
            for part in &mut parts {
                part.bits = Bits::new(part.bits.get() * bits.get() / sum.get());
            }
        }
        Self { bits, verdict: Verdict::of(bits), parts }
    }
}

/// One piece of a name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "js", derive(serde::Serialize, tsify::Tsify))]
pub struct Part {
    /// The piece as it stands in the folded name (lower case, accents kept).
    pub text: String,
    /// What it was recognised as.
    pub kind: Kind,
    /// What it costs the attacker, in bits.
    pub bits: Bits,
    /// The word or phrase behind one that is [`Kind::Encoded`], where it is known.
    pub decoded: Option<String>,
}
