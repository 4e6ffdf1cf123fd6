//! Dates and times, in the orders and with the separators that people write.
//!
//! A date is one of 366 days (8.5 bits) of one of the fifteen years around now (3.9) or of another of the last
//! and next decades (7), written in one of a few ways (1). Its fields are numbers, or the names of months and
//! days of the week in any language of the lexicon.

use crate::letters::Symbol;
use crate::lexicon::Lexicon;
use crate::lists::List;
use crate::name::Name;
use crate::phrase::Candidate;
use crate::piece::{Kind, Piece};

/// Bits for the day of a year.
const DAY: f32 = 8.5;
/// Bits for a month.
const MONTH: f32 = 3.6;
/// Bits for how it is written.
const FORM: f32 = 0.9;
/// Bits for a time to the minute, and to the quarter of an hour.
const MINUTE: f32 = 10.5;
const QUARTER: f32 = 6.6;

/// A field of a date.
#[derive(Clone, Copy)]
enum Field {
    Number { value: u32, digits: usize },
    Month,
    Weekday,
}

use Field::{Month, Number, Weekday};

/// Bits for a year, if it is one.
pub(super) fn year_bits(year: u32) -> Option<f32> {
    match year {
        2018..=2032 => Some(3.9),
        1930..=2069 => Some(7.0),
        _ => None,
    }
}

const fn is_day(value: u32) -> bool {
    1 <= value && value <= 31
}

const fn is_month(value: u32) -> bool {
    1 <= value && value <= 12
}

fn full_year(value: u32, digits: usize) -> Option<f32> {
    match digits {
        4 => year_bits(value),
        2 => year_bits(2000 + value),
        _ => None,
    }
}

#[allow(clippy::many_single_char_names, reason = "d, m and y are what dates are made of")]
/// Bits of the fields as a date, if they are one.
fn date(fields: &[Field]) -> Option<f32> {
    let short = |digits| digits <= 2;
    match *fields {
        [Weekday, ref rest @ ..] if rest.len() >= 2 => date(rest).map(|bits| bits + 0.5),
        [Number { value: y, digits: 4 }, Number { value: m, digits: a }, Number { value: d, digits: b }]
            if short(a) && short(b) && (is_month(m) && is_day(d) || is_day(m) && is_month(d)) =>
        {
            year_bits(y).map(|year| DAY + year + FORM)
        }
        [Number { value: d, digits: a }, Number { value: m, digits: b }, Number { value: y, digits: c }]
            if short(a) && short(b) && (is_month(m) && is_day(d) || is_day(m) && is_month(d)) =>
        {
            full_year(y, c).map(|year| DAY + year + FORM)
        }
        [Number { value: d, digits: a }, Month, Number { value: y, digits: b }]
        | [Month, Number { value: d, digits: a }, Number { value: y, digits: b }]
            if short(a) && is_day(d) =>
        {
            full_year(y, b).map(|year| DAY + year + FORM)
        }
        [Number { value: y, digits: 4 }, Month, Number { value: d, digits: b }] if short(b) && is_day(d) => {
            year_bits(y).map(|year| DAY + year + FORM)
        }
        [Month, Number { value: y, digits: 4 }] | [Number { value: y, digits: 4 }, Month] => {
            year_bits(y).map(|year| MONTH + year + FORM)
        }
        [Month, Number { value: d, digits: 1 | 2 }] | [Number { value: d, digits: 1 | 2 }, Month]
            if d < 32 =>
        {
            Some(DAY + FORM)
        }
        [Number { value: y, digits: 4 }, Number { value: m, digits: 2 }] if is_month(m) => {
            year_bits(y).map(|year| MONTH + year + FORM)
        }
        [Number { value: a, digits: 2 }, Number { value: b, digits: 2 }]
            if is_day(a) && is_month(b) || is_month(a) && is_day(b) =>
        {
            Some(DAY + FORM)
        }
        [Number { value, digits: 8 }] => {
            let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
            let (first, second, last) = (value / 1_000_000, value / 10_000 % 100, value % 10_000);
            let either = |a, b| is_day(a) && is_month(b) || is_month(a) && is_day(b);
            let forward = year_bits(year).filter(|_| is_month(month) && is_day(day));
            let year = forward.or_else(|| year_bits(last).filter(|_| either(first, second)))?;
            Some(DAY + year + FORM)
        }
        [Number { value, digits: 6 }] => {
            let (first, second, last) = (value / 10_000, value / 100 % 100, value % 100);
            let forward = full_year(first, 2).filter(|_| is_month(second) && is_day(last));
            let backward = full_year(last, 2)
                .filter(|_| is_day(first) && is_month(second) || is_month(first) && is_day(second));
            let year = match (forward, backward) {
                (Some(a), Some(b)) => a.min(b),
                (a, b) => a.or(b)?,
            };
            Some(DAY + year + FORM)
        }
        _ => None,
    }
}

/// The month or day of the week that begins at `at`: the longest, and where it ends.
fn calendar_word(name: &Name, lexicon: &Lexicon, at: usize) -> Option<(Field, usize)> {
    let mut found = None;
    lexicon.words_at(
        |i| name.letter(at + i),
        |length, word| {
            if length >= 3 && word.is_on(List::Month) {
                found = Some((Month, at + length));
            } else if length >= 3 && word.is_on(List::Weekday) {
                found = Some((Weekday, at + length));
            }
        },
    );
    found
}

/// The run of digits at `at` as a field, and where it ends.
fn number(name: &Name, at: usize) -> Option<(Field, usize)> {
    name.digit(at)?;
    let end = name.run_end(at);
    let digits = end - at;
    (digits <= 8).then(|| {
        let value = (at..end).fold(0, |n, i| n * 10 + u32::from(name.digit(i).unwrap_or(0)));
        (Number { value, digits }, end)
    })
}

/// Offers every date that begins at `at`, where `word` is the calendar's word that begins there, if one does.
pub(crate) fn offer(
    name: &Name,
    lexicon: &Lexicon,
    at: usize,
    word: Option<(bool, usize)>,
    offer: &mut impl FnMut(Candidate),
) {
    if name.digit(at).is_some() && at > 0 && name.digit(at - 1).is_some() {
        return;
    }
    let mut next = match word {
        Some((month, end)) => Some((if month { Month } else { Weekday }, end)),
        None => number(name, at),
    };
    let mut fields = Vec::with_capacity(4);
    while let Some((field, end)) = next {
        fields.push(field);
        let ends = !(matches!(field, Number { .. }) && name.digit(end).is_some());
        if ends && let Some(bits) = date(&fields) {
            let doubt = 2.0;
            offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Date }, doubt });
            if let Some((time, end)) = time_after(name, end) {
                offer(Candidate {
                    piece: Piece { start: at, end, bits: bits + time, kind: Kind::Date },
                    doubt,
                });
            }
        }
        if fields.len() == 4 {
            break;
        }
        let separated = name.is_separator(end) && name.run_end(end) == end + 1;
        let from = if separated { after_link(name, end + 1) } else { end };
        next = number(name, from).or_else(|| {
            matches!(fields[..], [Number { .. } | Weekday] | [Weekday, Number { .. }])
                .then(|| calendar_word(name, lexicon, from))
                .flatten()
        });
    }
}

/// Where a date goes on after the word that links its fields, if one begins at `at`: 13 de mayo, 4th of July.
fn after_link(name: &Name, at: usize) -> usize {
    let is_link =
        ["de", "of"].iter().any(|link| link.bytes().zip(at..).all(|(b, i)| name.letter(i) == Some(b - b'a')));
    if is_link && name.is_separator(at + 2) { at + 3 } else { at }
}

/// A time of day after a date: its bits, and where it ends.
fn time_after(name: &Name, at: usize) -> Option<(f32, usize)> {
    let from = match name.symbols.get(at)? {
        // A t stands between them in ISO 8601.
        Symbol::Separator(_) | Symbol::Letter(19) => at + 1,
        _ => return None,
    };
    let (Number { value, digits }, end) = number(name, from)? else { return None };
    if digits == 4 && value / 100 < 24 && value % 100 < 60 {
        return Some((minute_bits(value % 100), end));
    }
    let joined =
        matches!(name.symbols.get(end), Some(Symbol::Separator(_) | Symbol::Other(':') | Symbol::Letter(7)));
    let (Number { value: minute, digits: 2 }, end) = number(name, end + 1).filter(|_| joined)? else {
        return None;
    };
    (digits == 2 && value < 24 && minute < 60).then_some((minute_bits(minute), end))
}

fn minute_bits(minute: u32) -> f32 {
    if minute.is_multiple_of(15) { QUARTER } else { MINUTE }
}
