//! A measured figure, what it stands beside, and what it is to be.

use serde::{Deserialize, Serialize};

/// A figure of the product, beside those of others in the same run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What was measured.
    pub what: String,
    /// In what: `ms`, `bits`, `%`, `kB`; nothing for a number that says itself what it counts.
    pub unit: String,
    /// The product's own.
    pub hushroom: f64,
    /// The others'; the table shows the first.
    pub beside: Vec<Peer>,
    /// What it is to be, if that was said beforehand.
    pub goal: Option<Goal>,
}

/// Another's figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Peer {
    /// Whose.
    pub name: String,
    /// In the unit of the line.
    pub value: f64,
}

/// What a figure is to be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// This or less.
    AtMost(f64),
    /// This or more.
    AtLeast(f64),
    /// This many times the first peer's, or less.
    TimesAtMost(f64),
    /// This many times the first peer's, or more.
    TimesAtLeast(f64),
    /// This much more than the first peer's, or less.
    MoreAtMost(f64),
}

impl Line {
    /// A figure that stands alone.
    #[must_use]
    pub fn new(what: impl Into<String>, unit: &str, hushroom: f64) -> Self {
        Self { what: what.into(), unit: unit.to_owned(), hushroom, beside: Vec::new(), goal: None }
    }

    /// Puts another's figure beside it.
    #[must_use]
    pub fn beside(mut self, name: &str, value: f64) -> Self {
        self.beside.push(Peer { name: name.to_owned(), value });
        self
    }

    /// Says what it is to be.
    #[must_use]
    pub fn goal(mut self, goal: Goal) -> Self {
        self.goal = Some(goal);
        self
    }

    /// How many times the first peer's it is; `None` where the difference is what counts.
    #[must_use]
    pub fn times(&self) -> Option<f64> {
        let is_difference = matches!(self.goal, Some(Goal::MoreAtMost(_)));
        let peer = self.beside.first().filter(|_| !is_difference)?;
        Some(self.hushroom / peer.value)
    }

    /// Whether it is what it is to be; `None` without a goal. What could not be measured is not.
    #[must_use]
    pub fn is_held(&self) -> Option<bool> {
        let times = self.times().unwrap_or(f64::NAN);
        let more = self.beside.first().map_or(f64::NAN, |peer| self.hushroom - peer.value);
        Some(match self.goal? {
            Goal::AtMost(most) => self.hushroom <= most,
            Goal::AtLeast(least) => self.hushroom >= least,
            Goal::TimesAtMost(most) => times <= most,
            Goal::TimesAtLeast(least) => times >= least,
            Goal::MoreAtMost(most) => more <= most,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(ours: f64, theirs: f64, goal: Goal) -> Option<bool> {
        Line::new("popup", "ms", ours).beside("plain", theirs).goal(goal).is_held()
    }

    #[test]
    fn a_goal_is_held_up_to_its_limit_and_no_further() {
        assert_eq!(held(13.0, 10.0, Goal::TimesAtMost(1.3)), Some(true));
        assert_eq!(held(13.1, 10.0, Goal::TimesAtMost(1.3)), Some(false));
        assert_eq!(held(500.0, 10.0, Goal::TimesAtLeast(50.0)), Some(true));
        assert_eq!(held(499.0, 10.0, Goal::TimesAtLeast(50.0)), Some(false));
        assert_eq!(held(15.0, 10.0, Goal::MoreAtMost(5.0)), Some(true));
        assert_eq!(held(15.1, 10.0, Goal::MoreAtMost(5.0)), Some(false));
        assert_eq!(held(2.5, 9.0, Goal::AtMost(2.5)), Some(true));
        assert_eq!(held(91.9, 9.0, Goal::AtLeast(92.0)), Some(false));
    }

    #[test]
    fn what_was_not_measured_is_not_held() {
        assert_eq!(held(f64::NAN, 10.0, Goal::AtMost(1.0)), Some(false));
        assert_eq!(Line::new("popup", "ms", 1.0).goal(Goal::TimesAtMost(1.3)).is_held(), Some(false));
    }
}
