//! A kind of name of known entropy.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use sha2::{Digest, Sha256};

use super::draw::Draw;

/// A kind of name: how it is drawn, and therefore how strong it is.
pub(crate) struct Kind {
    /// What sort of kind it is, for the reader of the list.
    pub(super) family: &'static str,
    /// What it is called in the list; unlike any other's of its set.
    pub(super) name: String,
    draw: Draw,
}

/// Names of a kind, which estimators are asked for.
pub(super) struct Sample {
    /// What sort of kind it is, for the reader of the list.
    pub(super) family: String,
    /// What the kind is called in the list; unlike any other's of its set.
    pub(super) kind: String,
    /// The strength of the kind in bits.
    pub(super) bits: f64,
    /// As a person types them.
    pub(super) names: Vec<String>,
}

impl Kind {
    pub(super) fn new(family: &'static str, name: impl Into<String>, draw: Draw) -> Self {
        Self { family, name: name.into(), draw }
    }

    /// Its strength in bits.
    pub(super) fn bits(&self) -> f64 {
        self.draw.bits
    }

    /// The first `count` of its names.
    pub(super) fn sample(&self, count: usize) -> Sample {
        let (family, kind) = (self.family.to_owned(), self.name.clone());
        Sample { family, kind, bits: self.bits(), names: self.names(count) }
    }

    /// The same `count` names whenever and wherever they are drawn. The seed is made of the kind's name, so
    /// that a new kind does not change the names of the others.
    pub(crate) fn names(&self, count: usize) -> Vec<String> {
        let mut rng = ChaCha8Rng::from_seed(Sha256::digest(&self.name).into());
        (0..count).map(|_| self.draw.draw(&mut rng)).collect()
    }
}
