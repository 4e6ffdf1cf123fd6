//! The segmentation: the cheapest way to put a name together from pieces of one language.
//!
//! Which explanation of a name is right, and what it costs the attacker, are two questions. To decide the
//! first, each explanation has to pay for everything that it assumes: which language the name is in, that there is a
//! border between words, that a word is one that no list has. Only then do the explanations compete fairly with
//! "these letters were drawn at random", which assumes nothing. So every piece carries its cost and, besides, the
//! evidence against it; the segmentation with the lowest sum of both wins, and its costs are reported.
//!
//! The language is a state: it is paid for once and carried on, so that five joined words of German are not five times
//! as surprising as one.

use super::costs;
use super::lexicon::Lexicon;
use super::models::Models;
use super::name::Name;
use super::piece::Piece;

/// The languages that a piece may be of, one bit for each number; all of them for what is of no language.
pub(crate) type Languages = u64;

/// Of every language, and of none.
pub(crate) const ANY: Languages = Languages::MAX;
/// English, which people of all languages name meetings in.
const ENGLISH: usize = 1;
/// The language of a name of which nothing has been said yet.
const NONE: u8 = u8::MAX;
/// More ways to a position than this are forgotten, the dearest first. Any way can change its language at the price of
/// [`costs::other_language`], so that a forgotten one would have had to be better than all these by the price of a word.
const WAYS: usize = 6;

/// A piece, and the evidence against it beyond its cost and its language.
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    /// The piece.
    pub(crate) piece: Piece,
    /// Bits of evidence against it.
    pub(crate) doubt: f32,
}

/// The best way to a position in one language.
#[derive(Clone, Copy)]
struct Way {
    /// Costs and doubts of all pieces so far.
    total: f32,
    language: u8,
    /// The last piece, and which of the ways to its start it continues.
    last: Option<(Piece, u8)>,
}

/// The ways to a position, in no order, one for each language.
#[derive(Clone, Copy)]
struct Ways {
    count: u8,
    ways: [Way; WAYS],
}

impl Ways {
    const NOWHERE: Self =
        Self { count: 0, ways: [Way { total: f32::INFINITY, language: NONE, last: None }; WAYS] };

    fn all(&self) -> &[Way] {
        &self.ways[..usize::from(self.count)]
    }

    /// Keeps `way`, if it is better than another in the same language, and a better one is not always at hand.
    fn keep(&mut self, way: Way) {
        let count = usize::from(self.count);
        if let Some(same) = self.ways[..count].iter_mut().find(|w| w.language == way.language) {
            if way.total < same.total {
                *same = way;
            }
        } else if count < WAYS {
            self.ways[count] = way;
            self.count += 1;
        } else if let Some(worst) = self.ways.iter_mut().max_by(|a, b| a.total.total_cmp(&b.total))
            && way.total < worst.total
        {
            *worst = way;
        }
    }

    fn best(&self) -> Option<(usize, Way)> {
        self.all().iter().copied().enumerate().min_by(|(_, a), (_, b)| a.total.total_cmp(&b.total))
    }
}

/// A name in pieces.
pub(crate) struct Segmentation {
    /// The pieces, in order.
    pub(crate) pieces: Vec<Described>,
}

/// A piece, and what it takes to describe it: its cost and all evidence against it.
#[derive(Clone, Copy)]
pub(crate) struct Described {
    pub(crate) piece: Piece,
    pub(crate) description: f32,
}

/// The best segmentation of a name.
pub(crate) fn segment(name: &Name, lexicon: &Lexicon) -> Segmentation {
    let models = Models::new(name, lexicon);
    let mut ways = vec![Ways::NOWHERE; name.len() + 1];
    ways[0].keep(Way { total: 0.0, language: NONE, last: None });
    for at in 0..name.len() {
        let here = ways[at];
        let Some((_, best)) = here.best() else { continue };
        models.pieces_at(at, &mut |candidate, languages| {
            let end = candidate.piece.end;
            for (number, way) in here.all().iter().enumerate() {
                if way.total > best.total + costs::other_language() {
                    continue;
                }
                continued(way, number as u8, candidate, languages, &mut |next| ways[end].keep(next));
            }
        });
    }
    let mut pieces = Vec::new();
    let mut at = name.len();
    let mut way = ways[at].best().map(|(_, way)| way);
    while let Some(Way { total, last: Some((piece, before)), .. }) = way {
        at = piece.start;
        let earlier = ways[at].ways[usize::from(before)];
        pieces.push(Described { piece, description: total - earlier.total });
        way = Some(earlier);
    }
    pieces.reverse();
    Segmentation { pieces }
}

/// Gives the ways that `candidate` leads on to from `way`: one for each language that it can be said in.
fn continued(way: &Way, number: u8, candidate: Candidate, languages: Languages, give: &mut impl FnMut(Way)) {
    let total = way.total + candidate.piece.bits + candidate.doubt + costs::piece();
    let mut go = |language: u8, more: f32| {
        give(Way { total: total + more, language, last: Some((candidate.piece, number)) });
    };
    if languages == ANY || way.language != NONE && languages >> way.language & 1 == 1 {
        return go(way.language, 0.0);
    }
    let english = languages >> ENGLISH & 1 == 1;
    if english {
        // A word of English in another language does not change the language.
        let language = if way.language == NONE { ENGLISH as u8 } else { way.language };
        go(language, costs::english());
    }
    let mut others = languages & !(1 << ENGLISH);
    while others != 0 {
        let language = others.trailing_zeros() as u8;
        others &= others - 1;
        go(language, costs::other_language());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The lowest sum of costs and doubts, found by trying every way to put the rest of the name together.
    fn exhaustive(name: &Name, models: &Models, at: usize, way: Way) -> f32 {
        if at == name.len() {
            return way.total;
        }
        let mut candidates = Vec::new();
        models.pieces_at(at, &mut |candidate, languages| candidates.push((candidate, languages)));
        let mut best = f32::INFINITY;
        for &(candidate, languages) in &candidates {
            let mut next = Vec::new();
            continued(&way, 0, candidate, languages, &mut |way| next.push(way));
            for way in next {
                best = best.min(exhaustive(name, models, candidate.piece.end, way));
            }
        }
        best
    }

    proptest! {
        #[test]
        fn the_segmentation_is_the_best_of_all_there_are(name in "[a-e0-2.-]{0,5}|(web|call|x|1|-){0,4}") {
            let name = Name::new(name);
            let lexicon = Lexicon::get();
            let start = Way { total: 0.0, language: NONE, last: None };
            let best = exhaustive(&name, &Models::new(&name, lexicon), 0, start);
            let found: f32 = segment(&name, lexicon).pieces.iter().map(|p| p.description).sum();
            prop_assert!((found - best).abs() < 0.01);
        }
    }
}
