//! What rustup provides: the wasm target and the components of the pinned toolchain.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail, ensure};

use crate::process;
use crate::progress::step;

/// The target that browsers run.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for [`WASM_TARGET`] is there.
///
/// # Errors
///
/// When it is not and rustup cannot add it.
pub(crate) fn wasm_target(root: &Path) -> anyhow::Result<()> {
    let mut rustc = rustc(root);
    rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    let library = process::output(&mut rustc)?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    rustup(root, &["target", "add", WASM_TARGET])
}

/// The version of the compiler, and so of the standard library that is linked: `1.95.0`.
///
/// # Errors
///
/// When it cannot be run or does not say.
pub(crate) fn version(root: &Path) -> anyhow::Result<String> {
    let line = process::output(rustc(root).arg("--version"))?;
    Ok(line.split(' ').nth(1).context("rustc does not say its version")?.to_owned())
}

/// Makes sure that the compiler is the one that `rust-toolchain.toml` pins: another one makes another package.
///
/// # Errors
///
/// When it is not, as with `cargo +nightly`, or that file cannot be read.
pub(crate) fn is_pinned(root: &Path) -> anyhow::Result<()> {
    let pin: toml::Table = fs::read_to_string(root.join("rust-toolchain.toml"))?.parse()?;
    let pinned = pin.get("toolchain").and_then(|toolchain| toolchain.get("channel")?.as_str());
    let pinned = pinned.context("rust-toolchain.toml names no channel")?;
    let version = version(root)?;
    ensure!(
        version == pinned,
        "packages are made by Rust {pinned} and not by {version}; with rustup, type: cargo +{pinned} xtask package"
    );
    Ok(())
}

/// The compiler that cargo uses in the checkout, whose `rust-toolchain.toml` rustup looks for where it is run.
fn rustc(root: &Path) -> Command {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(root);
    rustc
}

/// Makes sure that `cargo clippy` and `cargo fmt` are there.
///
/// # Errors
///
/// When one is not and rustup cannot add it.
pub(crate) fn lint_components(root: &Path) -> anyhow::Result<()> {
    for (subcommand, component) in [("clippy", "clippy"), ("fmt", "rustfmt")] {
        if !process::succeeds(Command::new("cargo").args([subcommand, "--version"]).current_dir(root)) {
            rustup(root, &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(root: &Path, arguments: &[&str]) -> anyhow::Result<()> {
    let line = format!("rustup {}", arguments.join(" "));
    if !process::succeeds(Command::new("rustup").arg("--version")) {
        bail!("the Rust toolchain lacks a part and there is no rustup to add it; with rustup, type: {line}");
    }
    step(&format!("{line} (once)"), || {
        process::run(Command::new("rustup").args(arguments).current_dir(root))
            .with_context(|| format!("please type: {line}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pinned_compiler_makes_packages() {
        let folder = tempfile::tempdir().unwrap();
        let pin = |channel: &str| {
            let pin = format!("[toolchain]\nchannel = \"{channel}\"\n");
            fs::write(folder.path().join("rust-toolchain.toml"), pin).unwrap();
            is_pinned(folder.path())
        };
        // rustup would look for one here and find the one of this checkout in its environment.
        let here = version(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert!(pin(&here).is_ok());
        let error = pin("1.0.0").unwrap_err().to_string();
        assert!(error.contains("by Rust 1.0.0 and not by"), "{error}");
    }
}
