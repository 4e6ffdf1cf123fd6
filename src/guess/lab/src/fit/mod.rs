//! `cargo xtask fit`: the constants of the judge, by a written loss over names of known strength.
//!
//! The names are those that the bench draws, and names that are put together from [`templates`] as people of some fifty
//! languages name meetings; further ones may be given as a file. Every constant moves within its range as long as that
//! makes the [`loss`] less ([`search`]). That is done once with all names, which gives the file of constants, and then, from
//! the middle of all ranges, with each third of the sources left out in turn: what those names then say is the honest figure.
//! A source is a list, a package or a language. The same names give the same constants.

mod constants;
mod loss;
mod search;
mod templates;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::Folders;
use crate::accuracy;
use constants::Constants;
use loss::Figures;

/// Number of parts that the sources are divided into; each is left out once. Chosen because more take longer.
const FOLDS: usize = 3;
/// Maximum number of names of a kind. Chosen because more names of a kind hardly say more.
const NAMES: usize = 6;
/// The same for a kind of which there are as many as languages and lists, and what such a kind weighs.
const FITTED_NAMES: usize = 3;
const FITTED: f64 = 0.4;
/// What a kind of a file weighs: it was made by somebody else.
const FILES: f64 = 2.5;
/// A meeting's template weighs as much of a kind as this: there are many, and all are alike.
const TEMPLATE: f64 = 0.25;

/// A name whose strength is known.
#[derive(Debug, Clone)]
struct Known {
    name: String,
    /// Its strength in bits.
    truth: f64,
    /// How much it counts.
    weight: f64,
    /// Whether its truth is exact, so that it counts how far from it the judge is.
    exact: bool,
    /// Which part of the sources it belongs to.
    fold: usize,
}

/// What the user asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, clap::Args)]
pub struct Options {
    /// Further names: a line each with their kind, its group, its strength in bits and the name, parted by tabs
    pub files: Vec<PathBuf>,
    /// Fit nothing, and only say what the loss is
    #[arg(long = "say")]
    pub only_say: bool,
}

/// Fits the constants, writes their file, and prints what the names that were left out say.
///
/// # Errors
///
/// When a list cannot be had, a file cannot be read, or the file of constants cannot be written.
pub fn run(folders: &Folders, options: &Options) -> Result<()> {
    let mut names = Vec::new();
    for (kind, bits, drawn) in accuracy::all_names(folders, NAMES)? {
        add(&mut names, &kind, bits, drawn, 1.0, true);
    }
    for (kind, bits, drawn) in accuracy::fitted_names(folders, FITTED_NAMES)? {
        add(&mut names, &kind, bits, drawn, FITTED, true);
    }
    for template in templates::all() {
        add(&mut names, &template.source, template.bits, template.names, TEMPLATE, false);
    }
    for file in &options.files {
        read(&mut names, &fs::read_to_string(file).with_context(|| file.display().to_string())?)?;
    }
    let constants = Constants::of_the_judge();
    println!("{} names, {} constants; as they are: {}", names.len(), Constants::count(), Figures::of(&names));
    if options.only_say {
        return Ok(());
    }
    search::descend(&constants, &names);
    println!("fitted to all: {}", Figures::of(&names));
    constants.write(&folders.root.join("src/guess/src/constants.rs"))?;
    let mut left_out = Vec::new();
    for fold in 0..FOLDS {
        let (test, train): (Vec<Known>, Vec<Known>) = names.iter().cloned().partition(|n| n.fold == fold);
        constants.set_to_middle();
        search::descend(&constants, &train);
        let figures = Figures::of(&test);
        println!("left out {} of {FOLDS}: {figures}", fold + 1);
        left_out.push(figures);
    }
    println!("left out, all: {}", Figures::mean(&left_out));
    Ok(())
}

/// Adds the names of a kind, whose first word or two name the source.
fn add(names: &mut Vec<Known>, kind: &str, truth: f64, drawn: Vec<String>, weight: f64, exact: bool) {
    let source: Vec<&str> = kind.split([' ', ',']).filter(|word| word.len() > 1).take(2).collect();
    let fold = usize::from(Sha256::digest(source.join(" "))[0]) % FOLDS;
    let weight = weight / drawn.len().max(1) as f64;
    names.extend(drawn.into_iter().map(|name| Known { name, truth, weight, exact, fold }));
}

/// Adds the names of a file, kind by kind.
fn read(names: &mut Vec<Known>, text: &str) -> Result<()> {
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split('\t').collect()).collect();
    ensure!(rows.iter().all(|row| row.len() == 4), "each line has a kind, a group, bits and a name");
    let rows: Vec<&Vec<&str>> = rows.iter().filter(|row| row[2].parse::<f64>().is_ok()).collect();
    for kind in rows.chunk_by(|a, b| a[0] == b[0]) {
        let drawn = kind.iter().take(NAMES).map(|row| row[3].to_owned()).collect();
        add(names, kind[0][0], kind[0][2].parse()?, drawn, FILES, true);
    }
    Ok(())
}
