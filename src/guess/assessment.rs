//! The answer: a strength, a verdict, and the parts that explain it.

use serde::{Deserialize, Serialize};

use super::Verdict;
use crate::Bits;

/// How guessable a name is, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    pub(crate) fn new(bits: Bits, parts: Vec<Part>) -> Self {
        Self { bits, verdict: Verdict::of(bits), parts }
    }
}

/// One piece of a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The piece as it stands in the folded name (lower case, accents kept).
    pub text: String,
    /// What it was recognised as.
    pub kind: PartKind,
    /// What it costs the attacker, in bits.
    pub bits: Bits,
}

/// What a piece of a name was recognised as: the data that a translated sentence is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum PartKind {
    /// Nothing that is known; judged by its letters.
    Unknown,
}
