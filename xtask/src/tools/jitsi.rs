//! Jitsi Meet's own parser of addresses, for the tests to ask. Its sources are in the package from npm that makes apps
//! of it; nothing of it is shipped or committed.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::Context;
use flate2::read::GzDecoder;
use guessable_lab::package::{Package, Registry};
use tar::Archive;

use super::npm::Npm;
use crate::process;
use crate::workspace::Workspace;

/// The package, of the release that Jitsi's own rules in `src/jitsi` were read in. It has 10 MB.
const PACKAGE: Package = Package {
    name: "@jitsi/react-native-sdk",
    version: "13.2.0",
    registry: Registry::Npm,
    file: "jitsi-react-native-sdk-13.2.0.tgz",
    sha256: "a16454d077c362ea70caebe4c591188f1ccf5ace986d1afb6eacfffb899bb576",
};

/// Where the parser is in it.
const SOURCES: &str = "package/react/features/base/util";

/// A script for Node.js that reads addresses as Jitsi does: see `tests/jitsi/parser.js`.
///
/// # Errors
///
/// When the package cannot be had or is not the one that was pinned, or esbuild fails.
pub(crate) fn parser(workspace: &Workspace, npm: &Npm) -> anyhow::Result<PathBuf> {
    let folder = workspace.target().join("jitsi");
    let package = PACKAGE.fetch(&folder)?;
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
    for entry in Archive::new(GzDecoder::new(File::open(package)?)).entries()? {
        let mut entry = entry?;
        let path = entry.path()?.into_owned();
        if path.parent() == Some(Path::new(SOURCES)) {
            entry.unpack(folder.join(path.file_name().context("a file without a name")?))?;
        }
    }
    Ok(())
}
