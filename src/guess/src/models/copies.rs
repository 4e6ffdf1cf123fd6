//! The same again: letters and digits that stood shortly before, as in hahahaha and jfkljfkl.

use crate::letters::Symbol;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Maximum distance of a copy from what it copies, in symbols. Chosen to keep the time linear.
const FARTHEST: usize = 16;
/// Minimum length of a copy, in symbols, because fewer letters come again by chance.
const SHORTEST: usize = 3;

/// Bits for copying at all.
const COPY: f32 = 2.0;
/// Further bits for copying what does not stand directly before.
const FROM_AFAR: f32 = 1.5;
/// Evidence against a copy, as against other patterns.
const DOUBT: f32 = 2.0;

/// The copies in one name.
pub(crate) struct Copies {
    /// For each symbol the longest copy that begins there: its length, at most 65,535, and how far before it the original
    /// begins, both in symbols.
    longest: Vec<(u16, u8)>,
}

impl Copies {
    /// Finds the copies in `name`.
    pub(crate) fn new(name: &Name) -> Self {
        // A number for each symbol; that of a separator, which is no part of a copy, stands nowhere else.
        let number = |(symbol, at): (&Symbol, u32)| match symbol {
            Symbol::Letter(letter) => u32::from(*letter),
            Symbol::Digit(digit) => 26 + u32::from(*digit),
            Symbol::Other(c) => 36 + u32::from(*c),
            Symbol::Separator(_) => u32::MAX - at,
        };
        let numbers: Vec<u32> = name.symbols.iter().zip(0..).map(number).collect();
        let mut longest = vec![(0, 0); numbers.len()];
        for back in 1..=FARTHEST.min(numbers.len()) {
            let mut length = 0_u16;
            let places = numbers[back..].iter().zip(&numbers).zip(&mut longest[back..]);
            for ((copied, original), longest) in places.rev() {
                length = if copied == original { length.saturating_add(1) } else { 0 };
                if length > longest.0 {
                    *longest = (length, back as u8);
                }
            }
        }
        Self { longest }
    }

    /// Offers the longest copy that begins at `at`.
    pub(crate) fn offer(&self, at: usize, offer: &mut impl FnMut(Candidate)) {
        let (length, back) = self.longest[at];
        let (length, back) = (usize::from(length), usize::from(back));
        // Three letters from afar come again by chance.
        if length < SHORTEST || length == SHORTEST && back > SHORTEST + 1 {
            return;
        }
        let bits = COPY + libm::log2f(length as f32) + if back > length { FROM_AFAR } else { 0.0 };
        let piece = Piece { start: at, end: at + length, bits, kind: Kind::Repeat };
        offer(Candidate { piece, doubt: DOUBT });
    }
}
