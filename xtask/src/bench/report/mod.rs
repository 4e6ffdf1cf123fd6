//! What all benches found, in one table: `docs/bench.json` for machines, a picture, and the table of
//! `docs/measuring.md`.
//!
//! The table and the picture are made from the file, so a test can hold them against it.

mod chart;
mod table;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use guessable_lab::accuracy::{RIGHT_VERDICT, called_strong};
use guessable_lab::line::Line;
use table::peers;
pub(crate) use table::table;

const JSON: &str = "docs/bench.json";
const PICTURE: &str = "docs/images/bench.svg";
const PAGE: &str = "docs/measuring.md";
const README: &str = "README.md";

/// What the table of the page stands between.
const TABLE: [&str; 2] = ["<!-- What `cargo xtask bench` printed: -->\n\n", "\n<!-- end of it -->"];
/// What the tables of all estimators stand between.
const PEERS: [&str; 2] = ["<!-- All estimators, of the same run: -->\n\n", "\n<!-- end of them -->"];

/// What the sentence of README.md stands between.
const SENTENCE: [&str; 2] = ["<!-- Figures of docs/bench.json: -->\n", "\n<!-- end of them -->"];

/// Writes those `lines` that have a goal into the checkout at `root`: the file, the picture and the
/// tables of the page, of which it gives the first.
///
/// # Errors
///
/// When the page has no place for a table, or a file cannot be written.
pub(crate) fn write(root: &Path, mut lines: Vec<Line>) -> Result<String> {
    lines.retain(|line| line.goal.is_some());
    let page = with_tables(&fs::read_to_string(root.join(PAGE))?, &lines)?;
    let readme = with(&fs::read_to_string(root.join(README))?, SENTENCE, &sentence(&lines)?)?;
    fs::write(root.join(JSON), serde_json::to_string_pretty(&lines)? + "\n")?;
    fs::write(root.join(PICTURE), picture(&lines)?)?;
    fs::write(root.join(PAGE), page)?;
    fs::write(root.join(README), readme)?;
    Ok(table(&lines))
}

fn picture(lines: &[Line]) -> Result<String> {
    let shown: Vec<&Line> = lines.iter().filter(|line| line.what.starts_with(RIGHT_VERDICT)).collect();
    chart::chart("Names called what they are: guessable, weak or strong", &shown)
}

fn with_tables(page: &str, lines: &[Line]) -> Result<String> {
    with(&with(page, TABLE, &table(lines))?, PEERS, &peers(lines))
}

/// What README.md says of how well names are judged, for people.
fn sentence(lines: &[Line]) -> Result<String> {
    let beside = |what: &str| -> Result<[f64; 2]> {
        let line =
            lines.iter().find(|line| line.what.starts_with(what) && line.what.ends_with(" blind kinds"));
        let line = line.with_context(|| format!("nothing was measured of {what:?}"))?;
        Ok([line.hushroom, line.beside.first().context("no other estimator")?.value])
    };
    let ([right, others_right], [strong, others_strong]) =
        (beside(RIGHT_VERDICT)?, beside(&called_strong())?);
    Ok(format!(
        "Of names of known strength, drawn by somebody who had not seen how it judges, Hushroom gives {right:.1} % the right\n\
         verdict of three, and zxcvbn, which Jitsi uses, {others_right:.1} %; of those that can be guessed it calls {strong:.1} %\n\
         strong, and zxcvbn {others_strong:.1} %."
    ))
}

/// The page with `text` between these marks.
fn with(page: &str, [begin, end]: [&str; 2], text: &str) -> Result<String> {
    let place = || format!("there is no place between {begin:?} and {end:?}");
    let (before, rest) = page.split_once(begin).with_context(place)?;
    let (_, after) = rest.split_once(end).with_context(place)?;
    Ok([before, begin, text, end, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_and_the_picture_are_what_the_bench_printed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
        let lines: Vec<Line> = serde_json::from_str(&read(JSON)).unwrap();
        assert_eq!(with_tables(&read(PAGE), &lines).unwrap(), read(PAGE));
        assert_eq!(picture(&lines).unwrap(), read(PICTURE));
        assert_eq!(with(&read(README), SENTENCE, &sentence(&lines).unwrap()).unwrap(), read(README));
        assert!(read(PAGE).contains(PICTURE.trim_start_matches("docs/")));
    }
}
