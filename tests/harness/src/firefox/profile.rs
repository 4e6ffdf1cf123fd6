//! Profiles that Firefox has been through once. With an empty one it makes its databases and looks through its
//! own add-ons anew, which is a third of what a start costs.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::locate::own_tools_folder;

/// What a profile keeps of the session before: tabs, and what pages stored.
const OF_THE_SESSION: [&str; 3] = ["sessionstore-backups", "sessionstore.jsonlz4", "storage"];

/// Makes `folder` a profile of `program` that holds nothing yet. `first_run` is to start Firefox with the profile
/// in the folder that it gets, and to end it; that is needed once for each Firefox.
///
/// # Errors
///
/// When `first_run` fails, or a file cannot be written.
pub(super) async fn fresh(
    folder: &Path,
    program: &Path,
    first_run: impl AsyncFnOnce(&Path) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let Some(template) = template(program)? else { return Ok(fs::create_dir_all(folder)?) };
    if !template.is_dir() {
        let place = template.parent().unwrap_or(&template);
        fs::create_dir_all(place)?;
        let new = tempfile::tempdir_in(place)?;
        let used = new.path().join("used");
        fs::create_dir(&used)?;
        first_run(&used).await?;
        let kept = new.path().join("kept");
        copy(&used, &kept)?;
        // It fails where a test beside this one was faster, whose template is as good.
        fs::rename(&kept, &template).ok();
    }
    copy(&template, folder)
}

/// Where the template for `program` is, or is to be; nothing where there is no place for one. Another version of
/// Firefox has another time of its file, and a template of its own: none opens the profile of a newer one.
fn template(program: &Path) -> anyhow::Result<Option<PathBuf>> {
    let made = fs::metadata(fs::canonicalize(program)?)?.modified()?;
    let made = made.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    Ok(own_tools_folder().map(|tools| tools.join(format!("firefox-profile-{made}"))))
}

/// Copies a profile that no Firefox runs with, but for what belongs to the session before and for links, which are
/// Firefox's locks.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (kind, target) = (entry.file_type()?, to.join(entry.file_name()));
        if OF_THE_SESSION.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if kind.is_dir() {
            copy(&entry.path(), &target)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
