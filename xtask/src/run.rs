//! Shows the extension at work: in a window where there is a display, by pictures where there is none.

mod headless;
mod window;

use harness::Browser;
use harness::locate::Program;

use crate::build::{self, Profile};
use crate::tools::programs;
use crate::workspace::Workspace;

pub(crate) use window::START;

/// Builds the extension, and opens `browser` with it or drives it headless.
///
/// # Errors
///
/// When the build fails, the browser is missing and cannot be installed, or it does not do what it should.
pub(crate) fn run(workspace: &Workspace, browser: Browser, headless: bool) -> anyhow::Result<()> {
    let headless = headless || !has_display();
    let mut needed = vec![Program::Browser(browser)];
    if headless {
        needed.push(Program::Driver(browser));
    }
    programs::ready(workspace, &needed)?;
    build::build(workspace, Profile::Release)?;
    if headless { self::headless(workspace, browser) } else { window::open(workspace, browser) }
}

/// Drives `browser` with the extension as it is built, and says what a person would see.
///
/// # Errors
///
/// When the browser does not do what it should.
pub(crate) fn headless(workspace: &Workspace, browser: Browser) -> anyhow::Result<()> {
    headless::show(workspace, browser)
}

/// Linux names its display in the environment; the other systems always have one.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
