//! Scripts and style sheets: every page that is watched pays for the bytes of those that run in it, and everybody who
//! installs the extension for all.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use crate::process;
use crate::tools::npm::Npm;

/// What esbuild takes away: comments, and the white space that nobody but people needs. Every name and every
/// statement stays as it was written, so that what runs can be compared with its source.
pub(super) const SHORTER: [&str; 4] =
    ["--minify-whitespace", "--legal-comments=none", "--charset=utf8", "--log-level=warning"];

/// Makes the scripts and the style sheets in the extension's `folder` as short as white space and comments let them be.
pub(super) fn shorten(npm: &Npm, folder: &Path) -> anyhow::Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if Path::new(&name).extension().is_some_and(|kind| kind == "js" || kind == "css") {
            files.push(name);
        }
    }
    files.sort();
    let mut esbuild = npm.tool("esbuild");
    esbuild.args(files).args(SHORTER).args(["--outdir=.", "--allow-overwrite"]).current_dir(folder);
    process::output(&mut esbuild)?;
    Ok(())
}

/// How many bytes of script run in the page of a room, by the manifest of the extension in `folder`.
///
/// # Errors
///
/// When the manifest names no such script or a file cannot be read.
pub(crate) fn bytes_in_rooms(folder: &Path) -> anyhow::Result<u64> {
    let manifest: Value = serde_json::from_slice(&fs::read(folder.join("manifest.json"))?)?;
    let scripts = manifest["content_scripts"][0]["js"].as_array().context("no content script")?;
    let sizes =
        scripts.iter().filter_map(Value::as_str).map(|script| Ok(fs::metadata(folder.join(script))?.len()));
    sizes.sum()
}
