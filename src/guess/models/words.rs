//! Words of the lexicon.

use crate::guess::costs;
use crate::guess::lexicon::Lexicon;
use crate::guess::name::Name;
use crate::guess::phrase::Candidate;
use crate::guess::piece::{Piece, price};

/// Offers every word that begins at `at`.
pub(crate) fn offer(name: &Name, lexicon: &Lexicon, at: usize, offer: &mut impl FnMut(Candidate)) {
    let joined = at > 0 && name.letter(at - 1).is_some();
    lexicon.words_at(
        |i| name.letter(at + i),
        |length, word| {
            let (bits, kind) = price(word);
            let language = if word.language <= 1 { costs::ENGLISH } else { costs::OTHER_LANGUAGE };
            let doubt = language + if joined { costs::JOIN } else { 0.0 };
            offer(Candidate { piece: Piece { start: at, end: at + length, bits, kind }, doubt });
        },
    );
}
