//! Programs that no system package provides: built from the Rust package registry, once.

use std::fs;
use std::path::{Path, PathBuf};

use harness::locate::tools_folder;

use crate::progress::step;
use crate::workspace::Workspace;
use crate::{cargo, process};

/// Makes sure that `program` is there in this very `version`, among the tools of the target directory; gives its
/// path. To build it takes `time`.
///
/// # Errors
///
/// When it cannot be built.
pub(crate) fn program(
    workspace: &Workspace,
    program: &str,
    version: &str,
    time: &str,
) -> anyhow::Result<PathBuf> {
    let root = tools_folder(workspace.target());
    let file = root.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if file.exists() && is_installed(&root, program, version) {
        return Ok(file);
    }
    let scratch = root.join(format!("build-{program}"));
    fs::create_dir_all(&root)?;
    step(&format!("building {program} {version} (once, {time})"), || {
        let mut cargo = cargo::command();
        cargo.args(["install", "--locked", "--quiet", program, "--version", version, "--root"]);
        // Away from the workspace's own settings, and from its target directory, which stays free meanwhile.
        cargo.arg(&root).arg("--target-dir").arg(&scratch).current_dir(&root);
        // They wait for others nearly all the time: a browser, a compiler.
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env("CARGO_PROFILE_RELEASE_LTO", "off");
        process::output(&mut cargo)?;
        Ok(fs::remove_dir_all(&scratch)?)
    })?;
    Ok(file)
}

/// Whether cargo's own list of what it has installed in `root` names `program` in this `version`.
fn is_installed(root: &Path, program: &str, version: &str) -> bool {
    let list = fs::read_to_string(root.join(".crates.toml")).unwrap_or_default();
    list.lines().any(|line| line.starts_with(&format!("\"{program} {version} (")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_version_of_a_program_is_not_the_one_that_is_needed() {
        let root = tempfile::tempdir().unwrap();
        assert!(!is_installed(root.path(), "cargo-fuzz", "0.13.2"));
        let list = "[v1]\n\"cargo-fuzz 0.13.2 (registry+https://github.com/rust-lang/crates.io-index)\" = [\"cargo-fuzz\"]\n";
        fs::write(root.path().join(".crates.toml"), list).unwrap();
        assert!(is_installed(root.path(), "cargo-fuzz", "0.13.2"));
        assert!(!is_installed(root.path(), "cargo-fuzz", "0.13.1"));
        assert!(!is_installed(root.path(), "fuzz", "0.13.2"));
    }
}
