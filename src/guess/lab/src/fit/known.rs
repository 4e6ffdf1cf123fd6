//! The names that the constants are fitted to.

use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};

/// Number of parts that the sources are divided into; each is left out once. Chosen because more take longer.
pub(super) const FOLDS: usize = 3;
/// Maximum number of names of a kind. Chosen because more names of a kind hardly say more.
pub(super) const NAMES: usize = 6;
/// The same for a kind of which there are as many as languages and lists, and what such a kind weighs.
pub(super) const FITTED_NAMES: usize = 3;
pub(super) const FITTED: f64 = 0.4;
/// What a kind of a file weighs: it was made by somebody else.
const FILES: f64 = 2.5;
/// A meeting's template weighs as much of a kind as this: there are many, and all are alike.
pub(super) const TEMPLATE: f64 = 0.25;

/// A name whose strength is known.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// As a person types it.
    pub(super) name: String,
    /// Its strength in bits.
    pub(super) truth: f64,
    /// How much it counts.
    pub(super) weight: f64,
    /// Whether its truth is exact, so that it counts how far from it the judge is.
    pub(super) exact: bool,
    /// Which part of the sources it belongs to.
    pub(super) fold: usize,
}

/// Adds the names of a kind, whose first word or two name the source.
pub(super) fn add(
    names: &mut Vec<Known>,
    kind: &str,
    truth: f64,
    drawn: Vec<String>,
    weight: f64,
    exact: bool,
) {
    let source: Vec<&str> = kind.split([' ', ',']).filter(|word| word.len() > 1).take(2).collect();
    let fold = usize::from(Sha256::digest(source.join(" "))[0]) % FOLDS;
    let weight = weight / drawn.len().max(1) as f64;
    names.extend(drawn.into_iter().map(|name| Known { name, truth, weight, exact, fold }));
}

/// Adds the names of a file, kind by kind.
pub(super) fn read(names: &mut Vec<Known>, text: &str) -> Result<()> {
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    ensure!(rows.iter().all(|row| row.len() == 4), "each line has a kind, a group, bits and a name");
    let rows: Vec<&Vec<&str>> = rows.iter().filter(|row| row[2].parse::<f64>().is_ok()).collect();
    for kind in rows.chunk_by(|a, b| a[0] == b[0]) {
        let drawn = kind.iter().take(NAMES).map(|row| row[3].to_owned()).collect();
        add(names, kind[0][0], kind[0][2].parse()?, drawn, FILES, true);
    }
    Ok(())
}
