//! Something to remember and something that is random.

use anyhow::Result;

use crate::accuracy::draw::{capitalised, characters, joined, word_of};
use crate::accuracy::kind::Kind;
use crate::accuracy::lists::Lists;
use crate::accuracy::seen::{BASE36, BASE64URL, DIGITS, HEX, uuid};

pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("mixed", name, draw));
    let word = lists.common("en")?;
    let purpose = word_of("standup weekly board choir lesson therapy interview demo sync party");
    add("purpose and 6 of a-z0-9", joined("-", [purpose.clone(), characters(BASE36, 6)]));
    add("purpose and UUID", joined("-", [purpose.clone(), uuid()]));
    add("purpose and 11 of base64url", joined("-", [purpose, characters(BASE64URL, 11)]));
    add("word and 10 of a-z0-9", joined("-", [word.clone(), characters(BASE36, 10)]));
    add("word and 4 hex digits", joined("-", [word.clone(), characters(HEX, 4)]));
    add("word and 5 of a-z0-9, nothing between", joined("", [word.clone(), characters(BASE36, 5)]));
    add("word and 8 digits", joined("_", [word.clone(), characters(DIGITS, 8)]));
    let two = joined("-", [word.clone(), word.clone()]);
    add("2 words and 6 hex digits", joined("-", [two, characters(HEX, 6)]));
    add("8 of a-z0-9 and word", joined("-", [characters(BASE36, 8), word.clone()]));
    let german = lists.common("de")?.map(capitalised);
    add("German word and 6 of a-z0-9", joined("-", [german, characters(BASE36, 6)]));
    Ok(kinds)
}
