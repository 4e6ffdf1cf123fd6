//! How words are spelled: a model of their letters, each after the two before it.

use super::format::{LETTER, LETTER_CONTEXTS, LETTERS, WEIGHTS, letter_context};
use super::sums::Sums;

/// The weight of a letter that never stands there in the lexicon. Chosen for three bits rarer than what hardly ever does.
const NEVER: f32 = 0.125;

/// What each letter costs after each two, in bits.
#[derive(Debug)]
pub(crate) struct Spelling(Vec<f32>);

impl Spelling {
    /// The spelling with this number, which [`crate::languages::spelling`] gives for a language.
    pub(super) fn new(sums: &Sums, number: usize) -> Self {
        let most = LETTERS as u16 * WEIGHTS[WEIGHTS.len() - 1];
        let logs = (0..=most).map(|number| libm::log2f(if number == 0 { NEVER } else { f32::from(number) }));
        let logs: Vec<f32> = logs.collect();
        let log = |number: u16| logs[usize::from(number)];
        let mut bits = Vec::with_capacity(LETTER_CONTEXTS * LETTERS);
        for context in 0..LETTER_CONTEXTS {
            let sums = sums.of(LETTER, letter_context(number, context / LETTERS, context % LETTERS));
            // What never occurs in the lexicon may occur in a word.
            let all = log(sums[LETTERS].max(1));
            bits.extend(sums.windows(2).map(|pair| all - log(pair[1] - pair[0])));
        }
        Self(bits)
    }

    /// What a letter costs after two others. 0 is the end, or what stands before the beginning; letters are 1 to 26.
    pub(crate) fn bits(&self, before_last: usize, last: usize, letter: usize) -> f32 {
        self.0[letter_context(0, before_last, last) * LETTERS + letter]
    }
}
