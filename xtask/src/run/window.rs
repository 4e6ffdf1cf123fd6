//! With a display: a browser with the extension and a profile of its own, until it is closed.

use std::process::Command;

use harness::Browser;
use harness::locate::{Program, required};

use crate::process;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// A page to begin with: the extension warns about it.
pub(crate) const START: &str = "https://meet.jit.si/standup";

/// Opens `browser` and waits until it is closed.
pub(super) fn open(workspace: &Workspace, browser: Browser) -> anyhow::Result<()> {
    let program = required(Program::Browser(browser))?;
    let extension = workspace.dist().join(browser.to_string());
    println!("Hushroom is in the toolbar, perhaps behind the puzzle piece. Close the browser to end this.");
    match browser {
        Browser::Chromium => {
            let profile = tempfile::tempdir()?;
            let mut chromium = Command::new(program);
            chromium.arg(format!("--user-data-dir={}", profile.path().display()));
            chromium.arg(format!("--load-extension={}", extension.display()));
            chromium.args(["--no-first-run", "--no-default-browser-check"]);
            if harness::locate::is_root() {
                chromium.arg("--no-sandbox");
            }
            process::run(chromium.arg(START))
        }
        Browser::Firefox => {
            let npm = Npm::ready(workspace)?;
            let mut web_ext = npm.tool("web-ext");
            web_ext.args(["run", "--no-config-discovery", "--no-reload", "--start-url", START]);
            web_ext.arg("--source-dir").arg(extension).arg("--firefox").arg(program);
            process::run(&mut web_ext)
        }
    }
}
