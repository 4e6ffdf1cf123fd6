//! Checksums, as `sha256sum --check` reads them.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A line for each of `files`: its SHA-256 and its name, without its folder; sorted by name.
///
/// # Errors
///
/// When a file cannot be read.
pub(super) fn of(files: &[PathBuf]) -> anyhow::Result<String> {
    let mut sums = Vec::new();
    for file in files {
        let name = file.file_name().context("a folder has no checksum")?.to_string_lossy().into_owned();
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        sums.push((name, HEXLOWER.encode(&Sha256::digest(bytes))));
    }
    sums.sort();
    let lines = sums.into_iter().flat_map(|(name, sum)| [sum, "  ".to_owned(), name, "\n".to_owned()]);
    Ok(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_sha256sum() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["b.zip", "a.zip"].map(|name| folder.path().join(name));
        for file in &files {
            fs::write(file, "abc").unwrap();
        }
        // FIPS 180-4's own example.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of(&files).unwrap(), format!("{abc}  a.zip\n{abc}  b.zip\n"));
    }
}
