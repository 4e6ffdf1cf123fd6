//! What the laboratory works on.

use anyhow::Result;
use guessable_lab::Folders;

use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// What the laboratory works on, once other estimators and word lists are installed.
pub(crate) fn folders(workspace: &Workspace) -> Result<Folders> {
    let npm = Npm::bench(workspace)?.folder().to_owned();
    Ok(workspace.laboratory(npm))
}
