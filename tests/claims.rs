//! What is said as a fact has a row in docs/claims.md, and each row its sentences.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hushroom::guess::{Bits, STRONG_FROM, WEAK_FROM};
use hushroom::room::Recipe;
use serde_json::Value;

const TABLE: &str = include_str!("../docs/claims.md");
const TEXTS: &str = include_str!("../extension/_locales/en/messages.json");

/// The keys of sentences that state no fact, in groups below a line that says what they do instead.
const NO_CLAIM: &str = include_str!("../docs/claims-none.txt");

fn rows() -> Vec<Vec<&'static str>> {
    let rows = TABLE.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| claim"));
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn keys() -> BTreeSet<&'static str> {
    rows().iter().flat_map(|row| row[1].split(' ')).map(|key| key.trim_matches('`')).collect()
}

/// The keys of sentences that state no fact, by group.
fn no_claims() -> Vec<Vec<&'static str>> {
    let groups = NO_CLAIM.split("\n\n").map(|group| group.lines().filter(|line| !line.starts_with('#')));
    groups.map(Iterator::collect).collect()
}

fn texts() -> BTreeMap<String, String> {
    let texts: Value = serde_json::from_str(TEXTS).unwrap();
    let texts = texts.as_object().unwrap().iter();
    texts.map(|(key, text)| (key.clone(), text["message"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn every_sentence_has_a_row_or_is_said_to_need_none() {
    let texts = texts();
    let (said, none) = (keys(), no_claims().concat());
    let decided = |key: &str| said.contains(key) || none.contains(&key);
    let undecided: Vec<_> = texts.keys().filter(|key| !decided(key)).collect();
    assert!(
        undecided.is_empty(),
        "{undecided:?}: a row in docs/claims.md for what states a fact, a line in docs/claims-none.txt for what states none"
    );
    let both: Vec<_> = none.iter().filter(|key| said.contains(*key)).collect();
    assert!(both.is_empty(), "{both:?} have a row in docs/claims.md and stand in docs/claims-none.txt");
    let unknown: Vec<_> = said.iter().chain(&none).filter(|key| !texts.contains_key(**key)).collect();
    assert!(unknown.is_empty(), "{unknown:?} are keys of no sentence");
}

#[test]
fn what_needs_no_row_is_sorted_and_stands_once() {
    let groups = no_claims();
    for group in &groups {
        assert!(group.is_sorted(), "{group:?}");
    }
    let all = groups.concat();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a key stands twice");
}

#[test]
fn every_row_has_its_sentences_a_source_and_a_month() {
    for row in rows() {
        let [claim, keys, source, checked, whom] = row[..] else { panic!("{row:?}") };
        assert!(!claim.is_empty() && source.len() > 10 && !whom.is_empty(), "{claim}");
        assert!(
            keys.split(' ').all(|key| key.len() > 2 && key.starts_with('`') && key.ends_with('`')),
            "{keys}"
        );
        assert_eq!(checked.len(), "2026-11".len(), "{claim}");
    }
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

#[test]
fn a_strong_name_is_nowhere_called_safe() {
    for (language, safe) in SAFE {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales").join(language);
        let said: Value =
            serde_json::from_str(&fs::read_to_string(file.join("messages.json")).unwrap()).unwrap();
        for (key, _) in texts().iter().filter(|(_, english)| english.to_lowercase().contains("strong")) {
            let text = said[key]["message"].as_str().unwrap().to_lowercase();
            assert!(!safe.iter().any(|word| text.contains(word)), "{language}: {key}: {text}");
        }
    }
}

/// What pages say of the thresholds, which one line of the judge moves: the page, and its sentence with a gap for each
/// number. `UPDATE=1` before the command of the tests fills in the judge's.
const THRESHOLDS: [(&str, &[&str], &[Bits]); 4] = [
    (
        "docs/guessing.md",
        &["Guessable is below ", " bits, strong begins at ", "."],
        &[WEAK_FROM, STRONG_FROM],
    ),
    ("docs/architecture.md", &["bits cut at ", " and ", " |"], &[WEAK_FROM, STRONG_FROM]),
    (
        "docs/measuring.md",
        &["guessable below ", " bits, weak below ", ", else strong"],
        &[WEAK_FROM, STRONG_FROM],
    ),
    ("docs/guess-model.md", &["a name is *guessable*, from ", " on *strong*"], &[STRONG_FROM]),
];

/// The text with the numbers between the parts of its sentence replaced by those of the judge; nothing, if it has no such
/// sentence.
fn with_thresholds(text: &str, parts: &[&str], numbers: &[Bits]) -> Option<String> {
    let (before, mut rest) = text.split_once(parts[0])?;
    let mut filled = before.to_owned() + parts[0];
    for (number, part) in numbers.iter().zip(&parts[1..]) {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(part)?;
        filled = filled + &number.get().to_string() + part;
    }
    Some(filled + rest)
}

#[test]
fn the_thresholds_are_those_of_the_judge() {
    for (page, parts, numbers) in THRESHOLDS {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        let text = fs::read_to_string(&file).unwrap();
        let right = with_thresholds(&text, parts, numbers);
        assert!(right.is_some(), "{page} has no sentence `{}`", parts.join("N"));
        let right = right.unwrap();
        if std::env::var_os("UPDATE").is_some() {
            fs::write(file, right).unwrap();
        } else {
            assert!(text == right, "{page} has other thresholds than the judge; UPDATE=1 mends it");
        }
    }
    // The extension's sentences have a gap for it.
    let texts: Value = serde_json::from_str(TEXTS).unwrap();
    for key in ["check_bits", "options_strength"] {
        let sentence = texts[key]["message"].as_str().unwrap().replace("$1", "").replace("$2", "");
        assert!(!sentence.contains(|letter: char| letter.is_numeric()), "{key} repeats a number");
    }
}

#[test]
fn the_strength_of_a_room_is_the_same_on_each_page() {
    let bits = format!("{} bits", Recipe::default().bits());
    for page in ["CHANGELOG.md", "docs/claims.md"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
        assert!(text.contains(&bits), "{page} names another strength of a new room than {bits}");
    }
}

/// The numbers of two digits and more in `text`, however its language writes them; smaller ones are often words.
fn numbers(text: &str) -> BTreeSet<String> {
    let digit = |letter: char| match letter {
        '٠'..='٩' => char::from_digit(u32::from(letter) - u32::from('٠'), 10),
        '۰'..='۹' => char::from_digit(u32::from(letter) - u32::from('۰'), 10),
        _ => letter.is_ascii_digit().then_some(letter),
    };
    let letters: Vec<char> = text.chars().map(|letter| digit(letter).unwrap_or(letter)).collect();
    let (mut found, mut number) = (BTreeSet::new(), String::new());
    for (at, letter) in letters.iter().enumerate() {
        let groups = || letters[at + 1..].iter().take_while(|letter| letter.is_ascii_digit()).count() == 3;
        if letter.is_ascii_digit() {
            number.push(*letter);
        } else if number.is_empty() || !",.٬\u{a0}\u{202f}".contains(*letter) || !groups() {
            found.insert(std::mem::take(&mut number));
        }
    }
    found.insert(number);
    found.into_iter().filter(|number| number.len() >= 2).collect()
}

#[test]
fn a_fact_has_the_same_numbers_in_each_language() {
    let english = texts();
    let mut wrong = Vec::new();
    for folder in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales")).unwrap() {
        let folder = folder.unwrap().path();
        let texts = fs::read_to_string(folder.join("messages.json")).unwrap();
        let texts: Value = serde_json::from_str(&texts).unwrap();
        for key in keys() {
            let here = texts[key]["message"].as_str().unwrap_or_default();
            // A date may stand there in another calendar too.
            if !numbers(here).is_superset(&numbers(&english[key])) {
                wrong.push(format!("{}: {key}: {here}", folder.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
