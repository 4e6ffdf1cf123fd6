//! `cargo xtask fuzz`: throws strings at what reads strings of strangers, for a bounded time.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::progress::step;
use crate::tools::registry;
use crate::workspace::Workspace;

/// The cargo-fuzz that runs the targets.
const CARGO_FUZZ: &str = "0.13.2";

/// The targets, in `tests/fuzz/fuzz_targets`.
const TARGETS: [&str; 3] = ["assess", "address", "text"];

/// The longest string tried, in bytes. Longer ones are the subject of `cargo xtask bench speed`.
const LONGEST: usize = 600;

/// An input that takes longer than this many seconds is reported like a crash.
const SLOWEST: u64 = 10;

/// For how many seconds each target runs unless the user says otherwise.
pub(crate) const SECONDS: u64 = 60;

/// Runs every target for `seconds`. Without a nightly compiler it says so and does nothing.
///
/// # Errors
///
/// When a target finds an input that it fails on, or cargo-fuzz cannot be built.
pub(crate) fn run(workspace: &Workspace, seconds: u64) -> Result<()> {
    if !process::succeeds(rustup_run("rustc").arg("--version")) {
        println!("fuzzing is skipped: it needs a nightly compiler; type: rustup toolchain install nightly");
        return Ok(());
    }
    let cargo_fuzz = registry::program(workspace, "cargo-fuzz", CARGO_FUZZ, "about a minute")?;
    for target in TARGETS {
        let folder = workspace.root().join("tests/fuzz");
        // What it finds interesting is kept between runs, out of the sources.
        let corpus = workspace.target().join("fuzz/corpus").join(target);
        fs::create_dir_all(&corpus)?;
        let limits = [
            format!("-max_total_time={seconds}"),
            format!("-max_len={LONGEST}"),
            format!("-timeout={SLOWEST}"),
            "-print_final_stats=1".to_owned(),
        ];
        step(&format!("fuzzing {target} for {seconds} s, once it is built"), || {
            let mut command = rustup_run(&cargo_fuzz.to_string_lossy());
            command.args(["fuzz", "run", "--fuzz-dir"]).arg(&folder);
            command.arg("--target-dir").arg(workspace.target().join("fuzz/target"));
            command.arg(target).arg(&corpus).arg(folder.join("seeds").join(target)).arg("--").args(&limits);
            process::run(command.current_dir(workspace.root()))
                .with_context(|| format!("{target} fails on an input, which is in tests/fuzz/artifacts"))
        })?;
    }
    Ok(())
}

/// A program with the nightly toolchain in place of the project's.
fn rustup_run(program: &str) -> Command {
    let mut rustup = Command::new("rustup");
    rustup.args(["run", "nightly", program]);
    // What cargo told this program of its own toolchain would win over rustup.
    for variable in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN"] {
        rustup.env_remove(variable);
    }
    rustup
}
