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
    /// How it is read, in that unit.
    pub(super) figure: fn(&Figures) -> f64,
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
    [
        Measure {
            what: "mean absolute error".to_owned(),
            unit: "bits",
            figure: |f| f.error,
            goals: [Goal::AtMost(1.0), Goal::AtMost(5.0), Goal::AtMost(7.0)],
        },
        Measure {
            what: RIGHT_VERDICT.to_owned(),
            unit: "%",
            figure: |f| 100.0 * f.right,
            goals: [Goal::AtLeast(98.0), Goal::AtLeast(93.0), Goal::AtLeast(75.0)],
        },
        Measure {
            what: called_strong(),
            unit: "%",
            figure: |f| 100.0 * f.guessable_called_strong,
            goals: [Goal::AtMost(0.2), Goal::AtMost(0.2), Goal::AtMost(3.0)],
        },
        Measure {
            what: format!("under {weak} bits, not called guessable"),
            unit: "%",
            figure: |f| 100.0 * f.guessable_not_called_so,
            goals: [Goal::AtMost(5.0), Goal::AtMost(20.0), Goal::AtMost(30.0)],
        },
        Measure {
            what: format!("{weak} to {strong} bits, called strong"),
            unit: "%",
            figure: |f| 100.0 * f.weak_called_strong,
            goals: [Goal::AtMost(12.0), Goal::AtMost(12.0), Goal::AtMost(12.0)],
        },
        Measure {
            what: format!("{strong} bits and more, not called strong"),
            unit: "%",
            figure: |f| 100.0 * f.strong_not_called_so,
            goals: [Goal::AtMost(1.0), Goal::AtMost(3.0), Goal::AtMost(6.0)],
        },
    ]
});

impl Measure {
    /// The head of its row. Figures in per cent carry their unit themselves.
    pub(super) fn label(&self) -> String {
        if self.unit == "%" { self.what.clone() } else { format!("{}, {}", self.what, self.unit) }
    }

    /// The figure as a person reads it.
    pub(super) fn written(&self, figures: &Figures) -> String {
        let value = (self.figure)(figures);
        if self.unit == "%" { format!("{value:.1} %") } else { format!("{value:.1}") }
    }
}
