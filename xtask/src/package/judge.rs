//! `cargo xtask npm`: the judge of names as a package of npm, in `dist/npm`, tried out as a user would.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};
use guessable::assess;
use serde_json::{Value, json};

use crate::build::{self, Profile};
use crate::crates::JUDGE_FOR_NPM;
use crate::process;
use crate::progress::step;
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// The suite of names.
const NAMES: &str = include_str!("../../../src/guess/tests/names.md");

/// What is copied into the package, by its path from the top of the checkout.
const COPIED: [&str; 6] = [
    "src/guess/npm/package.json",
    "src/guess/npm/node.js",
    "src/guess/npm/README.md",
    "src/guess/data/SOURCES.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
];

/// Builds the package, and asks it for verdicts.
///
/// # Errors
///
/// When a tool is missing that cannot be installed, or the package does not answer as it should.
pub(crate) fn npm(workspace: &Workspace) -> Result<()> {
    let module = build::module(workspace, JUDGE_FOR_NPM, Profile::Release)?;
    let folder = workspace.dist().join("npm");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let built = [".js", ".d.ts", "_bg.wasm"].map(|end| module.join(format!("{JUDGE_FOR_NPM}{end}")));
    let copied = COPIED.map(|file| workspace.root().join(file));
    for file in built.iter().chain(&copied) {
        let name = file.file_name().context("a file without a name")?;
        fs::copy(file, folder.join(name)).with_context(|| format!("cannot copy {}", file.display()))?;
    }
    step("checking the types of dist/npm", || {
        let mut tsc = Npm::ready(workspace)?.tool("tsc");
        tsc.args(["--ignoreConfig", "--noEmit", "--strict", "--module", "esnext", "--target", "es2022"]);
        tsc.args(["--lib", "es2022,dom", "--types", ""]).arg("src/guess/npm/types.ts");
        process::output(tsc.current_dir(workspace.root())).map(drop)
    })?;
    step("trying dist/npm in Node.js", || {
        let answers = tempfile::NamedTempFile::new()?;
        fs::write(&answers, answers_of_native_code().to_string())?;
        let test = workspace.root().join("src/guess/npm/test.mjs");
        process::run(Command::new("node").arg(test).arg(&folder).arg(answers.path()))
    })
}

/// What native code says of the suite of names: the strength of each and of its parts, in bits.
fn answers_of_native_code() -> Value {
    let names = NAMES.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once("` |")?.0));
    let answers = names.map(|name| {
        let answer = assess(name);
        let parts: Vec<_> = answer.parts.iter().map(|part| (&part.text, part.bits.get())).collect();
        json!({ "name": name, "bits": answer.bits.get(), "parts": parts })
    });
    answers.collect()
}
