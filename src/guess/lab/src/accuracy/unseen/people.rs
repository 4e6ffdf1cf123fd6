//! Names of people.

use anyhow::Result;

use crate::accuracy::draw::{Draw, camel, fixed, joined, number, one_of, word_of};
use crate::accuracy::kind::Kind;
use crate::accuracy::lists::{Lists, unaccented};

/// Of lists in the order of how common a name is, no more than this many are taken.
const NAMES: usize = 1000;

pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("people", name, draw));
    let names = |list: &str| -> Result<Draw> {
        Ok(one_of(lists.other(list)?.into_iter().take(NAMES).map(|name| unaccented(&name))))
    };
    let first = one_of([lists.other("female names")?, lists.other("male names")?].concat());
    let last = names("en lastnames")?;
    add("given name, en", first.clone());
    add("given name and surname, en", joined("-", [first.clone(), last.clone()]));
    add("Dr and a surname, en", camel([fixed("dr"), last.clone()]));
    add("surname and surname, en", joined("-", [last.clone(), last]));
    add("given name and year of birth", joined("", [first.clone(), number(1960, 2009, 4)]));
    let purpose = word_of("call meeting lesson therapy chat room coaching party birthday office");
    add("given name's purpose", camel([first.clone().map(|name| format!("{name}s")), purpose]));
    add("two given names", joined("-and-", [first.clone(), first]));
    add("given name, es", names("es-es firstnames")?);
    add("given name and surname, de", camel([names("de firstnames")?, names("de lastnames")?]));
    add("given name and surname, es", joined("-", [names("es-es firstnames")?, names("es-es lastnames")?]));
    add("given name and surname, fi", camel([names("fi maleFirstnames")?, names("fi lastnames")?]));
    add(
        "given name and surname, pl",
        joined(".", [names("pl femaleFirstnames")?, names("pl femaleLastnames")?]),
    );
    add(
        "given name and surname, nl",
        joined("", [names("nl-be girlsFirstnames")?, names("nl-be lastnames")?]),
    );
    Ok(kinds)
}
