//! `cargo xtask bench`: measures, beside others, in the same run.

mod median;
mod page;
mod report;
mod size;
mod speed;

use anyhow::Result;
use clap::Subcommand;

use guessable_lab::accuracy;
use guessable_lab::line::Line;

use crate::laboratory::folders;
use crate::workspace::Workspace;

/// What can be measured.
#[derive(Debug, PartialEq, Subcommand)]
pub(crate) enum Bench {
    /// How near estimators come to the true strength of names
    Accuracy(accuracy::Options),
    /// What the warning and the popup cost, beside extensions that do the least that one can
    Page,
    /// How large what is shipped is, beside zxcvbn
    Size,
    /// How fast names are judged, beside zxcvbn, in one page and natively
    Speed,
}

/// Measures and prints; where nothing is said to be measured, everything is, and the table is written into
/// `docs/measuring.md`, its figures beside it.
///
/// # Errors
///
/// When something cannot be built, or a browser or another estimator does not answer.
pub(crate) fn run(workspace: &Workspace, bench: Option<&Bench>) -> Result<()> {
    match bench {
        // It prints tables of its own, with a column for each estimator.
        Some(Bench::Accuracy(options)) => accuracy::run(&folders(workspace)?, *options).map(drop),
        Some(Bench::Page) => page::run(workspace).map(print),
        Some(Bench::Size) => size::run(workspace).map(print),
        Some(Bench::Speed) => speed::run(workspace).map(print),
        None => {
            let mut lines = accuracy::run(&folders(workspace)?, accuracy::Options::default())?;
            lines.extend(speed::run(workspace)?);
            lines.extend(size::run(workspace)?);
            lines.extend(page::run(workspace)?);
            print!("{}", report::write(workspace.root(), lines)?);
            Ok(())
        }
    }
}

#[expect(clippy::needless_pass_by_value)]
fn print(lines: Vec<Line>) {
    print!("{}", report::table(&lines));
}
