//! What an estimator is judged by, and what Hushroom's figures are to be.

use super::figures::Figures;
use crate::line::Goal;

/// A figure of an estimator on a set of kinds.
pub(super) struct Measure {
    /// What it is called.
    pub(super) what: &'static str,
    /// `bits` or `%`.
    pub(super) unit: &'static str,
    /// How it is read, in that unit.
    pub(super) figure: fn(&Figures) -> f64,
    /// What it is to be for the seen kinds and for the others.
    pub(super) goals: [Goal; 2],
}

/// What the share of right verdicts is called, which the picture of the bench shows.
pub const RIGHT_VERDICT: &str = "right verdict of the three";

/// The measure of the dangerous mistake.
pub const CALLED_STRONG: &str = "under 28 bits, called strong";

/// All of them, in the order of the tables.
pub(super) const MEASURES: [Measure; 5] = [
    Measure {
        what: "mean absolute error",
        unit: "bits",
        figure: |f| f.error,
        goals: [Goal::AtMost(2.5), Goal::AtMost(5.0)],
    },
    Measure {
        what: RIGHT_VERDICT,
        unit: "%",
        figure: |f| 100.0 * f.right,
        goals: [Goal::AtLeast(92.0), Goal::AtLeast(80.0)],
    },
    Measure {
        what: CALLED_STRONG,
        unit: "%",
        figure: |f| 100.0 * f.guessable_called_strong,
        goals: [Goal::AtMost(0.5), Goal::AtMost(2.0)],
    },
    Measure {
        what: "under 28 bits, not called guessable",
        unit: "%",
        figure: |f| 100.0 * f.guessable_not_called_so,
        goals: [Goal::AtMost(5.0), Goal::AtMost(20.0)],
    },
    Measure {
        what: "45 bits and more, not called strong",
        unit: "%",
        figure: |f| 100.0 * f.strong_not_called_so,
        goals: [Goal::AtMost(1.0), Goal::AtMost(3.0)],
    },
];

impl Measure {
    /// The head of its row. Figures in per cent carry their unit themselves.
    pub(super) fn label(&self) -> String {
        if self.unit == "%" { self.what.to_owned() } else { format!("{}, {}", self.what, self.unit) }
    }

    /// The figure as a person reads it.
    pub(super) fn written(&self, figures: &Figures) -> String {
        let value = (self.figure)(figures);
        if self.unit == "%" { format!("{value:.1} %") } else { format!("{value:.1}") }
    }
}
