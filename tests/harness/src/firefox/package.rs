//! Packs an extension as Firefox installs it for good.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packs the unpacked extension in `folder` into `package`. Nothing is pressed: it is not sent anywhere.
pub(super) fn pack(folder: &Path, package: &Path) -> anyhow::Result<()> {
    let mut zip = ZipWriter::new(File::create(package)?);
    add(&mut zip, folder, "")?;
    zip.finish()?;
    Ok(())
}

fn add(zip: &mut ZipWriter<File>, folder: &Path, prefix: &str) -> anyhow::Result<()> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            add(zip, &entry.path(), &format!("{name}/"))?;
        } else {
            zip.start_file(name, options)?;
            io::copy(&mut File::open(entry.path())?, zip)?;
        }
    }
    Ok(())
}
