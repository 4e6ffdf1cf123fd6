//! Every sentence that is asked for exists, and every sentence that exists is asked for.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn sentences() -> BTreeSet<String> {
    let words: Value = serde_json::from_str(include_str!("../extension/_locales/en/messages.json")).unwrap();
    words.as_object().unwrap().keys().cloned().collect()
}

/// The texts of all files below `folder` with one of these endings.
fn files(folder: &Path, endings: &[&str]) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            texts.extend(files(&path, endings));
        } else if path.extension().is_some_and(|ending| endings.contains(&ending.to_str().unwrap())) {
            texts.push(fs::read_to_string(&path).unwrap());
        }
    }
    texts
}

fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = files(&root.join("src/browser"), &["rs"]);
    texts.extend(files(&root.join("src/watch"), &["rs", "tsv"]));
    texts.extend(files(&root.join("src/jitsi"), &["rs"]));
    texts.extend(files(&root.join("extension"), &["html", "js"]));
    texts.push(
        fs::read_to_string(root.join("manifest.json")).unwrap().replace("__MSG_", " ").replace("__", " "),
    );
    texts
}

/// What stands between `before` and the next quotation mark, wherever it does.
fn after<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_sentence_that_is_asked_for_exists() {
    let known = sentences();
    for text in sources() {
        for before in [
            "word(\"",
            "Text::new(\"",
            "Text::with(\"",
            "data-text=\"",
            "data-label=\"",
            "data-placeholder=\"",
            "data-title=\"",
            "getMessage(\"",
        ] {
            for key in after(&text, before).filter(|key| !key.starts_with("@@")) {
                assert!(known.contains(key), "{before}{key}\" is in no language");
            }
        }
    }
}

#[test]
fn every_sentence_is_asked_for_somewhere() {
    let asked: BTreeSet<String> = sources()
        .iter()
        .flat_map(|text| {
            text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let unused: Vec<_> = sentences().into_iter().filter(|key| !asked.contains(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}
