//! Words of the lexicon.

use crate::found::Found;
use crate::languages::Languages;
use crate::models::unknown::join;
use crate::name::Name;
use crate::piece::{Candidate, Piece};
use crate::price::{Price, prices_at};

/// Offers every word that begins at `at`.
pub(crate) fn offer(name: &Name, found: &Found, at: usize, offer: &mut impl FnMut(Candidate, Languages)) {
    let joined = at > 0 && name.letter(at - 1).is_some();
    let doubt = join(name, at);
    for &(end, word) in found.at(at) {
        let bounded = !joined && name.letter(end).is_none();
        prices_at(word, end - at, bounded, &mut |Price { bits, kind, languages }| {
            offer(Candidate { piece: Piece { start: at, end, bits, kind }, doubt }, languages);
        });
    }
}
