//! The figures that an estimator is judged by.

use guessable::{Bits, Verdict};
use serde_json::{Value, json};

use super::kind::Sample;

/// Errors are taken with both sides capped here: beyond, every answer is the same to a person.
const CAP: f64 = 64.0;

/// How an estimator does on a kind, each figure a mean over the kind's names.
pub(super) struct OfKind {
    /// The number of the kind in its set.
    pub(super) kind: usize,
    /// The kind's own strength in bits.
    truth: f64,
    /// Absolute error, in bits.
    pub(super) error: f64,
    /// Estimate less truth, in bits.
    pub(super) bias: f64,
    /// Share of right verdicts.
    pub(super) right: f64,
    called_guessable: f64,
    called_strong: f64,
}

impl OfKind {
    /// The figures of a kind whose names were given these `bits`.
    pub(super) fn new(kind: usize, truth: f64, bits: &[f64]) -> Self {
        let mean = |of: &dyn Fn(f64) -> f64| bits.iter().map(|&b| of(b)).sum::<f64>() / bits.len() as f64;
        let share = |of: &dyn Fn(f64) -> bool| mean(&|b| f64::from(u8::from(of(b))));
        let error = |b: f64| b.min(CAP) - truth.min(CAP);
        Self {
            kind,
            truth,
            error: mean(&|b| error(b).abs()),
            bias: mean(&error),
            right: share(&|b| verdict(b) == verdict(truth)),
            called_guessable: share(&|b| verdict(b) == Verdict::Guessable),
            called_strong: share(&|b| verdict(b) == Verdict::Strong),
        }
    }

    /// As written for machines.
    pub(super) fn json(&self, sample: &Sample) -> Value {
        json!({
            "family": sample.family, "kind": sample.kind, "bits": self.truth,
            "error": self.error, "bias": self.bias, "right": self.right,
        })
    }
}

fn verdict(bits: f64) -> Verdict {
    Verdict::of(Bits::new(bits))
}

/// How an estimator does on a set: means over its kinds, which all weigh the same.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    /// Mean absolute error, in bits.
    pub(super) error: f64,
    /// Share of right verdicts.
    pub(super) right: f64,
    /// Share called strong, among the guessable.
    pub(super) guessable_called_strong: f64,
    /// Share not called guessable, among the guessable.
    pub(super) guessable_not_called_so: f64,
    /// Share called strong, among the weak.
    pub(super) weak_called_strong: f64,
    /// Share not called strong, among the strong.
    pub(super) strong_not_called_so: f64,
}

impl Figures {
    pub(super) fn new(kinds: &[OfKind]) -> Self {
        let guessable = |k: &OfKind| verdict(k.truth) == Verdict::Guessable;
        let weak = |k: &OfKind| verdict(k.truth) == Verdict::Weak;
        let strong = |k: &OfKind| verdict(k.truth) == Verdict::Strong;
        Self {
            error: mean(kinds, |_| true, |k| k.error),
            right: mean(kinds, |_| true, |k| k.right),
            guessable_called_strong: mean(kinds, guessable, |k| k.called_strong),
            guessable_not_called_so: mean(kinds, guessable, |k| 1.0 - k.called_guessable),
            weak_called_strong: mean(kinds, weak, |k| k.called_strong),
            strong_not_called_so: mean(kinds, strong, |k| 1.0 - k.called_strong),
        }
    }
}

fn mean(kinds: &[OfKind], taken: impl Fn(&OfKind) -> bool, of: impl Fn(&OfKind) -> f64) -> f64 {
    let values: Vec<f64> = kinds.iter().filter(|kind| taken(kind)).map(of).collect();
    values.iter().sum::<f64>() / values.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_capped_on_both_sides() {
        let kind = OfKind::new(0, 122.0, &[64.0, 90.0, 60.0]);
        assert!((kind.error - 4.0 / 3.0).abs() < 1e-9);
        assert!((kind.bias + 4.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn kinds_weigh_the_same_however_many_names_they_have() {
        let kinds =
            [OfKind::new(0, 10.0, &[50.0]), OfKind::new(1, 10.0, &[10.0; 9]), OfKind::new(2, 60.0, &[30.0])];
        let figures = Figures::new(&kinds);
        assert!((figures.guessable_called_strong - 0.5).abs() < 1e-9);
        assert!((figures.guessable_not_called_so - 0.5).abs() < 1e-9);
        assert!((figures.strong_not_called_so - 1.0).abs() < 1e-9);
        assert!((figures.right - 1.0 / 3.0).abs() < 1e-9);
        assert!((figures.error - 70.0 / 3.0).abs() < 1e-9);
    }
}
