//! What an administrator has set, in the files where the browsers look for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Where Chromium on Linux looks for policies: for all users, since there is no place for one of them.
const CHROMIUM: &str = "/etc/chromium/policies/managed";

/// The folders on the way there that this program made, the outermost first. Debian's package brings none, and
/// what was not there before goes with the last policy in it.
static MADE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Where Firefox on Linux looks for values of extensions, below the user's home.
const FIREFOX: &str = ".mozilla/managed-storage";

/// Where Firefox on Linux looks for policies first.
const FIREFOX_POLICIES: &str = "/etc/firefox/policies/policies.json";

/// A policy file that goes when this is dropped.
#[derive(Debug)]
pub(crate) struct PolicyFile(PathBuf);

impl PolicyFile {
    /// Sets `values` for the unpacked extension in `extension`, and for no other, in every Chromium that starts
    /// from now on.
    pub(crate) fn chromium(extension: &Path, values: &Value) -> anyhow::Result<Self> {
        let id = chromium_id(extension)?;
        let mut extensions = serde_json::Map::new();
        extensions.insert(id.clone(), values.clone());
        let path = Path::new(CHROMIUM).join(format!("{id}.json"));
        let policies = json!({ "3rdparty": { "extensions": extensions } });
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        in_folder(CHROMIUM.as_ref(), &mut made, || {
            fs::write(&path, policies.to_string()).with_context(|| format!("cannot write {}", path.display()))
        })?;
        Ok(Self(path))
    }

    /// Sets `values` for the add-on with this id in a Firefox whose user's home is `home`.
    pub(crate) fn firefox(home: &Path, addon: &str, values: &Value) -> anyhow::Result<Self> {
        let folder = home.join(FIREFOX);
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{addon}.json"));
        let manifest = json!({ "name": addon, "description": "A test", "type": "storage", "data": values });
        fs::write(&path, manifest.to_string())?;
        Ok(Self(path))
    }
}

impl Drop for PolicyFile {
    fn drop(&mut self) {
        // A file that stays names an extension that nobody has.
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        fs::remove_file(&self.0).ok();
        remove_empty(&mut made);
    }
}

/// Does `work` for which `folder` has to be there; what was `made` for it and is empty afterwards is not left
/// behind.
fn in_folder<T>(
    folder: &Path,
    made: &mut Vec<PathBuf>,
    work: impl FnOnce() -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let missing: Vec<_> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
    made.extend(missing.into_iter().rev().map(Path::to_owned));
    let there = fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()));
    let done = there.and_then(|()| work());
    remove_empty(made);
    done
}

/// Removes the folders that were `made` and hold nothing any more, from the innermost on.
fn remove_empty(made: &mut Vec<PathBuf>) {
    while made.pop_if(|folder| fs::remove_dir(&*folder).is_ok() || !folder.exists()).is_some() {}
}

/// A Firefox in `folder` that is the same as the one whose program this is, but for an administrator's
/// `policies.json` beside it; gives its program. Other policies of the machine would win over these.
pub(crate) fn firefox_with(policies: &Value, program: &Path, folder: &Path) -> anyhow::Result<PathBuf> {
    ensure!(
        !Path::new(FIREFOX_POLICIES).exists(),
        "this machine has policies of its own: {FIREFOX_POLICIES}"
    );
    let installed = installed(program)?;
    let own = folder.join("distribution");
    fs::create_dir_all(&own)?;
    fs::write(own.join("policies.json"), policies.to_string())?;
    for entry in fs::read_dir(installed.parent().context("Firefox is in no folder")?)? {
        let entry = entry?;
        let place = folder.join(entry.file_name());
        // Where a Firefox is, the file of its program says; the rest it takes from beside that.
        if entry.path() == installed {
            fs::copy(entry.path(), place)?;
        } else if entry.file_name() != "distribution" {
            link(&entry.path(), &place)?;
        }
    }
    Ok(folder.join(installed.file_name().context("Firefox has no name")?))
}

/// The program itself, which may be called by a script: Debian's `firefox` calls `firefox-esr`.
fn installed(program: &Path) -> anyhow::Result<PathBuf> {
    let candidates = [Some(program.to_owned()), which::which("firefox-esr").ok()];
    let real = candidates.into_iter().flatten().filter_map(|candidate| candidate.canonicalize().ok());
    let mut real = real.filter(|path| path.with_file_name("application.ini").is_file());
    real.next().with_context(|| format!("where is the Firefox that {} starts?", program.display()))
}

#[cfg(unix)]
fn link(to: &Path, from: &Path) -> anyhow::Result<()> {
    Ok(std::os::unix::fs::symlink(to, from)?)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> anyhow::Result<()> {
    anyhow::bail!("this test is for Unix")
}

/// Sets other `values` for the unpacked extension in `extension`, for which a policy is set. A Chromium that runs reads
/// them some seconds later.
///
/// # Errors
///
/// When the file cannot be written.
pub fn change_chromium_policy(extension: &Path, values: &Value) -> anyhow::Result<()> {
    // The file goes with whoever set the policy first.
    PolicyFile::chromium(extension, values).map(std::mem::forget)
}

/// Whether a Chromium of this machine can be given policies: whether this user may write where it looks for them,
/// or make that folder.
#[must_use]
pub fn chromium_can_be_managed() -> bool {
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    in_folder(CHROMIUM.as_ref(), &mut made, || Ok(tempfile::tempfile_in(CHROMIUM)?)).is_ok()
}

/// The id that Chromium gives an unpacked extension: the first half of its path's SHA-256 in hexadecimal, with the
/// letters a to p for digits (`crx_file::id_util` in Chromium's sources).
fn chromium_id(extension: &Path) -> anyhow::Result<String> {
    let path = extension.canonicalize()?;
    let path = path.to_str().context("the path is not Unicode")?;
    let digest = Sha256::digest(path);
    let digits = digest[..16].iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(digits.map(|digit| char::from(b'a' + digit)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_was_made_for_policies_goes_with_the_last_of_them() {
        let machine = tempfile::tempdir().unwrap();
        let folder = machine.path().join("chromium/policies/managed");
        let mut made = Vec::new();
        for policy in ["a.json", "b.json"] {
            in_folder(&folder, &mut made, || Ok(fs::write(folder.join(policy), "{}")?)).unwrap();
        }
        fs::remove_file(folder.join("a.json")).unwrap();
        remove_empty(&mut made);
        assert!(folder.join("b.json").is_file());
        fs::remove_file(folder.join("b.json")).unwrap();
        remove_empty(&mut made);
        assert_eq!(fs::read_dir(machine.path()).unwrap().count(), 0);
        assert!(made.is_empty());
    }

    #[test]
    fn a_folder_that_was_there_stays() {
        let machine = tempfile::tempdir().unwrap();
        let mut made = Vec::new();
        in_folder(machine.path(), &mut made, || Ok(())).unwrap();
        assert!(machine.path().is_dir());
    }
}
