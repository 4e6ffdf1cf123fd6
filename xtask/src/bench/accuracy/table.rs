//! The table, as a person reads it.

use std::fmt::Write as _;

use super::estimators::Estimator;
use super::figures::Figures;

/// A set's figures, one column for each estimator.
pub(super) struct Table<'a> {
    /// What the set is called.
    pub(super) set: &'a str,
    /// How many kinds it has.
    pub(super) kinds: usize,
    /// The columns.
    pub(super) columns: Vec<(Estimator, Figures)>,
}

/// A row: what it is called and how it is written.
type Row = (&'static str, fn(&Figures) -> String);

impl Table<'_> {
    /// As Markdown.
    pub(super) fn markdown(&self) -> String {
        let mut text = format!("| {}: {} kinds |", self.set, self.kinds);
        for (estimator, _) in &self.columns {
            let _ = write!(text, " {} |", estimator.label());
        }
        let _ = writeln!(text, "\n|---|{}", "---:|".repeat(self.columns.len()));
        let rows: [Row; 5] = [
            ("mean absolute error, bits", |f| format!("{:.1}", f.error)),
            ("right verdict of the three", |f| percent(f.right)),
            ("under 28 bits, called strong", |f| percent(f.guessable_called_strong)),
            ("under 28 bits, not called guessable", |f| percent(f.guessable_not_called_so)),
            ("45 bits and more, not called strong", |f| percent(f.strong_not_called_so)),
        ];
        for (label, figure) in rows {
            let _ = write!(text, "| {label} |");
            for (_, figures) in &self.columns {
                let _ = write!(text, " {} |", figure(figures));
            }
            text.push('\n');
        }
        text
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
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
            strong_not_called_so: 1.0,
        };
        let table = Table {
            set: "Seen",
            kinds: 74,
            columns: Estimator::ALL.map(|estimator| (estimator, figures)).to_vec(),
        };
        let text = table.markdown();
        assert!(text.lines().all(|line| line.matches('|').count() == 2 + Estimator::ALL.len()), "{text}");
        assert!(text.contains("| right verdict of the three | 50.0 % |"), "{text}");
    }
}
