//! Browsers and their drivers.

use std::fs;
use std::process::Command;

use anyhow::{Context, bail};
use harness::Browser;
use harness::locate::{self, Program, locate};

use crate::process;
use crate::progress::step;
use crate::workspace::{self, Workspace};

/// The geckodriver to build where there is none: Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";

/// Makes sure that all of `needed` are there.
///
/// # Errors
///
/// When one is not and cannot be installed without asking; with what to type.
pub(crate) fn ready(workspace: &Workspace, needed: &[Program]) -> anyhow::Result<()> {
    let missing = || needed.iter().copied().filter(|program| locate(*program).is_none());
    let packages: Vec<&str> = missing().filter_map(debian_package).collect();
    if !packages.is_empty() {
        install_packages(&packages)?;
    }
    if missing().any(|program| program == Program::Driver(Browser::Firefox)) {
        build_geckodriver(workspace)?;
    }
    match missing().next() {
        None => Ok(()),
        Some(program) => bail!("{} is installed and still not to be found", program.name()),
    }
}

fn debian_package(program: Program) -> Option<&'static str> {
    match program {
        Program::Browser(Browser::Chromium) => Some("chromium"),
        Program::Driver(Browser::Chromium) => Some("chromium-driver"),
        Program::Browser(Browser::Firefox) => Some("firefox-esr"),
        Program::Driver(Browser::Firefox) => None,
    }
}

/// Installs Debian packages where this program is root or may become it without a password.
fn install_packages(packages: &[&str]) -> anyhow::Result<()> {
    let list = packages.join(" ");
    if !process::succeeds(Command::new("apt-get").arg("--version")) {
        let hint = if locate::has_chrome() { CHROME } else { "" };
        bail!("please install {list}, or set CHROMIUM, CHROMEDRIVER or FIREFOX to where they are{hint}");
    }
    let line = format!("sudo apt-get update && sudo apt-get install {list}");
    let sudo = if locate::is_root() {
        None
    } else if process::succeeds(Command::new("sudo").args(["-n", "true"])) {
        Some("sudo")
    } else {
        bail!("please type: {line}");
    };
    let apt_get = |arguments: &[&str]| {
        let mut words = sudo.into_iter().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        let mut command = Command::new(words.next().unwrap_or_default());
        process::output(command.args(words).args(arguments)).with_context(|| format!("please type: {line}"))
    };
    step(&format!("apt-get install {list} (once)"), || {
        apt_get(&["update"])?;
        let install = ["install", "--yes", "--no-install-recommends"];
        apt_get(&[&install, packages].concat()).map(drop)
    })
}

/// Chrome without Chromium is no help, and whoever has it should not wonder.
const CHROME: &str = "; Google Chrome itself has ignored --load-extension since version 137 \
                      (there, load dist/chromium by hand in chrome://extensions)";

fn build_geckodriver(workspace: &Workspace) -> anyhow::Result<()> {
    let root = locate::tools_folder(workspace.target());
    let scratch = root.join("build");
    fs::create_dir_all(&root)?;
    step(&format!("building geckodriver {GECKODRIVER} (once, about two minutes)"), || {
        let mut cargo = workspace::cargo();
        cargo.args(["install", "--locked", "--quiet", "geckodriver", "--version", GECKODRIVER, "--root"]);
        // Away from the workspace's own settings, and from its target directory, which stays free meanwhile.
        cargo.arg(&root).arg("--target-dir").arg(&scratch).current_dir(&root);
        process::output(&mut cargo)?;
        Ok(fs::remove_dir_all(&scratch)?)
    })
}
