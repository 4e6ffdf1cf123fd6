//! What is said as a fact has a row in docs/claims.md, and each row its sentences.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hushroom::guess::{STRONG_FROM, WEAK_FROM};
use serde_json::Value;

const TABLE: &str = include_str!("../docs/claims.md");
const TEXTS: &str = include_str!("../extension/_locales/en/messages.json");

/// What a sentence states a fact with.
const FACTS: [&str; 21] = [
    "ncrypt",
    "8x8",
    "Microsoft",
    "Google ",
    "Meta ",
    "Zoom",
    "Discord",
    "Hangouts",
    "sign in",
    "listen",
    "study",
    "law enforcement",
    "spyware",
    "network request",
    "a second for",
    "mobile apps",
    "IP address",
    "Signal",
    "Proton",
    "at the bottom",
    "up to about",
];

/// Sentences that name a company or a service and state nothing: headings, labels, and what to do.
const NO_CLAIM: [&str; 21] = [
    "meet_title",
    "teams_title",
    "zoom_title",
    "discord_title",
    "messenger_title",
    "guide_others",
    "guide_teams_free",
    "guide_teams_work",
    "guide_meet",
    "guide_hangouts",
    "calendar_google",
    "skype_if_you_must",
    "guide_skype_checklist",
    "guide_jitsi_send",
    "guide_jitsi_check",
    "guide_tick_name_how",
    "guide_tick_history_how",
    "action_title",
    "unchecked_advice",
    "tool_signal",
    "tool_proton_meet",
];

fn rows() -> Vec<Vec<&'static str>> {
    let rows = TABLE.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| claim"));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn keys() -> BTreeSet<&'static str> {
    rows().iter().flat_map(|row| row[1].split(' ')).map(|key| key.trim_matches('`')).collect()
}

fn texts() -> Vec<(String, String)> {
    let texts: Value = serde_json::from_str(TEXTS).unwrap();
    let texts = texts.as_object().unwrap().iter();
    texts.map(|(key, text)| (key.clone(), text["message"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn every_sentence_with_a_fact_has_a_row() {
    let keys = keys();
    let missing: Vec<String> = texts()
        .into_iter()
        .filter(|(_, text)| FACTS.iter().any(|fact| text.contains(fact)))
        .map(|(key, _)| key)
        .filter(|key| !keys.contains(&**key) && !NO_CLAIM.contains(&&**key))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "docs/claims.md has no row for these");
}

#[test]
fn every_row_has_its_sentences_a_source_and_a_month() {
    let texts: BTreeSet<String> = texts().into_iter().map(|(key, _)| key).collect();
    assert!(
        keys().iter().all(|key| texts.contains(*key)),
        "{:?}",
        keys().difference(&texts.iter().map(String::as_str).collect())
    );
    for row in rows() {
        let [claim, _, source, checked, whom] = row[..] else { panic!("{row:?}") };
        assert!(!claim.is_empty() && source.len() > 10 && !whom.is_empty(), "{claim}");
        assert_eq!(checked.len(), "2026-11".len(), "{claim}");
    }
    assert!(NO_CLAIM.iter().all(|key| texts.contains(*key)));
}

/// What "safe" begins with in each language.
const SAFE: [(&str, &[&str]); 10] = [
    ("ar", &["آمن", "أمان"]),
    ("de", &["sicher"]),
    ("en", &["safe"]),
    ("es", &["segur"]),
    ("fa", &["امن"]),
    ("fr", &["sûr", "sécur"]),
    ("pt_BR", &["segur"]),
    ("ru", &["безопас"]),
    ("uk", &["безпеч"]),
    ("zh_CN", &["安全"]),
];

/// The keys on the buttons of the pages and of the warning.
fn on_buttons() -> BTreeSet<String> {
    let extension = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension");
    let pages = fs::read_dir(extension).unwrap().map(|entry| entry.unwrap().path());
    let pages = pages.filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    let pages: String = pages.map(|path| fs::read_to_string(path).unwrap()).collect();
    let tags = pages.split('<').filter_map(|tag| tag.split('>').next());
    let buttons = tags.filter(|tag| tag.starts_with("button") || tag.contains("class=\"button"));
    let labels = buttons.filter_map(|tag| tag.split("data-text=\"").nth(1)?.split('"').next());
    let warning =
        include_str!("../src/warning/choice.rs").split('"').filter(|key| key.starts_with("warning_"));
    labels.chain(warning).map(str::to_owned).collect()
}

#[test]
fn nothing_is_called_safe_on_a_button() {
    let keys = on_buttons();
    for key in ["copy_link", "open_room", "share_email", "warning_open_safe", "warning_dismiss"] {
        assert!(keys.contains(key), "{key} is on no button that was found");
    }
    for (language, safe) in SAFE {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales").join(language);
        let texts: Value =
            serde_json::from_str(&fs::read_to_string(file.join("messages.json")).unwrap()).unwrap();
        for key in &keys {
            let text = texts[key]["message"].as_str().unwrap().to_lowercase();
            assert!(!safe.iter().any(|word| text.contains(word)), "{language}: {key}: {text}");
        }
    }
}

/// What pages say of the thresholds, which one line of the judge moves.
#[test]
fn the_thresholds_are_those_of_the_judge() {
    let (weak, strong) = (WEAK_FROM.get(), STRONG_FROM.get());
    for (page, sentence) in [
        (
            include_str!("../docs/guessing.md"),
            format!("Guessable is below {weak} bits, strong begins at {strong}."),
        ),
        (include_str!("../docs/architecture.md"), format!("bits cut at {weak} and {strong}")),
        (
            include_str!("../docs/measuring.md"),
            format!("guessable below {weak} bits, weak below {strong}, else strong"),
        ),
        (include_str!("../docs/guess-model.md"), format!("is *guessable*, from {strong} on *strong*")),
    ] {
        assert!(page.contains(&sentence), "{sentence}");
    }
    // The extension's sentences have a gap for it.
    let texts: Value = serde_json::from_str(TEXTS).unwrap();
    for key in ["check_bits", "options_strength"] {
        let sentence = texts[key]["message"].as_str().unwrap().replace("$1", "").replace("$2", "");
        assert!(!sentence.contains(|letter: char| letter.is_numeric()), "{key} repeats a number");
    }
}
