//! The pinned tools from npm: wasm-opt, web-ext and Biome, by `package-lock.json` beside this program's
//! `Cargo.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::process;
use crate::progress::step;
use crate::workspace::Workspace;

/// The oldest Node.js that all three tools run on.
const NODE: u32 = 20;

/// The tools, installed.
#[derive(Debug, Clone)]
pub(crate) struct Npm {
    folder: PathBuf,
}

impl Npm {
    /// Installs the tools unless those of the very lockfile are there.
    ///
    /// # Errors
    ///
    /// When Node.js is missing or too old, or `npm ci` fails.
    pub(crate) fn ready(workspace: &Workspace) -> anyhow::Result<Self> {
        Self::installed(workspace.npm().to_owned(), "wasm-opt, web-ext and Biome")
    }

    /// Installs what only `cargo xtask bench` needs: other estimators, and word lists.
    ///
    /// # Errors
    ///
    /// As for [`Npm::ready`].
    pub(crate) fn bench(workspace: &Workspace) -> anyhow::Result<Self> {
        Self::installed(workspace.root().join("tests/bench"), "other estimators and word lists")
    }

    fn installed(folder: PathBuf, what: &str) -> anyhow::Result<Self> {
        let lock = fs::read(folder.join("package-lock.json"))?;
        let stamp = folder.join("node_modules/.installed-by-this-lock.json");
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(Self { folder });
        }
        node()?;
        step(&format!("npm ci: {what} (once, about half a minute)"), || {
            let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
            process::output(npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
            fs::write(&stamp, &lock)?;
            Ok(())
        })?;
        Ok(Self { folder })
    }

    /// A command that runs one of the tools: `wasm-opt`, `web-ext` or `biome`.
    pub(crate) fn tool(&self, name: &str) -> Command {
        let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
        let mut command = Command::new(self.folder.join("node_modules/.bin").join(file));
        command.env("NO_UPDATE_NOTIFIER", "1");
        command
    }

    /// Where `package.json` and `node_modules` are.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the tools are pinned.
    pub(crate) fn lockfile(&self) -> PathBuf {
        self.folder.join("package-lock.json")
    }
}

fn node() -> anyhow::Result<()> {
    let ask = format!("please install Node.js {NODE} or newer with npm: https://nodejs.org/en/download");
    let version = process::output(Command::new("node").arg("--version")).with_context(|| ask.clone())?;
    let major: Option<u32> =
        version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(major) if major >= NODE => Ok(()),
        _ => bail!("Node.js {} is too old; {ask}", version.trim()),
    }
}
