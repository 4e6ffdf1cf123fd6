//! `cargo xtask dev`: from a change to seeing it in seconds.
//!
//! The extension is built without what makes it small, one browser has it, and whenever a source changes it is built
//! and loaded anew. Or one test is run, by a part of its name.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Context;
use harness::Browser;
use harness::locate::{Program, required};
use walkdir::WalkDir;

use crate::build::{self, Profile};
use crate::checks;
use crate::process;
use crate::run;
use crate::tools::npm::Npm;
use crate::tools::programs;
use crate::workspace::Workspace;

/// How long between two looks at the sources, in time. Chosen because nobody notices it beside the seconds of a build.
const LOOK: Duration = Duration::from_millis(300);

/// What the extension is made of.
const SOURCES: [&str; 4] = ["src", "extension", "manifest.json", "Cargo.toml"];

/// Builds, and runs the tests in `browser` whose names hold `test`; without one, shows the extension in `browser` and
/// keeps it as the sources are.
///
/// # Errors
///
/// When the first build fails, or a test; when a browser is missing and cannot be installed.
pub(crate) fn run(workspace: &Workspace, browser: Browser, test: Option<&str>) -> anyhow::Result<()> {
    programs::ready(workspace, &[Program::Browser(browser), Program::Driver(browser)])?;
    build::build(workspace, Profile::Dev)?;
    match test {
        Some(name) => process::run(&mut checks::browser_test(workspace, browser, name)),
        None if run::has_display() => follow(workspace, browser),
        None => run::headless(workspace, browser),
    }
}

/// Opens `browser` and builds whenever a source changes, until the browser is closed.
fn follow(workspace: &Workspace, browser: Browser) -> anyhow::Result<()> {
    let mut window = open(workspace, browser)?;
    let mut seen = times(workspace);
    println!("Change a source, and {browser} has it once it is built. Close the browser to end this.");
    while window.try_wait()?.is_none() {
        thread::sleep(LOOK);
        let now = times(workspace);
        if now != seen {
            seen = now;
            // What does not compile is no reason to stop: the next change may.
            if let Err(error) = build::build(workspace, Profile::Dev) {
                eprintln!("{error:#}");
            }
        }
    }
    Ok(())
}

/// Has web-ext open `browser` with the extension, which it loads anew when a file of it changes.
fn open(workspace: &Workspace, browser: Browser) -> anyhow::Result<Child> {
    let mut web_ext: Command = Npm::ready(workspace)?.tool("web-ext");
    web_ext.args(["run", "--no-config-discovery", "--start-url", run::START, "--source-dir"]);
    web_ext.arg(workspace.dist().join(browser.to_string()));
    let program = required(Program::Browser(browser))?;
    match browser {
        Browser::Chromium => {
            web_ext.arg("--target=chromium").arg("--chromium-binary").arg(program);
            if harness::locate::is_root() {
                web_ext.arg("--args=--no-sandbox");
            }
        }
        Browser::Firefox => {
            web_ext.arg("--firefox").arg(program);
        }
    }
    web_ext.spawn().context("cannot start web-ext")
}

/// When each source was changed last.
fn times(workspace: &Workspace) -> BTreeMap<PathBuf, SystemTime> {
    let files = SOURCES.iter().flat_map(|source| WalkDir::new(workspace.root().join(source)));
    let files = files.filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| Some((entry.path().to_owned(), entry.metadata().ok()?.modified().ok()?)))
        .collect()
}
