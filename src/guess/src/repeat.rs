//! Names that say the same thing several times.

use super::letters::Symbol;
use super::name::Name;

/// Minimum number of times that something is said in full before it may break off, because two are said by chance.
const OFTEN: usize = 3;

/// Of what length the piece is that the name repeats, with the separator after it, and how often it begins; once
/// if it does not.
pub(crate) fn period(name: &Name) -> (usize, usize) {
    let symbols = &name.symbols;
    // For every prefix the length of the longest part of it that both begins and ends it (Knuth, Morris, Pratt).
    let mut borders = vec![0_usize; symbols.len()];
    let mut border = 0;
    for at in 1..symbols.len() {
        while border > 0 && symbols[at] != symbols[border] {
            border = borders[border - 1];
        }
        border += usize::from(symbols[at] == symbols[border]);
        borders[at] = border;
    }
    let Some(border) = borders.last() else { return (0, 1) };
    let period = symbols.len() - border;
    if symbols.len().is_multiple_of(period) {
        return (period, symbols.len() / period);
    }
    // a-a: the last separator is missing.
    let whole = symbols.len() + 1;
    if whole.is_multiple_of(period) && matches!(symbols[period - 1], Symbol::Separator(_)) {
        return (period, whole / period);
    }
    // What comes again and again may break off, as where a long name is judged by what it begins with.
    if symbols.len() >= OFTEN * period {
        return (period, symbols.len().div_ceil(period));
    }
    (symbols.len(), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_are_counted_with_and_without_separators() {
        for (name, expected) in [
            ("abab", (2, 2)),
            ("abc-abc-abc", (4, 3)),
            ("aaaa", (1, 4)),
            ("abcab", (5, 1)),
            ("abcabcab", (8, 1)),
            ("abcabcabcab", (3, 4)),
            ("", (0, 1)),
            ("a", (1, 1)),
            ("ab-ab-", (3, 2)),
        ] {
            assert_eq!(period(&Name::new(name.to_owned())), expected, "{name}");
        }
    }
}
