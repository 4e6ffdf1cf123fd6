//! Numbers: counters, room numbers, years, hours, weeks, school classes, times in seconds, and digits drawn at
//! random.

use super::dates::year_bits;
use crate::costs;
use crate::letters::Symbol;
use crate::name::Name;
use crate::phrase::Candidate;
use crate::piece::{Kind, Piece};

/// What may follow a number of hours, and what may stand before a week.
const HOURS: [&[u8]; 4] = [b"am", b"pm", b"h", b"uhr"];
/// What makes a number an ordinal.
const ORDINALS: [&[u8]; 8] = [b"st", b"nd", b"rd", b"th", b"er", b"e", b"eme", b"ieme"];
const WEEKS: [&[u8]; 6] = [b"w", b"kw", b"cw", b"wk", b"week", b"woche"];

/// Offers the numbers that begin at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    if name.letter(at).is_some() {
        week_or_quarter(name, at, offer);
        return;
    }
    if name.digit(at).is_none() || at > 0 && name.digit(at - 1).is_some() {
        return;
    }
    let end = name.run_end(at);
    let length = end - at;
    let mut give = |end: usize, bits: f32, kind: Kind, doubt: f32| {
        offer(Candidate { piece: Piece { start: at, end, bits, kind }, doubt });
    };
    give(end, costs::DIGIT * length as f32, Kind::Number, 1.0);
    if length <= 2
        && let Some(ending) = ORDINALS.iter().find(|ending| ends_word(name, end, ending))
    {
        give(end + ending.len(), costs::DIGIT * length as f32 + 1.0, Kind::Number, 1.0);
    }
    let value = || (at..end).fold(0_u64, |n, i| n * 10 + u64::from(name.digit(i).unwrap_or(0)));
    match length {
        1 | 2 => {
            let value = value();
            // 7a, 10c: a school class, of thirteen years with a few classes each.
            let class_letter = matches!(name.letter(end), Some(0..=6)) && name.letter(end + 1).is_none();
            if (1..=13).contains(&value) && class_letter && name.digit(end + 1).is_none() {
                give(end + 1, 5.7, Kind::SchoolClass, 4.0);
            }
            let hours = HOURS.iter().find(|suffix| ends_word(name, end, suffix));
            if let Some(suffix) = hours.filter(|_| value <= 24) {
                give(end + suffix.len(), 4.6, Kind::Time, 4.0);
            }
        }
        4 => {
            if let Some(bits) = u32::try_from(value()).ok().and_then(year_bits) {
                give(end, bits, Kind::Year, 2.0);
            }
        }
        // Seconds, or milliseconds, since 1970: what programs number with. From 2014 to 2033.
        10 if (1_400_000_000..2_000_000_000).contains(&value()) => give(end, 29.2, Kind::Timestamp, 3.0),
        13 if (1_400_000_000_000..2_000_000_000_000).contains(&value()) => {
            give(end, 39.1, Kind::Timestamp, 3.0);
        }
        _ => {}
    }
}

/// Whether `word` stands at `at` and no letter follows it.
fn ends_word(name: &Name, at: usize, word: &[u8]) -> bool {
    starts_word(name, at, word) && name.letter(at + word.len()).is_none()
}

fn starts_word(name: &Name, at: usize, word: &[u8]) -> bool {
    word.iter().enumerate().all(|(i, &b)| name.letter(at + i) == Some(b - b'a'))
}

/// w12 and its like: one of 53 weeks; q3 and h2: a part of the year.
fn week_or_quarter(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    if at > 0 && name.letter(at - 1).is_some() {
        return;
    }
    let mut give = |end: usize, bits: f32| {
        let piece = Piece { start: at, end, bits, kind: Kind::Time };
        offer(Candidate { piece, doubt: 4.0 });
    };
    for word in WEEKS.iter().filter(|word| starts_word(name, at, word)) {
        let separated = matches!(name.symbols.get(at + word.len()), Some(Symbol::Separator(_)));
        let from = at + word.len() + usize::from(separated);
        let end = name.run_end(from);
        // A run of many digits is no week, and no number that fits.
        let value = || (from..end).try_fold(0, |n, i| name.digit(i).map(|d| n * 10 + u32::from(d)));
        if (1..=2).contains(&(end - from))
            && name.letter(end).is_none()
            && value().is_some_and(|week| (1..=53).contains(&week))
        {
            give(end, 6.7);
        }
    }
    let parts = match name.letter(at) {
        Some(16) => 1..=4,
        Some(7) => 1..=2,
        _ => return,
    };
    if name.digit(at + 1).is_some_and(|d| parts.contains(&d)) && name.digit(at + 2).is_none() {
        give(at + 2, 3.0);
    }
}
