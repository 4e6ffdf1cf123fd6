//! What was measured, and the lines that compare.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use guessable_lab::line::{Goal, Line};

use super::extensions::Kind;
use super::flood::Flood;
use crate::bench::median::median;

/// All values by what was measured and in which browser.
#[derive(Debug, Default)]
pub(super) struct Figures {
    values: BTreeMap<(String, &'static str), Vec<f64>>,
}

/// The product's median beside a peer's: what the line is called, its unit, what was measured, the peer, the
/// goal.
type Comparison = (&'static str, &'static str, &'static str, Kind, Option<Goal>);

const COMPARISONS: [Comparison; 17] = [
    (
        "verdict, background asleep",
        "ms",
        "verdict, background asleep",
        Kind::Echo,
        Some(Goal::TimesAtMost(2.0)),
    ),
    ("verdict, background asleep", "ms", "verdict, background asleep", Kind::Empty, None),
    ("verdict, background awake", "ms", "verdict, background awake", Kind::Echo, None),
    ("warning shown, background asleep", "ms", "shown, background asleep", Kind::Echo, None),
    ("warning shown, background awake", "ms", "shown, background awake", Kind::Echo, None),
    ("warning shown, background asleep", "ms", "shown, background asleep", Kind::Constant, None),
    ("warning shown, background awake", "ms", "shown, background awake", Kind::Constant, None),
    ("popup: icon to link", "ms", "popup", Kind::Idle, Some(Goal::TimesAtMost(1.3))),
    ("plain page, warned: main thread", "ms", "plain page: main thread", Kind::Idle, None),
    ("plain page, warned: script", "ms", "plain page: script", Kind::Idle, Some(Goal::MoreAtMost(5.0))),
    ("heavy page, strong room: loaded", "ms", "heavy page, strong room: loaded", Kind::Idle, None),
    ("heavy page, strong room: script", "ms", "heavy page, strong room: script", Kind::Idle, None),
    ("heavy page, warned: loaded", "ms", "heavy page, guessable room: loaded", Kind::Idle, None),
    ("heavy page, warned: main thread", "ms", "heavy page, guessable room: main thread", Kind::Idle, None),
    ("plain page, warned: JS heap", "kB", "plain page: heap", Kind::Idle, None),
    ("plain page, warned: JS heap", "kB", "plain page: heap", Kind::Echo, None),
    ("main thread while it stands, a minute", "ms", "standing: main thread, a minute", Kind::Idle, None),
];

/// In which share of cold loads the warning is there before Join can be pressed.
pub(super) const BEFORE_JOIN: &str = "cold loads, warned before the page's own Join";

/// What the background's wasm memory is to be at most, in MiB.
const WASM_MEMORY: f64 = 8.0;

impl Figures {
    /// Notes a value.
    pub(super) fn note(&mut self, what: &str, kind: Kind, value: f64) {
        self.values.entry((what.to_owned(), kind.name())).or_default().push(value);
    }

    fn median(&self, what: &str, kind: Kind) -> f64 {
        let values = self.values.get(&(what.to_owned(), kind.name()));
        median(values.cloned().unwrap_or_default())
    }

    /// The medians, side by side.
    pub(super) fn lines(&self) -> Vec<Line> {
        let compared = COMPARISONS.map(|(label, unit, what, peer, goal)| {
            let scale = if unit == "kB" { 1000.0 } else { 1.0 };
            let line = Line::new(label, unit, self.median(what, Kind::Ours) / scale);
            Line { goal, ..line.beside(peer.label(), self.median(what, peer) / scale) }
        });
        let memory = self.median("background: wasm memory", Kind::Ours) / 1_048_576.0;
        let memory = Line::new("memory of the background's wasm", "MiB", memory);
        let loads = self.values.get(&(BEFORE_JOIN.to_owned(), Kind::Ours.name()));
        let share = loads.map_or(f64::NAN, |loads| loads.iter().sum::<f64>() / loads.len() as f64);
        let before = Line::new(BEFORE_JOIN, "%", share).goal(Goal::AtLeast(100.0));
        let beside = |what: &str, flood: Flood, label: &str, other: Flood| {
            let line = Line::new(what, "ms", self.median(flood.name(), Kind::Ours));
            line.beside(label, self.median(other.name(), Kind::Ours)).goal(Goal::TimesAtMost(2.0))
        };
        let frames = beside(
            "another tab is marked, 400 frames of rooms at once",
            Flood::Rooms,
            "the same frames where nobody watches",
            Flood::UnwatchedFrames,
        );
        let addresses =
            [("the same flood where nobody watches", Flood::UnwatchedAddresses), ("no flood", Flood::None)]
                .map(|(label, other)| {
                    beside("another tab is marked, a flood of long addresses", Flood::Addresses, label, other)
                });
        compared
            .into_iter()
            .chain([frames])
            .chain(addresses)
            .chain([before, memory.goal(Goal::AtMost(WASM_MEMORY))])
            .collect()
    }

    /// Every value.
    pub(super) fn json(&self) -> Value {
        let mut all = serde_json::Map::new();
        for ((what, kind), values) in &self.values {
            all.entry(what.clone()).or_insert_with(|| json!({}))[*kind] = json!(values);
        }
        Value::Object(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_compares_the_medians() {
        let mut figures = Figures::default();
        for value in [1.0, 13.1, 99.0] {
            figures.note("popup", Kind::Ours, value);
            figures.note("popup", Kind::Idle, 10.0);
        }
        let lines = figures.lines();
        let popup = lines.iter().find(|line| line.what.contains("popup")).unwrap();
        assert!((popup.hushroom - 13.1).abs() < 1e-9 && popup.is_held() == Some(false), "{popup:?}");
        for _ in 0..3 {
            figures.note("popup", Kind::Idle, 11.0);
        }
        assert_eq!(
            figures.lines().iter().find(|line| line.what.contains("popup")).unwrap().is_held(),
            Some(true)
        );
    }

    #[test]
    fn what_was_not_measured_misses_its_goal() {
        assert!(Figures::default().lines().iter().all(|line| line.is_held() != Some(true)));
    }
}
