//! The table, as a person reads it.

use std::fmt::Write as _;

use super::estimators::Estimator;
use super::figures::Figures;
use super::measures::MEASURES;

/// A set's figures, one column for each estimator.
pub(super) struct Table<'a> {
    /// What the set is called.
    pub(super) set: &'a str,
    /// How many kinds it has.
    pub(super) kinds: usize,
    /// The columns.
    pub(super) columns: Vec<(Estimator, Figures)>,
}

impl Table<'_> {
    /// As Markdown.
    pub(super) fn markdown(&self) -> String {
        let mut text = format!("| {}: {} kinds |", self.set, self.kinds);
        for (estimator, _) in &self.columns {
            let _ = write!(text, " {} |", estimator.label());
        }
        let _ = writeln!(text, "\n|---|{}", "---:|".repeat(self.columns.len()));
        for measure in MEASURES.iter() {
            let _ = write!(text, "| {} |", measure.label());
            for (_, figures) in &self.columns {
                let _ = write!(text, " {} |", measure.written(figures));
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_estimator_has_a_column_in_every_row() {
        let figures = Figures {
            error: 1.25,
            right: 0.5,
            guessable_called_strong: 0.0,
            guessable_not_called_so: 0.1,
            weak_called_strong: 0.2,
            strong_not_called_so: 1.0,
        };
        let table = Table {
            set: "Seen",
            kinds: 74,
            columns: Estimator::ALL.map(|estimator| (estimator, figures)).to_vec(),
        };
        let text = table.markdown();
        assert!(text.lines().all(|line| line.matches('|').count() == 2 + Estimator::ALL.len()), "{text}");
        assert!(text.contains("\n| mean absolute error, bits | 1.2 |"), "{text}");
        assert!(text.contains("\n| right verdict of the three | 50.0 % |"), "{text}");
    }
}
