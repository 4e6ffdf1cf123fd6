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
use super::found::Found;
use super::languages::{ANY, Languages};
use super::models::Models;
use super::name::Name;
use super::piece::Piece;

/// English, which people of all languages name meetings in.
const ENGLISH: usize = 1;
/// The language of a name before any of it was read.
const NONE: u8 = u8::MAX;
/// Maximum number of ways to a position; of more, the dearest are forgotten. Any way can change its language at the price of
/// [`costs::other_language`], so that a forgotten one would have had to be better than all these by the price of a word.
const WAYS: usize = 4;

/// The best way to a position in one language.
#[derive(Clone, Copy, Debug)]
struct Way {
    /// Costs and doubts of all pieces so far.
    total: f32,
    language: u8,
    /// Which of the ways to the start of the last piece it continues, or, while it is continued, which it is itself.
    before: u8,
    /// The last piece, by its number; at the start of the name there is none.
    piece: u32,
}

impl Way {
    const START: Self = Self { total: 0.0, language: NONE, before: 0, piece: u32::MAX };
}

/// The ways to a position, in no order, one for each language.
#[derive(Clone, Copy)]
struct Ways {
    /// Ways that cost as much and more are not kept.
    most: f32,
    /// Which of them costs most, if there are as many as may be.
    worst: u8,
    count: u8,
    held: [Way; WAYS],
}

impl Ways {
    const NOWHERE: Self = Self { most: f32::INFINITY, worst: 0, count: 0, held: [Way::START; WAYS] };

    fn all(&self) -> &[Way] {
        &self.held[..usize::from(self.count)]
    }

    /// Keeps what `way` becomes by a last piece that can be said in `languages`, as far as that is better than what there
    /// is; says whether anything was.
    #[inline]
    fn go_on(&mut self, way: Way, languages: Languages) -> bool {
        if languages == ANY || way.language != NONE && languages >> way.language & 1 == 1 {
            return self.keep(way);
        }
        // A word of English in another language does not change the language.
        let is_english = languages >> ENGLISH & 1 == 1;
        let language = if way.language == NONE { ENGLISH as u8 } else { way.language };
        let mut kept = is_english && self.keep(Way { total: way.total + costs::english(), language, ..way });
        let total = way.total + costs::other_language();
        let mut others = languages & !(1 << ENGLISH);
        while others != 0 && total < self.most {
            let language = others.trailing_zeros() as u8;
            others &= others - 1;
            kept |= self.keep(Way { total, language, ..way });
        }
        kept
    }

    /// Keeps `way` if it costs less than the most and is better than another in the same language, or there is none; says
    /// whether.
    #[inline]
    fn keep(&mut self, way: Way) -> bool {
        if way.total >= self.most {
            return false;
        }
        let count = usize::from(self.count);
        let same = self.all().iter().position(|w| w.language == way.language);
        let place = match same {
            Some(same) if way.total >= self.held[same].total => return false,
            Some(same) => same,
            None if count < WAYS => {
                self.count += 1;
                count
            }
            None => usize::from(self.worst),
        };
        self.held[place] = way;
        if usize::from(self.count) == WAYS {
            let worst = self.worst();
            (self.most, self.worst) = (self.held[worst].total, worst as u8);
        }
        true
    }

    /// Which of the ways costs most; of equals the last.
    fn worst(&self) -> usize {
        (1..WAYS).fold(0, |worst, at| if self.held[at].total < self.held[worst].total { worst } else { at })
    }

    /// The ways from here on, as far as they cost no more than `worst` so far.
    fn to_continue(self, worst: f32) -> Self {
        let mut ways = Self::NOWHERE;
        for (before, way) in (0..).zip(self.all()).filter(|(_, way)| way.total <= worst) {
            ways.held[usize::from(ways.count)] = Way { before, ..*way };
            ways.count += 1;
        }
        ways
    }

    fn best(&self) -> Option<Way> {
        self.all().iter().copied().min_by(|a, b| a.total.total_cmp(&b.total))
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

/// The best segmentation of a name in which these words were `found`.
pub(crate) fn segment(name: &Name, found: &Found) -> Segmentation {
    let models = Models::new(name, found);
    let mut ways = vec![Ways::NOWHERE; name.len() + 1];
    ways[0].keep(Way::START);
    let mut offered: Vec<Piece> = Vec::with_capacity(4 * name.len());
    for at in 0..name.len() {
        let here = ways[at];
        let Some(best) = here.best() else { continue };
        // Any other way can be had by changing the language of the best one.
        let worst = best.total + costs::other_language();
        let here = here.to_continue(worst);
        models.pieces_at(at, &mut |candidate, languages| {
            let there = &mut ways[candidate.piece.end];
            if candidate.after(best.total) >= there.most {
                return;
            }
            let (piece, mut kept) = (offered.len() as u32, false);
            for way in here.all() {
                let next = Way { total: candidate.after(way.total), piece, ..*way };
                kept |= there.go_on(next, languages);
            }
            if kept {
                offered.push(candidate.piece);
            }
        });
    }
    let mut pieces = Vec::new();
    let mut way = ways[name.len()].best();
    while let Some(Way { total, before, piece, .. }) = way
        && let Some(&piece) = offered.get(piece as usize)
    {
        let earlier = ways[piece.start].held[usize::from(before)];
        pieces.push(Described { piece, description: total - earlier.total });
        way = Some(earlier);
    }
    pieces.reverse();
    Segmentation { pieces }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::Lexicon;

    /// All ways that `way` becomes by a last piece that can be said in `languages`.
    fn continued(way: Way, languages: Languages) -> Vec<Way> {
        let is_of = |language: u8| languages == ANY || language != NONE && languages >> language & 1 == 1;
        if is_of(way.language) {
            return vec![way];
        }
        let with = |more: f32, language: u8| Way { total: way.total + more, language, ..way };
        let is_english = |language: &u8| usize::from(*language) == ENGLISH;
        let (english, others): (Vec<u8>, Vec<u8>) =
            (0..Languages::BITS as u8).filter(|language| is_of(*language)).partition(is_english);
        let english = english
            .into_iter()
            .map(|english| with(costs::english(), if way.language == NONE { english } else { way.language }));
        english.chain(others.into_iter().map(|other| with(costs::other_language(), other))).collect()
    }

    /// The lowest sum of costs and doubts, found by trying every way to put the rest of the name together.
    fn exhaustive(name: &Name, models: &Models, at: usize, way: Way) -> f32 {
        if at == name.len() {
            return way.total;
        }
        let mut candidates = Vec::new();
        models.pieces_at(at, &mut |candidate, languages| candidates.push((candidate, languages)));
        let mut best = f32::INFINITY;
        for &(candidate, languages) in &candidates {
            let way = Way { total: candidate.after(way.total), ..way };
            for way in continued(way, languages) {
                best = best.min(exhaustive(name, models, candidate.piece.end, way));
            }
        }
        best
    }

    proptest! {
        #[test]
        fn the_segmentation_is_the_best_of_all_there_are(name in "[a-e0-2.-]{0,5}|(web|call|x|1|-){0,4}") {
            let name = Name::new(name);
            let found = Found::new(&name, Lexicon::get());
            let best = exhaustive(&name, &Models::new(&name, &found), 0, Way::START);
            let segmented: f32 = segment(&name, &found).pieces.iter().map(|p| p.description).sum();
            prop_assert!((segmented - best).abs() < 0.01);
        }
    }
}
