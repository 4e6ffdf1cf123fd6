//! Natively: this project's estimator and the `zxcvbn` crate, timed by criterion.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Work;
use crate::line::Line;
use crate::{Folders, process, versions};

/// Names a second for both, and milliseconds for long names.
///
/// # Errors
///
/// When the bench cannot be built or does not end with success.
pub fn natively(folders: &Folders, work: &Work) -> Result<Vec<Line>> {
    let file = folders.target.join("bench/work.json");
    fs::create_dir_all(folders.target.join("bench"))?;
    fs::write(&file, json!({"names": work.names, "long": work.long}).to_string())?;
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["bench", "--package", "guessable-lab", "--bench", "native", "--", "--quiet"]);
    process::run(cargo.current_dir(&folders.root).env("HUSHROOM_BENCH_WORK", &file))?;

    let measured = folders.target.join("criterion");
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
