//! Letters that make no known word.
//!
//! Are they a word that the lexicon lacks, or were they drawn at random? How words are spelled gives the
//! odds: a string of L letters that costs n bits by the spelling of words and L log2 26 drawn evenly is a
//! word with probability 1 / (1 + 2^(n - L log2 26)), if both are equally likely beforehand. Its price is what
//! the attacker expects to pay: that of a word from a large list with that probability, or else of letters.

use crate::context::Context;
use crate::costs;
use crate::letters::Symbol;
use crate::lexicon::Lexicon;
use crate::name::Name;
use crate::phrase::Candidate;
use crate::piece::{Kind, Piece};

/// Longer strings are taken in pieces.
const LONGEST: usize = 20;

/// The model, ready for one name.
pub(crate) struct Unknown {
    /// Bits of all letters up to a position, each after the two before it.
    sums: Vec<f32>,
    /// Bits of an end there, after the two letters before it.
    ends: Vec<f32>,
    /// What is known of the name.
    context: Context,
}

impl Unknown {
    /// Adds up what the letters of `name` cost.
    pub(crate) fn new(name: &Name, lexicon: &Lexicon) -> Self {
        let mut sums = Vec::with_capacity(name.len() + 1);
        let mut ends = vec![0.0; name.len() + 1];
        let mut sum = 0.0;
        sums.push(sum);
        for at in 0..name.len() {
            if at >= 2
                && let (Some(a), Some(b), Some(c)) =
                    (name.letter(at - 2), name.letter(at - 1), name.letter(at))
            {
                sum += lexicon.letter_bits(usize::from(a) + 1, usize::from(b) + 1, usize::from(c) + 1);
            }
            sums.push(sum);
            if at >= 1
                && let (Some(b), Some(c)) = (name.letter(at - 1), name.letter(at))
            {
                ends[at + 1] = lexicon.letter_bits(usize::from(b) + 1, usize::from(c) + 1, 0);
            }
        }
        Self { sums, ends, context: Context::default() }
    }

    /// The same once `context` is known of the name.
    pub(crate) fn knowing(self, context: Context) -> Self {
        Self { context, ..self }
    }

    /// Offers every string of letters that begins at `at`.
    pub(crate) fn offer(&self, name: &Name, lexicon: &Lexicon, at: usize, offer: &mut impl FnMut(Candidate)) {
        let number = |i: usize| name.letter(i).map_or(0, |l| usize::from(l) + 1);
        let Some(_) = name.letter(at) else { return };
        let first = number(at);
        let mut begun = lexicon.letter_bits(0, 0, first);
        let joined = at > 0 && name.letter(at - 1).is_some();
        for length in 1..=LONGEST {
            let end = at + length;
            if name.letter(end - 1).is_none() {
                break;
            }
            if length == 2 {
                begun += lexicon.letter_bits(0, first, number(end - 1));
            }
            let middle = if length > 2 { self.sums[end] - self.sums[at + 2] } else { 0.0 };
            let ended = if length > 1 { self.ends[end] } else { lexicon.letter_bits(0, first, 0) };
            let spelled = begun + middle + ended;
            let even = costs::LETTER * length as f32;
            let bits = word_or_random(spelled, even, length, self.context);
            let border = |at: Option<&Symbol>| {
                if matches!(at, Some(Symbol::Letter(_) | Symbol::Digit(_))) {
                    costs::UNKNOWN_BORDER
                } else {
                    0.0
                }
            };
            let borders =
                border(at.checked_sub(1).and_then(|i| name.symbols.get(i))) + border(name.symbols.get(end));
            let doubt = spelled.min(even) - bits + 1.0 + if joined { costs::JOIN } else { 0.0 };
            let bits = bits + borders;
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
        let joined = at > 0 && name.letter(at - 1).is_some();
        for ending in 1..=costs::ENDING {
            let end = at + begun + ending;
            if end > name.len() || name.letter(end - 1).is_none() {
                break;
            }
            let spelled = costs::STEMS + self.sums[end] - self.sums[at + begun] + self.ends[end];
            let length = end - at;
            let even = costs::LETTER * length as f32;
            let bits = word_or_random(spelled + costs::WORD_ODDS, even, length, self.context);
            let doubt = (spelled - bits).max(0.0) + 1.0 + if joined { costs::JOIN } else { 0.0 };
            offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Unknown }, doubt });
        }
    }
}

/// Bits for a word of so many letters that no list here has, but an attacker's may.
pub(crate) fn listed(length: usize) -> f32 {
    let beyond = length.saturating_sub(costs::UNKNOWN_LENGTH) as f32;
    (costs::UNKNOWN_WORD + costs::UNKNOWN_LETTER * beyond).min(costs::LETTER * length as f32)
}

/// Bits for letters that are a word or were drawn at random, given what it takes to describe them either way.
pub(crate) fn word_or_random(as_word: f32, at_random: f32, length: usize, context: Context) -> f32 {
    let random = costs::LETTER * length as f32;
    let odds = as_word - at_random - costs::WORD_ODDS - context.word_odds;
    // Beyond a thousandth either way the answer is clear, and most answers are.
    if odds > 10.0 {
        return random;
    }
    if odds < -10.0 {
        return listed(length);
    }
    costs::expected(listed(length), random, odds)
}
