//! What rustup provides: the wasm target and the components of the pinned toolchain.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use crate::process;
use crate::progress::step;

/// The target that browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for [`WASM_TARGET`] is there.
///
/// # Errors
///
/// When it is not and rustup cannot add it.
pub(crate) fn wasm_target() -> anyhow::Result<()> {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let library = process::output(&mut rustc)?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM_TARGET])
}

/// The version of the compiler, and so of the standard library that is linked: `1.95.0`.
///
/// # Errors
///
/// When it cannot be run or does not say.
pub(crate) fn version() -> anyhow::Result<String> {
    let line = process::output(Command::new("rustc").arg("--version"))?;
    Ok(line.split(' ').nth(1).context("rustc does not say its version")?.to_owned())
}

/// Makes sure that `cargo clippy` and `cargo fmt` are there.
///
/// # Errors
///
/// When one is not and rustup cannot add it.
pub(crate) fn lint_components() -> anyhow::Result<()> {
    for (subcommand, component) in [("clippy", "clippy"), ("fmt", "rustfmt")] {
        if !process::succeeds(Command::new("cargo").args([subcommand, "--version"])) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> anyhow::Result<()> {
    let line = format!("rustup {}", arguments.join(" "));
    if !process::succeeds(Command::new("rustup").arg("--version")) {
        bail!("the Rust toolchain lacks a part and there is no rustup to add it; with rustup, type: {line}");
    }
    step(&format!("{line} (once)"), || {
        process::run(Command::new("rustup").args(arguments)).with_context(|| format!("please type: {line}"))
    })
}
