//! What a release consists of, in `dist/`: a zip for each browser and one of the page that shows the judge, the source
//! archive, the bill of materials, and the checksums.
//!
//! The same sources give the same bytes in any folder and on any day; `cargo xtask test` builds twice to see it.

pub(crate) mod judge;
pub(crate) mod sbom;
pub(crate) mod source;
mod sums;
pub(crate) mod zip;

use std::fs;
use std::path::PathBuf;

use anyhow::Context;

use crate::build::{self, Profile};
use crate::progress::step;
use crate::tools::rust;
use crate::workspace::Workspace;

/// Builds and packs: the files of a release, with their checksums.
///
/// # Errors
///
/// When the compiler is not the pinned one, the build fails, or a file cannot be read or written.
pub(crate) fn package(workspace: &Workspace) -> anyhow::Result<()> {
    rust::is_pinned(workspace.root())?;
    build::build(workspace, Profile::Release)?;
    let version = workspace.version();
    let mut files = Vec::new();
    for name in build::folders() {
        let folder = workspace.dist().join(&name);
        files.push(write(workspace, &format!("hushroom-{name}-{version}.zip"), || zip::pack(&folder))?);
    }
    let name = format!("hushroom-{version}-source.tar.gz");
    files.push(write(workspace, &name, || source::packed(workspace))?);
    files.push(write(workspace, &format!("hushroom-{version}.cdx.json"), || sbom::bill(workspace))?);
    fs::write(workspace.dist().join("SHA256SUMS"), sums::of(&files)?)?;
    let uncommitted = source::uncommitted(workspace)?;
    if uncommitted > 0 {
        eprintln!("note: {uncommitted} files are not as they were committed; the commit gives other bytes");
    }
    Ok(())
}

/// Writes what `make` makes to `dist/NAME`; gives that path.
fn write(
    workspace: &Workspace,
    name: &str,
    make: impl FnOnce() -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<PathBuf> {
    let file = workspace.dist().join(name);
    let bytes = step(&format!("packing {}", file.display()), make)?;
    fs::write(&file, &bytes).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{} ({} bytes)", file.display(), bytes.len());
    Ok(file)
}
