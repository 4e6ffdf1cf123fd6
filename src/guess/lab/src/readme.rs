//! The table in the judge's README, where it stands beside zxcvbn.

use crate::accuracy::estimators::{hushroom, zxcvbn};
use crate::kept;

const README: &str = include_str!("../../README.md");

/// The line of a name, as both judge it now.
fn row(line: &str) -> String {
    match line.strip_prefix("| `").and_then(|line| line.split_once('`')) {
        Some((name, _)) => format!("| `{name}` | {:.0} | {:.0} |", hushroom(name), zxcvbn(name)),
        None => line.to_owned(),
    }
}

#[test]
fn the_table_in_the_readme_is_what_both_say() {
    let now = README.lines().map(row).collect::<Vec<_>>().join("\n") + "\n";
    let Some(said) = kept::unless_updated("../README.md", &now) else { return };
    assert_eq!(said, now, "type: UPDATE=1 cargo test -p guessable-lab readme");
}
