//! What an administrator has set, in the files where the browsers look for it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Where Chromium on Linux looks for policies: for all users, since there is no place for one of them.
const CHROMIUM: &str = "/etc/chromium/policies/managed";

/// Where Firefox on Linux looks for values of extensions, below the user's home.
const FIREFOX: &str = ".mozilla/managed-storage";

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
        fs::write(&path, policies.to_string()).with_context(|| format!("cannot write {}", path.display()))?;
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
        fs::remove_file(&self.0).ok();
    }
}

/// Whether a Chromium of this machine can be given policies: where its folder is, and this user may write there.
#[must_use]
pub fn chromium_can_be_managed() -> bool {
    tempfile::tempfile_in(CHROMIUM).is_ok()
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
