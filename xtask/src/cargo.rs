//! cargo, and what it knows of a workspace.

use std::path::Path;
use std::process::Command;

use cargo_metadata::{Metadata, MetadataCommand};

use crate::process;

/// The cargo that runs this program, so that a `+toolchain` on the command line goes on.
///
/// Without what it told this program about itself: some build scripts, ring's among them, watch those
/// variables and would build anew whenever cargo is called now from here and now from a shell.
pub(crate) fn command() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let own = ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|own| name.to_string_lossy().starts_with(own));
        if own {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// What cargo knows of the workspace of `manifest`, as its lockfile has it.
///
/// # Errors
///
/// When cargo cannot be run, or the lockfile does not fit.
pub(crate) fn metadata(manifest: &Path, arguments: &[&str]) -> anyhow::Result<Metadata> {
    let mut cargo = command();
    cargo
        .args(["metadata", "--locked", "--format-version=1", "--manifest-path"])
        .arg(manifest)
        .args(arguments);
    Ok(MetadataCommand::parse(process::output(&mut cargo)?)?)
}
