//! What was measured, and the table that compares.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::extensions::Kind;

/// All values by what was measured and in which browser.
#[derive(Debug, Default)]
pub(super) struct Figures {
    values: BTreeMap<(String, &'static str), Vec<f64>>,
}

/// A line of the table: the product's median beside a peer's.
struct Line {
    label: &'static str,
    what: &'static str,
    peer: Kind,
    budget: Budget,
}

/// What a line is held against.
enum Budget {
    /// So many times the peer's.
    Ratio(f64),
    /// So much more than the peer's, in milliseconds.
    More(f64),
    /// Nothing.
    None,
}

const LINES: [Line; 16] = [
    line("verdict, background asleep, ms", "verdict, background asleep", Kind::Echo, Budget::Ratio(1.3)),
    line("verdict, background awake, ms", "verdict, background awake", Kind::Echo, Budget::None),
    line("warning shown, background asleep, ms", "shown, background asleep", Kind::Echo, Budget::None),
    line("warning shown, background awake, ms", "shown, background awake", Kind::Echo, Budget::None),
    line("warning shown, background asleep, ms", "shown, background asleep", Kind::Constant, Budget::None),
    line("warning shown, background awake, ms", "shown, background awake", Kind::Constant, Budget::None),
    line("popup: icon to link, ms", "popup", Kind::Idle, Budget::Ratio(1.3)),
    line("plain page, warned: main thread, ms", "plain page: main thread", Kind::Idle, Budget::None),
    line("plain page, warned: script, ms", "plain page: script", Kind::Idle, Budget::More(5.0)),
    line("heavy page, strong room: loaded, ms", "heavy page, strong room: loaded", Kind::Idle, Budget::None),
    line("heavy page, strong room: script, ms", "heavy page, strong room: script", Kind::Idle, Budget::None),
    line("heavy page, warned: loaded, ms", "heavy page, guessable room: loaded", Kind::Idle, Budget::None),
    line(
        "heavy page, warned: main thread, ms",
        "heavy page, guessable room: main thread",
        Kind::Idle,
        Budget::None,
    ),
    line("plain page, warned: JS heap, kB", "plain page: heap", Kind::Idle, Budget::None),
    line("plain page, warned: JS heap, kB", "plain page: heap", Kind::Echo, Budget::None),
    line(
        "main thread while it stands, ms a minute",
        "standing: main thread, a minute",
        Kind::Idle,
        Budget::None,
    ),
];

const fn line(label: &'static str, what: &'static str, peer: Kind, budget: Budget) -> Line {
    Line { label, what, peer, budget }
}

/// Budget of the background's wasm memory, in bytes.
const WASM_MEMORY: f64 = 8.0 * 1024.0 * 1024.0;

impl Figures {
    /// Notes a value.
    pub(super) fn note(&mut self, what: &str, kind: Kind, value: f64) {
        self.values.entry((what.to_owned(), kind.name())).or_default().push(value);
    }

    fn median(&self, what: &str, kind: Kind) -> f64 {
        let values = self.values.get(&(what.to_owned(), kind.name()));
        crate::bench::median(values.cloned().unwrap_or_default())
    }

    /// The medians, side by side.
    pub(super) fn markdown(&self) -> String {
        let mut text = String::from(
            "| | Hushroom | beside | | ratio | more | budget |\n|---|--:|--:|---|--:|--:|---|\n",
        );
        for Line { label, what, peer, budget } in LINES {
            let scale = if label.ends_with("kB") { 1000.0 } else { 1.0 };
            let (ours, theirs) = (self.median(what, Kind::Ours) / scale, self.median(what, peer) / scale);
            let (ratio, more) = (ours / theirs, ours - theirs);
            let verdict = |held: bool| if held { "held" } else { "MISSED" };
            let budget = match budget {
                Budget::Ratio(most) => format!("{most} times: {}", verdict(ratio <= most)),
                Budget::More(most) => format!("{most} more: {}", verdict(more <= most)),
                Budget::None => String::new(),
            };
            let peer = peer.name();
            let _ = writeln!(
                text,
                "| {label} | {ours:.1} | {theirs:.1} | {peer} | {ratio:.2} | {more:+.1} | {budget} |"
            );
        }
        let memory = self.median("background: wasm memory", Kind::Ours);
        let verdict = if memory <= WASM_MEMORY { "held" } else { "MISSED" };
        let _ = writeln!(
            text,
            "\nMemory of the background's wasm: {:.1} MiB of 8 (budget {verdict}).",
            memory / 1_048_576.0
        );
        text
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
    fn a_budget_that_is_missed_is_called_so() {
        let mut figures = Figures::default();
        for value in [1.0, 13.1, 99.0] {
            figures.note("popup", Kind::Ours, value);
            figures.note("popup", Kind::Idle, 10.0);
        }
        let popup = |figures: &Figures| {
            let table = figures.markdown();
            table.lines().find(|line| line.contains("popup")).unwrap().to_owned()
        };
        assert!(popup(&figures).contains("| 13.1 | 10.0 | idle | 1.31 | +3.1 | 1.3 times: MISSED |"));
        figures.note("popup", Kind::Idle, 11.0);
        figures.note("popup", Kind::Idle, 11.0);
        figures.note("popup", Kind::Idle, 11.0);
        assert!(popup(&figures).contains("held"));
    }
}
