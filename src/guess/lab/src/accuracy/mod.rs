//! `cargo xtask bench accuracy`: how near estimators come to the true strength of names.
//!
//! Names of known entropy are drawn by program, the same ones each time, and all estimators judge the same
//! names in the same run. `docs/measuring.md` says what the figures mean.

mod draw;
pub mod estimators;
mod figures;
mod fitted;
mod kind;
mod lists;
mod measures;
#[cfg(test)]
pub(crate) mod offline;
mod seen;
mod table;
mod unseen;

use std::fs;
use std::thread;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::Folders;
use crate::line::Line;
use estimators::Estimator;
use figures::{Figures, OfKind};
use kind::Kind;
use lists::Lists;
pub use measures::{CALLED_STRONG, RIGHT_VERDICT};
use measures::{MEASURES, Measure};
use table::Table;

/// The kinds that the model was built with, and others.
const SETS: [&str; 2] = ["Seen", "Unseen"];

/// How many names are drawn of each kind.
const NAMES: usize = 100;

/// What the user asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::Args)]
pub struct Options {
    /// List this many of the kinds that ours is worst at, for each set
    #[arg(long, default_value_t = 0)]
    pub worst: usize,
    /// Ask ours alone
    #[arg(long)]
    pub alone: bool,
}

/// Prints a table for each set of kinds; writes all figures to `target/bench/accuracy.json`, and gives those
/// that have a goal.
///
/// # Errors
///
/// When a list cannot be had, or an estimator does not answer.
pub fn run(folders: &Folders, options: Options) -> Result<Vec<Line>> {
    let lists = Lists::load(folders)?;
    let sets = [(SETS[0], seen::kinds(&lists)?), (SETS[1], unseen::kinds(&lists)?)];
    let estimators = if options.alone { &Estimator::ALL[..1] } else { &Estimator::ALL[..] };
    let mut written = serde_json::Map::new();
    let mut lines = Vec::new();
    for (set, kinds) in &sets {
        let columns = judge(folders, estimators, kinds)?;
        let figures = columns.iter().map(|(estimator, of)| (*estimator, Figures::new(of))).collect();
        let table = Table { set, kinds: kinds.len(), columns: figures };
        println!("{}", table.markdown());
        lines.extend(with_goals(&table));
        if let Some((_, ours)) = columns.first() {
            print_worst(kinds, ours, options.worst);
        }
        written.insert(set.to_lowercase(), written_set(kinds, &columns));
    }
    println!(
        "{NAMES} names of each kind, {} for zxcvbn-ts, which is slow. Every kind weighs the same. Errors are \
         taken with both sides capped at 64 bits.",
        Estimator::ZxcvbnTs.asked(NAMES)
    );
    let folder = folders.target.join("bench");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("accuracy.json"), serde_json::to_vec_pretty(&Value::Object(written))?)?;
    Ok(lines)
}

/// Some names of every kind of both sets: the kind, its strength in bits, and `count` names at most.
///
/// # Errors
///
/// When a list cannot be had.
pub(crate) fn all_names(folders: &Folders, count: usize) -> Result<Vec<(String, f64, Vec<String>)>> {
    let lists = Lists::load(folders)?;
    let kinds = seen::kinds(&lists)?.into_iter().chain(unseen::kinds(&lists)?);
    Ok(kinds.map(|kind| (format!("{} {}", kind.family, kind.name), kind.bits(), kind.names(count))).collect())
}

fn with_goals(table: &Table) -> Vec<Line> {
    let goals = usize::from(table.set != SETS[0]);
    let Some(((_, ours), others)) = table.columns.split_first() else { return Vec::new() };
    let line = |measure: &Measure| {
        let what = format!("{}, {} {} kinds", measure.what, table.kinds, table.set.to_lowercase());
        let line = Line::new(what, measure.unit, (measure.figure)(ours)).goal(measure.goals[goals]);
        others.iter().fold(line, |line, (estimator, of)| line.beside(estimator.label(), (measure.figure)(of)))
    };
    MEASURES.iter().map(line).collect()
}

/// Some names of every kind that only the constants are fitted to.
///
/// # Errors
///
/// When a list cannot be had.
pub(crate) fn fitted_names(folders: &Folders, count: usize) -> Result<Vec<(String, f64, Vec<String>)>> {
    let kinds = fitted::kinds(&Lists::load(folders)?)?;
    Ok(kinds.into_iter().map(|kind| (kind.name.clone(), kind.bits(), kind.names(count))).collect())
}

/// The first `count` names of each kind of the first set.
///
/// # Errors
///
/// When a list cannot be had.
pub(crate) fn seen_names(folders: &Folders, count: usize) -> Result<Vec<String>> {
    let lists = Lists::load(folders)?;
    Ok(seen::kinds(&lists)?.iter().flat_map(|kind| kind.names(count)).collect())
}

type Column = (Estimator, Vec<OfKind>);

/// Asks all estimators at once.
fn judge(folders: &Folders, estimators: &[Estimator], kinds: &[Kind]) -> Result<Vec<Column>> {
    let drawn: Vec<Vec<String>> = kinds.iter().map(|kind| kind.names(NAMES)).collect();
    let truths: Vec<f64> = kinds.iter().map(Kind::bits).collect();
    let column = |&estimator: &Estimator| -> Result<Column> {
        let count = estimator.asked(NAMES);
        let names: Vec<&str> = drawn.iter().flat_map(|names| &names[..count]).map(String::as_str).collect();
        let bits = estimator.judge(folders, &names)?;
        let of_kinds = bits.chunks(count).zip(&truths).enumerate();
        Ok((estimator, of_kinds.map(|(kind, (bits, &truth))| OfKind::new(kind, truth, bits)).collect()))
    };
    thread::scope(|scope| {
        let running: Vec<_> =
            estimators.iter().map(|estimator| scope.spawn(move || column(estimator))).collect();
        let joined = running.into_iter().map(|thread| thread.join().ok().context("an estimator panicked")?);
        joined.collect()
    })
}

fn print_worst(kinds: &[Kind], ours: &[OfKind], count: usize) {
    let mut order: Vec<&OfKind> = ours.iter().collect();
    order.sort_by(|a, b| b.error.total_cmp(&a.error));
    for of in order.into_iter().take(count) {
        let kind = &kinds[of.kind];
        println!(
            "error {:5.1}, bias {:+6.1}, true {:5.1}: {} ({}), such as {}",
            of.error,
            of.bias,
            kind.bits(),
            kind.name,
            kind.family,
            kind.names(4).join("  ")
        );
    }
    if count > 0 {
        println!();
    }
}

fn written_set(kinds: &[Kind], columns: &[Column]) -> Value {
    let column = |(estimator, of): &Column| {
        let figures = Figures::new(of);
        let detail: Vec<Value> = of.iter().map(|of| of.json(&kinds[of.kind])).collect();
        let value = json!({
            "mean_absolute_error_bits": figures.error,
            "right_verdict": figures.right,
            "guessable_called_strong": figures.guessable_called_strong,
            "guessable_not_called_guessable": figures.guessable_not_called_so,
            "strong_not_called_strong": figures.strong_not_called_so,
            "kinds": detail,
        });
        (estimator.label().to_owned(), value)
    };
    Value::Object(columns.iter().map(column).collect())
}
