//! Every file that is named is there, and every file that is there is named.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::bail;
use harness::Browser;
use walkdir::WalkDir;

use super::runner::{Check, Tally};
use crate::build::script;
use crate::workspace::Workspace;

/// Files that the browser, the law or the wasm asks for, though no text names them.
const KNOWN: [&str; 6] = ["manifest.json", "_locales/", "LICENSE", "NOTICE", "icons/danger-", "slips.html"];

/// wasm-bindgen's name for what the module imports, which looks like a file and is an object in
/// `hushroom.js`.
const IMPORTS: &str = "hushroom_bg.js";

/// What a name of a file ends with, where one file names another.
const ENDINGS: [&str; 9] = [".js", ".mjs", ".css", ".html", ".wasm", ".png", ".svg", ".json", ".woff2"];

/// `dist/BROWSER` is neither short of a file nor has one too many.
pub(super) fn complete(workspace: &Workspace, browser: Browser) -> Check<'static> {
    let folder = workspace.dist().join(browser.to_string());
    Check::new(&format!("files of dist/{browser}"), move || {
        let files = files(&folder)?;
        let mut named = BTreeSet::new();
        for file in files.iter().filter(|file| is_text(file)) {
            let text = fs::read_to_string(folder.join(file))?;
            let real = names(&text).filter(|name| !name.ends_with(IMPORTS));
            named.extend(real.map(|name| beside(file, name)));
        }
        let missing: Vec<_> = named.difference(&files).collect();
        let known = |file: &str| KNOWN.iter().any(|known| file.starts_with(known));
        let unnamed: Vec<_> = files.difference(&named).filter(|file| !known(file)).collect();
        if missing.is_empty() && unnamed.is_empty() {
            return Ok(Tally::one());
        }
        bail!("named but not there: {missing:?}; there but named nowhere: {unnamed:?}");
    })
}

/// Maximum size of the scripts that run in every page that is watched, in bytes. Chosen because what keeps a warning in
/// sight and shows it takes 23 kB, whatever a page does to hide it or calls its elements, and what finds a place for it where
/// the page has nothing to press, also where a toolbar slides away, another 5 kB; and because in Firefox the page reaches our shadow
/// root, so that one has to look whether the warning is as it was made, which takes 2 kB. Their names are as in the source.
const CONTENT_SCRIPT: u64 = 31_000;

/// What runs in every page that is watched is small.
pub(super) fn small(workspace: &Workspace, browser: Browser) -> Check<'static> {
    let folder = workspace.dist().join(browser.to_string());
    Check::new(&format!("size of the content script of dist/{browser}"), move || {
        let bytes = script::bytes_in_rooms(&folder)?;
        if bytes == 0 || bytes > CONTENT_SCRIPT {
            bail!("{bytes} bytes, and not up to {CONTENT_SCRIPT}");
        }
        Ok(Tally::one())
    })
}

/// All files below `folder`, by their path from there.
pub(super) fn files(folder: &Path) -> anyhow::Result<BTreeSet<String>> {
    let mut files = BTreeSet::new();
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.insert(entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(files)
}

fn is_text(file: &str) -> bool {
    file == "manifest.json" || [".js", ".css", ".html"].iter().any(|ending| file.ends_with(ending))
}

/// The quoted or bracketed words in `text` that look like the path of a file of ours.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(['"', '\'', '`', '(', ')', '\n']).filter(|word| {
        let path = word.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
        path && ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
    })
}

/// The path of `name`, which `file` names, from the extension's root.
fn beside(file: &str, name: &str) -> String {
    if let Some(absolute) = name.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_every_kind_of_file() {
        let html = "<link rel=\"stylesheet\" href=\"popup.css\"><script type=\"module\" src='./popup.js'>";
        assert_eq!(names(html).collect::<Vec<_>>(), ["popup.css", "./popup.js"]);
        let script = "import { go } from \"./hushroom.js\"; new URL('hushroom_bg.wasm', import.meta.url); window.js = 1;";
        assert_eq!(names(script).collect::<Vec<_>>(), ["./hushroom.js", "hushroom_bg.wasm"]);
        assert_eq!(names("url(icons/a.svg)").collect::<Vec<_>>(), ["icons/a.svg"]);
    }

    #[test]
    fn a_name_is_looked_for_beside_the_file_that_names_it() {
        assert_eq!(beside("popup.html", "./popup.js"), "popup.js");
        assert_eq!(beside("pages/a.html", "../icons/a.svg"), "icons/a.svg");
        assert_eq!(beside("pages/a.html", "/base.css"), "base.css");
    }
}
