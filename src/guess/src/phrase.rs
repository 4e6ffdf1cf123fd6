//! The segmentation: the cheapest way to put a name together from pieces.
//!
//! Which explanation of a name is right, and what it costs the attacker, are two questions. To decide the
//! first, each explanation has to pay for everything that it assumes: that there is a border between words,
//! which language a word is of. Only then do the explanations compete fairly with "these letters were drawn at
//! random", which assumes nothing. The attacker who has the right idea does not pay for these again and again.
//! So every piece carries its cost and, besides, the evidence against it; the segmentation with the lowest sum
//! of both wins, and its costs are reported.

use super::context::Context;
use super::costs;
use super::lexicon::Lexicon;
use super::models::{Models, unknown};
use super::name::Name;
use super::piece::{Kind, Piece, price};

/// Longer names are not looked at a second time.
const LONGEST_IN_CONTEXT: usize = 128;

/// How long the words of a compound are at least, and the compound at most.
const SHORTEST_IN_COMPOUND: usize = 3;
const LONGEST_COMPOUND: usize = 14;
/// Bits for a word being a compound of known ones, beyond those of a rare word.
const COMPOUND: f32 = 1.5;

/// A piece, and the evidence against it beyond its cost.
pub(crate) struct Candidate {
    /// The piece.
    pub(crate) piece: Piece,
    /// Bits of evidence against it.
    pub(crate) doubt: f32,
}

/// The best way to a position.
#[derive(Clone, Copy)]
struct Step {
    /// Costs and doubts of all pieces so far.
    total: f32,
    /// The last of these pieces.
    piece: Option<Piece>,
}

/// A name in pieces.
pub(crate) struct Segmentation {
    /// The pieces, in order.
    pub(crate) pieces: Vec<Piece>,
    /// Their costs, and all evidence against them: what it takes to describe the name as these pieces.
    pub(crate) description: f32,
}

/// The best segmentation of a name: the words that are recognised first tell what else to expect.
pub(crate) fn segment(name: &Name, lexicon: &Lexicon) -> Segmentation {
    let models = Models::new(name, lexicon);
    let first = segment_in(name, lexicon, &models, Context::default());
    // Longer names have said enough, and twice the work.
    match Context::of(&first.pieces).filter(|_| name.len() <= LONGEST_IN_CONTEXT) {
        Some(context) => {
            let pieces = segment_in(name, lexicon, &models.knowing(context), context).pieces;
            Segmentation { pieces, description: first.description }
        }
        None => first,
    }
}

/// The best segmentation of a name of which `context` is known, by the pieces that `models` offer.
fn segment_in(name: &Name, lexicon: &Lexicon, models: &Models, context: Context) -> Segmentation {
    let mut steps = vec![Step { total: f32::INFINITY, piece: None }; name.len() + 1];
    steps[0].total = 0.0;
    for at in 0..name.len() {
        let so_far = steps[at].total;
        if so_far.is_infinite() {
            continue;
        }
        models.pieces_at(at, &mut |Candidate { piece, doubt }| {
            let total = so_far + piece.bits + doubt + costs::PIECE;
            let step = &mut steps[piece.end];
            if total < step.total {
                *step = Step { total, piece: Some(piece) };
            }
        });
    }
    let mut pieces = Vec::new();
    let mut at = name.len();
    while let Some(piece) = steps[at].piece {
        pieces.push(piece);
        at = piece.start;
    }
    pieces.reverse();
    let mut pieces = without_scraps(name, &pieces, context, |at| steps[at].total);
    for piece in &mut pieces {
        *piece = known(name, lexicon, *piece);
    }
    Segmentation { pieces, description: steps[name.len()].total }
}

/// A short word that stands alone costs no more than the lexicon says, although it was easier to describe as letters
/// than as a word of some language.
fn known(name: &Name, lexicon: &Lexicon, piece: Piece) -> Piece {
    let Piece { start, end, .. } = piece;
    if piece.kind != Kind::Unknown || end - start == name.len() || !stands_alone(name, start, end) {
        return piece;
    }
    let mut known = piece;
    lexicon.words_at(
        |i| name.letter(start + i),
        |length, word| {
            let (bits, kind) = price(word);
            if length == end - start && bits < known.bits {
                known = Piece { bits, kind, ..piece };
            }
        },
    );
    known
}

/// Whether no letters stand before or after the letters `start..end`.
fn stands_alone(name: &Name, start: usize, end: usize) -> bool {
    (start == 0 || name.letter(start - 1).is_none()) && name.letter(end).is_none()
}

/// Takes what was put together from scraps for what it is.
///
/// A random token such as 7bm15xr2 can, by chance, be put together a little cheaper from scraps: numbers, short
/// words and letters between them. But the attacker does not know where these scraps end, so that a chunk
/// without anything of meaning costs what it takes to describe it, doubts included, up to the token's cost.
///
/// A word that the lexicon lacks falls into scraps too: short words that stand in it by chance and letters
/// between them. The attacker's list has it as one word.
fn without_scraps(
    name: &Name,
    pieces: &[Piece],
    context: Context,
    total: impl Fn(usize) -> f32,
) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len());
    for chunk in pieces.chunk_by(|a, b| (a.kind == Kind::Separator) == (b.kind == Kind::Separator)) {
        let whole = token_of_scraps(name, chunk, &total)
            .or_else(|| letters_of_scraps(name, chunk, &total))
            .or_else(|| compound(name, chunk));
        if let Some(whole) = whole {
            out.push(whole);
            continue;
        }
        for run in chunk.chunk_by(|a, b| a.may_be_chance() && b.may_be_chance()) {
            match word_of_scraps(name, run, context, &total) {
                Some(word) => out.push(word),
                None => out.extend(run),
            }
        }
    }
    out
}

/// Two known words that stand as one among others, such as brickyard: the attacker's list has it as one.
fn compound(name: &Name, chunk: &[Piece]) -> Option<Piece> {
    let (start, end) = (chunk.first()?.start, chunk.last()?.end);
    let length = end - start;
    let known = |p: &Piece| p.is_known_word(SHORTEST_IN_COMPOUND);
    if chunk.len() < 2 || length == name.len() || length > LONGEST_COMPOUND || !chunk.iter().all(known) {
        return None;
    }
    let bits = unknown::listed(length) + COMPOUND;
    let sum: f32 = chunk.iter().map(|p| p.bits).sum();
    (bits < sum).then_some(Piece { start, end, bits, kind: Kind::Unknown })
}

/// A chunk of letters and digits as one token, if it says nothing, or hardly enough to have been written and not
/// drawn.
fn token_of_scraps(name: &Name, chunk: &[Piece], total: impl Fn(usize) -> f32) -> Option<Piece> {
    let (start, end) = (chunk.first()?.start, chunk.last()?.end);
    let digits = name.digits(start, end);
    if chunk.len() < 2 || digits == 0 || digits == end - start || end > name.chunk_end(start) {
        return None;
    }
    let described = total(end) - total(start);
    let random = costs::ALPHANUMERIC * (end - start) as f32;
    let word_and_number =
        name.letter(start).is_some() && name.run_end(name.run_end(start)) >= end && (1..=4).contains(&digits);
    let margin = if word_and_number { costs::MEANING_BEFORE_NUMBER } else { costs::MEANING };
    let bits = if chunk.iter().all(Piece::is_scrap) {
        described.min(random)
    } else if described + margin > random + costs::TOKEN {
        random
    } else {
        return None;
    };
    Some(Piece { start, end, bits, kind: Kind::Token(36) })
}

/// A chunk of letters that can be put together from words, but hardly more easily than from letters drawn at random.
fn letters_of_scraps(name: &Name, chunk: &[Piece], total: impl Fn(usize) -> f32) -> Option<Piece> {
    let (start, end) = (chunk.first()?.start, chunk.last()?.end);
    if chunk.len() < 2 || !(start..end).all(|at| name.letter(at).is_some()) {
        return None;
    }
    let random = costs::LETTER * (end - start) as f32;
    let odds = total(end) - total(start) - random - costs::TOKEN;
    // Beyond a thirtieth the answer is clear enough.
    if odds < -5.0 {
        return None;
    }
    let sum: f32 = chunk.iter().map(|p| p.bits).sum();
    let bits = costs::expected(sum, random, odds);
    (bits > sum).then_some(Piece { start, end, bits, kind: Kind::Unknown })
}

/// A run of short words and unknown letters, as one unknown word, if that is cheaper.
fn word_of_scraps(
    name: &Name,
    run: &[Piece],
    context: Context,
    total: impl Fn(usize) -> f32,
) -> Option<Piece> {
    let (start, end) = (run.first()?.start, run.last()?.end);
    let all_letters = (start..end).all(|at| name.letter(at).is_some());
    if run.len() < 2 || !all_letters || !run.iter().any(|p| p.kind == Kind::Unknown) {
        return None;
    }
    let length = end - start;
    let random = costs::LETTER * length as f32;
    let bits = unknown::word_or_random(total(end) - total(start), random - costs::CHANCES, length, context);
    let sum: f32 = run.iter().map(|p| p.bits).sum();
    (bits < sum).then_some(Piece { start, end, bits, kind: Kind::Unknown })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The lowest sum of costs and doubts, found by trying every way to put the rest of the name together.
    fn exhaustive(name: &Name, models: &Models, at: usize) -> f32 {
        if at == name.len() {
            return 0.0;
        }
        let mut candidates = Vec::new();
        models.pieces_at(at, &mut |candidate| candidates.push(candidate));
        let totals = candidates.iter().map(|Candidate { piece, doubt }| {
            piece.bits + doubt + costs::PIECE + exhaustive(name, models, piece.end)
        });
        totals.fold(f32::INFINITY, f32::min)
    }

    proptest! {
        #[test]
        fn the_segmentation_is_the_best_of_all_there_are(name in "[a-e0-2.-]{0,7}|(web|call|x|1|-){0,4}") {
            let name = Name::new(name);
            let lexicon = Lexicon::get();
            let best = exhaustive(&name, &Models::new(&name, lexicon), 0);
            prop_assert!((segment(&name, lexicon).description - best).abs() < 0.01);
        }
    }
}
