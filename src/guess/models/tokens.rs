//! Characters drawn at random, as programs draw them.

use crate::guess::costs;
use crate::guess::letters::Symbol;
use crate::guess::name::Name;
use crate::guess::phrase::Candidate;
use crate::guess::piece::{Kind, Piece};

/// Offers the rest of the chunk that `at` is in, as a whole and up to each change between letters and digits,
/// if it begins a chunk or a run.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let same =
        |i: usize| std::mem::discriminant(&name.symbols[i - 1]) == std::mem::discriminant(&name.symbols[i]);
    if at > 0 && same(at) {
        return;
    }
    let begins_chunk = at == 0 || !is_alphanumeric(name.symbols[at - 1]);
    let (mut letters, mut digits, mut hex) = (0_usize, 0_usize, true);
    let mut end = at;
    while let Some(&symbol) = name.symbols.get(end) {
        match symbol {
            Symbol::Letter(letter) => {
                letters += 1;
                hex &= letter < 6;
            }
            Symbol::Digit(_) => digits += 1,
            _ => break,
        }
        end += 1;
        let chunk_ends = name.symbols.get(end).is_none_or(|&s| !is_alphanumeric(s));
        if !(chunk_ends || begins_chunk && !same(end)) {
            continue;
        }
        let length = (end - at) as f32;
        let mut alphabet = |size: u8, bits: f32| {
            let bits = bits * length;
            let piece = Piece { start: at, end, bits, kind: Kind::Token(size) };
            offer(Candidate { piece, doubt: costs::TOKEN });
        };
        if letters > 0 && digits > 0 {
            alphabet(36, costs::ALPHANUMERIC);
            if hex {
                alphabet(16, costs::HEX);
            }
        } else if letters > 0 {
            alphabet(26, costs::LETTER);
        }
    }
}

const fn is_alphanumeric(symbol: Symbol) -> bool {
    matches!(symbol, Symbol::Letter(_) | Symbol::Digit(_))
}
