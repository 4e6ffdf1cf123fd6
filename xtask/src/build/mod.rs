//! The wasm, and an extension folder for each browser.

mod folder;
mod manifest;
mod wasm;

use std::fmt;

use manifest::trimmed;

use crate::progress::step;
use crate::tools::npm::Npm;
use crate::tools::rust;
use crate::workspace::Workspace;

/// A browser that the extension is built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium, and what is made from it.
    Chromium,
    /// Firefox, on the desktop and on Android.
    Firefox,
}

impl Browser {
    /// Both.
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        })
    }
}

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
