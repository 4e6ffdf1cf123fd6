//! Common words of many languages, by the count of film subtitles and not by the lexicon's.

use anyhow::Result;

use crate::accuracy::draw::{Draw, camel, one_of, times};
use crate::accuracy::kind::Kind;
use crate::accuracy::lists::{COMMON, Lists, latin, unaccented};

/// Languages whose names are two words. The lexicon was made with all of them in mind.
const LISTED: [&str; 11] = ["it", "pt", "nl", "pl", "cs", "sv", "tr", "uk", "ar", "fa", "id"];

/// Languages whose names are one word. Nobody asked for them.
const UNLISTED: [&str; 20] = [
    "fi", "hu", "ro", "da", "no", "el", "he", "ca", "sr", "sk", "sl", "lt", "lv", "et", "sq", "af", "eo",
    "bg", "vi", "mk",
];

pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |name: String, draw| kinds.push(Kind::new("words", name, draw));
    for code in LISTED {
        add(format!("2 common words, {code}, hyphen"), times(2, "-", &lists.common(code)?));
    }
    for code in UNLISTED {
        add(format!("1 common word, {code}"), lists.common(code)?);
    }
    for code in ["cs", "pl", "tr", "hu"] {
        let word = spelled(lists, code, unaccented)?;
        add(format!("2 common words, {code}, without accents, capitals"), camel([word.clone(), word]));
    }
    for code in ["ru", "uk", "el", "bg", "hi"] {
        let word = spelled(lists, code, latin)?;
        add(format!("2 common words, {code}, in Latin letters"), times(2, "-", &word));
    }
    for code in ["de", "fr", "es", "fi"] {
        let word = lists.common(code)?;
        add(format!("3 common words, {code}, underscores"), times(3, "_", &word));
    }
    let read = one_of(lists.other("ja wikipedia")?.into_iter().take(COMMON));
    add("2 common words, ja, in Latin letters".into(), times(2, "-", &read));
    let english = lists.common("en")?;
    add("4 common words, en, full stops".into(), times(4, ".", &english));
    add("3 common words, en, nothing between".into(), times(3, "", &english));
    let encyclopedic = one_of(lists.other("en wikipedia")?.into_iter().skip(COMMON).take(18_000));
    add("2 words of rank 2,000 to 20,000 in Wikipedia, en".into(), times(2, "-", &encyclopedic));
    Ok(kinds)
}

fn spelled(lists: &Lists, code: &str, spell: fn(&str) -> String) -> Result<Draw> {
    let words = lists.other(&format!("words {code}"))?;
    let words = words.into_iter().take(COMMON).map(|word| spell(&word));
    Ok(one_of(words.filter(|word| word.len() > 1)))
}
