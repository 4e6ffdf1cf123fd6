//! Characters drawn at random, as programs draw them.

use crate::costs;
use crate::letters::Symbol;
use crate::name::Name;
use crate::phrase::Candidate;
use crate::piece::{Kind, Piece};

/// A longer token takes its whole chunk.
const LONGEST: usize = 64;

/// Offers the rest of the chunk that `at` is in, as a whole and up to each change between letters and digits,
/// if it begins a chunk or a run.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    if at == 0 {
        whole(name, offer);
    }
    let same =
        |i: usize| std::mem::discriminant(&name.symbols[i - 1]) == std::mem::discriminant(&name.symbols[i]);
    if at > 0 && same(at) {
        return;
    }
    if name.chunk_end(at) - at > LONGEST && at > 0 && is_alphanumeric(name.symbols[at - 1]) {
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
        if !(chunk_ends || begins_chunk && end - at <= LONGEST && !same(end)) {
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

/// The whole name as base64url, whose alphabet has the hyphen and the underscore, or as groups of characters.
fn whole(name: &Name, offer: &mut impl FnMut(Candidate)) {
    let (mut letters, mut digits, mut hex) = (0, 0, true);
    let (mut lengths, mut length, mut same) = (0_usize, 0_usize, true);
    let mut group = 0;
    for symbol in &name.symbols {
        match symbol {
            Symbol::Letter(letter) => {
                letters += 1;
                hex &= *letter < 6;
            }
            Symbol::Digit(_) => digits += 1,
            Symbol::Separator('-' | '_') => {
                same &= lengths == 0 || length == group;
                group = length;
                length = 0;
                lengths += 1;
                continue;
            }
            _ => return,
        }
        length += 1;
    }
    if lengths == 0 || letters == 0 && digits == 0 || !name.folded.is_ascii() {
        return;
    }
    let mut give = |size: u8, bits: f32, doubt: f32| {
        let piece = Piece { start: 0, end: name.len(), bits, kind: Kind::Token(size) };
        offer(Candidate { piece, doubt });
    };
    give(64, costs::BASE64 * name.len() as f32, costs::TOKEN - costs::MEANING);
    if same && length == group && group >= 2 {
        let (size, bits) = match (letters, digits) {
            (_, 0) => (26, costs::LETTER),
            (0, _) => (10, costs::DIGIT),
            _ if hex => (16, costs::HEX),
            _ => (36, costs::ALPHANUMERIC),
        };
        give(size, bits * (letters + digits) as f32, costs::TOKEN + 2.0);
    }
}

const fn is_alphanumeric(symbol: Symbol) -> bool {
    matches!(symbol, Symbol::Letter(_) | Symbol::Digit(_))
}
