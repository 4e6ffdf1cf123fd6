//! How guessable is a name that somebody chose?

mod assessment;
mod verdict;

pub use assessment::{Assessment, Part, PartKind};
pub use verdict::{STRONG_FROM, Verdict, WEAK_FROM};

use crate::Bits;

/// How many guesses the room `name` withstands, and why.
///
/// Total: any string of any length gets an answer. `name` may be written as a person types it or as it
/// stands in an address (percent-encoded); two spellings that Jitsi takes for the same room get the same
/// answer.
#[must_use]
pub fn assess(name: &str) -> Assessment {
    let name = crate::jitsi::fold(name);
    let bits = Bits::new(4.0 * name.chars().count() as f64);
    Assessment::new(bits, vec![Part { text: name, kind: PartKind::Unknown, bits }])
}
