//! Every sentence that is asked for exists, in every language; every sentence that exists is asked for.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hushroom::guess::Kind;
use hushroom::wordlist::WordList;
use serde_json::Value;

/// What may read in another language as it does in English: names, and what has no words.
const ALIKE: [&str; 12] = [
    // Quotation marks alone.
    "quoted",
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
    "tool_proton_meet",
    "tool_signal",
];

/// The longest description that Chrome's store takes, in characters.
const DESCRIPTION_MAX: usize = 132;

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/_locales")
}

/// The languages that Hushroom speaks, as browsers name their folders, sorted.
fn languages() -> Vec<String> {
    let folders = fs::read_dir(locales()).unwrap();
    let mut languages: Vec<String> =
        folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    languages.sort_unstable();
    languages
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
    let mut texts = files(&root.join("src"), &["rs", "tsv"]);
    texts.extend(
        ["extension", "examples"].iter().flat_map(|folder| files(&root.join(folder), &["html", "js"])),
    );
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
            "Text::of_strength(\"",
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
    for key in Kind::KEYS.iter().filter(|key| **key != Kind::Separator.key()) {
        assert!(known.contains(*key), "{key} is in no language");
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
        .chain(Kind::KEYS.iter().map(|key| (*key).to_owned()))
        .collect();
    let unused: Vec<_> = sentences().into_iter().filter(|key| !asked.contains(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_language_says_everything() {
    let english = messages("en");
    for language in languages() {
        let words = messages(&language);
        assert!(words.keys().eq(english.keys()), "{language}: the keys are not those of English");
        for (key, message) in &words {
            assert!(!message.trim().is_empty(), "{language}: {key} is empty");
            assert_eq!(message.trim(), message, "{language}: {key} has spaces around it");
            assert_eq!(placeholders(message), placeholders(&english[key]), "{language}: {key}");
        }
    }
}

/// The numbers in a message, as they are written there.
fn numbers(message: &str) -> Vec<String> {
    let is_between = |c: char| matches!(c, '.' | ',' | '٬' | ' ' | '\u{a0}' | '\u{202f}');
    let runs = message.split(|c: char| !c.is_numeric() && !is_between(c));
    let runs = runs.map(|run| run.trim_matches(is_between).to_owned());
    runs.filter(|run| !run.is_empty()).collect()
}

/// Whoever reads two of them compares how long guessing takes, and not two attackers.
#[test]
fn names_are_tried_at_one_speed_everywhere() {
    let english = messages("en");
    let tried: Vec<&String> =
        english.iter().filter(|(_, said)| said.contains("names a second")).map(|(key, _)| key).collect();
    assert!(tried.len() > 5, "{tried:?}");
    for language in languages() {
        let words = messages(&language);
        let speed = numbers(&words["reach_day"]);
        assert_eq!(speed.len(), 1, "{language}: {speed:?}");
        for key in &tried {
            assert_eq!(numbers(&words[*key]), speed, "{language}: {key}: {}", words[*key]);
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let english = messages("en");
    for language in languages().into_iter().filter(|language| language != "en") {
        for (key, message) in messages(&language) {
            assert!(
                message != english[&key] || ALIKE.contains(&key.as_str()),
                "{language}: {key} is still in English: {message}"
            );
        }
    }
}

/// Check words are numbers in languages without a list of words, which the sentences about them do not learn when they
/// are drawn.
#[test]
fn check_words_are_called_what_they_are() {
    let numbers: [(&str, &[&str]); 5] = [
        ("ar", &["رقم", "أرقام"]),
        ("fa", &["عدد"]),
        ("ru", &["числ", "чисел"]),
        ("uk", &["числ", "чисел"]),
        ("zh_CN", &["数字"]),
    ];
    let mut without_list = languages();
    without_list.retain(|language| WordList::read_out_in(&messages(language)["language"]).is_none());
    assert_eq!(without_list, numbers.map(|(language, _)| language));
    for (language, forms) in numbers {
        let texts = messages(language);
        for key in [
            "talk_words",
            "talk_words_proof",
            "talk_words_made",
            "talk_words_copied",
            "talk_copy_words",
            "talk_new_words",
            "guests_heading",
            "guests_hint",
            "panel_words",
            "panel_words_how",
            "share_apart",
        ] {
            let is_said = forms.iter().any(|form| texts[key].contains(form));
            assert!(is_said, "{language}: {key}: {}", texts[key]);
        }
    }
}

/// Words that a language has another word for, which is the one that is used.
const NOT_USED: [(&str, &str); 1] = [("es", "ajuste")];

#[test]
fn one_thing_has_one_word() {
    for (language, other) in NOT_USED {
        for (key, message) in messages(language) {
            assert!(!message.to_lowercase().contains(other), "{language}: {key}: {message}");
        }
        let listing = listing(language).into_values().collect::<String>();
        assert!(!listing.to_lowercase().contains(other), "{language}: docs/store");
    }
}

/// Sentences that are one in English and mean two things: "More" of a warning, and more people.
const TWO_THINGS: [&str; 1] = ["More"];

/// A button that is in the popup and in the warning is called the same in both.
#[test]
fn what_is_one_sentence_in_english_is_one_everywhere() {
    let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, message) in messages("en") {
        keys.entry(message).or_default().push(key);
    }
    keys.retain(|message, _| !TWO_THINGS.contains(&message.as_str()));
    for language in languages() {
        let words = messages(&language);
        for same in keys.values() {
            let said: BTreeSet<&str> = same.iter().map(|key| words[key].as_str()).collect();
            assert_eq!(said.len(), 1, "{language}: {same:?}: {said:?}");
        }
    }
}

/// Where a link stands in what is copied: the message, and its gap.
const LINKS: [(&str, &str); 4] =
    [("invitation", "$1"), ("share_invitation", "$1"), ("invitation_instead", "$2"), ("team_message", "$2")];

/// Messengers find the end of a link at a space, and not at every sign: with one too many it is another room.
#[test]
fn nothing_touches_a_link_that_is_copied() {
    for language in languages() {
        let words = messages(&language);
        for (key, gap) in LINKS {
            let (before, after) = words[key].split_once(gap).unwrap();
            let is_seen = before.chars().next_back().is_none_or(|sign| sign.is_whitespace() || sign == '：');
            let is_ended = after.chars().next().is_none_or(char::is_whitespace);
            assert!(is_seen && is_ended, "{language}: {key}: {:?}", words[key]);
        }
    }
}

/// French sets a space before some signs, at which no line may end.
#[test]
fn no_line_of_french_begins_with_a_sign() {
    for (key, message) in messages("fr") {
        for parts in [" ?", " !", " ;", " :", " »", "« ", " %"] {
            assert!(!message.contains(parts), "{key}: {message}");
        }
    }
}

/// What a person is told of passwords is what those who study them advise by now: docs/claims.md names them.
#[test]
fn nobody_is_told_to_change_a_password_regularly() {
    let words = messages("en");
    let told = words.iter().filter(|(_, said)| said.contains("password") && said.contains("regularly"));
    let told: Vec<&str> = told.map(|(key, _)| key.as_str()).collect();
    assert_eq!(told, ["guide_tick_password_how"]);
    assert!(words["guide_tick_password_how"].contains("People used to be told"));
}

#[test]
fn every_language_names_itself_and_fits_the_stores() {
    for language in languages() {
        let words = messages(&language);
        assert_eq!(words["language"], language.replace('_', "-"));
        assert!(words["extension_description"].chars().count() <= DESCRIPTION_MAX, "{language}");
    }
}

/// The parts of a language's file in `docs/store` by their headings.
fn listing(language: &str) -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/store").join(language).with_extension("md");
    let text = fs::read_to_string(&file).unwrap();
    let parts = text.split("\n## ").skip(1).map(|part| part.split_once('\n').unwrap());
    parts.map(|(heading, part)| (heading.to_owned(), part.trim().to_owned())).collect()
}

/// The items of a list, each on one line.
fn items(list: &str) -> Vec<String> {
    let items = format!("\n{list}");
    items.split("\n* ").skip(1).map(one_line).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// By Chrome's store and by Edge's: docs/store/README.md says where that stands.
#[test]
fn every_listing_fits_the_stores() {
    for language in languages() {
        let (listing, words) = (listing(&language), messages(&language));
        assert_eq!(listing["Name"], words["extension_name"], "{language}");
        assert!(words["extension_name"].chars().count() <= 45, "{language}");
        assert_eq!(one_line(&listing["Summary"]), words["extension_description"], "{language}");
        let description =
            listing["Description"].strip_prefix("```text\n").unwrap().strip_suffix("\n```").unwrap();
        assert!((250..=10_000).contains(&description.chars().count()), "{language}");
        // Edge asks to take the other browser's name out. Chromium may stay.
        assert!(!description.contains("Chrome"), "{language}");
        // Chrome's store takes a keyword that stands there more often for spam.
        let lower = description.to_lowercase();
        for keyword in ["jitsi", "skype", "teams", "hangouts", "discord", "zoom", "signal"] {
            assert!(lower.matches(keyword).count() <= 5, "{language}: {keyword}");
        }
        let terms = items(&listing["Search terms"]);
        assert!((1..=7).contains(&terms.len()), "{language}");
        assert!(terms.iter().all(|term| term.chars().count() <= 30), "{language}: {terms:?}");
        assert!(terms.iter().flat_map(|term| term.split(' ')).count() <= 21, "{language}: {terms:?}");
    }
}

#[test]
fn every_listing_gives_a_reason_for_each_permission() {
    let manifest: Value = serde_json::from_str(include_str!("../manifest.json")).unwrap();
    let permissions = manifest["permissions"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    let asked: BTreeSet<String> = permissions
        .map(|name| format!("`{name}`"))
        .chain(["hosts of the content scripts", "optional hosts"].map(str::to_owned))
        .collect();
    for language in languages() {
        let reasons = items(&listing(&language)["Permissions"]);
        let split = |reason: &String| {
            let (name, reason) = reason.split_once(": ").unwrap();
            assert!((20..=1000).contains(&reason.chars().count()), "{language}: {name}");
            name.replace(" (Firefox only)", "").replace(" (Chromium only)", "")
        };
        assert_eq!(reasons.iter().map(split).collect::<BTreeSet<_>>(), asked, "{language}");
    }
}

#[test]
fn every_listing_says_what_is_read_and_its_single_purpose() {
    let english = listing("en");
    for language in languages() {
        let listing = listing(&language);
        assert!(listing.keys().eq(english.keys()), "{language}");
        assert!(listing.values().all(|part| !part.is_empty()), "{language}");
        // Chrome wants to be told of data that never leaves the browser, too.
        let privacy = listing["Description"].rsplit("\n\n").nth(1).unwrap();
        let told = ["meet.jit.si", "Skype", "Teams Free", "Hangouts", "Jitsi"];
        assert!(told.iter().all(|name| privacy.contains(name)), "{language}: {privacy}");
        // And in the product, in the same words.
        assert!(privacy.contains(&messages(&language)["guide_hushroom_reads"]), "{language}");
    }
}
