//! Words of the lexicon.

use crate::lexicon::Lexicon;
use crate::lists::List;
use crate::models::unknown::join;
use crate::name::Name;
use crate::phrase::{Candidate, Languages};
use crate::piece::{Piece, Price, prices_at};

/// What else the other models want to know of a place.
pub(crate) struct Found {
    /// Whether a month or a day of the week begins there.
    pub(crate) calendar: bool,
    /// How many letters from there on begin some word.
    pub(crate) begun: usize,
}

/// Offers every word that begins at `at`.
pub(crate) fn offer(
    name: &Name,
    lexicon: &Lexicon,
    at: usize,
    offer: &mut impl FnMut(Candidate, Languages),
) -> Found {
    let joined = at > 0 && name.letter(at - 1).is_some();
    let doubt = join(name, at);
    let mut calendar = false;
    let begun = lexicon.words_at(
        |i| name.letter(at + i),
        |length, word| {
            let end = at + length;
            calendar |= word.is_on(List::Month) || word.is_on(List::Weekday);
            let bounded = !joined && name.letter(end).is_none();
            prices_at(word, length, bounded, &mut |Price { bits, kind, languages }| {
                offer(Candidate { piece: Piece { start: at, end, bits, kind }, doubt }, languages);
            });
        },
    );
    Found { calendar, begun }
}
