//! Names that are one thing as a whole: a UUID, a code of Google Meet.

use super::assessment::PartKind;
use super::costs;
use super::letters::Symbol;
use super::name::Name;

/// What the whole name is, and its bits.
pub(crate) fn recognise(name: &Name) -> Option<(f32, PartKind)> {
    uuid(name).or_else(|| google_meet(name))
}

/// The lengths of the runs between single hyphens, if there is nothing but letters and digits in them.
fn groups(name: &Name) -> Option<Vec<usize>> {
    let mut groups = vec![0];
    for symbol in &name.symbols {
        match symbol {
            Symbol::Letter(_) | Symbol::Digit(_) => *groups.last_mut()? += 1,
            Symbol::Separator('-') if groups.len() < 6 => groups.push(0),
            _ => return None,
        }
    }
    Some(groups)
}

/// A UUID (RFC 9562): 122 random bits in version 4; a time and a machine in the others.
fn uuid(name: &Name) -> Option<(f32, PartKind)> {
    if name.len() != 36 || groups(name)? != [8, 4, 4, 4, 12] {
        return None;
    }
    let hex = name.symbols.iter().all(|s| !matches!(s, Symbol::Letter(6..)));
    let bits = match name.digit(14) {
        // A time to 100 ns within ten years, a clock sequence, and a machine that is known or drawn.
        Some(1 | 6) => 60.0,
        Some(7) => 74.0,
        _ => 122.0,
    };
    hex.then_some((bits, PartKind::Uuid))
}

/// The codes of Google Meet: xxx-xxxx-xxx, ten letters.
fn google_meet(name: &Name) -> Option<(f32, PartKind)> {
    if name.len() != 12 || groups(name)? != [3, 4, 3] {
        return None;
    }
    let letters = name.symbols.iter().filter(|s| matches!(s, Symbol::Letter(_))).count();
    (letters == 10).then_some((10.0 * costs::LETTER, PartKind::Token { alphabet: 26, length: 10 }))
}
