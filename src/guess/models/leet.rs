//! Words with digits for letters: m33t1ng.
//!
//! An attacker tries the usual replacements for every word: a bit for doing so at all, and half a bit for each
//! letter that could have stayed.

use crate::guess::letters::Symbol;
use crate::guess::lexicon::Lexicon;
use crate::guess::name::Name;
use crate::guess::phrase::Candidate;
use crate::guess::piece::{Kind, Piece, language_doubt, price};

/// Shorter ones are found in every random token.
const SHORTEST: usize = 4;

/// Offers the words that begin at `at` once digits are read as letters.
pub(crate) fn offer(name: &Name, lexicon: &Lexicon, at: usize, offer: &mut impl FnMut(Candidate)) {
    let chunk = &name.symbols[at..name.chunk_end(at)];
    let digits = chunk.iter().filter(|s| matches!(s, Symbol::Digit(_))).count();
    if digits == 0 || digits == chunk.len() || chunk.len() < SHORTEST {
        return;
    }
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
            let replaced = chunk[..length].iter().filter(|s| matches!(s, Symbol::Digit(_))).count();
            if length < SHORTEST || replaced == 0 || 2 * replaced > length {
                return;
            }
            let (bits, _) = price(word);
            let bits = bits + 1.0 + 0.5 * replaced as f32;
            let language = language_doubt(word);
            let piece = Piece { start: at, end: at + length, bits, kind: Kind::Leet };
            offer(Candidate { piece, doubt: language + 5.0 });
        });
    }
}
