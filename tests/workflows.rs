//! What runs on other people's machines on our behalf is pinned, and is what everybody can run.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::fs;
use std::path::Path;

fn workflows() -> impl Iterator<Item = (String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/workflows");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read_to_string(file.path()).unwrap()))
}

/// A tag can be moved to other code, a hash cannot.
#[test]
fn every_action_is_pinned_by_its_hash_and_says_its_version() {
    let mut actions = 0;
    for (file, text) in workflows() {
        for line in text.lines().filter(|line| line.contains("uses:")) {
            let (_, pin) = line.split_once('@').unwrap();
            let (hash, version) = pin.split_once(" # v").unwrap_or((pin, ""));
            assert!(hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{file}: {line}");
            assert!(version.starts_with(|digit: char| digit.is_ascii_digit()), "{file}: {line}");
            actions += 1;
        }
    }
    assert!(actions > 0);
}

/// Only the release may write, and only the one job of it.
#[test]
fn a_workflow_may_read_and_nothing_else_unless_a_job_says_so() {
    for (file, text) in workflows() {
        assert!(text.contains("\npermissions:\n  contents: read\n"), "{file}");
        assert_eq!(text.contains(": write"), file == "release.yml", "{file}");
    }
}

#[test]
fn the_workflow_runs_the_very_checks_that_everybody_runs() {
    let (_, test) = workflows().find(|(file, _)| file == "test.yml").unwrap();
    assert!(test.contains("run: .ci/run\n"));
    let run = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/run")).unwrap();
    assert!(run.ends_with("cargo xtask test\n"));
}
