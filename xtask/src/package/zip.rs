//! The zip for a store: the same folder gives the same bytes, wherever and whenever it is packed.

use std::fs::File;
use std::io::{self, Cursor, Write};
use std::path::Path;

use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How hard to press: 15 rounds of zopfli, as its own program does, which saves 4 % over zlib's best. (Levels
/// from 10 on are zopfli's in the `zip` crate.)
const ZOPFLI: i64 = 24;

/// A zip of all files of `folder`, sorted by name, without the clock and the permissions of this machine.
///
/// # Errors
///
/// When a file cannot be read.
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, SystemTime};

    use super::*;

    #[test]
    fn order_times_and_permissions_of_files_do_not_show() {
        let folders = [["b/z.js", "a.js", "b/a.js"], ["b/a.js", "b/z.js", "a.js"]].map(|names| {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("b")).unwrap();
            for name in names {
                fs::write(folder.path().join(name), format!("{name}, {name}, {name}")).unwrap();
            }
            folder
        });
        let odd = File::open(folders[1].path().join("a.js")).unwrap();
        odd.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(999_999_999)).unwrap();
        let mut permissions = odd.metadata().unwrap().permissions();
        permissions.set_readonly(true);
        odd.set_permissions(permissions).unwrap();
        let [first, second] = folders.map(|folder| pack(folder.path()).unwrap());
        assert!(first == second);
    }
}
