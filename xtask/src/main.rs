//! Builds, runs, tests, measures and packs Hushroom: `cargo xtask help`.
//!
//! | module | what it does |
//! |---|---|
//! | [`cli`] | the command line: its words, its help and its errors |
//! | [`workspace`] | where things are: sources, the target directory, `dist/` |
//! | [`crates`] | the crates that cargo knows of, and those that are shipped |
//! | [`tools`] | finds what a command needs and installs what is missing |
//! | [`build`] | the wasm, and an extension folder for each browser |
//! | [`dev`] | from a change to seeing it in seconds |
//! | [`mod@bench`] | measures, beside others, in the same run |
//! | [`checks`] | everything that a change has to pass |
//! | [`mutants`] | breaks the code to see whether a test fails |
//! | [`fuzz`] | throws strings at what reads strings of strangers |
//! | [`mod@package`] | the files of a release |
//! | [`mod@pictures`] | the pictures of README and of the stores |
//! | [`run`] | the extension at work in a browser |
//! | [`progress`] | says what is going on while it takes long |

mod bench;
mod build;
mod cargo;
mod checks;
mod cli;
mod crates;
mod dev;
mod fuzz;
mod laboratory;
mod mutants;
mod package;
mod pictures;
mod process;
mod progress;
mod run;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::Parser as _;
use cli::{Command, Line};
use guessable_lab::{fit, lexicon};
use workspace::Workspace;

use build::Profile;

fn main() -> ExitCode {
    match act(&Line::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn act(command: &Command) -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    match command {
        Command::Bench { what } => bench::run(&workspace, what.as_ref())?,
        Command::Build { dev } => {
            build::build(&workspace, if *dev { Profile::Dev } else { Profile::Release })?;
        }
        Command::Fit(options) => fit::run(&laboratory::folders(&workspace)?, options)?,
        Command::Dev { browser, test } => dev::run(&workspace, *browser, test.as_deref())?,
        Command::Fuzz { seconds } => fuzz::run(&workspace, *seconds)?,
        Command::Lexicon => lexicon::run(&workspace.laboratory(workspace.root().join("tests/bench")))?,
        Command::Mutants(options) => mutants::run(&workspace, options)?,
        Command::Run { browser, headless } => run::run(&workspace, *browser, *headless)?,
        Command::Test => checks::test(&workspace)?,
        Command::Npm => package::judge::npm(&workspace)?,
        Command::Package => package::package(&workspace)?,
        Command::Pictures => pictures::pictures(&workspace)?,
        Command::Views { browser, languages } => pictures::views(&workspace, *browser, languages)?,
    }
    Ok(())
}
