//! What all benches found, in one table: `docs/bench.json` for machines, a picture, and the table of
//! `docs/measuring.md`.
//!
//! The table and the picture are made from the file, so a test can hold them against it.

mod chart;
mod table;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use guessable_lab::accuracy::RIGHT_VERDICT;
pub(crate) use guessable_lab::line::{Goal, Line};
pub(crate) use table::table;

const JSON: &str = "docs/bench.json";
const PICTURE: &str = "docs/images/bench.svg";
const PAGE: &str = "docs/measuring.md";

/// What the table of the page stands between.
const MARKS: [&str; 2] = ["<!-- What `cargo xtask bench` printed: -->\n\n", "\n<!-- end of it -->"];

/// Writes those `lines` that have a goal into the checkout at `root`: the file, the picture and the
/// table of the page, which it gives.
///
/// # Errors
///
/// When the page has no place for the table, or a file cannot be written.
pub(crate) fn write(root: &Path, mut lines: Vec<Line>) -> Result<String> {
    lines.retain(|line| line.goal.is_some());
    let page = fs::read_to_string(root.join(PAGE))?;
    let page = with_table(&page, &lines)?;
    fs::write(root.join(JSON), serde_json::to_string_pretty(&lines)? + "\n")?;
    fs::write(root.join(PICTURE), picture(&lines)?)?;
    fs::write(root.join(PAGE), page)?;
    Ok(table(&lines))
}

fn picture(lines: &[Line]) -> Result<String> {
    let shown: Vec<&Line> = lines.iter().filter(|line| line.what.starts_with(RIGHT_VERDICT)).collect();
    chart::chart("Names called what they are: guessable, weak or strong", &shown)
}

fn with_table(page: &str, lines: &[Line]) -> Result<String> {
    let [begin, end] = MARKS;
    let (before, rest) = page.split_once(begin).context("docs/measuring.md has no place for the table")?;
    let (_, after) =
        rest.split_once(end).context("the place for the table in docs/measuring.md has no end")?;
    Ok([before, begin, &table(lines), end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_and_the_picture_are_what_the_bench_printed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
        let lines: Vec<Line> = serde_json::from_str(&read(JSON)).unwrap();
        assert_eq!(with_table(&read(PAGE), &lines).unwrap(), read(PAGE));
        assert_eq!(picture(&lines).unwrap(), read(PICTURE));
        assert!(read(PAGE).contains(PICTURE.trim_start_matches("docs/")));
    }
}
