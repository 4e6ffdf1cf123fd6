//! What "Forget everything" erases is named beside its button: the sentence is held against the table of all that is kept.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::BTreeSet;

use serde_json::Value;

/// The table of what is kept, in the head of the module that decides it.
const TABLE: &str = include_str!("../src/memory/mod.rs");

/// How the sentence names what is kept in the local area under each key of the table. What an organisation has set is no
/// choice of the user's, and stays.
const NAMES: [(&str, &[&str]); 7] = [
    ("a field of", &["settings", "saved servers"]),
    ("tick:NAME", &["ticks in the guide"]),
    ("recent:LINK", &["recent rooms"]),
    ("pinned:LINK", &["pinned"]),
    ("silenced:HASH", &["warnings are off"]),
    ("familiar:HASH", &["smaller"]),
    ("policy", &[]),
];

/// The keys of the table in an area, as they stand there.
fn keys(area: &str) -> Vec<&'static str> {
    let rows = TABLE.lines().filter_map(|line| line.strip_prefix("//! | ")?.strip_prefix(area));
    rows.map(|row| row.trim_start_matches(" | ").split(" | ").next().unwrap()).collect()
}

#[test]
fn the_sentence_beside_the_button_names_all_that_is_kept() {
    let texts: Value = serde_json::from_str(include_str!("../extension/_locales/en/messages.json")).unwrap();
    let said = texts["options_forget_hint"]["message"].as_str().unwrap();
    let mut seen = BTreeSet::new();
    for key in keys("local") {
        let found = NAMES.iter().find(|(part, _)| key.contains(part));
        let (part, names) = found.unwrap_or_else(|| panic!("{key} is kept, and no name for it stands here"));
        seen.insert(part);
        for name in *names {
            assert!(said.contains(name), "{key} is kept, and is not named: {said}");
        }
    }
    assert_eq!(seen.len(), NAMES.len(), "{seen:?}");
}
