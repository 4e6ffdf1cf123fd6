//! How large what is shipped is, beside zxcvbn.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use harness::Browser;
use serde_json::Value;

use super::report::{Goal, Line};
use crate::build::{self, Profile};
use crate::package::zip;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

const ZXCVBN: &str = "zxcvbn 4.4.2, gzipped";

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
    let zxcvbn = gzipped(&npm.folder().join("node_modules/zxcvbn/dist/zxcvbn.js"))?;
    Ok(vec![
        Line::new("the package for Chromium, zipped", "kB", kilobytes(packed))
            .beside(ZXCVBN, zxcvbn)
            .goal(Goal::AtMost(400.0)),
        Line::new("the judge of names, code and data, gzipped", "kB", gzipped(&judge)?)
            .beside(ZXCVBN, zxcvbn)
            .goal(Goal::AtMost(250.0)),
        Line::new("script in a watched page", "kB", content_scripts(&folder)?).goal(Goal::AtMost(12.0)),
    ])
}

/// The scripts that run in a room's page, in kB.
fn content_scripts(folder: &Path) -> Result<f64> {
    let manifest: Value = serde_json::from_slice(&fs::read(folder.join("manifest.json"))?)?;
    let scripts = manifest["content_scripts"][0]["js"].as_array().context("no content script")?;
    let sizes =
        scripts.iter().filter_map(Value::as_str).map(|script| Ok(fs::read(folder.join(script))?.len()));
    Ok(kilobytes(sizes.sum::<Result<usize>>()?))
}

fn gzipped(file: &Path) -> Result<f64> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&fs::read(file).with_context(|| format!("cannot read {}", file.display()))?)?;
    Ok(kilobytes(gzip.finish()?.len()))
}

// A package has nowhere near 2^52 bytes.
#[expect(clippy::cast_precision_loss)]
fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}
