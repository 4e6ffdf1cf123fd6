//! How large what is shipped is, beside zxcvbn.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use harness::Browser;

use crate::build::{self, Profile, script};
use crate::package::zip;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;
use guessable_lab::line::{Goal, Line};
use guessable_lab::versions;

/// What the package is to weigh at most, in kB. Chosen because accuracy is worth more than bytes, up to what a slow line
/// brings in a minute.
const PACKAGE: f64 = 1000.0;

/// What the judge is to weigh at most, code and data, in kB: three fifths of the package.
const JUDGE: f64 = 600.0;

/// Builds everything, and weighs it.
///
/// # Errors
///
/// When something cannot be built or read.
pub(super) fn run(workspace: &Workspace) -> Result<Vec<Line>> {
    let npm = Npm::bench(workspace)?;
    build::build(workspace, Profile::Release)?;
    let folder = workspace.dist().join(Browser::Chromium.to_string());
    let packed = zip::pack(&folder)?.len();
    let judge = build::module(workspace, "bench", Profile::Release)?.join("bench_bg.wasm");
    let script = script::bytes_in_rooms(&folder)?;
    let zxcvbn = gzipped(&npm.folder().join("node_modules/zxcvbn/dist/zxcvbn.js"))?;
    let peer = format!("{}, gzipped", versions::zxcvbn());
    Ok(vec![
        Line::new("the package for Chromium, zipped", "kB", kilobytes(packed as u64))
            .beside(&peer, zxcvbn)
            .goal(Goal::AtMost(PACKAGE)),
        Line::new("the judge of names, code and data, gzipped", "kB", gzipped(&judge)?)
            .beside(&peer, zxcvbn)
            .goal(Goal::AtMost(JUDGE)),
        Line::new("script in a watched page", "kB", kilobytes(script)).goal(Goal::AtMost(12.0)),
    ])
}

fn gzipped(file: &Path) -> Result<f64> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&fs::read(file).with_context(|| format!("cannot read {}", file.display()))?)?;
    Ok(kilobytes(gzip.finish()?.len() as u64))
}

// A package has nowhere near 2^52 bytes.
#[expect(clippy::cast_precision_loss)]
fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}
