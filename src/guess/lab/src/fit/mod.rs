//! `cargo xtask fit`: the constants of the judge, by a written loss over names of known strength.
//!
//! The names are those that the bench draws, and names that are put together from [`templates`] as people of some fifty
//! languages name meetings; further ones may be given as a file. Every constant moves within its range as long as that
//! makes the [`loss`] less ([`search`]). That is done once with all names, which gives the file of constants, and then, from
//! the middle of all ranges, with each third of the sources left out in turn: what those names then say is the honest figure.
//! A source is a list, a package or a language. The same names give the same constants.

mod constants;
mod known;
mod loss;
mod search;
mod templates;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::Folders;
use crate::accuracy;
use constants::Constants;
use known::{FITTED, FITTED_NAMES, FOLDS, Known, NAMES, TEMPLATE, add, read};
use loss::Figures;

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
