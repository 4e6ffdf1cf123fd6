//! What a word costs: as a word of its languages, or as one on a list where it is cheaper.

use super::costs;
use super::kind::Kind;
use super::languages::{ANY, Languages, RANK_CLASSES};
use super::lexicon::{Lexicon, Word};
use super::lists::{List, Lists};

/// What a word is called for a price, and the languages that it is this word of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Price {
    pub(crate) bits: f32,
    pub(crate) kind: Kind,
    pub(crate) languages: Languages,
}

/// How many classes a word can be of, and none.
const CLASSES: usize = RANK_CLASSES.len() + 2;

/// The lists that make a word cheaper, what a word on one costs, and what it is called.
fn listed() -> [(List, f32, Kind); 9] {
    [
        (List::MeetingCommon, costs::meeting_common(), Kind::Meeting { common: true }),
        (List::Meeting, costs::meeting(), Kind::Meeting { common: false }),
        (List::Weekday, costs::weekday(), Kind::Weekday),
        (List::Month, costs::month(), Kind::Month),
        (List::CommonName, costs::common_name(), Kind::PersonName),
        (List::Place, costs::place(), Kind::Place),
        (List::GivenName, costs::name(), Kind::PersonName),
        (List::FamilyName, costs::name(), Kind::PersonName),
        (List::Town, costs::town(), Kind::Place),
    ]
}

/// Gives the prices of a word that is meant as one on `lists` or none: one for each class of frequency that it has in
/// some languages, and that of the list where it is cheapest.
fn prices_on(word: Word, lists: Lists, give: &mut impl FnMut(Price)) {
    let mut classes = [(0_u8, 0 as Languages); CLASSES];
    let mut of_any = 0;
    for (language, class) in word.languages() {
        if let Some((first, languages)) = classes.get_mut(usize::from(class)) {
            if *languages == 0 {
                *first = language;
            }
            *languages |= 1 << language;
            of_any |= 1 << language;
        }
    }
    for (class, (language, languages)) in (0..).zip(classes) {
        if languages != 0 {
            let kind = if class == 0 { Kind::word(0, 0) } else { Kind::word(language, class) };
            give(Price { bits: costs::word(class), kind, languages });
        }
    }
    if lists.without(Lists::GENERATED) == Lists::NONE {
        return;
    }
    let said_in = if of_any == 0 { ANY } else { of_any };
    let mut best: Option<Price> = None;
    let mut keep = |price: Price| {
        if best.is_none_or(|best| price.bits < best.bits) {
            best = Some(price);
        }
    };
    for (list, bits, kind) in listed() {
        if lists.has(list) {
            let languages = if matches!(kind, Kind::PersonName | Kind::Place) { ANY } else { said_in };
            keep(Price { bits, kind, languages });
        }
    }
    // A category is taken whole.
    for list in lists.categories() {
        let bits = Lexicon::get().bits_of(list) + costs::category();
        let (class, (language, _)) = (0..).zip(classes).find(|(_, (_, l))| *l != 0).unwrap_or_default();
        keep(Price { bits, kind: Kind::word(language, class), languages: said_in });
    }
    if let Some(price) = best {
        give(price);
    }
}

/// The cheapest of what a word is.
pub(crate) fn cheapest(word: Word) -> Price {
    let none = Price { bits: f32::INFINITY, kind: Kind::Unknown, languages: ANY };
    let mut best = none;
    prices_on(word, word.lists(), &mut |price| {
        if price.bits < best.bits {
            best = price;
        }
    });
    if best.bits.is_finite() { best } else { Price { bits: costs::word(0), ..none } }
}

/// Gives the prices of a word of `length` letters that stands alone (`bounded`) or between other letters.
///
/// The abbreviations of days and months, and the shortest words for meetings and names, are found in any letters: "man"
/// is a Monday, "mi" a meeting and "sha" a family name in some language.
pub(crate) fn prices_at(word: Word, length: usize, bounded: bool, give: &mut impl FnMut(Price)) {
    const CALENDAR: Lists = Lists::of(&[List::Month, List::Weekday]);
    const SHORT: Lists = Lists::of(&[
        List::Month,
        List::Weekday,
        List::MeetingCommon,
        List::Meeting,
        List::CommonName,
        List::GivenName,
        List::FamilyName,
        List::Town,
    ]);
    let english = || word.languages().next().is_some_and(|(language, _)| language == 1);
    let without = match length {
        _ if length > costs::ABBREVIATION => Lists::NONE,
        _ if !bounded => SHORT,
        _ if english() => Lists::NONE,
        _ => CALENDAR,
    };
    prices_on(word, word.lists().without(without), give);
}
