//! What public packages make names of.

use anyhow::Result;

use crate::accuracy::draw::{camel, characters, joined, number};
use crate::accuracy::kind::Kind;
use crate::accuracy::lists::Lists;
use crate::accuracy::seen::{BASE36, DIGITS};
use guessable::List;

pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = known(lists)?;
    kinds.extend(others(lists)?);
    Ok(kinds)
}

/// Those whose lists the lexicon has.
fn known(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("generators", name, draw));
    let part = |list| lists.part(list);
    add("Docker", joined("_", [part(List::DockerAdjective)?, part(List::DockerSurname)?]));
    let (adjective, animal) = (part(List::UniqueAdjective)?, part(List::UniqueAnimal)?);
    add("unique-names-generator, 2", joined("_", [adjective.clone(), animal.clone()]));
    add("unique-names-generator, 3", camel([adjective, part(List::UniqueColor)?, animal]));
    let human = [part(List::HumanAdjective)?, part(List::HumanNoun)?, part(List::HumanVerb)?];
    add("human-id", camel(human));
    let (predicate, object) = (part(List::FriendlyPredicate)?, part(List::FriendlyObject)?);
    add("friendly-words, 2", joined("-", [predicate.clone(), object.clone()]));
    add("friendly-words, 3", joined("-", [predicate.clone(), predicate, object]));
    let (adverb, adjective, name) = (part(List::PetAdverb)?, part(List::PetAdjective)?, part(List::PetName)?);
    add("petname, 2", joined("-", [adjective.clone(), name.clone()]));
    add("petname, 3", joined("-", [adverb, adjective, name]));
    let (adjective, animal) = (part(List::CoolAdjective)?, part(List::CoolAnimal)?);
    add("coolname, 2", joined("-", [adjective.clone(), animal.clone()]));
    add("coolname, 3", joined("-", [adjective.clone(), adjective, animal]));
    let (adjective, noun) = (part(List::SlugAdjective)?, part(List::SlugNoun)?);
    add("random-word-slugs", joined("-", [adjective.clone(), adjective, noun]));
    Ok(kinds)
}

/// Those whose lists it has not.
fn others(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("generators", name, draw));
    let any = |name| lists.any(name);
    add("moniker", joined("-", [any("moniker adjective")?, any("moniker noun")?]));
    let project = [any("project adjective")?, any("project noun")?, characters(DIGITS, 4)];
    add("project-name-generator, numbered", joined("-", project));
    let word = any("random words")?;
    add("random-words x3", joined("-", [word.clone(), word.clone(), word]));
    let (adjective, noun, verb) = (any("namor adjectives")?, any("namor nouns")?, any("namor verbs")?);
    add("namor, 2", joined("-", [adjective.clone(), noun.clone()]));
    add("namor, 3", joined("-", [adjective, noun.clone(), verb.clone()]));
    add("namor, 2 and salt", joined("-", [noun, verb, characters(BASE36, 5)]));
    let (adjective, animal) = (any("zoo adjective")?, any("zoo animal")?);
    add("zoo-ids", camel([adjective.clone(), adjective, animal]));
    let boring = [any("boring adjective")?, any("boring noun")?, number(1, 9999, 1)];
    add("boring-name-generator, numbered", joined("-", boring));
    let (adjective, animal) = (any("readable adjective")?, any("readable animal")?);
    add("human-readable-ids", joined("-", [adjective, number(2, 100, 1), animal.map(|a| format!("{a}s"))]));
    let (adjective, noun) = (any("silly adjective")?, any("silly noun")?);
    add("sillyname", camel([joined("", [adjective, noun.clone()]), noun]));
    add("superheroes", any("superheroes")?);
    add("2 pokémon", joined("-", [any("pokemon")?, any("pokemon")?]));
    add("dog's name and 3 digits", joined("", [any("dog names")?, characters(DIGITS, 3)]));
    Ok(kinds)
}
