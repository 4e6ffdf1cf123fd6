//! What the models say of a name together.

use super::assessment::{Assessment, PartKind};
use super::lexicon::Lexicon;
use super::name::Name;
use super::piece::{Kind, Piece};
use super::{costs, generators, one_part, part, phrase, said};
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
        let bits = said::bits(&pieces);
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
