//! Finds browsers and drivers on this machine.
//!
//! The environment decides first (`CHROMIUM`, `CHROMEDRIVER`, `FIREFOX`, `GECKODRIVER`), then `PATH`, then the
//! places where `cargo xtask` and the systems' own installers put programs.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::Browser;

/// A program that tests need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// A browser itself.
    Browser(Browser),
    /// The program that steers it by WebDriver.
    Driver(Browser),
}

impl Program {
    /// What it is called in a sentence.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Browser(Browser::Chromium) => "Chromium",
            Self::Browser(Browser::Firefox) => "Firefox",
            Self::Driver(Browser::Chromium) => "chromedriver",
            Self::Driver(Browser::Firefox) => "geckodriver",
        }
    }

    /// The environment variable that names it.
    #[must_use]
    pub fn variable(self) -> &'static str {
        match self {
            Self::Browser(Browser::Chromium) => "CHROMIUM",
            Self::Browser(Browser::Firefox) => "FIREFOX",
            Self::Driver(Browser::Chromium) => "CHROMEDRIVER",
            Self::Driver(Browser::Firefox) => "GECKODRIVER",
        }
    }

    /// The names of its file, the preferred first. Chrome itself is not among them: since version 137 it ignores
    /// `--load-extension`.
    fn files(self) -> &'static [&'static str] {
        match self {
            Self::Browser(Browser::Chromium) => {
                &["chromium", "chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"]
            }
            Self::Browser(Browser::Firefox) => {
                &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"]
            }
            Self::Driver(Browser::Chromium) => &["chromedriver", "/usr/lib/chromium-browser/chromedriver"],
            Self::Driver(Browser::Firefox) => &["geckodriver"],
        }
    }
}

/// Where `cargo xtask` installs what no system package provides.
#[must_use]
pub fn tools_folder(target: &Path) -> PathBuf {
    target.join("tools")
}

/// Where `program` is, if it is anywhere.
#[must_use]
pub fn locate(program: Program) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(program.variable()).filter(|value| !value.is_empty()) {
        return Some(named.into());
    }
    let installed = || {
        let tools = own_tools_folder()?.join("bin");
        program.files().iter().find_map(|file| which::which_in(file, Some(&tools), &tools).ok())
    };
    program.files().iter().find_map(|file| which::which(file).ok()).or_else(installed)
}

/// Where `program` is.
///
/// # Errors
///
/// When it is nowhere, with what to do about it.
pub fn required(program: Program) -> anyhow::Result<PathBuf> {
    locate(program).with_context(|| {
        let (name, variable) = (program.name(), program.variable());
        format!("{name} is not to be found; `cargo xtask test` installs it, or set {variable} to its path")
    })
}

/// Whether Google Chrome is there, which is no substitute for Chromium.
#[must_use]
pub fn has_chrome() -> bool {
    ["google-chrome", "google-chrome-stable"].iter().any(|file| which::which(file).is_ok())
}

/// Whether this program runs as root, which Chromium's sandbox refuses to do.
#[must_use]
pub fn is_root() -> bool {
    #[cfg(unix)]
    return rustix::process::geteuid().is_root();
    #[cfg(not(unix))]
    return false;
}

/// The top of the checkout that this crate was compiled in.
#[must_use]
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The target directory: of this very program, which cargo has put there.
fn target() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists()).map(Path::to_owned)
}

/// Where the tools are of the checkout that this program was built in.
pub(crate) fn own_tools_folder() -> Option<PathBuf> {
    target().map(|target| tools_folder(&target))
}

/// The built extension for `browser`.
///
/// # Errors
///
/// When it has not been built.
pub fn extension(browser: Browser) -> anyhow::Result<PathBuf> {
    let folder = workspace().join("dist").join(browser.to_string());
    if !folder.join("manifest.json").is_file() {
        anyhow::bail!("there is no extension in {}; type: cargo xtask build", folder.display());
    }
    Ok(folder)
}
