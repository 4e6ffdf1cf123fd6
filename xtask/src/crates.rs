//! The crates that cargo knows of.

use std::path::Path;

use cargo_metadata::{Metadata, MetadataCommand};

use crate::process;
use crate::workspace;

/// What cargo knows of the workspace of `manifest`, as its lockfile has it.
///
/// # Errors
///
/// When cargo cannot be run, or the lockfile does not fit.
pub(crate) fn metadata(manifest: &Path, arguments: &[&str]) -> anyhow::Result<Metadata> {
    let mut cargo = workspace::cargo();
    cargo
        .args(["metadata", "--locked", "--format-version=1", "--manifest-path"])
        .arg(manifest)
        .args(arguments);
    Ok(MetadataCommand::parse(process::output(&mut cargo)?)?)
}
