//! How guessable is a name that somebody chose?

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions, lengths and the numbers of words and lists are small, and the data file says how small"
)]

mod assessment;
mod costs;
mod generators;
mod hashes;
mod languages;
mod letters;
mod lexicon;
mod lists;
mod models;
mod name;
mod phrase;
mod piece;
mod repeat;
mod structures;
mod verdict;
mod whole;

pub use assessment::{Assessment, Part, PartKind};
pub use verdict::{STRONG_FROM, Verdict, WEAK_FROM};

use crate::Bits;
use lexicon::Lexicon;
use name::Name;
use piece::{Kind, Piece};

/// How many guesses the room `name` withstands, and why.
///
/// Total: any string of any length gets an answer. `name` may be written as a person types it or as it
/// stands in an address (percent-encoded); two spellings that Jitsi takes for the same room get the same
/// answer.
#[must_use]
pub fn assess(name: &str) -> Assessment {
    let name = Name::new(crate::jitsi::fold(name));
    if let Some((bits, kind)) = whole::recognise(&name) {
        return one_part(&name, bits, kind);
    }
    if let Some((bits, text)) = hidden(&name.folded) {
        return one_part(&name, bits, PartKind::Encoded { text });
    }
    let (period, times) = repeat::period(&name);
    if times > 1 && period > 1 {
        return repeated(&name, &judge(&name.prefix(period)), times);
    }
    let judged = judge(&name);
    match structures::decoded(&name) {
        Some(text) => {
            let inner = judge(&Name::new(text.clone()));
            if inner.description + costs::ENCODED_DOUBT < judged.description {
                return one_part(&name, inner.bits + costs::ENCODED, PartKind::Encoded { text });
            }
            judged.assessment(&name)
        }
        None => judged.assessment(&name),
    }
}

/// What a hash hides, as far as that is known, and its bits.
fn hidden(folded: &str) -> Option<(f32, String)> {
    let moderated = folded.strip_prefix("moderated/");
    let digits = moderated.unwrap_or(folded);
    match (hashes::word_behind(digits), moderated) {
        (Some(word), _) => Some((word.bits + costs::ENCODED, word.text.to_owned())),
        (None, Some(_)) if digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit()) => {
            Some((costs::HIDDEN_NAME, String::new()))
        }
        _ => None,
    }
}

/// What the models say of a name.
struct Judged {
    bits: f32,
    /// What it takes to describe the name; see [`phrase`].
    description: f32,
    pieces: Vec<Piece>,
    generator: Option<&'static str>,
}

impl Judged {
    fn assessment(&self, name: &Name) -> Assessment {
        if let Some(generator) = self.generator {
            return one_part(name, self.bits, PartKind::Generator { name: generator.to_owned() });
        }
        Assessment::new(Bits::new(f64::from(self.bits)), self.parts(name))
    }

    fn parts(&self, name: &Name) -> Vec<Part> {
        let pieces = self.pieces.iter().filter(|p| p.kind != Kind::Separator);
        let parts = pieces.map(|piece| Part {
            text: name.text(piece.start, piece.end).to_owned(),
            kind: piece.kind.explain(piece.end - piece.start),
            bits: Bits::new(f64::from(piece.bits)),
        });
        parts.collect()
    }
}

/// Judges a name by its pieces, and as the work of a generator.
fn judge(name: &Name) -> Judged {
    let lexicon = Lexicon::get();
    let phrase::Segmentation { pieces, description } = phrase::segment(name, lexicon);
    let bits = phrase_bits(&pieces);
    // Words that a generator has may also be what a person wrote. Which is right is decided by what it takes to
    // describe the name; but never does a name cost more than the generator's choice.
    match generators::recognise(name, lexicon) {
        Some(made) if made.bits < bits || made.bits + costs::GENERATOR < description => Judged {
            bits: made.bits,
            description: description.min(made.bits + costs::GENERATOR),
            pieces,
            generator: Some(made.generator),
        },
        _ => Judged { bits, description, pieces, generator: None },
    }
}

/// What the pieces cost together.
fn phrase_bits(pieces: &[Piece]) -> f32 {
    let bits: f32 = pieces.iter().map(|p| p.bits).sum();
    let count = pieces.iter().filter(|p| p.kind != Kind::Separator).count();
    if count < 2 {
        return bits;
    }
    let has = |is: fn(Kind) -> bool| pieces.iter().any(|p| is(p.kind));
    if has(|kind| matches!(kind, Kind::Token(_))) {
        bits + costs::STYLE + costs::TOKEN_IN_PHRASE
    } else if has(Kind::is_purpose) {
        bits + costs::STYLE - costs::PHRASE * (count - 1).min(costs::PHRASE_PIECES) as f32
    } else {
        bits + costs::STYLE
    }
}

/// A piece, said several times.
fn repeated(name: &Name, once: &Judged, times: usize) -> Assessment {
    let again = costs::AGAIN + (times as f32).log2();
    let mut parts = once.assessment(&name.prefix(repeat::period(name).0)).parts;
    let said = parts.iter().map(|part| part.text.len()).sum::<usize>().min(name.folded.len());
    let text = name.folded.get(said..).unwrap_or_default().to_owned();
    parts.push(Part { text, kind: PartKind::Repeat, bits: Bits::new(f64::from(again)) });
    Assessment::new(Bits::new(f64::from(once.bits + again)), parts)
}

fn one_part(name: &Name, bits: f32, kind: PartKind) -> Assessment {
    let bits = Bits::new(f64::from(bits));
    Assessment::new(bits, vec![Part { text: name.folded.clone(), kind, bits }])
}
