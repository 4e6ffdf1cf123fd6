//! Letters that make no known word, as a word that the lexicon lacks.
//!
//! Whoever guesses has a larger lexicon: there it is a rare word. How surprising its spelling is says how likely it is
//! to be one; but one rare cluster does not make letters random, so that the surprise of each has a ceiling.

use crate::costs;
use crate::letters::Symbol;
use crate::lexicon::{Lexicon, Spelling};
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Maximum length of an unknown word, in letters. A longer one is taken in pieces, which keeps the time linear.
const LONGEST: usize = 20;

/// The model, ready for one name.
pub(crate) struct Unknown {
    spelling: &'static Spelling,
    /// Bits of all letters up to a position, each after the two before it.
    sums: Vec<f32>,
    /// Bits of an end there, after the two letters before it.
    ends: Vec<f32>,
}

impl Unknown {
    /// Adds up what the letters of `name` cost.
    pub(crate) fn new(name: &Name, lexicon: &'static Lexicon) -> Self {
        let is_consonants = |c: char| matches!(c, '\u{590}'..='\u{8ff}');
        let spelling = lexicon.spelling(name.folded.contains(is_consonants));
        let surprise = |a, b, c| surprise(spelling, a, b, c);
        let mut sums = Vec::with_capacity(name.len() + 1);
        let mut ends = vec![0.0; name.len() + 1];
        let mut sum = 0.0;
        sums.push(sum);
        for at in 0..name.len() {
            if at >= 2
                && let (Some(a), Some(b), Some(c)) =
                    (name.letter(at - 2), name.letter(at - 1), name.letter(at))
            {
                sum += surprise(usize::from(a) + 1, usize::from(b) + 1, usize::from(c) + 1);
            }
            sums.push(sum);
            if at >= 1
                && let (Some(b), Some(c)) = (name.letter(at - 1), name.letter(at))
            {
                ends[at + 1] = surprise(usize::from(b) + 1, usize::from(c) + 1, 0);
            }
        }
        Self { spelling, sums, ends }
    }

    /// Offers every string of letters that begins at `at`.
    pub(crate) fn offer(&self, name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
        let number = |i: usize| name.letter(i).map_or(0, |l| usize::from(l) + 1);
        let first = number(at);
        if first == 0 {
            return;
        }
        let surprise = |a, b, c| surprise(self.spelling, a, b, c);
        let mut begun = surprise(0, 0, first);
        let (joined, alone) = (join(name, at), alone_until(name, at));
        for end in at + 1..=name.run_end(at).min(at + LONGEST) {
            let length = end - at;
            if length == 2 {
                begun += surprise(0, first, number(end - 1));
            }
            let middle = if length > 2 { self.sums[end] - self.sums[at + 2] } else { 0.0 };
            let ended = if length > 1 { self.ends[end] } else { surprise(0, first, 0) };
            let bits = listed(length, alone == Some(end));
            let doubt = (begun + middle + ended - bits).max(0.0) + costs::unknown() + joined;
            offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Unknown }, doubt });
        }
    }

    /// Offers the strings that begin, at `at`, with the first `begun` letters of some word and end in another
    /// way: inflected forms and compounds of words that are known.
    pub(crate) fn offer_stems(
        &self,
        name: &Name,
        at: usize,
        begun: usize,
        offer: &mut impl FnMut(Candidate),
    ) {
        if begun < costs::STEM {
            return;
        }
        let (joined, alone) = (join(name, at), alone_until(name, at));
        for ending in 1..=costs::ENDING {
            let end = at + begun + ending;
            if end > name.len() || name.letter(end - 1).is_none() {
                break;
            }
            let spelled = costs::stems() + self.sums[end] - self.sums[at + begun] + self.ends[end];
            let bits = listed(end - at, alone == Some(end));
            let doubt = (spelled - bits).max(0.0) + joined;
            offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Unknown }, doubt });
        }
    }
}

/// What a letter costs after two others, in bits.
fn surprise(spelling: &Spelling, before_last: usize, last: usize, letter: usize) -> f32 {
    spelling.bits(before_last, last, letter).min(costs::surprise())
}

/// Evidence against a word beginning at `at`, where nothing marks its border.
pub(super) fn join(name: &Name, at: usize) -> f32 {
    match at.checked_sub(1).map(|before| name.symbols[before]) {
        Some(Symbol::Letter(_)) => costs::join(),
        Some(Symbol::Digit(_)) => costs::mixed(),
        _ => 0.0,
    }
}

/// Where the letters and digits from `at` on end, if none stand directly before.
fn alone_until(name: &Name, at: usize) -> Option<usize> {
    let begins = at == 0 || name.chunk_end(at - 1) < at || name.is_separator(at - 1);
    begins.then(|| name.chunk_end(at))
}

/// Bits for a word of `length` letters that no list here has, but an attacker's may. What stands alone is one word, if
/// it is not too long for one; what stands among other letters may be several.
pub(crate) fn listed(length: usize, alone: bool) -> f32 {
    let beyond = length.saturating_sub(costs::UNKNOWN_LENGTH) as f32;
    let several = if alone { length.saturating_sub(costs::LONG_WORD) as f32 } else { beyond };
    let letters = costs::long_letter() * (beyond - several) + costs::unknown_letter() * several;
    (costs::unknown_word() + letters).min(costs::LETTER * length as f32)
}
