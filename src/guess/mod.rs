//! How guessable is a name that somebody chose?

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions, lengths and the numbers of words and lists are small, and the data file says how small"
)]

mod assessment;
mod costs;
mod generators;
mod languages;
mod letters;
mod lexicon;
mod lists;
mod models;
mod name;
mod phrase;
mod piece;
mod verdict;
mod whole;

pub use assessment::{Assessment, Part, PartKind};
pub(crate) use lists::List;
pub use verdict::{STRONG_FROM, Verdict, WEAK_FROM};

use crate::Bits;
use lexicon::Lexicon;
use name::Name;
use piece::Kind;

/// The words of a public list, sorted, in plain Latin letters.
pub(crate) fn words_on(list: List) -> Vec<String> {
    Lexicon::get().words_on(list)
}

/// How many guesses the room `name` withstands, and why.
///
/// Total: any string of any length gets an answer. `name` may be written as a person types it or as it
/// stands in an address (percent-encoded); two spellings that Jitsi takes for the same room get the same
/// answer.
#[must_use]
pub fn assess(name: &str) -> Assessment {
    let name = Name::new(crate::jitsi::fold(name));
    let lexicon = Lexicon::get();
    if let Some((bits, kind)) = whole::recognise(&name) {
        return one_part(&name, bits, kind);
    }
    let pieces = phrase::segment(&name, lexicon);
    let mut bits: f32 = pieces.iter().map(|p| p.bits).sum();
    if pieces.iter().filter(|p| p.kind != Kind::Separator).count() > 1 {
        bits += 1.0;
    }
    if let Some(generated) = generators::recognise(&name, lexicon)
        && generated.bits < bits
    {
        return one_part(&name, generated.bits, PartKind::Generator { name: generated.generator.to_owned() });
    }
    let parts = pieces.iter().filter(|p| p.kind != Kind::Separator).map(|piece| Part {
        text: name.text(piece.start, piece.end).to_owned(),
        kind: piece.kind.explain(piece.end - piece.start),
        bits: Bits::new(f64::from(piece.bits)),
    });
    Assessment::new(Bits::new(f64::from(bits)), parts.collect())
}

fn one_part(name: &Name, bits: f32, kind: PartKind) -> Assessment {
    let bits = Bits::new(f64::from(bits));
    Assessment::new(bits, vec![Part { text: name.folded.clone(), kind, bits }])
}
