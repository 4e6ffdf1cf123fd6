//! Words with digits for letters: m33t1ng.
//!
//! An attacker tries the usual replacements for every word: a bit for doing so at all, and half a bit for each
//! letter that could have stayed.

use crate::costs;
use crate::found::Found;
use crate::languages::Languages;
use crate::letters::Symbol;
use crate::lexicon::Lexicon;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};
use crate::price::{Price, cheapest};

/// Minimum length of a word with digits for letters, in symbols, because shorter ones are found in every random token.
const SHORTEST: usize = 4;
/// Maximum length of such a word, in symbols. Chosen because only names of places are longer.
const LONGEST: usize = 24;
/// Maximum length of a number behind a word, in digits. Chosen because a year has as many.
const LONGEST_NUMBER: usize = 4;

/// Offers the words that begin at `at` once digits are read as letters.
pub(crate) fn offer(
    name: &Name,
    found: &Found,
    lexicon: &Lexicon,
    at: usize,
    offer: &mut impl FnMut(Candidate, Languages),
) {
    let end = name.chunk_end(at).min(at + LONGEST);
    let digits = name.digits(at, end);
    if digits == 0 || digits == end - at || end - at < SHORTEST {
        return;
    }
    // No word begins with the letters before the first digit.
    if name.letter(at).is_some() && found.begun(at) < name.run_end(at) - at {
        return;
    }
    let chunk = &name.symbols[at..end];
    let ones: &[u8] = if chunk.contains(&Symbol::Digit(1)) { b"il" } else { b"i" };
    for one in ones {
        let read = |i: usize| match chunk.get(i)? {
            Symbol::Letter(letter) => Some(*letter),
            Symbol::Digit(digit) => Some(
                match digit {
                    0 => b'o',
                    1 => *one,
                    2 => b'z',
                    3 => b'e',
                    4 => b'a',
                    5 => b's',
                    6 | 9 => b'g',
                    7 => b't',
                    _ => b'b',
                } - b'a',
            ),
            _ => None,
        };
        lexicon.words_at(read, |length, word| {
            let replaced = name.digits(at, at + length);
            let most = if length > SHORTEST { length * 2 / 3 } else { length / 2 };
            if length < SHORTEST || !(1..=most).contains(&replaced) {
                return;
            }
            let Price { bits, languages, .. } = cheapest(word);
            let bits = bits + 1.0 + 0.5 * replaced as f32;
            let mut give = |end: usize, bits: f32| {
                let piece = Piece { start: at, end, bits, kind: Kind::Leet };
                offer(Candidate { piece, doubt: 5.0 }, languages);
            };
            let end = at + length;
            give(end, bits);
            // A number after the last letter's digit: the model of numbers does not see where it begins.
            let number = name.run_end(end) - end;
            if number <= LONGEST_NUMBER && name.digit(end - 1).is_some() && name.digit(end).is_some() {
                give(end + number, bits + costs::DIGIT * number as f32);
            }
        });
    }
}
