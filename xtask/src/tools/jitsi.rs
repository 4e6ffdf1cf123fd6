//! Jitsi Meet's own parser of addresses, for the tests to ask. Its sources are in the package from npm that makes apps
//! of it; nothing of it is shipped or committed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use data_encoding::HEXLOWER;
use flate2::read::GzDecoder;
use sha2::{Digest as _, Sha256};
use tar::Archive;

use super::npm::{self, Npm};
use crate::process;
use crate::progress::step;
use crate::workspace::Workspace;

/// The package, of the release that Jitsi's own rules in `src/jitsi` were read in.
const PACKAGE: &str = "@jitsi/react-native-sdk@13.2.0";

/// What npm names its file.
const FILE: &str = "jitsi-react-native-sdk-13.2.0.tgz";

/// SHA-256 of that file.
const SHA256: &str = "a16454d077c362ea70caebe4c591188f1ccf5ace986d1afb6eacfffb899bb576";

/// Where the parser is in it.
const SOURCES: &str = "package/react/features/base/util";

/// A script for Node.js that reads addresses as Jitsi does: see `tests/jitsi/parser.js`.
///
/// # Errors
///
/// When the package cannot be had or is not the one that was pinned, or esbuild fails.
pub(crate) fn parser(workspace: &Workspace, npm: &Npm) -> anyhow::Result<PathBuf> {
    let folder = workspace.target().join("jitsi");
    fs::create_dir_all(&folder)?;
    let package = folder.join(FILE);
    if !package.exists() {
        step(&format!("npm pack {PACKAGE} (once, 10 MB)"), || {
            process::output(npm::command().args(["pack", "--silent", PACKAGE]).current_dir(&folder)).map(drop)
        })?;
    }
    unpack(&package, &folder)?;
    let script = folder.join("parser.cjs");
    let mut esbuild = npm.tool("esbuild");
    esbuild
        .arg(workspace.root().join("tests/jitsi/parser.js"))
        .args([
            "--bundle",
            "--platform=node",
            "--resolve-extensions=.web.ts,.ts,.js,.json",
            "--log-level=warning",
        ])
        .arg(format!("--alias:jitsi-meet/uri={}", folder.join("uri.ts").display()))
        .arg(format!("--outfile={}", script.display()))
        .env("NODE_PATH", npm.packages());
    process::output(&mut esbuild)?;
    Ok(script)
}

/// Writes the parser's sources into `folder`.
fn unpack(package: &Path, folder: &Path) -> anyhow::Result<()> {
    let found = HEXLOWER.encode(&Sha256::digest(fs::read(package)?));
    ensure!(
        found == SHA256,
        "{} is not the file it was: its SHA-256 is {found}; delete it to download it again",
        package.display()
    );
    for entry in Archive::new(GzDecoder::new(File::open(package)?)).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        if path.parent() == Some(Path::new(SOURCES)) {
            entry.unpack(folder.join(path.file_name().context("a file without a name")?))?;
        }
    }
    Ok(())
}
