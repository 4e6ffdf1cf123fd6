//! The checks of what is written in the web's languages.

use std::process::Command;

use anyhow::bail;
use harness::Browser;

use super::runner::{Check, Tally};
use crate::tools::npm::Npm;
use crate::workspace::Workspace;

/// Biome has nothing to change in, or to say of, JavaScript, CSS, HTML and JSON.
pub(super) fn format_and_lint(workspace: &Workspace, npm: &Npm) -> Check<'static> {
    let mut biome = npm.tool("biome");
    biome.args(["ci", "--error-on-warnings", "--colors=off"]).current_dir(workspace.root());
    Check::command("Biome", biome)
}

/// The lint that Firefox's store runs finds neither an error nor a warning.
pub(super) fn store_lint(workspace: &Workspace, npm: &Npm) -> Check<'static> {
    let mut web_ext = npm.tool("web-ext");
    web_ext.args(["lint", "--warnings-as-errors", "--no-config-discovery", "--source-dir"]);
    web_ext.arg(workspace.dist().join(Browser::Firefox.to_string()));
    Check::command("web-ext lint", web_ext)
}

/// TypeScript finds nothing wrong in the extension's scripts, by their comments and the types of the messages.
pub(super) fn types(workspace: &Workspace, npm: &Npm) -> Check<'static> {
    let mut tsc = npm.tool("tsc");
    tsc.args(["--project", "extension", "--pretty", "false"]).current_dir(workspace.root());
    Check::command("types of the scripts", tsc)
}

/// The tests of the extension's scripts, which need no browser: each of them counts.
pub(super) fn script_tests(workspace: &Workspace) -> Check<'static> {
    let mut node = Command::new("node");
    node.args(["--test-reporter=tap", "tests/extension/main.js"]).current_dir(workspace.root());
    Check::new("tests of the scripts", move || {
        let output = node.output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let tally = counted(&text);
        if tally == Tally::default() {
            bail!("no test ran\n{text}{}", String::from_utf8_lossy(&output.stderr));
        }
        if tally.failed > 0 || !output.status.success() {
            print!("{text}");
        }
        if !output.status.success() && tally.failed == 0 {
            bail!("node ended with {}", output.status);
        }
        Ok(tally)
    })
}

/// How many tests passed and failed, by the last lines of node's report in the Test Anything Protocol.
fn counted(report: &str) -> Tally {
    let count = |what: &str| {
        let line = report.lines().rev().find_map(|line| line.strip_prefix(what));
        line.and_then(|number| number.trim().parse().ok()).unwrap_or_default()
    };
    Tally { passed: count("# pass "), failed: count("# fail ") + count("# cancelled "), ..Tally::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_node_reports_is_counted() {
        let report = "ok 1 - a\n# a test printed this\nnot ok 2 - b\n1..2\n# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n";
        assert_eq!(counted(report), Tally { passed: 2, failed: 2, ..Tally::default() });
        assert_eq!(counted("Error: cannot find module"), Tally::default());
    }
}
