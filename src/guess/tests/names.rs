//! The suite that people read: names.md says of each name what it is thought to be worth, and why.
//!
//! Where the judge has changed on purpose, `UPDATE=1 cargo test -p guessable --test names` writes its answers
//! anew; what has changed is then to be read in the diff, line by line.

use std::fmt::Write as _;
use std::fs;

use guessable::assess;

const SUITE: &str = include_str!("names.md");

/// The line of a name, as the judge answers now.
fn row(name: &str) -> String {
    let answer = assess(name);
    let mut parts = String::new();
    for part in &answer.parts {
        let between = if parts.is_empty() { "" } else { "; " };
        let _ = write!(parts, "{between}{} {:.1} {:?}", part.text, part.bits.get(), part.kind);
        if let Some(decoded) = &part.decoded {
            let _ = write!(parts, " {decoded:?}");
        }
    }
    // A line of a table ends with its line.
    let parts = parts.replace('|', "\\|");
    format!("| `{name}` | {:.1} | {} | {parts} |", answer.bits.get(), answer.verdict.as_str())
}

/// The name of a line, if it is one of a table.
fn name(line: &str) -> Option<&str> {
    line.strip_prefix("| `")?.split_once("` |").map(|(name, _)| name)
}

#[test]
fn every_name_is_judged_as_the_suite_says() {
    let judged: Vec<String> =
        SUITE.lines().map(|line| name(line).map_or_else(|| line.to_owned(), row)).collect();
    if std::env::var_os("UPDATE").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/names.md");
        return fs::write(file, judged.join("\n") + "\n").unwrap();
    }
    let changed: Vec<String> = SUITE
        .lines()
        .zip(&judged)
        .filter(|(said, is)| said != is)
        .map(|(said, is)| format!("- {said}\n+ {is}"))
        .collect();
    assert!(
        changed.is_empty(),
        "the judge says something else of {} names; if that is better, type\n  \
         UPDATE=1 cargo test -p guessable --test names\n{}",
        changed.len(),
        changed.join("\n")
    );
}

#[test]
fn the_suite_has_names_of_every_verdict() {
    let names: Vec<&str> = SUITE.lines().filter_map(name).collect();
    assert!(names.len() > 100, "{}", names.len());
    for verdict in guessable::Verdict::ALL {
        let count = names.iter().filter(|name| assess(name).verdict == verdict).count();
        assert!(count >= 15, "{count} {}", verdict.as_str());
    }
}

#[test]
fn the_parts_of_a_name_cost_no_more_than_the_whole() {
    for name in SUITE.lines().filter_map(name) {
        let answer = assess(name);
        let parts: f64 = answer.parts.iter().map(|part| part.bits.get()).sum();
        assert!(parts <= answer.bits.get() + 1e-6, "{name}: {parts} of {}", answer.bits.get());
    }
}
