//! Every sentence that is asked for exists, in every language; every sentence that exists is asked for.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// The languages that Hushroom speaks, as browsers name their folders.
const LANGUAGES: [&str; 10] = ["ar", "de", "en", "es", "fa", "fr", "pt_BR", "ru", "uk", "zh_CN"];

/// What may read in another language as it does in English: names, and what has no words.
const ALIKE: [&str; 9] = [
    "advice_typed",
    "calendar_google",
    "calendar_outlook",
    "direction",
    "extension_name",
    "guide_hangouts",
    "guide_meet",
    "guide_teams_free",
    // "E-mail" is Portuguese too.
    "share_email",
];

/// The longest description that Chrome's store takes, in characters.
const DESCRIPTION_MAX: usize = 132;

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales")
}

/// The messages of a language by their keys.
fn messages(language: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(locales().join(language).join("messages.json")).unwrap();
    let words: Value = serde_json::from_str(&text).unwrap();
    let message = |value: &Value| value["message"].as_str().unwrap().to_owned();
    words.as_object().unwrap().iter().map(|(key, value)| (key.clone(), message(value))).collect()
}

fn sentences() -> BTreeSet<String> {
    messages("en").into_keys().collect()
}

/// What is filled into a message: `$1`, `$2` and so on, each as often as it stands there.
fn placeholders(message: &str) -> Vec<&str> {
    let mut found: Vec<_> =
        message.match_indices('$').map(|(at, _)| &message[at..(at + 2).min(message.len())]).collect();
    found.sort_unstable();
    found
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

#[test]
fn every_language_is_one_that_is_known() {
    let mut found: Vec<_> = fs::read_dir(locales())
        .unwrap()
        .map(|folder| folder.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort_unstable();
    assert_eq!(found, LANGUAGES);
}

#[test]
fn every_language_says_everything() {
    let english = messages("en");
    for language in LANGUAGES {
        let words = messages(language);
        assert!(words.keys().eq(english.keys()), "{language}: the keys are not those of English");
        for (key, message) in &words {
            assert!(!message.trim().is_empty(), "{language}: {key} is empty");
            assert_eq!(message.trim(), message, "{language}: {key} has spaces around it");
            assert_eq!(placeholders(message), placeholders(&english[key]), "{language}: {key}");
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let english = messages("en");
    for language in LANGUAGES.into_iter().filter(|language| *language != "en") {
        for (key, message) in messages(language) {
            assert!(
                message != english[&key] || ALIKE.contains(&key.as_str()),
                "{language}: {key} is still in English: {message}"
            );
        }
    }
}

#[test]
fn every_language_names_itself_and_fits_the_stores() {
    for language in LANGUAGES {
        let words = messages(language);
        assert_eq!(words["language"], language.replace('_', "-"));
        assert!(words["extension_description"].chars().count() <= DESCRIPTION_MAX, "{language}");
    }
}
