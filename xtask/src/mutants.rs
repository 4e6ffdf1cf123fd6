//! `cargo xtask mutants`: breaks the code in one place after the other and sees whether a test fails.
//!
//! Not a check that every change has to pass: it compiles for each place anew.

use std::fs;
use std::process::Command;

use anyhow::bail;
use clap::{Args, ValueEnum};

use crate::process;
use crate::progress::step;
use crate::tools::registry;
use crate::workspace::Workspace;

/// The cargo-mutants that breaks the code.
const CARGO_MUTANTS: &str = "27.1.0";

/// What the user asked for.
#[derive(Debug, PartialEq, Args)]
pub(crate) struct Options {
    /// What to break; all of it unless said
    pub(crate) parts: Vec<Part>,
    /// For cargo-mutants, such as `--shard 0/50` or `--list`
    #[arg(last = true)]
    pub(crate) arguments: Vec<String>,
}

/// What is broken: the core that everything rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    Judge,
    Jitsi,
    Room,
    Share,
    Warning,
}

impl Part {
    /// Where its sources are.
    const fn files(self) -> &'static str {
        match self {
            Self::Judge => "src/guess/src/**/*.rs",
            Self::Jitsi => "src/jitsi/**/*.rs",
            Self::Room => "src/room/**/*.rs",
            Self::Share => "src/share/**/*.rs",
            Self::Warning => "src/warning/**/*.rs",
        }
    }

    /// The package that it belongs to.
    const fn package(self) -> &'static str {
        match self {
            Self::Judge => "guessable",
            Self::Jitsi | Self::Room | Self::Share | Self::Warning => "hushroom",
        }
    }

    /// The packages whose tests are to notice.
    const fn tested_by(self) -> &'static [&'static str] {
        match self {
            // Its laboratory holds how accurate it is.
            Self::Judge => &["guessable", "guessable-lab"],
            Self::Jitsi | Self::Room | Self::Share | Self::Warning => &["hushroom"],
        }
    }
}

/// Breaks each part in turn; what came of it is in `target/mutants/PART/mutants.out`.
///
/// # Errors
///
/// When a test does not notice a change, or cargo-mutants cannot be built.
pub(crate) fn run(workspace: &Workspace, options: &Options) -> anyhow::Result<()> {
    let program = registry::program(workspace, "cargo-mutants", CARGO_MUTANTS, "about a minute")?;
    let parts = if options.parts.is_empty() { Part::value_variants() } else { &options.parts };
    let mut complaints = Vec::new();
    for part in parts {
        let name = format!("{part:?}").to_lowercase();
        let output = workspace.target().join("mutants").join(&name);
        fs::create_dir_all(&output)?;
        let mut mutants = Command::new(&program);
        mutants.args(["mutants", "--package", part.package(), "--file", part.files()]);
        mutants.args(["--test-package", &part.tested_by().join(","), "--output"]).arg(&output);
        mutants.args(&options.arguments).current_dir(workspace.root());
        if let Err(error) = step(&format!("mutants of {name}"), || process::run(&mut mutants)) {
            complaints.push(format!("{error:#}"));
        }
    }
    if complaints.is_empty() { Ok(()) } else { bail!("{}", complaints.join("\n")) }
}
