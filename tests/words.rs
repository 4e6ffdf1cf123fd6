//! One thing has one word on the screen: no sentence says what `docs/words.md` says not to say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a page that cannot be read fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// Words that are not said, each with the one that is.
fn not_said() -> Vec<(String, String)> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/words.md")).unwrap();
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |")).skip(1);
    let mut words = Vec::new();
    for row in rows {
        let [word, _, not] = row.split(" | ").collect::<Vec<_>>()[..] else { panic!("{row}") };
        words.extend(not.split(", ").map(|not| (not.to_lowercase(), word.to_owned())));
    }
    words
}

/// Whether `sentence`, in lower case, has `word` in it as one of its words, or as more than one of it.
fn says(sentence: &str, word: &str) -> bool {
    sentence.match_indices(word).any(|(at, _)| {
        let after = &sentence[at + word.len()..];
        let after = after.strip_prefix('s').unwrap_or(after);
        !sentence[..at].ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

#[test]
fn no_sentence_has_another_word_for_the_same_thing() {
    let texts = include_str!("../extension/_locales/en/messages.json");
    let texts: BTreeMap<String, Value> = serde_json::from_str(texts).unwrap();
    let words = not_said();
    assert!(words.len() > 40, "{words:?}");
    let mut wrong = Vec::new();
    for (key, text) in texts {
        let message = text["message"].as_str().unwrap().to_lowercase();
        let said = words.iter().filter(|(not, _)| says(&message, not));
        wrong.extend(said.map(|(not, word)| format!("{key} says “{not}”; the word is “{word}”")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_is_found_by_itself_and_as_one_of_several() {
    assert!(says("ask the host to move", "host") && says("all hosts.", "host"));
    assert!(!says("a ghost is hosted", "host"));
}
