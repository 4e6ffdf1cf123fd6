//! The source archive: all that is needed to build the packages, and nothing else.

use std::fs;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use ignore::WalkBuilder;
use tar::{EntryType, Header};

use crate::process;
use crate::workspace::Workspace;

/// The time of every file, in seconds since 1970: the first day of 1980, which is the time in the zips, too.
const TIME: u64 = 315_532_800;

/// Rounds of zopfli: its authors' advice for files over several MB. zlib's many descendants would be quicker, but
/// what they make differs with what the processor can do.
const ROUNDS: NonZeroU64 = NonZeroU64::MIN.saturating_add(4);

/// The source archive, compressed.
///
/// # Errors
///
/// As for [`archive`].
pub(super) fn packed(workspace: &Workspace) -> anyhow::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { iteration_count: ROUNDS, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Gzip, archive(workspace)?.as_slice(), &mut packed)?;
    Ok(packed)
}

/// The source archive, the same bytes from a checkout and from what an archive was unpacked to: files sorted by name,
/// in a folder `hushroom-VERSION`, without the clock, the owner and the permissions of this machine.
///
/// # Errors
///
/// When git fails, or a file cannot be read or is none.
pub(crate) fn archive(workspace: &Workspace) -> anyhow::Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for file in files(workspace.root())? {
        let path = workspace.root().join(&file);
        let metadata = path.symlink_metadata().with_context(|| format!("cannot read {}", path.display()))?;
        if !metadata.is_file() {
            bail!("{} is no ordinary file; the source archive holds no links", path.display());
        }
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_size(u64::try_from(bytes.len())?);
        header.set_mode(if is_program(&metadata) { 0o755 } else { 0o644 });
        header.set_mtime(TIME);
        header.set_uid(0);
        header.set_gid(0);
        let name = Path::new(&format!("hushroom-{}", workspace.version())).join(&file);
        archive.append_data(&mut header, name, bytes.as_slice())?;
    }
    Ok(archive.into_inner()?)
}

/// The files below `root` that belong to the project, by their path from there, sorted: those that git knows, and
/// where there is no git, all that `.gitignore` does not name.
fn files(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = if root.join(".git").exists() {
        let list = process::output(git(root).args(["ls-files", "-z"]))?;
        list.split_terminator('\0').map(PathBuf::from).collect()
    } else {
        not_ignored(root)?
    };
    files.sort();
    Ok(files)
}

/// The files below `root` that no `.gitignore` from there on names.
fn not_ignored(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut walk = WalkBuilder::new(root);
    walk.standard_filters(false).git_ignore(true).require_git(false);
    let mut files = Vec::new();
    for entry in walk.build() {
        let entry = entry?;
        if entry.file_type().is_some_and(|kind| !kind.is_dir()) {
            files.push(entry.path().strip_prefix(root)?.to_owned());
        }
    }
    Ok(files)
}

/// How many files differ from those of the commit or are not in it, such as one in `extension` that would be packed;
/// none where there is no git.
///
/// # Errors
///
/// When git fails.
pub(super) fn uncommitted(workspace: &Workspace) -> anyhow::Result<usize> {
    if !workspace.root().join(".git").exists() {
        return Ok(0);
    }
    let status = ["status", "--porcelain", "--untracked-files=all"];
    Ok(process::output(git(workspace.root()).args(status))?.lines().count())
}

/// git, also where the checkout belongs to somebody else than who runs this, as in containers.
fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-c").arg(format!("safe.directory={}", root.display())).current_dir(root);
    git
}

#[cfg(unix)]
fn is_program(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o100 != 0
}

#[cfg(not(unix))]
fn is_program(_: &fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_or_installed_does_not_belong_to_the_project() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["src/lib.rs", ".ci/run", "target/debug/x", "tests/node_modules/y/z.js"] {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        fs::write(folder.path().join(".gitignore"), "/target/\nnode_modules/\n").unwrap();
        let expected = [".ci/run", ".gitignore", "src/lib.rs"].map(PathBuf::from);
        assert_eq!(files(folder.path()).unwrap(), expected);
    }
}
