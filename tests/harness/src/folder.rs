//! Copies folders.

use std::fs;
use std::path::Path;

use anyhow::Context;

/// Copies what is in the folder `from` into the folder `to`, at any depth. Links are left out, and so is whatever has
/// one of the names `without`.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path, without: &[&str]) -> anyhow::Result<()> {
    let failed = |from: &Path, to: &Path| format!("cannot copy {} to {}", from.display(), to.display());
    fs::create_dir_all(to).with_context(|| failed(from, to))?;
    for entry in fs::read_dir(from).with_context(|| failed(from, to))? {
        let entry = entry?;
        if without.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let (kind, here, there) = (entry.file_type()?, entry.path(), to.join(entry.file_name()));
        if kind.is_dir() {
            copy_folder(&here, &there, without)?;
        } else if kind.is_file() {
            fs::copy(&here, &there).with_context(|| failed(&here, &there))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_copied_but_what_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to/there"));
        fs::create_dir_all(from.join("a/b")).unwrap();
        for file in ["top", "a/lock", "a/b/deep"] {
            fs::write(from.join(file), file).unwrap();
        }
        copy_folder(&from, &to, &["lock"]).unwrap();
        assert_eq!(fs::read_to_string(to.join("top")).unwrap(), "top");
        assert_eq!(fs::read_to_string(to.join("a/b/deep")).unwrap(), "a/b/deep");
        assert!(!to.join("a/lock").exists());
    }
}
