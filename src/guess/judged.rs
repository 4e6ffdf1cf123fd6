//! What the models say of a name together.

use super::assessment::{Assessment, PartKind};
use super::lexicon::Lexicon;
use super::name::Name;
use super::piece::{Kind, Piece};
use super::{costs, generators, one_part, part, phrase};
use crate::Bits;

/// A name, judged by its pieces and as the work of a generator.
pub(crate) struct Judged {
    /// What it costs the attacker.
    pub(crate) bits: f32,
    /// What it takes to describe the name; see [`phrase`].
    pub(crate) description: f32,
    pieces: Vec<Piece>,
    generator: Option<&'static str>,
}

impl Judged {
    /// Judges `name`.
    pub(crate) fn new(name: &Name) -> Self {
        let lexicon = Lexicon::get();
        let phrase::Segmentation { pieces, description } = phrase::segment(name, lexicon);
        let bits = phrase_bits(&pieces);
        // Words that a generator has may also be what a person wrote. Which is right is decided by what it takes
        // to describe the name; but never does a name cost more than the generator's choice.
        match generators::recognise(name, lexicon) {
            Some(made) if made.bits < bits || made.bits + costs::GENERATOR < description => Self {
                bits: made.bits,
                description: description.min(made.bits + costs::GENERATOR),
                pieces,
                generator: Some(made.generator),
            },
            _ => Self { bits, description, pieces, generator: None },
        }
    }

    /// The same as an answer.
    pub(crate) fn assessment(&self, name: &Name) -> Assessment {
        if let Some(generator) = self.generator {
            return one_part(name, self.bits, PartKind::Generator { name: generator.to_owned() });
        }
        let pieces = self.pieces.iter().filter(|p| p.kind != Kind::Separator);
        Assessment::new(Bits::new(f64::from(self.bits)), pieces.map(|piece| part(name, piece)).collect())
    }
}

/// What the pieces cost together.
fn phrase_bits(pieces: &[Piece]) -> f32 {
    let said = || pieces.iter().filter(|p| p.kind != Kind::Separator);
    let bits: f32 = said().map(|p| p.bits).sum();
    let count = said().count();
    if count < 2 {
        return bits;
    }
    let has = |is: fn(Kind) -> bool| said().any(|p| is(p.kind));
    if has(|kind| matches!(kind, Kind::Token(_))) {
        return bits + costs::STYLE + costs::TOKEN_IN_PHRASE;
    }
    let mut bits = bits + costs::STYLE;
    if has(Kind::is_purpose) {
        bits -= costs::PHRASE * (count - 1).min(costs::PHRASE_PIECES) as f32;
    }
    if count >= costs::PASSPHRASE && said().all(|p| p.kind.is_word()) {
        return passphrase(said().map(|p| p.bits), bits);
    }
    bits
}

/// What words cost that may be drawn evenly from a list, given their bits, and what they cost if somebody chose them.
///
/// Of words drawn evenly a few are common ones by chance, and no cheaper for it. Words that somebody chose are common
/// ones more often than that.
fn passphrase(words: impl Iterator<Item = f32> + Clone, chosen: f32) -> f32 {
    let rarest = words.clone().fold(0.0, f32::max).min(costs::WORD[0]);
    let drawn = rarest * words.count() as f32;
    if drawn > chosen {
        costs::expected(chosen, drawn, costs::PASSPHRASE_ODDS - (drawn - chosen))
    } else {
        chosen
    }
}
