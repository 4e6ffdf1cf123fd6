//! The checks of what is written in the web's languages.

use harness::Browser;

use super::runner::Check;
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
