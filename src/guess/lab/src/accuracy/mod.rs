//! `cargo xtask bench accuracy`: how near estimators come to the true strength of names.
//!
//! Names of known entropy are drawn by program, the same ones each time, and all estimators judge the same
//! names in the same run. `docs/measuring.md` says what the figures mean.

mod blind;
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
use kind::Sample;
use lists::Lists;
use measures::{MEASURES, Measure};
pub use measures::{RIGHT_VERDICT, called_strong};
use table::Table;

/// The kinds that the model was built with, others that its constants are fitted to, and those of somebody who did not know
/// it.
const SETS: [&str; 3] = ["Seen", "Unseen", "Blind"];

/// How many names are drawn of each kind of the first two.
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
    let drawn = [seen::kinds(&lists)?, unseen::kinds(&lists)?]
        .map(|of| of.iter().map(|kind| kind.sample(NAMES)).collect());
    let sets = SETS.iter().zip(drawn.into_iter().chain([blind::samples()?]));
    let estimators = if options.alone { &Estimator::ALL[..1] } else { &Estimator::ALL[..] };
    let mut written = serde_json::Map::new();
    let mut lines = Vec::new();
    for (set, samples) in sets {
        let samples: Vec<Sample> = samples;
        let columns = judge(folders, estimators, &samples)?;
        let figures = columns.iter().map(|(estimator, of)| (*estimator, Figures::new(of))).collect();
        let table = Table { set, kinds: samples.len(), columns: figures };
        println!("{}", table.markdown());
        lines.extend(with_goals(&table));
        if let Some((_, ours)) = columns.first() {
            print_worst(&samples, ours, options.worst);
        }
        written.insert(set.to_lowercase(), written_set(&samples, &columns));
    }
    println!(
        "{NAMES} names of each kind, 15 of a blind one; {} for zxcvbn-ts, which is slow. Every kind weighs the same. Errors \
         are taken with both sides capped at 64 bits.",
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
    let goals = SETS.iter().position(|set| *set == table.set).unwrap_or_default();
    let Some(((_, ours), others)) = table.columns.split_first() else { return Vec::new() };
    let line = |measure: &Measure| {
        let what = format!("{}, {} {} kinds", measure.what, table.kinds, table.set.to_lowercase());
        let line = Line::new(what, measure.unit, measure.value(ours)).goal(measure.goals[goals]);
        others.iter().fold(line, |line, (estimator, of)| line.beside(estimator.label(), measure.value(of)))
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
fn judge(folders: &Folders, estimators: &[Estimator], samples: &[Sample]) -> Result<Vec<Column>> {
    let column = |&estimator: &Estimator| -> Result<Column> {
        let asked = |sample: &Sample| estimator.asked(sample.names.len());
        let names: Vec<&str> =
            samples.iter().flat_map(|sample| &sample.names[..asked(sample)]).map(String::as_str).collect();
        let bits = estimator.judge(folders, &names)?;
        let mut rest = &bits[..];
        let of_kind = |(kind, sample): (usize, &Sample)| {
            let (bits, others) = rest.split_at(asked(sample));
            rest = others;
            OfKind::new(kind, sample.bits, bits)
        };
        Ok((estimator, samples.iter().enumerate().map(of_kind).collect()))
    };
    thread::scope(|scope| {
        let running: Vec<_> =
            estimators.iter().map(|estimator| scope.spawn(move || column(estimator))).collect();
        let joined = running.into_iter().map(|thread| thread.join().ok().context("an estimator panicked")?);
        joined.collect()
    })
}

fn print_worst(samples: &[Sample], ours: &[OfKind], count: usize) {
    let mut order: Vec<&OfKind> = ours.iter().collect();
    order.sort_by(|a, b| b.error.total_cmp(&a.error));
    for of in order.into_iter().take(count) {
        let sample = &samples[of.kind];
        println!(
            "error {:5.1}, bias {:+6.1}, true {:5.1}: {} ({}), such as {}",
            of.error,
            of.bias,
            sample.bits,
            sample.kind,
            sample.family,
            sample.names[..4].join("  ")
        );
    }
    if count > 0 {
        println!();
    }
}

fn written_set(samples: &[Sample], columns: &[Column]) -> Value {
    let column = |(estimator, of): &Column| {
        let figures = Figures::new(of);
        let detail: Vec<Value> = of.iter().map(|of| of.json(&samples[of.kind])).collect();
        let value = json!({
            "mean_absolute_error_bits": figures.error,
            "right_verdict": figures.right,
            "guessable_called_strong": figures.guessable_called_strong,
            "guessable_not_called_guessable": figures.guessable_not_called_so,
            "weak_called_strong": figures.weak_called_strong,
            "strong_not_called_strong": figures.strong_not_called_so,
            "kinds": detail,
        });
        (estimator.label().to_owned(), value)
    };
    Value::Object(columns.iter().map(column).collect())
}
