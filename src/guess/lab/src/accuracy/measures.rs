//! What an estimator is judged by, and what Hushroom's figures are to be.

use std::sync::LazyLock;

use guessable::{STRONG_FROM, WEAK_FROM};

use super::figures::Figures;
use crate::line::Goal;

/// A figure of an estimator on a set of kinds.
pub(super) struct Measure {
    /// What it is called.
    pub(super) what: String,
    /// `bits` or `%`.
    pub(super) unit: &'static str,
    /// How it is read: in bits, or as a share of 1.
    figure: fn(&Figures) -> f64,
    /// What it is to be for the kinds of each set.
    pub(super) goals: [Goal; 3],
}

/// What the share of right verdicts is called, which the picture of the bench shows.
pub const RIGHT_VERDICT: &str = "right verdict of the three";

/// What the share of the dangerous mistake is called.
#[must_use]
pub fn called_strong() -> String {
    format!("under {} bits, called strong", WEAK_FROM.get())
}

/// All of them, in the order of the tables.
pub(super) static MEASURES: LazyLock<[Measure; 6]> = LazyLock::new(|| {
    let (weak, strong) = (WEAK_FROM.get(), STRONG_FROM.get());
    let share = |what: String, figure, goals| Measure { what, unit: "%", figure, goals };
    [
        Measure {
            what: "mean absolute error".to_owned(),
            unit: "bits",
            figure: |f| f.error,
            goals: [1.0, 5.0, 7.0].map(Goal::AtMost),
        },
        share(RIGHT_VERDICT.to_owned(), |f| f.right, [98.0, 93.0, 75.0].map(Goal::AtLeast)),
        share(called_strong(), |f| f.guessable_called_strong, [0.2, 0.2, 3.0].map(Goal::AtMost)),
        share(
            format!("under {weak} bits, not called guessable"),
            |f| f.guessable_not_called_so,
            [5.0, 20.0, 30.0].map(Goal::AtMost),
        ),
        share(
            format!("{weak} to {strong} bits, called strong"),
            |f| f.weak_called_strong,
            [12.0, 12.0, 12.0].map(Goal::AtMost),
        ),
        share(
            format!("{strong} bits and more, not called strong"),
            |f| f.strong_not_called_so,
            [1.0, 3.0, 6.0].map(Goal::AtMost),
        ),
    ]
});

impl Measure {
    /// The head of its row. Figures in per cent carry their unit themselves.
    pub(super) fn label(&self) -> String {
        if self.unit == "%" { self.what.clone() } else { format!("{}, {}", self.what, self.unit) }
    }

    /// The figure, in the measure's unit.
    pub(super) fn value(&self, figures: &Figures) -> f64 {
        (self.figure)(figures) * if self.unit == "%" { 100.0 } else { 1.0 }
    }

    /// The figure as a person reads it.
    pub(super) fn written(&self, figures: &Figures) -> String {
        let value = self.value(figures);
        if self.unit == "%" { format!("{value:.1} %") } else { format!("{value:.1}") }
    }
}
