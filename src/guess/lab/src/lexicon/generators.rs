//! The word lists of public name generators.

use anyhow::{Context, Result};
use serde_json::Value;

use super::archive::Library;
use super::entries::{Entries, language};
use super::quoted::{list_after, words_between};
use guessable::List;

/// Enters every generator's lists.
pub(super) fn collect(library: &Library, entries: &mut Entries) -> Result<()> {
    each(library, &mut |list, words| {
        entries.list(list, language(language_of(list)), words.iter().map(String::as_str));
    })
}

/// The language of a list.
const fn language_of(list: List) -> &'static str {
    match list {
        List::DicewareGerman => "de",
        List::Bip39French => "fr",
        List::Bip39Italian => "it",
        List::Bip39Spanish => "es",
        List::Bip39Portuguese => "pt",
        List::Bip39Czech => "cs",
        List::Bip39Russian => "ru",
        List::Bip39Turkish => "tr",
        List::Bip39Korean => "ko",
        _ => "en",
    }
}

/// Hands every generator's lists to `enter`, as they are at their source.
pub(crate) fn each(library: &Library, enter: &mut dyn FnMut(List, Vec<String>)) -> Result<()> {
    let jitsi = library.text("@jitsi/js-utils", "dist/random/roomNameGenerator.js")?;
    enter(List::JitsiAdjective, list_after(&jitsi, "const _ADJECTIVE_ =")?);
    enter(List::JitsiNoun, list_after(&jitsi, "const _PLURALNOUN_ =")?);
    enter(List::JitsiVerb, list_after(&jitsi, "const _VERB_ =")?);
    enter(List::JitsiAdverb, list_after(&jitsi, "const _ADVERB_ =")?);

    for (list, name) in
        [(List::EffLarge, "eff-long"), (List::EffShort, "eff-short"), (List::EffSpecial, "eff-special")]
    {
        enter(list, lines(&library.text("xkcdpass", &format!("xkcdpass/static/{name}"))?));
    }
    for (list, name) in [
        (List::Bip39English, "english"),
        (List::Bip39French, "french"),
        (List::Bip39Italian, "italian"),
        (List::Bip39Spanish, "spanish"),
        (List::Bip39Portuguese, "portuguese"),
        (List::Bip39Czech, "czech"),
        (List::Bip39Russian, "russian"),
        (List::Bip39Turkish, "turkish"),
        (List::Bip39Korean, "korean"),
    ] {
        enter(list, lines(&library.text("mnemonic", &format!("mnemonic/wordlist/{name}.txt"))?));
    }
    enter(List::Slip39, lines(&library.text("shamir-mnemonic", "shamir_mnemonic/wordlist.txt")?));
    let german = library.text("dicewarepy", "dicewarepy/wordlists/de-7776-v1-diceware.txt")?;
    // Five dice, and the word.
    let words = german.lines().filter_map(|line| {
        let (dice, word) = line.trim().split_once(char::is_whitespace)?;
        dice.bytes().all(|byte| byte.is_ascii_digit()).then(|| word.trim().to_owned())
    });
    enter(List::DicewareGerman, words.collect());

    let haiku = library.text("haikunator", "dist-node/index.js")?;
    enter(List::HaikuAdjective, list_after(&haiku, "var defaultAdjectives =")?);
    enter(List::HaikuNoun, list_after(&haiku, "var defaultNouns =")?);

    let docker = library.text("names-generator", "names_generator/names.py")?;
    enter(List::DockerAdjective, list_after(&docker, "LEFT: List[str] =")?);
    enter(List::DockerSurname, list_after(&docker, "RIGHT: List[str] =")?);

    let unique = library.text("unique-names-generator", "dist/index.modern.js")?;
    enter(List::UniqueAdjective, list_after(&unique, "var r=")?);
    enter(List::UniqueAnimal, list_after(&unique, ",t=")?);
    enter(List::UniqueColor, list_after(&unique, ",o=[\"amaranth\",")?);

    let human = library.text("human-id", "index.ts")?;
    enter(List::HumanAdjective, list_after(&human, "adjectives: string[] =")?);
    enter(List::HumanNoun, list_after(&human, "nouns: string[] =")?);
    enter(List::HumanVerb, list_after(&human, "verbs: string[] =")?);

    let friendly: Value = serde_json::from_slice(&library.bytes("friendly-words", "generated/words.json")?)?;
    enter(List::FriendlyPredicate, json_list(&friendly, "predicates")?);
    enter(List::FriendlyObject, json_list(&friendly, "objects")?);

    let pet = library.text("petname", "petname/english.py")?;
    enter(List::PetAdverb, list_after(&pet, "adverbs =")?);
    enter(List::PetAdjective, list_after(&pet, "adjectives =")?);
    enter(List::PetName, list_after(&pet, "names =")?);

    let slugs = library.text("random-word-slugs", "words.ts")?;
    enter(List::SlugNoun, words_between(&slugs, "noun: [", "adjective: [")?);
    enter(List::SlugAdjective, words_between(&slugs, "adjective: [", "};")?);

    let cool = |names: &[&str]| -> Result<Vec<String>> {
        let mut words = Vec::new();
        for name in names {
            words.extend(lines(&library.text("coolname", &format!("coolname/data/{name}.txt"))?));
        }
        Ok(words)
    };
    enter(
        List::CoolAdjective,
        cool(&["adjective", "adjective_first", "adjective_near", "noun_adjective", "prefix", "size"])?,
    );
    enter(List::CoolAnimal, cool(&["animal", "animal_breed", "animal_legendary"])?);
    Ok(())
}

/// One word a line, without comments and settings.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#') && !line.contains('='))
        .map(str::to_owned)
        .collect()
}

fn json_list(value: &Value, name: &str) -> Result<Vec<String>> {
    let list = value.get(name).and_then(Value::as_array).with_context(|| name.to_owned())?;
    Ok(list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}
