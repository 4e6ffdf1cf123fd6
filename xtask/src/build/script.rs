//! Scripts that run in other people's pages: every page that is watched pays for their bytes.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

/// Takes the comments out of the content scripts that `manifest` names, in the extension's `folder`. What is
/// left is as it was written, for whoever reviews it.
pub(super) fn uncomment(folder: &Path, manifest: &Value) -> anyhow::Result<()> {
    let groups = manifest["content_scripts"].as_array().into_iter().flatten();
    for script in groups.filter_map(|group| group["js"].as_array()).flatten().filter_map(Value::as_str) {
        let file = folder.join(script);
        fs::write(&file, without_comments(&fs::read_to_string(&file)?))?;
    }
    Ok(())
}

/// How many bytes of script run in the page of a room, by the manifest of the extension in `folder`.
///
/// # Errors
///
/// When the manifest names no such script or a file cannot be read.
pub(crate) fn bytes_in_rooms(folder: &Path) -> anyhow::Result<u64> {
    let manifest: Value = serde_json::from_slice(&fs::read(folder.join("manifest.json"))?)?;
    let scripts = manifest["content_scripts"][0]["js"].as_array().context("no content script")?;
    let sizes =
        scripts.iter().filter_map(Value::as_str).map(|script| Ok(fs::metadata(folder.join(script))?.len()));
    sizes.sum()
}

/// `script` without the lines that are nothing but a comment. Biome's format gives each line of a comment of
/// several lines its own `*`; code has no line that begins like any of these.
fn without_comments(script: &str) -> String {
    let is_comment = |line: &str| ["//", "/*", "* ", "*/"].iter().any(|mark| line.starts_with(mark));
    let kept = script.lines().filter(|line| !is_comment(line.trim_start()));
    kept.skip_while(|line| line.is_empty()).map(|line| line.to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_code_stays_as_it_was_written() {
        let script = "// What it is.\n//\n// And why.\n\n(() => {\n  /** One line. */\n  const a = 2;\n\n  /**\n   * Some\n   * \
                      more.\n   */\n  const url = `https://b/${a * 2}`; // at the end\n})();\n";
        let kept = "(() => {\n  const a = 2;\n\n  const url = `https://b/${a * 2}`; // at the end\n})();\n";
        assert_eq!(without_comments(script), kept);
    }
}
