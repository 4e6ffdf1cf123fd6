//! Characters drawn at random from a few: binary and octal digits, the letters of DNA, or those that the name itself
//! shows.

use crate::letters::Symbol;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Minimum length of what shows a small alphabet, in characters, because a shorter string has few different ones by chance.
const SHORTEST: usize = 8;
/// A letter's or a digit's bit in a set, as in [`Few::set`].
const ALL: u32 = 36;

/// A small alphabet that everybody knows.
struct Few {
    /// Its letters, a first, and its digits.
    set: u64,
    /// Evidence against it, in bits.
    doubt: f32,
}

/// Binary digits, octal digits, and the letters of DNA and RNA.
const KNOWN: [Few; 4] = [
    Few { set: 0b11 << 26, doubt: 4.0 },
    // Sixteen decimal digits of 36 have neither an eight nor a nine.
    Few { set: 0b1111_1111 << 26, doubt: 6.0 },
    Few { set: 1 | 1 << 2 | 1 << 6 | 1 << 19, doubt: 4.0 },
    Few { set: 1 | 1 << 2 | 1 << 6 | 1 << 20, doubt: 5.0 },
];

/// Evidence against an alphabet that only the name shows, beyond picking it.
const SHOWN_DOUBT: f32 = 10.0;

/// Offers the run of letters and digits that begins at `at`, as drawn from as few as there are in it.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let end = name.chunk_end(at);
    let is_alphanumeric = |symbol: &Symbol| matches!(symbol, Symbol::Letter(_) | Symbol::Digit(_));
    if end < at + SHORTEST || at > 0 && is_alphanumeric(&name.symbols[at - 1]) {
        return;
    }
    let set = name.symbols[at..end].iter().fold(0_u64, |set, symbol| match symbol {
        Symbol::Letter(letter) => set | 1 << letter,
        Symbol::Digit(digit) => set | 1 << (26 + digit),
        _ => set,
    });
    let length = (end - at) as f32;
    let mut give = |size: u32, picked: f32, doubt: f32| {
        let bits = picked + length * libm::log2f(size as f32);
        let piece = Piece { start: at, end, bits, kind: Kind::token(end - at) };
        offer(Candidate { piece, doubt });
    };
    for Few { set: known, doubt } in KNOWN {
        if set & !known == 0 {
            give(known.count_ones(), 0.0, doubt);
        }
    }
    let size = set.count_ones();
    if 1 < size && size < ALL / 2 {
        give(size, picked(size), SHOWN_DOUBT);
    }
}

/// Bits for picking `size` of all letters and digits.
fn picked(size: u32) -> f32 {
    let ways = (0..size).fold(1.0, |ways, i| ways * f64::from(ALL - i) / f64::from(i + 1));
    libm::log2(ways) as f32
}

#[cfg(test)]
mod tests {
    use crate::assess;

    #[test]
    fn characters_cost_what_their_alphabet_is_worth() {
        for (name, bits) in [
            ("11110011110101101001010011011010", 32.0),
            ("CGTCAAGGTCATCGAGTTGTAATA", 48.0),
            ("7502734444207155", 48.0),
            // Four letters of all, and which.
            ("xwzzxvwzvxzwwvxzvwxvzzwx", 63.8),
            ("k7x4w5jo2q", 51.7),
        ] {
            let judged = assess(name).bits.get();
            assert!((judged - bits).abs() < 0.5, "{name} {judged}");
        }
    }
}
