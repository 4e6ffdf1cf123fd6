//! Names of people, places, months and days of the week, and what meetings are named.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language, spellings};
use super::frequencies;
use super::quoted::list_after;
use guessable::List;

/// Faker's locales, and how many given and family names are taken of each: the commonest of the language.
const LOCALES: &[(&str, usize, usize)] = &[
    ("en_US", 500, 300),
    ("de_DE", 120, 100),
    ("es_ES", 120, 100),
    ("es_MX", 60, 60),
    ("fr_FR", 120, 100),
    ("pt_BR", 100, 80),
    ("it_IT", 100, 80),
    ("nl_NL", 80, 60),
    ("ru_RU", 80, 60),
    ("pl_PL", 80, 60),
    ("cs_CZ", 60, 60),
    ("sv_SE", 80, 60),
    ("tr_TR", 100, 50),
    ("uk_UA", 60, 50),
    ("zh_CN", 30, 60),
    ("id_ID", 80, 60),
    ("ar_SA", 60, 30),
    ("fa_IR", 60, 30),
    ("hi_IN", 80, 60),
    ("fi_FI", 60, 50),
    ("da_DK", 60, 50),
    ("no_NO", 60, 50),
    ("hu_HU", 50, 50),
    ("ro_RO", 50, 50),
    ("el_GR", 50, 40),
    ("he_IL", 50, 40),
    ("hr_HR", 40, 40),
    ("sk_SK", 40, 40),
    ("sl_SI", 40, 40),
    ("bg_BG", 40, 40),
    ("lt_LT", 40, 40),
    ("lv_LV", 40, 40),
    ("et_EE", 40, 40),
    ("ko_KR", 0, 40),
    ("ta_IN", 40, 0),
];

/// How many of the most populous cities are taken.
const CITIES: usize = 900;

/// Enters names of people.
pub(super) fn people(library: &Library, entries: &mut Entries) -> Result<()> {
    for &(locale, given, family) in LOCALES {
        let source = library.text("faker", &format!("faker/providers/person/{locale}/__init__.py"))?;
        let code = match locale.split('_').next() {
            Some("no") => "nb",
            Some("hr") => "sh",
            Some(code) => code,
            None => continue,
        };
        let rank: HashMap<String, usize> = frequencies::words(library, code)
            .unwrap_or_default()
            .into_iter()
            .enumerate()
            .map(|(rank, word)| (word, rank))
            .collect();
        for (field, taken) in [("first_name", given), ("last_name", family)] {
            let mut names: Vec<(usize, String)> = python_lists(&source, field)
                .into_iter()
                .filter(|name| name.chars().all(char::is_alphabetic))
                .map(|name| (rank.get(&name.to_lowercase()).copied().unwrap_or(usize::MAX), name))
                .collect();
            names.sort();
            names.dedup();
            for (_, name) in names.into_iter().take(taken) {
                entries.tag(List::PersonName, language(code), &name);
            }
        }
    }
    Ok(())
}

/// All strings of the lists whose names start with `    FIELD`.
fn python_lists(source: &str, field: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (start, _) in source.match_indices(&format!("\n    {field}")) {
        let line = source[start + 1..].lines().next().unwrap_or_default();
        if line.trim_end().ends_with('(') || line.contains("= (") {
            found.extend(list_after(&source[start + 1..], "= ").unwrap_or_default());
        }
    }
    found
}

/// Enters cities and countries.
pub(super) fn places(library: &Library, entries: &mut Entries) -> Result<()> {
    let cities: Vec<Value> = serde_json::from_slice(&library.bytes("city-timezones", "data/cityMap.json")?)?;
    let mut by_size: Vec<(u64, &str)> = cities
        .iter()
        .filter_map(|city| Some((city.get("pop")?.as_f64()? as u64, city.get("city_ascii")?.as_str()?)))
        .collect();
    by_size.sort_by(|a, b| b.cmp(a));
    for (_, city) in by_size.into_iter().take(CITIES) {
        entries.tag(List::Place, 0, city);
    }
    let unique = library.text("unique-names-generator", "dist/index.modern.js")?;
    for country in list_after(&unique, ",s=")? {
        entries.tag(List::Place, 0, &country);
    }
    Ok(())
}

/// Enters the months and the days of the week.
pub(super) fn calendar(library: &Library, entries: &mut Entries) -> Result<()> {
    let wanted: BTreeMap<String, u8> = frequencies::TAKEN
        .iter()
        .map(|&(code, _)| {
            let locale = match code {
                "nb" => "no",
                "sh" => "hr",
                code => code,
            };
            (format!("main/{locale}/ca-gregorian.json"), language(code))
        })
        .collect();
    for (path, bytes) in library.all("cldr-dates-full", |path| wanted.contains_key(path))? {
        let calendar: Value = serde_json::from_slice(&bytes)?;
        let Some(locale) = calendar["main"].as_object().and_then(|o| o.values().next()) else { continue };
        let gregorian = &locale["dates"]["calendars"]["gregorian"];
        for (list, field) in [(List::Month, "months"), (List::Weekday, "days")] {
            for (context, width) in [("format", "wide"), ("stand-alone", "wide"), ("format", "abbreviated")] {
                let names = gregorian[field][context][width].as_object();
                for name in names.into_iter().flat_map(|o| o.values()).filter_map(Value::as_str) {
                    // Shorter than three letters they would be found in everything.
                    let name = name.trim_end_matches('.');
                    if spellings(name).first().is_some_and(|key| key.len() >= 3) {
                        entries.tag(list, wanted[&path], name);
                    }
                }
            }
        }
    }
    Ok(())
}

/// Enters what meetings are named.
pub(super) fn meetings(entries: &mut Entries) {
    for line in include_str!("meeting.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split_whitespace().peekable();
        let Some(code) = words.next() else { continue };
        let list = if words.next_if_eq(&"!").is_some() { List::MeetingCommon } else { List::Meeting };
        for word in words {
            entries.tag(list, language(code), word);
        }
    }
}
