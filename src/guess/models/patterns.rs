//! Patterns that a finger makes: sequences, repeats and neighbours on the keyboard.

use crate::guess::letters::Symbol;
use crate::guess::name::Name;
use crate::guess::phrase::Candidate;
use crate::guess::piece::{Kind, Piece};

/// Rows of the keyboards of the world.
const ROWS: [&[u8]; 7] =
    [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm", b"qwertzuiop", b"yxcvbnm", b"azertyuiop", b"qsdfghjklm"];

/// Shorter ones are found in words.
const SHORTEST_WALK: usize = 4;

/// Offers the patterns that begin at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let value = |i: usize| match name.symbols.get(i) {
        Some(Symbol::Letter(letter)) => Some(i32::from(*letter)),
        Some(Symbol::Digit(digit)) => Some(100 + i32::from(*digit)),
        _ => None,
    };
    let (Some(first), Some(second)) = (value(at), value(at + 1)) else { return };
    let step = second - first;
    let from = if first >= 100 { 3.3 } else { 4.7 };
    if step.abs() <= 1 && (at == 0 || value(at - 1) != Some(first - step)) {
        let mut end = at + 2;
        while value(end).is_some_and(|v| Some(v - step) == value(end - 1)) {
            end += 1;
        }
        for end in at + 3..=end {
            let length = (end - at) as f32;
            let usual = if step == 1 && (first == 0 || first == 101) { 1.0 } else { from };
            let kind = if step == 0 { Kind::Repeat } else { Kind::Sequence };
            let bits = usual + length.log2() + if step == -1 { 2.0 } else { 1.0 };
            offer(Candidate { piece: Piece { start: at, end, bits, kind }, doubt: 2.0 });
        }
    }
    if name.run_end(at) - at < SHORTEST_WALK {
        return;
    }
    let letter = |i: usize| name.letter(i).map(|l| b'a' + l);
    for row in ROWS {
        let Some(from) = row.iter().position(|&key| Some(key) == letter(at)) else { continue };
        let backwards = row[..from].iter().rev();
        for length in [walk(&row[from + 1..], |i| letter(at + i)), walk(backwards, |i| letter(at + i))] {
            if length >= SHORTEST_WALK {
                let bits = 5.0 + (length as f32).log2();
                let piece = Piece { start: at, end: at + length, bits, kind: Kind::Keyboard };
                offer(Candidate { piece, doubt: 2.0 });
            }
        }
    }
}

/// How many letters, the first included, go along the `keys` after the first.
fn walk<'a>(keys: impl IntoIterator<Item = &'a u8>, letter: impl Fn(usize) -> Option<u8>) -> usize {
    1 + keys.into_iter().zip(1..).take_while(|&(&key, i)| letter(i) == Some(key)).count()
}
