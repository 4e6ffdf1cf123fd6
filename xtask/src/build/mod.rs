//! The wasm, an extension folder for each browser, and a page that shows the judge alone.

mod demo;
mod folder;
pub(crate) mod licences;
mod manifest;
mod profile;
pub(crate) mod script;
mod texts;
mod wasm;

use std::path::PathBuf;

use harness::Browser;
pub(crate) use profile::Profile;
pub(crate) use wasm::{forget, private_folders};

use crate::progress::step;
use crate::tools::npm::Npm;
use crate::tools::rust;
use crate::workspace::Workspace;

/// Builds `dist/chromium`, `dist/firefox` and `dist/demo`.
///
/// # Errors
///
/// When a tool is missing that cannot be installed, or a step fails.
pub(crate) fn build(workspace: &Workspace, profile: Profile) -> anyhow::Result<()> {
    let module = module(workspace, "hushroom", profile)?;
    let notices = step("the notices of licences", || licences::notices(workspace))?;
    let npm = (profile == Profile::Release).then(|| Npm::ready(workspace)).transpose()?;
    for browser in Browser::ALL {
        step(&format!("dist/{browser}"), || {
            folder::assemble(workspace, browser, &module, &notices, npm.as_ref())
        })?;
    }
    step("dist/demo", || {
        demo::assemble(workspace, &workspace.dist().join(Browser::Chromium.to_string()), &notices)
    })
}

/// The folders that [`build`] makes, by their names in `dist`.
pub(crate) fn folders() -> impl Iterator<Item = String> {
    Browser::ALL.into_iter().map(|browser| browser.to_string()).chain([demo::FOLDER.to_owned()])
}

/// Makes the wasm module of a crate and the JavaScript that loads it; gives their folder.
///
/// # Errors
///
/// As for [`build`].
pub(crate) fn module(workspace: &Workspace, package: &str, profile: Profile) -> anyhow::Result<PathBuf> {
    rust::wasm_target(workspace.root())?;
    let folder = wasm::bind(workspace, package, &wasm::compile(workspace, package, profile)?)?;
    if profile == Profile::Release {
        wasm::shrink(workspace, &Npm::ready(workspace)?, package, &folder)?;
    }
    Ok(folder)
}
