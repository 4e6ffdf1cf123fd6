//! Packages of public registries, pinned to the byte, which are downloaded by the registries' own clients.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::process;

/// A registry, by the client that downloads from it.
#[derive(Clone, Copy)]
pub enum Registry {
    /// `pip download`
    PyPi,
    /// `npm pack`
    Npm,
}

/// A package to download.
pub struct Package {
    /// Its name in the registry.
    pub name: &'static str,
    /// The version taken.
    pub version: &'static str,
    /// The registry that has it.
    pub registry: Registry,
    /// The file that the client writes.
    pub file: &'static str,
    /// SHA-256 of that file.
    pub sha256: &'static str,
}

/// Where there is no npm.
const NPM: &str = "please install Node.js with npm: https://nodejs.org/en/download";

/// Where there is no pip.
const PIP: &str =
    "please install Python with pip; on Debian and Ubuntu, type: sudo apt-get install python3-pip";

impl Package {
    /// Downloads it into `directory` unless it is there; gives its file, which is what it was.
    ///
    /// # Errors
    /// When it cannot be downloaded or is another file than the one that was pinned.
    pub fn fetch(&self, directory: &Path) -> Result<PathBuf> {
        fs::create_dir_all(directory)?;
        let path = directory.join(self.file);
        if !path.exists() {
            self.download(directory)?;
        }
        let found = hex(&Sha256::digest(fs::read(&path).with_context(|| self.file.to_owned())?));
        ensure!(
            found == self.sha256,
            "{} is not the file it was: its SHA-256 is {found}; delete it to download it again",
            path.display()
        );
        Ok(path)
    }

    fn download(&self, directory: &Path) -> Result<()> {
        let Self { name, version, .. } = self;
        eprintln!("downloading {name} {version}");
        let (mut command, missing) = match self.registry {
            Registry::PyPi => {
                let mut pip = Command::new("pip");
                pip.args(["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", "."]);
                pip.arg(format!("{name}=={version}"));
                (pip, PIP)
            }
            Registry::Npm => {
                let mut npm = process::npm();
                npm.args(["pack", "--silent"]).arg(format!("{name}@{version}"));
                (npm, NPM)
            }
        };
        process::output(command.current_dir(directory)).map(drop).with_context(|| {
            let what = format!("{name} {version} could not be downloaded");
            if process::succeeds(Command::new(command.get_program()).arg("--version")) {
                what
            } else {
                format!("{what}; {missing}")
            }
        })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
