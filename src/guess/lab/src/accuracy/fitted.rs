//! Kinds that only the constants are fitted to: words of every language and list, in every number and style.
//!
//! They are made from the lexicon's own sources, so that no figure is reported of them but when their source was left out.

use anyhow::Result;
use guessable::List;

use super::draw::{Draw, capitalised, characters, joined, number, one_of, times};
use super::kind::Kind;
use super::lists::{COMMON, Lists};
use super::seen::{BASE36, DIGITS};
use crate::lexicon::frequencies::TAKEN;

/// How the words of a name are put together.
const STYLES: [&str; 5] = ["-", "", "Camel", "_", "."];

/// The commonest words that some kinds are drawn from, in this order of languages.
const TOPS: [usize; 4] = [500, 1_000, COMMON, 6_000];

/// Every kind.
pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = languages(lists)?;
    kinds.extend(passphrases(lists)?);
    kinds.extend(generators());
    kinds.extend(people());
    Ok(kinds)
}

/// `count` words in a style.
fn words(count: usize, style: &'static str, word: &Draw) -> Draw {
    match style {
        "Camel" => times(count, "", &word.clone().map(capitalised)),
        between => times(count, between, word),
    }
}

/// Words of each language.
fn languages(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    for (number, (code, _)) in TAKEN.iter().enumerate() {
        // Chinese words of several signs are written without anything between.
        let top = |skipped, count| lists.wordfreq(code, skipped, count);
        let mut add = |count: usize, style: usize, skipped: usize, top_of: usize| -> Result<()> {
            let style = STYLES[style % STYLES.len()];
            let name = format!("words {code} x{count} of {skipped} to {top_of}, {style:?}");
            kinds.push(Kind::new("fitted", name, words(count, style, &top(skipped, top_of)?)));
            Ok(())
        };
        add(1, 0, 2_000, 8_000)?;
        add(2, number, 0, TOPS[number % 4])?;
        add(3, number + 1, 0, TOPS[(number + 1) % 4])?;
        add(4, number + 2, 0, TOPS[(number + 2) % 4])?;
        add(5, number + 3, 0, TOPS[(number + 3) % 4])?;
    }
    Ok(kinds)
}

/// Words of lists for passphrases, and of dictionaries.
fn passphrases(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut sources = Vec::new();
    for file in [
        "eff-long",
        "eff-short",
        "eff-special",
        "fin-kotus",
        "fr-freelang",
        "ger-anlx",
        "ger-long",
        "ger-short",
        "ita-wiki",
        "nor-nb",
        "pt-ipublicis",
        "ptbr-aosp-10k",
        "spa-mich",
        "swe-short",
        "eff_large_de_sample.wordlist",
    ] {
        sources
            .push((format!("xkcdpass {file}"), lists.file("xkcdpass", &format!("xkcdpass/static/{file}"))?));
    }
    for language in [
        "english",
        "french",
        "italian",
        "spanish",
        "portuguese",
        "czech",
        "russian",
        "turkish",
        "korean",
        "japanese",
    ] {
        let file = format!("mnemonic/wordlist/{language}.txt");
        sources.push((format!("BIP39 {language}"), lists.file("mnemonic", &file)?));
    }
    for list in [List::DicewareGerman, List::Slip39] {
        sources.push((format!("list {list:?}"), lists.part(list)?));
    }
    for (number, (name, word)) in sources.iter().enumerate() {
        for count in 2..=5 {
            let style = STYLES[(number + count) % STYLES.len()];
            let kind = format!("{name} x{count}, {style:?}");
            kinds.push(Kind::new("fitted", kind, words(count, style, word)));
        }
    }
    Ok(kinds)
}

/// One word of a list of the lexicon.
fn part(list: List) -> Draw {
    one_of(guessable::words_on(list))
}

/// Words of categories, and what generators put together from such.
fn generators() -> Vec<Kind> {
    let lists: [&[List]; 24] = [
        &[List::Colour, List::Animal],
        &[List::Fruit, List::Vegetable, List::Herb],
        &[List::God, List::Planet],
        &[List::Instrument, List::Profession],
        &[List::Element, List::Element, List::Element],
        &[List::Gem, List::Tree],
        &[List::Bird, List::Flower],
        &[List::Metal, List::Weapon, List::Hero],
        &[List::Country, List::Food],
        &[List::Music, List::Sport],
        &[List::Pokemon],
        &[List::Dog, List::Drink],
        &[List::Myth, List::River],
        &[List::HaikuAdjective, List::Animal],
        &[List::PetAdjective, List::Bird],
        &[List::CoolAdjective, List::CoolAdjective, List::PetName],
        &[List::UniqueAdjective, List::SlugNoun],
        &[List::SlugAdjective, List::FriendlyObject],
        &[List::PetAdverb, List::SlugAdjective, List::SlugNoun],
        &[List::HumanAdjective, List::Animal, List::HumanVerb, List::UniqueAdjective, List::Fish],
        &[List::DockerAdjective, List::UniqueColor, List::SlugNoun],
        &[List::FriendlyPredicate, List::CoolAnimal],
        &[List::Colour, List::SlugNoun, List::Vehicle],
        &[List::JitsiAdverb, List::JitsiAdjective, List::JitsiNoun],
    ];
    let mut kinds = Vec::new();
    for (number, lists) in lists.iter().enumerate() {
        for style in [STYLES[number % 3], STYLES[(number + 1) % 3]] {
            let part =
                |list: &List| if style == "Camel" { part(*list).map(capitalised) } else { part(*list) };
            let between = if style == "Camel" { "" } else { style };
            let all = lists.iter().map(part);
            let Some(draw) = all.reduce(|a, b| joined(between, [a, b])) else { continue };
            let draw = match number % 4 {
                0 => joined(between, [draw, characters(DIGITS, 3)]),
                _ => draw,
            };
            kinds.push(Kind::new("fitted", format!("{:?} {lists:?} {style:?}", lists[0]), draw));
        }
    }
    kinds
}

/// Names of people and places, and tokens behind what people say.
fn people() -> Vec<Kind> {
    let mut kinds = Vec::new();
    let (given, family) = (part(List::GivenName), part(List::FamilyName));
    let (meeting, town) = (part(List::Meeting), part(List::Town));
    for (number, style) in ["-", "", "_"].into_iter().enumerate() {
        let two = joined(style, [given.clone(), family.clone()]);
        let mut add =
            |name: &str, draw| kinds.push(Kind::new("fitted", format!("{name} {style:?} {number}"), draw));
        add("given family", two.clone());
        add("meeting town", joined(style, [meeting.clone(), town.clone()]));
        add("family family", joined(style, [family.clone(), family.clone()]));
        add("given token", joined("-", [given.clone(), characters(BASE36, 6 + number)]));
    }
    let year = number(1960, 2009, 4);
    kinds.push(Kind::new("fitted", "name year", joined("", [given, year])));
    kinds
}
