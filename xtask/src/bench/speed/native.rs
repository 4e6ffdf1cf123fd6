//! Natively: this project's estimator and the `zxcvbn` crate, timed by criterion.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Work;
use crate::bench::report::Line;
use crate::bench::versions;
use crate::process;
use crate::workspace::{self, Workspace};

/// Names a second for both, and milliseconds for long names.
pub(super) fn run(workspace: &Workspace, work: &Work) -> Result<Vec<Line>> {
    let file = workspace.target().join("bench/work.json");
    fs::write(&file, json!({"names": work.names, "long": work.long}).to_string())?;
    let mut cargo = workspace::cargo();
    cargo.args(["bench", "--package", "bench", "--bench", "native", "--", "--quiet"]);
    process::run(cargo.current_dir(workspace.root()).env("HUSHROOM_BENCH_WORK", &file))?;

    let measured = workspace.target().join("criterion");
    let rate = |estimator: &str| -> Result<f64> {
        let nanoseconds = median(&measured.join("names").join(estimator))?;
        Ok(1e9 * work.names.len() as f64 / nanoseconds)
    };
    let names = Line::new("natively: names a second", "", rate("hushroom")?);
    let mut lines = vec![names.beside(&versions::rust("zxcvbn for Rust", "zxcvbn"), rate("zxcvbn")?)];
    for (label, length, _) in &work.long {
        let nanoseconds = median(&measured.join("long").join(format!("{length} of {label}")))?;
        lines.push(Line::new(format!("natively: {length} characters of {label}"), "ms", nanoseconds / 1e6));
    }
    Ok(lines)
}

/// What criterion found last, in nanoseconds.
fn median(folder: &Path) -> Result<f64> {
    let file = folder.join("new/estimates.json");
    let estimates: Value = serde_json::from_slice(&fs::read(&file)?)?;
    estimates["median"]["point_estimate"].as_f64().with_context(|| format!("no median in {}", file.display()))
}
