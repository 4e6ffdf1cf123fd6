//! The numbers that more than one model needs: counts here, and what is fitted in `constants`.

pub(crate) use super::constants::*;

/// Maximum length of the abbreviation of a day or month, in letters.
pub(crate) const ABBREVIATION: usize = 3;

/// Bits for one of the letters a to z drawn evenly.
pub(crate) const LETTER: f32 = 4.700_44;
/// Bits for one decimal digit.
pub(crate) const DIGIT: f32 = std::f32::consts::LOG2_10;
/// Bits for a letter or digit.
pub(crate) const ALPHANUMERIC: f32 = 5.169_925;
/// Bits for a hexadecimal digit.
pub(crate) const HEX: f32 = 4.0;

/// Length up to which words that no list has cost the same, in letters.
pub(crate) const UNKNOWN_LENGTH: usize = 8;
/// Maximum number of letters that one word may have, because one in fifty of the words of wordfreq's German and Finnish
/// lists is longer.
pub(crate) const LONG_WORD: usize = 16;
/// Minimum length of a stem, in letters.
pub(crate) const STEM: usize = 5;
/// Maximum length of what follows a stem, in letters.
pub(crate) const ENDING: usize = 4;
/// Bits for saying something again, beyond how often.
pub(crate) const AGAIN: f32 = 0.5;
/// Bits for encoding a word instead of writing it.
pub(crate) const ENCODED: f32 = 2.0;
/// Bits for the name behind the hash of a moderated meeting that is not a known word. Somebody typed it, and of
/// those that people type few are strong; but nobody can see whether this one is.
pub(crate) const HIDDEN_NAME: f32 = 40.0;

/// Bits for a word of a class of frequency (see `RANK_CLASSES`; 0: the word is on a generator's list only).
///
/// An attacker tries a language's words from the commonest on. A word drawn evenly from the top N has an
/// average log2(rank) of log2 N - 1.44, so a word at rank r costs log2 r + 1.44; over a class that is about
/// log2 of its end. The commonest are not as cheap as that, since few rooms are named "the".
pub(crate) fn word(class: u8) -> f32 {
    match class {
        1 => word_1(),
        2 => word_2(),
        _ => word_rare(),
    }
}

/// The bits to expect of something that is one thing or, with `odds` bits more or fewer, another.
pub(crate) fn expected(one: f32, other: f32, odds: f32) -> f32 {
    let is_one = 1.0 / (1.0 + libm::exp2f(odds));
    is_one * one + (1.0 - is_one) * other
}
