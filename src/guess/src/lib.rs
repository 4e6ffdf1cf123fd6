#![doc = include_str!("../README.md")]
//!
//! ## From a name to a verdict
//!
//! 1. The name is folded as Jitsi folds it, and spelled in plain letters (`letters`): one entry of the lexicon
//!    serves "réunion" and "reunion", "встреча" and "vstrecha".
//! 2. Is it one thing as a whole: a UUID, the same thing several times (`whole`, `repeat`)? Or is it something else in
//!    disguise, such as the hash of a known word (`disguises`)?
//! 3. The `models` offer pieces: words, dates, numbers, tokens, what no list has, and what public `generators` make.
//!    `phrase` puts the name together from them in the way that is easiest to describe. `drawn` tells random characters
//!    from what was written, and `said` adds up what that costs an attacker, less where the pieces belong together.
//! 4. Random tokens at its end are set aside; what stands before is a name of its own (`trailing`).
//!
//! The figures that are fitted stand in `constants`, each with its meaning and its range, and the counts that several
//! models share in `costs`; those of one model alone stand with it. The formulas are in `docs/guess-model.md`, what
//! they measured in `docs/measuring.md`.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions, lengths and the numbers of words and lists are small, and the data file says how small"
)]

mod assessment;
mod beside;
mod bits;
mod constants;
mod costs;
mod disguises;
mod drawn;
mod fold;
mod found;
mod generators;
mod grammar;
mod han;
mod judged;
mod kind;
mod languages;
mod letters;
mod lexicon;
#[doc(hidden)]
pub mod lines;
mod lists;
mod models;
mod most;
mod name;
mod parts;
mod phrase;
mod piece;
mod price;
mod repeat;
mod said;

#[cfg(test)]
mod tests;
mod trailing;
pub mod unicode;
mod verdict;
mod whole;

pub use assessment::{Assessment, Part};
pub use bits::Bits;
#[cfg(feature = "fit")]
pub use constants::{ALL as CONSTANTS, set as set_constant};
pub use fold::{decode, fold};
pub use kind::Kind;
pub use lists::List;
pub use parts::suits_names;
pub use verdict::{STRONG_FROM, Verdict, WEAK_FROM};

use beside::{Beside, Side};
use disguises::Undone;
use judged::{Judged, part};
use lexicon::Lexicon;
use name::Name;
use piece::Piece;

/// What the program that makes the lexicon shares with its reader here, so that the two cannot drift apart. Not for
/// others: it changes without notice.
#[doc(hidden)]
pub mod shared {
    pub use crate::languages::{LANGUAGES, RANK_CLASSES, spelling};
    pub use crate::letters::{Speller, Symbol};
    pub use crate::lexicon::format;

    /// The commonest words of a language, by its BCP 47 code: those of the first two classes of frequency.
    #[must_use]
    pub fn words_of(language: &str) -> Vec<String> {
        let mut words = Vec::new();
        crate::Lexicon::get().each(|word, known| {
            let first = known.languages().next();
            if first.is_some_and(|(number, class)| {
                LANGUAGES[usize::from(number)] == language && (1..=2).contains(&class)
            }) {
                words.push(word.to_owned());
            }
        });
        words
    }
}

/// The words that are on `list`, sorted. The whole lexicon is decoded for it, and not kept.
#[must_use]
pub fn words_on(list: List) -> Vec<String> {
    let mut words = Vec::new();
    Lexicon::get().each(|word, known| {
        if known.is_on(list) {
            words.push(word.to_owned());
        }
    });
    words.sort_unstable();
    words
}

/// The word of EFF's large list with this number, from 0 on, in the order of the letters. A hundredth of the lexicon
/// is decoded for it.
#[must_use]
pub fn eff_large_word(number: usize) -> Option<String> {
    Lexicon::get().eff_large(number)
}

/// How many slots there are for the words of `list` that suit names, each of which is in one of them: see
/// [`word_in_slot`]. None for a list that is not drawn from in this way.
#[must_use]
pub fn slots(list: List) -> usize {
    Lexicon::get().slots(list)
}

/// The word of `list` in the slot with this number, from 0 on; most have none. Who draws slots evenly until there is a word
/// in one draws a word evenly, and reads a hundredth of the lexicon for it.
#[must_use]
pub fn word_in_slot(list: List, number: usize) -> Option<String> {
    Lexicon::get().in_slot(list, number)
}

/// How many guesses the room `name` withstands, and why.
///
/// Total: any string of any length gets an answer. `name` may be written as a person types it or as it
/// stands in an address (percent-encoded); two spellings that Jitsi takes for the same room get the same
/// answer.
#[must_use]
pub fn assess(name: &str) -> Assessment {
    let name = Name::new(fold(name)).without_edges();
    verdict_on(&name)
}

/// Judges a folded name: as it stands, or as another with something ordinary beside it, whichever is cheaper.
fn verdict_on(name: &Name) -> Assessment {
    let judged = as_it_stands(name);
    let is_made = |part: &Part| matches!(part.kind, Kind::Generator { .. });
    if judged.verdict == Verdict::Guessable || matches!(&judged.parts[..], [only] if is_made(only)) {
        return judged;
    }
    cheapest_within(name, judged, beside::MOST)
}

/// The cheapest of `judged`, which is the answer for `name`, and of what is left of it without up to `most` ordinary things.
fn cheapest_within(name: &Name, judged: Assessment, most: usize) -> Assessment {
    let mut best = judged;
    if most == 0 {
        return best;
    }
    for side in [Side::Behind, Side::Front] {
        let Some(beside) = Beside::of(name, side) else { continue };
        let rest = as_it_stands(&beside.rest);
        let rest = cheapest_within(&beside.rest, rest, most - 1);
        let bits = rest.bits + Bits::new(f64::from(beside.judged.bits + beside::WHERE + costs::style()));
        if bits < best.bits && rest.parts.iter().all(|part| beside.leaves(part.kind)) {
            let thing = beside.judged.assessment(&beside.thing).parts;
            let parts = if side == Side::Front { [thing, rest.parts] } else { [rest.parts, thing] };
            best = Assessment::new(bits, parts.concat());
        }
    }
    best
}

/// Judges a folded name with all that it has.
fn as_it_stands(name: &Name) -> Assessment {
    if let Some(whole) = whole::recognise(name)
        && whole.description < Judged::new(name).description
    {
        return one_part(name, whole.bits, whole.kind, None);
    }
    if let Some(hashed) = name.folded.strip_prefix("moderated/").and_then(hidden) {
        return encoded(name, hashed);
    }
    let (period, times) = repeat::period(name);
    if times > 1 && period > 1 {
        return repeated(name, &name.prefix(period), times);
    }
    let judged = Judged::new(name);
    if let Some(undone) = disguises::undo(name, judged.description) {
        return encoded(name, undone);
    }
    let tokens = trailing::tokens(name, &judged.pieces);
    if let Some(first) = tokens.last() {
        return with_tokens(name, first.start, &tokens);
    }
    judged.assessment(name)
}

/// What the hash of a moderated meeting hides, as far as that is known.
fn hidden(digits: &str) -> Option<Undone> {
    match disguises::behind(digits) {
        Some(text) => {
            let bits = Judged::new(&Name::new(text.clone())).bits + costs::ENCODED;
            Some(Undone { text, bits })
        }
        None if digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit()) => {
            Some(Undone { text: String::new(), bits: costs::HIDDEN_NAME })
        }
        None => None,
    }
}

/// A name that says the same several times: what it says, and how often.
fn repeated(name: &Name, once: &Name, times: usize) -> Assessment {
    let again = Bits::new(f64::from(costs::AGAIN + libm::log2f(times as f32)));
    let Assessment { bits, mut parts, .. } = Judged::new(once).assessment(once);
    let text = name.folded.strip_prefix(once.folded.as_str()).unwrap_or_default().to_owned();
    parts.push(Part { text, kind: Kind::Repeat, bits: again, decoded: None });
    Assessment::new(bits + again, parts)
}

/// Another name, and random tokens after it: what the name costs, and what the tokens cost.
fn with_tokens(name: &Name, from: usize, tokens: &[Piece]) -> Assessment {
    // One separator joins them: what stands before it is the same name as it would be alone.
    let before = verdict_on(&name.prefix(from.saturating_sub(1)).without_edges());
    let drawn: f32 = tokens.iter().map(|token| token.bits).sum();
    let bits = before.bits + Bits::new(f64::from(drawn + costs::style() + costs::token_in_phrase()));
    let parts = tokens.iter().rev().map(|token| part(name, token));
    Assessment::new(bits, before.parts.into_iter().chain(parts).collect())
}

/// A name that hides another.
fn encoded(name: &Name, undone: Undone) -> Assessment {
    one_part(name, undone.bits, Kind::Encoded, Some(undone.text).filter(|text| !text.is_empty()))
}

fn one_part(name: &Name, bits: f32, kind: Kind, decoded: Option<String>) -> Assessment {
    let bits = Bits::new(f64::from(bits));
    Assessment::new(bits, vec![Part { text: name.folded.clone(), kind, bits, decoded }])
}
