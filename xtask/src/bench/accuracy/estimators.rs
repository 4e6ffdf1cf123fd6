//! The estimators, each asked for the same names.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::bench::versions;
use crate::tools::npm::Npm;
use crate::workspace::{self, Workspace};

/// An estimator of strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Estimator {
    /// This project's.
    Hushroom,
    /// Dropbox's, by which Jitsi Meet judges names.
    Zxcvbn,
    /// Its successor, with its language packs.
    ZxcvbnTs,
    /// Its port to Rust.
    ZxcvbnRust,
}

impl Estimator {
    pub(super) const ALL: [Self; 4] = [Self::Hushroom, Self::Zxcvbn, Self::ZxcvbnTs, Self::ZxcvbnRust];

    /// The head of its column.
    pub(super) fn label(self) -> &'static str {
        static LABELS: LazyLock<[String; 4]> = LazyLock::new(|| {
            [
                "Hushroom".to_owned(),
                versions::npm("zxcvbn", "zxcvbn"),
                versions::npm("zxcvbn-ts", "@zxcvbn-ts/core"),
                versions::rust("zxcvbn for Rust", "zxcvbn"),
            ]
        });
        &LABELS[self as usize]
    }

    /// Of how many of a kind's names it is asked: zxcvbn-ts judges some eight names a second.
    pub(super) fn asked(self, names: usize) -> usize {
        if self == Self::ZxcvbnTs { names.div_ceil(20) } else { names }
    }

    /// What it thinks of `names`, in bits.
    pub(super) fn judge(self, workspace: &Workspace, npm: &Npm, names: &[&str]) -> Result<Vec<f64>> {
        let mut command = match self {
            Self::Hushroom => rust(workspace, "hushroom"),
            Self::ZxcvbnRust => rust(workspace, "zxcvbn"),
            Self::Zxcvbn => javascript(npm, "zxcvbn"),
            Self::ZxcvbnTs => javascript(npm, "zxcvbn-ts"),
        };
        let bits = ask(&mut command, names).with_context(|| format!("{} does not answer", self.label()))?;
        ensure!(bits.len() == names.len(), "{} answered {} of {}", self.label(), bits.len(), names.len());
        Ok(bits)
    }
}

fn rust(workspace: &Workspace, estimator: &str) -> Command {
    let mut cargo = workspace::cargo();
    cargo.args(["run", "--quiet", "--release", "--package", "bench", "--", estimator]);
    cargo.current_dir(workspace.root());
    cargo
}

fn javascript(npm: &Npm, estimator: &str) -> Command {
    let mut node = Command::new("node");
    node.args(["estimate.mjs", estimator]).current_dir(npm.folder());
    node
}

/// Hands a program a JSON array of names and reads the JSON array of their bits.
fn ask(command: &mut Command, names: &[&str]) -> Result<Vec<f64>> {
    let names = serde_json::to_vec(names)?;
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().context("no standard input")?;
    let writer = thread::spawn(move || input.write_all(&names));
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "{command:?} failed ({})", output.status);
    writer.join().map_err(|_| anyhow::anyhow!("the names could not be handed over"))??;
    Ok(serde_json::from_slice(&output.stdout)?)
}
