//! The first set: the kinds of names that the model was built with.

use anyhow::Result;

use super::draw::{Draw, camel, characters, either, fixed, joined, number, times, word_of};
use super::kind::Kind;
use super::lists::{COMMON, Lists};
use super::unseen::calendar::day;
use guessable::List;

/// Letters and digits.
pub(super) const BASE36: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
/// Letters.
pub(super) const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
/// Digits.
pub(super) const DIGITS: &str = "0123456789";
/// Hexadecimal digits.
pub(super) const HEX: &str = "0123456789abcdef";
/// RFC 4648, section 5.
pub(super) const BASE64URL: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Fifty things that people meet for.
const PURPOSES: &str = "standup meeting retro planning review sync interview lecture seminar yoga party team \
    project class music sales support design dev board budget chat church club committee community consult \
    doctor exam family friends hours lesson marketing office room school sprint study talk test townhall \
    webinar call english demo workshop training kickoff coffee";

/// Every kind of the first set.
pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = random();
    kinds.extend(diceware(lists)?);
    kinds.extend(words(lists)?);
    kinds.extend(dates());
    let part = |list| lists.part(list);
    kinds.push(Kind::new(
        "generator",
        "Jitsi Meet",
        camel([
            part(List::JitsiAdjective)?,
            part(List::JitsiNoun)?,
            part(List::JitsiVerb)?,
            part(List::JitsiAdverb)?,
        ]),
    ));
    kinds.push(Kind::new(
        "generator",
        "haikunator",
        joined("-", [part(List::HaikuAdjective)?, part(List::HaikuNoun)?, characters(DIGITS, 4)]),
    ));
    Ok(kinds)
}

pub(super) fn random() -> Vec<Kind> {
    let alphabets: [(&'static str, &str, &str, &[usize]); 5] = [
        ("random", "a-z0-9", BASE36, &[4, 5, 6, 7, 8, 10, 12, 16, 20, 24]),
        ("random", "a-z", LETTERS, &[4, 6, 8, 10, 12, 16]),
        ("random", "hex", HEX, &[8, 12, 16, 32]),
        ("random", "base64url", BASE64URL, &[6, 8, 11, 16, 22]),
        ("numbers", "digits", DIGITS, &[4, 6, 8, 9, 10, 11, 15]),
    ];
    let mut kinds = Vec::new();
    for (family, label, alphabet, lengths) in alphabets {
        for &length in lengths {
            kinds.push(Kind::new(family, format!("{label} x{length}"), characters(alphabet, length)));
        }
    }
    kinds.push(Kind::new("random", "UUID version 4", uuid()));
    kinds
}

/// RFC 9562, version 4: 122 random bits.
pub(super) fn uuid() -> Draw {
    let group = |count| characters(HEX, count);
    let third = joined("", [fixed("4"), group(3)]);
    let fourth = joined("", [characters("89ab", 1), group(3)]);
    joined("-", [group(8), group(4), third, fourth, group(12)])
}

fn diceware(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let eff = lists.part(List::EffLarge)?;
    for count in 2..=7 {
        let capital = eff.clone().map(super::draw::capitalised);
        for (label, draw) in [
            ("hyphens", times(count, "-", &eff)),
            ("capitals", times(count, "", &capital)),
            ("nothing between", times(count, "", &eff)),
        ] {
            kinds.push(Kind::new("diceware", format!("EFF x{count}, {label}"), draw));
        }
    }
    let english = lists.part(List::Bip39English)?;
    for count in [3, 4, 6, 12] {
        kinds.push(Kind::new("diceware", format!("BIP39 English x{count}"), times(count, "-", &english)));
    }
    let spanish = lists.file("mnemonic", "mnemonic/wordlist/spanish.txt")?;
    kinds.push(Kind::new("diceware", "BIP39 Spanish x4", times(4, "-", &spanish)));
    Ok(kinds)
}

fn words(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |family, name: &str, draw| kinds.push(Kind::new(family, name, draw));
    let top = |code| lists.wordfreq(code, 0, COMMON);
    for code in ["en", "de", "es", "fr", "ru"] {
        add("words", &format!("1 common word, {code}"), top(code)?);
    }
    add("words", "1 common word, Chinese in Latin letters", lists.pinyin()?);
    let rarer = lists.wordfreq("en", COMMON, 18_000)?;
    add("words", "1 word of rank 2,000 to 20,000, en", rarer);
    let en = top("en")?;
    add("words", "2 common words, en, hyphen", times(2, "-", &en));
    add("words", "2 common words, en, capitals", camel([en.clone(), en.clone()]));
    add("words", "3 common words, en, capitals", camel([en.clone(), en.clone(), en]));
    add("words", "2 common words, de, capitals", camel([top("de")?, top("de")?]));
    add("words", "2 common words, es, hyphen", times(2, "-", &top("es")?));
    let word = lists.wordfreq("en", 0, 20_000)?;
    add("mixed", "word and 8 hex digits", joined("-", [word, characters(HEX, 8)]));
    Ok(kinds)
}

pub(super) fn dates() -> Vec<Kind> {
    let day = either(vec![
        day(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        day(|(y, m, d)| format!("{y}{m:02}{d:02}")),
        day(|(y, m, d)| format!("{d:02}{m:02}{y}")),
        day(|(y, m, d)| format!("{d:02}.{m:02}.{y}")),
    ]);
    let purpose = word_of(PURPOSES);
    vec![
        Kind::new("dates", "date of the 2020s, 4 forms", day.clone()),
        Kind::new("dates", "purpose and date", joined("-", [purpose.clone(), day])),
        Kind::new("phrases", "purpose and 3 digits", joined("", [purpose, number(0, 999, 3)])),
    ]
}
