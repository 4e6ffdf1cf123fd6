//! What people call meetings.

use anyhow::Result;

use super::calendar::day;
use crate::accuracy::draw::{
    Draw, camel, capitalised, characters, either, fixed, joined, number, one_of, times, word_of,
};
use crate::accuracy::kind::Kind;
use crate::accuracy::lists::Lists;
use crate::accuracy::seen::DIGITS;

const PURPOSES: &str = "kickoff huddle debrief onboarding handover briefing roundtable hackathon rehearsal \
    choir band chess knitting gardening parents teachers football running bible prayer volunteers shareholders \
    negotiation audit legal finance research thesis colloquium lab reading physics maths biology history \
    spanish poker trivia wedding funeral reunion supervision grooming incident release roadmap hiring";

pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let word = lists.common("en")?;
    let capital = one_of(lists.other("capitals")?);
    let country = one_of(lists.other("countries")?);
    let mut kinds = of_purposes(&word, &capital);
    let mut add = |name: &str, draw| kinds.push(Kind::new("phrases", name, draw));
    add("the word word", joined("-", [fixed("the"), word.clone(), word.clone()]));
    add("team word weekly", joined("-", [fixed("team"), word.clone(), fixed("weekly")]));
    add("word.word", times(2, ".", &word));
    add("wordWord", joined("", [word.clone(), word.clone().map(capitalised)]));
    add("word and year", joined("", [word.clone(), number(2000, 2029, 4)]));
    add("word and 2 digits", joined("", [word.clone(), characters(DIGITS, 2)]));
    add("word and 4 digits", joined("-", [word.clone(), characters(DIGITS, 4)]));
    add("2 words and 2 digits", camel([word.clone(), word.clone(), characters(DIGITS, 2)]));
    add("2 words and 4 digits", joined("-", [word.clone(), word.clone(), characters(DIGITS, 4)]));
    add("3 words and a digit", joined("_", [word.clone(), word.clone(), word, characters(DIGITS, 1)]));
    add("country and year", joined("-", [country, number(2010, 2029, 4)]));
    add("class", joined("-", [fixed("class"), joined("", [number(1, 13, 1), word_of("a b c d e f")])]));
    let subject =
        word_of("mathe deutsch englisch bio chemie physik geschichte kunst musik sport ethik informatik");
    add("subject and class in German", joined("-", [subject, number(5, 13, 1), word_of("a b c d")]));
    let german = word_of(
        "besprechung sitzung vorstand elternabend teamrunde jourfixe sprechstunde probe chorprobe stammtisch \
         vereinssitzung kaffeeklatsch geburtstag seminar vorlesung",
    );
    add("purpose and date in German", joined("-", [german, day(|(y, m, d)| format!("{d:02}-{m:02}-{y}"))]));
    let spanish = word_of("reunion clase taller asamblea ensayo charla consulta entrevista curso fiesta");
    let weekday = word_of("lunes martes miercoles jueves viernes sabado domingo");
    add("purpose and weekday in Spanish", joined("-", [spanish, weekday]));
    let french =
        word_of("reunion cours atelier conseil repetition entretien formation assemblee apero soutenance");
    add("purpose and number in French", joined("-", [french, number(1, 99, 1)]));
    Ok(kinds)
}

fn of_purposes(word: &Draw, place: &Draw) -> Vec<Kind> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("phrases", name, draw));
    let purpose = word_of(PURPOSES);
    let weekday = word_of("monday tuesday wednesday thursday friday saturday sunday");
    let date = day(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    add("purpose", purpose.clone());
    add("MyPurpose", camel([fixed("my"), purpose.clone()]));
    add("place and purpose", joined("-", [place.clone(), purpose.clone()]));
    add("purpose and weekday", joined("-", [purpose.clone(), weekday]));
    add("purpose and year", joined("", [purpose.clone(), number(2010, 2029, 4)]));
    add("purpose and purpose", camel([purpose.clone(), purpose.clone()]));
    add("purpose and counter", joined("", [purpose.clone(), number(1, 20, 1)]));
    add("purpose and room number", joined("-room-", [purpose.clone(), number(100, 999, 3)]));
    let hour = joined("", [number(1, 12, 1), word_of("am pm")]);
    add("purpose and hour", joined("-", [purpose.clone(), either(vec![hour, number(8, 21, 2)])]));
    add("word, purpose and date", joined("-", [word.clone(), purpose.clone(), date]));
    add("place, purpose and year", joined("_", [place.clone(), purpose, number(2018, 2029, 4)]));
    kinds
}
