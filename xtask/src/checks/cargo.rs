//! The checks that are cargo's.

use std::process::Command;
use std::thread;

use harness::Browser;

use super::runner::Check;
use crate::tools::rust::WASM_TARGET;
use crate::workspace::{self, Workspace};

/// Of the whole workspace, so that nothing is compiled twice for the sake of a feature.
const BROWSER_TESTS: [&str; 4] = ["test", "--workspace", "--test", "browser"];

/// rustfmt has nothing to change.
pub(super) fn format(workspace: &Workspace) -> Check<'static> {
    Check::command("rustfmt", cargo(workspace, &["fmt", "--all", "--check"]))
}

/// clippy has nothing to say of native code and tests.
pub(super) fn lint(workspace: &Workspace) -> Check<'static> {
    let arguments = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    Check::command("clippy", cargo(workspace, &arguments))
}

/// clippy has nothing to say of what only browsers run.
pub(super) fn lint_wasm(workspace: &Workspace) -> Check<'static> {
    let arguments =
        ["clippy", "--package", "hushroom", "--lib", "--target", WASM_TARGET, "--", "-D", "warnings"];
    Check::command("clippy for wasm", cargo(workspace, &arguments))
}

/// Tests that need no browser, and the examples in the documentation.
pub(super) fn native_tests(workspace: &Workspace) -> Check<'static> {
    Check::tests("native tests", cargo(workspace, &["test", "--workspace", "--no-fail-fast"]))
}

/// The documentation builds and all its links lead somewhere.
pub(super) fn documentation(workspace: &Workspace) -> Check<'static> {
    let mut cargo = cargo(workspace, &["doc", "--workspace", "--no-deps", "--document-private-items"]);
    // The documentation is for those who work on the private items.
    cargo.env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links");
    Check::command("documentation", cargo)
}

/// The tests in real browsers, compiled while the browsers are not yet needed.
pub(super) fn compile_browser_tests(workspace: &Workspace) -> Check<'static> {
    Check::command(
        "compiling the browser tests",
        cargo(workspace, &[&BROWSER_TESTS[..], &["--no-run"]].concat()),
    )
}

/// The tests in one real browser.
pub(super) fn browser_tests(workspace: &Workspace, browser: Browser) -> Check<'static> {
    // One more than there are processors: a browser that starts, or a test that waits for a page, leaves one idle.
    let threads = thread::available_parallelism().map_or(2, |processors| processors.get() + 1);
    let (only, together) = (format!("{browser}::"), format!("--test-threads={threads}"));
    let arguments = [&BROWSER_TESTS[..], &["--", &only, &together]].concat();
    Check::tests(&format!("tests in {browser}"), cargo(workspace, &arguments))
}

/// The tests in a real browser that have `name` in their names.
pub(crate) fn browser_test(workspace: &Workspace, browser: Browser, name: &str) -> Command {
    let others = Browser::ALL.into_iter().filter(|other| *other != browser);
    let skipped: Vec<_> = others.flat_map(|other| ["--skip".to_owned(), format!("{other}::")]).collect();
    let mut command = cargo(workspace, &[&BROWSER_TESTS[..], &["--", name]].concat());
    command.args(skipped);
    command
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut cargo = workspace::cargo();
    cargo
        .args(arguments)
        .current_dir(workspace.root())
        .env("CARGO_TERM_COLOR", "never")
        .env("RUST_BACKTRACE", "0");
    cargo
}
