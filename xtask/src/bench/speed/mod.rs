//! `cargo xtask bench speed`: how fast names are judged, beside zxcvbn, in one page and natively.

mod browser;
mod native;

use anyhow::Result;

use super::accuracy;
use super::report::Line;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// How many names of each kind of the first set are judged.
const NAMES: usize = 5;

/// Lengths that nobody types, but that a page can send.
const LONG: [usize; 2] = [1_000, LONGEST];
const LONGEST: usize = 10_000;

/// What is judged.
struct Work {
    /// Names of all kinds of the first set.
    names: Vec<String>,
    /// Long names: what it is made of, its length in characters, and the name.
    long: Vec<(&'static str, usize, String)>,
}

/// What a page and the native programs measure.
///
/// # Errors
///
/// When a tool is missing that cannot be installed, a browser does not start, or an estimator fails.
pub(crate) fn run(workspace: &Workspace) -> Result<Vec<Line>> {
    let npm = Npm::bench(workspace)?;
    let work = work(workspace, &npm)?;
    let mut lines = browser::run(workspace, &npm, &work)?;
    lines.extend(native::run(workspace, &work)?);
    Ok(lines)
}

fn work(workspace: &Workspace, npm: &Npm) -> Result<Work> {
    let names = accuracy::seen_names(workspace, npm, NAMES)?;
    let words = names.iter().filter(|name| name.chars().all(char::is_alphabetic)).map(String::as_str);
    let sources = [("words", words.collect::<Vec<_>>().join("-")), ("anything", names.concat())];
    let mut long = Vec::new();
    for (label, source) in sources {
        for length in LONG {
            long.push((label, length, source.chars().cycle().take(length).collect()));
        }
    }
    Ok(Work { names, long })
}
