//! Lines and titles that everybody knows, however their words stand together: to-be-or-not-to-be, snowy-owl.

use crate::letters::Symbol;
use crate::lines;
use crate::name::Name;
use crate::phrase::Candidate;
use crate::piece::{Kind, Piece};

/// Bits for having a list of lines like the one here: there are several, and longer ones.
const LINES: f32 = 3.0;

/// Offers the lines that begin at `at`: where it begins a stretch of letters they may end anywhere, and where it does not,
/// with the stretch.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let begins = at == 0 || name.letter(at - 1).is_none();
    let mut hash = lines::Hash::default();
    let mut letters = 0;
    for (end, symbol) in (at + 1..).zip(&name.symbols[at..]) {
        match symbol {
            Symbol::Letter(letter) => hash.add(*letter),
            Symbol::Separator(_) | Symbol::Other('\'' | '!' | '?' | ',') => continue,
            _ => break,
        }
        letters += 1;
        if letters > lines::LONGEST {
            break;
        }
        let ends = name.letter(end).is_none();
        if letters >= lines::SHORTEST && (begins || ends) && lines::contains(hash) {
            let bits = (lines::size() as f32).log2() + LINES;
            offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Line }, doubt: 0.0 });
        }
    }
}
