//! Profiles that Firefox has been through once. With an empty one it makes its databases and looks through its
//! own add-ons anew, which is a third of what a start costs.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::copy_folder;
use crate::locate::own_tools_folder;

/// What a profile keeps of the session before: tabs, and what pages stored. Firefox's locks are links, which are not
/// copied.
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
        copy_folder(&used, &kept, &OF_THE_SESSION)?;
        // It fails where a test beside this one was faster, whose template is as good.
        fs::rename(&kept, &template).ok();
    }
    copy_folder(&template, folder, &OF_THE_SESSION)
}

/// Where the template for `program` is, or is to be; nothing where there is no place for one. Another version of
/// Firefox has another time of its file, and a template of its own: none opens the profile of a newer one.
fn template(program: &Path) -> anyhow::Result<Option<PathBuf>> {
    let made = fs::metadata(fs::canonicalize(program)?)?.modified()?;
    let made = made.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    Ok(own_tools_folder().map(|tools| tools.join(format!("firefox-profile-{made}"))))
}
