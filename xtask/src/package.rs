//! The zips for the stores: the same folder gives the same bytes, wherever and whenever it is packed.

use std::fs::{self, File};
use std::io::{self, Cursor, Write};
use std::path::Path;

use anyhow::Context;
use harness::Browser;
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::build::{self, Profile};
use crate::progress::step;
use crate::workspace::Workspace;

/// How hard to press: 15 rounds of zopfli, as its own program does, which saves 4 % over zlib's best. (Levels
/// from 10 on are zopfli's in the `zip` crate.)
const ZOPFLI: i64 = 24;

/// Builds, and packs `dist/hushroom-BROWSER-VERSION.zip` for each browser.
///
/// # Errors
///
/// When the build fails or a file cannot be read or written.
pub(crate) fn package(workspace: &Workspace) -> anyhow::Result<()> {
    build::build(workspace, Profile::Release)?;
    for browser in Browser::ALL {
        let folder = workspace.dist().join(browser.to_string());
        let file = workspace.dist().join(format!("hushroom-{browser}-{}.zip", workspace.version()));
        let bytes = step(&format!("packing {}", file.display()), || pack(&folder))?;
        fs::write(&file, &bytes).with_context(|| format!("cannot write {}", file.display()))?;
        println!("{} ({} bytes)", file.display(), bytes.len());
    }
    Ok(())
}

/// A zip of all files of `folder`, sorted by name, without the clock and the permissions of this machine.
pub(crate) fn pack(folder: &Path) -> anyhow::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(ZOPFLI))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            zip.start_file(name, options)?;
            io::copy(&mut File::open(entry.path())?, &mut zip)?;
        }
    }
    let mut bytes = zip.finish()?;
    bytes.flush()?;
    Ok(bytes.into_inner())
}
