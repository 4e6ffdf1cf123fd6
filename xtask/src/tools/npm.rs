//! The pinned tools from npm: wasm-opt, esbuild, web-ext, Biome, TypeScript, happy-dom and axe-core, by `package-lock.json` beside this program's
//! `Cargo.toml`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};

use crate::process;
use crate::progress::step;
use crate::workspace::Workspace;

/// The oldest Node.js of each line that all tools run on, as major and minor version; newer lines than the last all
/// do. What web-ext brings along asks for the most: `^20.19.0 || ^22.13.0 || >=24` in the lockfile.
const NODE: [(u32, u32); 3] = [(20, 19), (22, 13), (24, 0)];

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
        Self::installed(
            workspace.npm().to_owned(),
            "wasm-opt, esbuild, web-ext, Biome, TypeScript, happy-dom and axe-core",
        )
    }

    /// Installs what only `cargo xtask bench` needs: other estimators, and word lists.
    ///
    /// # Errors
    ///
    /// As for [`Npm::ready`].
    pub(crate) fn bench(workspace: &Workspace) -> anyhow::Result<Self> {
        Self::installed(workspace.root().join("tests/bench"), "other estimators and word lists")
    }

    /// Installs the rich editors that the browser tests type into.
    ///
    /// # Errors
    ///
    /// As for [`Npm::ready`].
    pub(crate) fn editors(workspace: &Workspace) -> anyhow::Result<Self> {
        Self::installed(workspace.root().join("tests/browser/editors"), "rich editors to type into")
    }

    fn installed(folder: PathBuf, what: &str) -> anyhow::Result<Self> {
        let lock = fs::read(folder.join("package-lock.json"))?;
        let stamp = folder.join("node_modules/.installed-by-this-lock.json");
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(Self { folder });
        }
        node()?;
        step(&format!("npm ci: {what} (once, about half a minute)"), || {
            process::output(
                process::npm()
                    .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
                    .current_dir(&folder),
            )
            .with_context(ask)?;
            fs::write(&stamp, &lock)?;
            Ok(())
        })?;
        Ok(Self { folder })
    }

    /// Where the packages are.
    pub(crate) fn packages(&self) -> PathBuf {
        self.folder.join("node_modules")
    }

    /// A command that runs one of the tools by the name of its program: `wasm-opt`, `tsc` and so on.
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

/// What to do where Node.js or npm is missing or too old.
pub(crate) fn ask() -> String {
    let lines = NODE.map(|(major, minor)| format!("{major}.{minor}")).join(", ");
    format!("Node.js with npm is needed, {lines} or newer: https://nodejs.org/en/download")
}

fn node() -> anyhow::Result<()> {
    let version = process::output(Command::new("node").arg("--version")).with_context(ask)?;
    let version = version.trim();
    if is_new_enough(version) { Ok(()) } else { bail!("Node.js {version} is too old; {}", ask()) }
}

/// Of `v22.13.1`, say. Lines between those of [`NODE`] are odd ones, which nobody keeps up.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.').map(str::parse::<u32>);
    let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else { return false };
    NODE.iter().any(|&(line, from)| major == line && minor >= from)
        || NODE.iter().all(|&(line, _)| major > line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_is_new_enough_by_its_major_and_its_minor_version() {
        for fine in ["v20.19.0", "v20.20.2", "v22.13.0", "v24.0.0", "v25.1.0"] {
            assert!(is_new_enough(fine), "{fine}");
        }
        for old in ["v18.20.4", "v20.18.3", "v21.7.0", "v22.12.0", "v23.11.0", "", "v", "v20"] {
            assert!(!is_new_enough(old), "{old}");
        }
    }

    #[test]
    fn the_manifest_and_the_lockfile_ask_for_the_same_node() {
        let [first, second, last] = NODE.map(|(major, minor)| format!("{major}.{minor}"));
        let range = format!("\"node\": \"^{first}.0 || ^{second}.0 || >={}\"", last.trim_end_matches(".0"));
        assert!(include_str!("../../package.json").contains(&range), "{range}");
        // Its own line there, and that of what asks for it.
        assert!(include_str!("../../package-lock.json").matches(&range).count() > 1, "{range}");
    }
}
