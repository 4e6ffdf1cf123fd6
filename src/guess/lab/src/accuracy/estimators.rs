//! The estimators, each asked for the same names.

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::thread;

use anyhow::{Context, Result, ensure};

use crate::Folders;
use crate::versions;

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

    /// Of how many of a kind's `names` it is asked: zxcvbn-ts judges some eight names a second.
    pub(super) fn asked(self, names: usize) -> usize {
        if self == Self::ZxcvbnTs { names.min(5) } else { names }
    }

    /// What it thinks of `names`, in bits.
    pub(super) fn judge(self, folders: &Folders, names: &[&str]) -> Result<Vec<f64>> {
        let bits = match self {
            Self::Hushroom => names.iter().map(|name| hushroom(name)).collect(),
            Self::ZxcvbnRust => names.iter().map(|name| zxcvbn(name)).collect(),
            Self::Zxcvbn => self.ask(folders, "zxcvbn", names)?,
            Self::ZxcvbnTs => self.ask(folders, "zxcvbn-ts", names)?,
        };
        ensure!(bits.len() == names.len(), "{} answered {} of {}", self.label(), bits.len(), names.len());
        Ok(bits)
    }

    fn ask(self, folders: &Folders, estimator: &str, names: &[&str]) -> Result<Vec<f64>> {
        let mut node = Command::new("node");
        node.args(["estimate.mjs", estimator]).current_dir(&folders.npm);
        ask(&mut node, names).with_context(|| format!("{} does not answer", self.label()))
    }
}

/// Bits by Hushroom's own judge.
#[must_use]
pub fn hushroom(name: &str) -> f64 {
    guessable::assess(name).bits.get()
}

/// Bits by the `zxcvbn` crate, a port of what Jitsi Meet uses.
#[must_use]
pub fn zxcvbn(name: &str) -> f64 {
    zxcvbn::zxcvbn(name, &[]).guesses_log10() * std::f64::consts::LOG2_10
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
