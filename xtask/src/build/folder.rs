//! The folder that a browser loads: the files of `extension/`, the wasm, a manifest of its own, the licences.

use std::fs;
use std::path::Path;

use anyhow::Context;
use harness::{Browser, copy_folder};
use serde_json::Value;

use super::manifest::trimmed;
use super::{licences, script, texts};
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// What wasm-bindgen writes that the browser loads.
const WASM_FILES: [&str; 2] = ["hushroom.js", "hushroom_bg.wasm"];

/// What is in `extension/` for those who work on its scripts.
const TYPES: [&str; 2] = ["tsconfig.json", "types"];

/// Files at the top of the checkout that go along because their licences ask for it.
const LEGAL: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md"];

/// Lays out `dist/BROWSER` anew, with the module in the folder `wasm` and the `notices` of its libraries. With `npm`, its
/// scripts, style sheets and texts are as short as those that are shipped.
pub(super) fn assemble(
    workspace: &Workspace,
    browser: Browser,
    wasm: &Path,
    notices: &str,
    npm: Option<&Npm>,
) -> anyhow::Result<()> {
    let folder = workspace.dist().join(browser.to_string());
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy_folder(&workspace.root().join("extension"), &folder, &TYPES)?;
    for file in WASM_FILES {
        copy(&wasm.join(file), &folder.join(file))?;
    }
    add_licences(workspace, &folder, notices)?;
    let manifest = fs::read_to_string(workspace.root().join("manifest.json"))?;
    let manifest: Value = serde_json::from_str(&manifest).context("manifest.json is not JSON")?;
    if let Some(npm) = npm {
        script::shorten(npm, &folder)?;
        texts::shorten(&folder.join("_locales"))?;
    }
    let trimmed = trimmed(manifest.clone(), browser);
    if let Some(schema) = manifest["storage"]["managed_schema"].as_str()
        && trimmed["storage"].is_null()
    {
        fs::remove_file(folder.join(schema))?;
    }
    fs::write(folder.join("manifest.json"), serde_json::to_string_pretty(&trimmed)? + "\n")?;
    Ok(())
}

/// Puts into `folder` what the licences of all that is in the module ask for.
pub(super) fn add_licences(workspace: &Workspace, folder: &Path, notices: &str) -> anyhow::Result<()> {
    for file in LEGAL {
        copy(&workspace.root().join(file), &folder.join(file))?;
    }
    Ok(fs::write(folder.join(licences::FILE), notices)?)
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}
