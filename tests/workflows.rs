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
        // What begins with a dot is of this very commit.
        for line in text.lines().filter(|line| line.contains("uses:") && !line.contains("uses: ./")) {
            let (_, pin) = line.split_once('@').unwrap();
            let (hash, version) = pin.split_once(" # v").unwrap_or((pin, ""));
            assert!(hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{file}: {line}");
            assert!(version.starts_with(|digit: char| digit.is_ascii_digit()), "{file}: {line}");
            actions += 1;
        }
    }
    assert!(actions > 0);
}

/// Only the release may write, and only the one job of it, which builds nothing.
#[test]
fn a_workflow_may_read_and_nothing_else_unless_a_job_says_so() {
    for (file, text) in workflows() {
        assert!(text.contains("\npermissions:\n  contents: read\n"), "{file}");
        let (before, publish) = text.split_once("\n  publish:\n").unwrap_or((&text, ""));
        assert!(!before.contains(": write"), "{file}");
        assert_eq!(publish.contains("contents: write"), file == "release.yml", "{file}");
        assert!(!publish.contains("cargo") && !publish.contains("checkout"), "{file}");
    }
}

#[test]
fn a_release_is_tested_built_twice_and_built_on_arm_first() {
    let (_, release) = workflows().find(|(file, _)| file == "release.yml").unwrap();
    for line in ["uses: ./.github/workflows/test.yml\n", "needs: test\n", "needs: [build, arm]\n"] {
        assert!(release.contains(line), "{line}");
    }
    assert_eq!(release.matches("sha256sum --check").count(), 3);
}

#[test]
fn every_job_has_a_name_for_people() {
    for (file, text) in workflows() {
        let (_, jobs) = text.split_once("\njobs:\n").unwrap();
        let lines: Vec<&str> = jobs.lines().collect();
        let is_job = |line: &str| line.starts_with("  ") && !line.starts_with("   ") && line.ends_with(':');
        for pair in lines.windows(2).filter(|pair| is_job(pair[0])) {
            assert!(pair[1].starts_with("    name: "), "{file}: {}", pair[0]);
        }
    }
}

#[test]
fn the_workflow_runs_the_very_checks_that_everybody_runs() {
    let (_, test) = workflows().find(|(file, _)| file == "test.yml").unwrap();
    assert!(test.contains("run: .ci/run\n"));
    let run = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci/run")).unwrap();
    assert!(run.ends_with("cargo xtask test\n"));
}

/// What nobody waits for is run all the same: fuzzing, the browsers of the months to come, the bench.
#[test]
fn what_takes_long_runs_once_a_week() {
    let (_, scheduled) = workflows().find(|(file, _)| file == "scheduled.yml").unwrap();
    assert!(scheduled.contains("\n  schedule:\n"));
    for command in ["cargo xtask fuzz", ".ci/run\n", "cargo xtask bench\n"] {
        assert!(scheduled.contains(&format!("run: {command}")), "{command}");
    }
}
