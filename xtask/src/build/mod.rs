//! The wasm, and an extension folder for each browser.

mod folder;
mod manifest;
mod wasm;

use harness::Browser;
use manifest::trimmed;

use crate::progress::step;
use crate::tools::npm::Npm;
use crate::tools::rust;
use crate::workspace::Workspace;

/// How much the compiler should try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As shipped.
    Release,
    /// Quickly, for trying things out.
    Dev,
}

/// Builds `dist/chromium` and `dist/firefox`.
///
/// # Errors
///
/// When a tool is missing that cannot be installed, or a step fails.
pub(crate) fn build(workspace: &Workspace, profile: Profile) -> anyhow::Result<()> {
    rust::wasm_target()?;
    let module = match profile {
        Profile::Dev => wasm::bind(workspace, &wasm::compile(workspace, profile)?)?,
        Profile::Release => {
            let npm = Npm::ready(workspace)?;
            let module = wasm::bind(workspace, &wasm::compile(workspace, profile)?)?;
            wasm::shrink(&npm, &module)?;
            module
        }
    };
    for browser in Browser::ALL {
        step(&format!("dist/{browser}"), || folder::assemble(workspace, browser, &module))?;
    }
    Ok(())
}
