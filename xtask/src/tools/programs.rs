//! Browsers and their drivers.

use std::process::Command;

use anyhow::{Context, bail};
use harness::Browser;
use harness::locate::{self, Program, locate};

use crate::process;
use crate::progress::step;
use crate::tools::registry;
use crate::workspace::Workspace;

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
        registry::program(workspace, "geckodriver", GECKODRIVER, "about two minutes")?;
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
        bail!("please install {list}, or set {VARIABLES} to where they are{hint}");
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
        let absent: Vec<&str> = packages.iter().copied().filter(|package| !has_candidate(package)).collect();
        if !absent.is_empty() {
            // Drivers cannot be relied on to steer a snap.
            bail!(
                "this system has no package {}; Ubuntu has browsers as snaps alone: please install Chromium, \
                 chromedriver and Firefox another way and set {VARIABLES} to where they are, or use Debian",
                absent.join(" ")
            );
        }
        let install = ["install", "--yes", "--no-install-recommends"];
        apt_get(&[&install, packages].concat()).map(drop)
    })
}

/// The variables that name programs which are not where they usually are.
const VARIABLES: &str = "CHROMIUM, CHROMEDRIVER, FIREFOX and GECKODRIVER";

/// Whether apt knows a version of `package` that could be installed, by what `apt-cache policy` prints of it.
fn has_candidate(package: &str) -> bool {
    let mut apt_cache = Command::new("apt-cache");
    let policy = process::output(apt_cache.args(["policy", package]).env("LC_ALL", "C"));
    policy.is_ok_and(|policy| names_candidate(&policy))
}

fn names_candidate(policy: &str) -> bool {
    let mut candidates = policy.lines().filter_map(|line| line.trim().strip_prefix("Candidate: "));
    // A package that only leads to a snap says so in its version.
    candidates.any(|version| version != "(none)" && !version.contains("snap"))
}

/// Chrome without Chromium is no help, and whoever has it should not wonder.
const CHROME: &str = "; Google Chrome itself has ignored --load-extension since version 137 \
                      (there, load dist/chromium by hand in chrome://extensions)";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ubuntu_has_only_as_a_snap_cannot_be_installed() {
        assert!(names_candidate("chromium:\n  Installed: (none)\n  Candidate: 142.0.7444.59-1~deb13u1\n"));
        assert!(!names_candidate("firefox-esr:\n  Installed: (none)\n  Candidate: (none)\n"));
        assert!(!names_candidate("chromium-browser:\n  Installed: (none)\n  Candidate: 2:1snap1-0ubuntu2\n"));
        assert!(!names_candidate(""));
    }
}
