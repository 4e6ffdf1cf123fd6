//! Characters of scripts without an alphabet (Han, kana), emoji and signs.

use crate::guess::letters::Symbol;
use crate::guess::name::Name;
use crate::guess::phrase::Candidate;
use crate::guess::piece::{Kind, Piece};

/// Offers the run of such characters at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let Some(Symbol::Other(first)) = name.symbols.get(at) else { return };
    let end = at + name.symbols[at..].iter().take_while(|s| **s == Symbol::Other(*first)).count();
    let one = match first {
        '!'..='~' => 5.0,
        // Two Han characters make a word, and two thousand words most of the language.
        '\u{3040}'..='\u{30ff}' => 4.5,
        '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' => 5.4,
        _ => 8.0,
    };
    let bits = one + ((end - at) as f32).log2();
    offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Signs }, doubt: 0.0 });
}
