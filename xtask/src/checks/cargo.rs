//! The checks that are cargo's.

use std::path::PathBuf;
use std::process::Command;
use std::thread;

use anyhow::Context;
use harness::Browser;

use super::runner::{Check, Gate, Tally, watched};
use crate::crates::JUDGE_FOR_NPM;
use crate::process;
use crate::tools::jitsi;
use crate::tools::npm::Npm;
use crate::tools::rust::WASM_TARGET;
use crate::workspace::Workspace;

/// What native checks are of: always the same, so that nothing is compiled twice for the sake of a feature. The judge for
/// JavaScript is for a browser or for Node.js.
const ALL: [&str; 3] = ["--workspace", "--exclude", JUDGE_FOR_NPM];

const BROWSER_TESTS: [&str; 6] = ["test", ALL[0], ALL[1], ALL[2], "--test", "browser"];

/// rustfmt has nothing to change.
pub(super) fn format(workspace: &Workspace) -> Check<'static> {
    Check::command("rustfmt", cargo(workspace, &["fmt", "--all", "--check"]))
}

/// clippy has nothing to say of native code and tests.
pub(super) fn lint(workspace: &Workspace) -> Check<'static> {
    let arguments = [&["clippy"], &ALL[..], &["--all-targets", "--", "-D", "warnings"]].concat();
    Check::command("clippy", cargo(workspace, &arguments))
}

/// clippy has nothing to say of the tests in browsers, which are no target of `--all-targets`.
pub(super) fn lint_browser_tests(workspace: &Workspace) -> Check<'static> {
    let arguments = [&["clippy"], &BROWSER_TESTS[1..], &["--", "-D", "warnings"]].concat();
    Check::command("clippy of the browser tests", cargo(workspace, &arguments))
}

/// clippy has nothing to say of what only browsers run.
pub(super) fn lint_wasm(workspace: &Workspace) -> Check<'static> {
    let packages = ["--package", "hushroom", "--package", JUDGE_FOR_NPM];
    let arguments =
        [&["clippy"], &packages[..], &["--lib", "--target", WASM_TARGET, "--", "-D", "warnings"]].concat();
    Check::command("clippy for wasm", cargo(workspace, &arguments))
}

/// Tests that need no browser, and the examples in the documentation.
pub(super) fn native_tests(workspace: &Workspace) -> Check<'static> {
    let cargo = cargo(workspace, &[&["test"], &ALL[..], &["--no-fail-fast"]].concat());
    Check::tests("native tests", || Ok(cargo))
}

/// Addresses are read as Jitsi's own parser reads them.
pub(super) fn jitsi_parser(workspace: &Workspace, npm: &Npm) -> Check<'static> {
    let (workspace, npm) = (workspace.clone(), npm.clone());
    Check::tests("addresses as Jitsi reads them", move || {
        let script = jitsi::parser(&workspace, &npm)?;
        let arguments = [&["test"], &ALL[..], &["--test", "jitsi_parser", "--", "--ignored"]].concat();
        let mut test = cargo(&workspace, &arguments);
        test.env("HUSHROOM_JITSI_PARSER", script);
        Ok(test)
    })
}

/// The documentation builds and all its links lead somewhere.
pub(super) fn documentation(workspace: &Workspace) -> Check<'static> {
    document("documentation", workspace, &ALL)
}

/// So does that of what only browsers run.
pub(super) fn documentation_for_wasm(workspace: &Workspace) -> Check<'static> {
    document("documentation for wasm", workspace, &["--package", "hushroom", "--target", WASM_TARGET])
}

fn document(name: &str, workspace: &Workspace, of: &[&str]) -> Check<'static> {
    let mut cargo = cargo(workspace, &[&["doc"], of, &["--no-deps", "--document-private-items"]].concat());
    // The documentation is for those who work on the private items.
    cargo.env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links");
    Check::command(name, cargo)
}

/// The tests in real browsers, compiled; opens `program` with the path of what runs them.
pub(super) fn compile_browser_tests(workspace: &Workspace, program: &Gate<PathBuf>) -> Check<'static> {
    let (name, program) = ("compiling the browser tests", program.clone());
    let cargo = cargo(workspace, &[&BROWSER_TESTS[..], &["--no-run"]].concat());
    let root = workspace.root().to_owned();
    Check::new(name, move || {
        program.open(|| {
            let output = watched(name, cargo)?;
            let file = executable(&output).with_context(|| format!("cargo names no program\n{output}"))?;
            Ok(root.join(file))
        })?;
        Ok(Tally::one())
    })
}

/// The path of the test program that cargo has compiled, by what it prints.
fn executable(output: &str) -> Option<&str> {
    let line = output.lines().find_map(|line| line.trim().strip_prefix("Executable "))?;
    Some(line.rsplit_once('(')?.1.trim_end_matches(')'))
}

/// The tests in one real browser, once their `program` is compiled. Not by cargo, which would wait for the checks that
/// it runs meanwhile.
pub(super) fn browser_tests(
    workspace: &Workspace,
    browser: Browser,
    program: &Gate<PathBuf>,
) -> Check<'static> {
    // One more than there are processors: a browser that starts, or a test that waits for a page, leaves one idle. With one
    // more yet nothing was done sooner.
    let threads = thread::available_parallelism().map_or(2, |processors| processors.get() + 1);
    let (program, folder) = (program.clone(), workspace.root().join("tests/browser"));
    Check::tests(&format!("tests in {browser}"), move || {
        let mut tests = Command::new(program.wait()?);
        tests.args([format!("{browser}::"), format!("--test-threads={threads}")]).current_dir(folder);
        // What went wrong is said last, and not above a way through this program's own calls.
        tests.env("RUST_BACKTRACE", "0");
        Ok(tests)
    })
}

/// The tests in a real browser that have `name` in their names.
pub(crate) fn browser_test(workspace: &Workspace, browser: Browser, name: &str) -> Command {
    let others = Browser::ALL.into_iter().filter(|other| *other != browser);
    let skipped: Vec<_> = others.flat_map(|other| ["--skip".to_owned(), format!("{other}::")]).collect();
    let mut command = crate::cargo::command();
    command.args(BROWSER_TESTS).args(["--", name]).args(skipped).current_dir(workspace.root());
    command
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut cargo = process::yielding(&crate::cargo::command());
    cargo
        .args(arguments)
        .current_dir(workspace.root())
        .env("CARGO_TERM_COLOR", "never")
        .env("RUST_BACKTRACE", "0");
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_the_one_that_cargo_names() {
        let output = "   Compiling browser v0.1.0 (/a b/tests/browser)\n  Executable tests.rs (target/debug/deps/browser-0f)\n";
        assert_eq!(executable(output), Some("target/debug/deps/browser-0f"));
        assert_eq!(executable("error: no test target named `browser`"), None);
    }
}
