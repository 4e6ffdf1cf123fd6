//! Pictures as files.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use harness::png;

/// The width and height of a PNG, in pixels.
fn size(picture: &[u8]) -> anyhow::Result<(u32, u32)> {
    Ok(png::Decoder::new(Cursor::new(picture)).read_info()?.info().size())
}

/// As [`save`], of a picture that a store takes in no other `size`.
pub(super) fn save_sized(
    folder: &Path,
    name: &str,
    png: &[u8],
    wanted: (u32, u32),
) -> anyhow::Result<PathBuf> {
    let found = size(png).context("the browser gave no PNG")?;
    ensure!(found == wanted, "{name} has {found:?} pixels, and the store wants {wanted:?}");
    save(folder, name, png)
}

/// Writes a picture into `folder`; gives its file.
pub(crate) fn save(folder: &Path, name: &str, png: &[u8]) -> anyhow::Result<PathBuf> {
    let file = folder.join(name).with_extension("png");
    fs::write(&file, png).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_says_its_size() {
        let icon = include_bytes!("../../../extension/icons/icon-128.png");
        assert_eq!(size(icon).unwrap(), (128, 128));
        assert!(size(b"no picture").is_err());
    }
}
