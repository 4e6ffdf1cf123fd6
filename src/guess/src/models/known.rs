//! Lines and titles that everybody knows, however their words stand together: to-be-or-not-to-be, snowy-owl.

use crate::letters::Symbol;
use crate::lines;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Bits for having a list of lines like the one here: there are several, and longer ones.
const LINES: f32 = 3.0;

/// Offers the lines that begin at `at`: where it begins a stretch of letters they may end anywhere, and where it does not,
/// with the stretch.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    if name.len() - at < lines::SHORTEST {
        return;
    }
    let begins = at == 0 || name.letter(at - 1).is_none();
    let mut found = |hash, end| {
        if lines::contains(hash) {
            let bits = libm::log2f(lines::size() as f32) + LINES;
            offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Line }, doubt: 0.0 });
        }
    };
    let (mut hash, mut letters, mut next) = (lines::Hash::default(), 0, at);
    while let Some(symbol) = name.symbols.get(next) {
        match symbol {
            Symbol::Letter(_) if letters < lines::LONGEST => {
                let end = name.run_end(next).min(next + lines::LONGEST - letters);
                let run = name.symbols[next..end].iter();
                for (letter, end) in run.zip(next + 1..) {
                    if let Symbol::Letter(letter) = letter {
                        hash.add(*letter);
                    }
                    if begins && letters + end - next >= lines::SHORTEST {
                        found(hash, end);
                    }
                }
                letters += end - next;
                if !begins && letters >= lines::SHORTEST && name.letter(end).is_none() {
                    found(hash, end);
                }
                next = end;
            }
            Symbol::Separator(_) | Symbol::Other('\'' | '!' | '?' | ',') => next += 1,
            _ => break,
        }
    }
}
