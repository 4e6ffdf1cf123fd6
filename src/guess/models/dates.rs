//! Dates, in the orders and with the separators that people write.

use crate::guess::name::Name;
use crate::guess::phrase::Candidate;
use crate::guess::piece::{Kind, Piece};

/// Offers every date that begins at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    if name.digit(at).is_none() || at > 0 && name.digit(at - 1).is_some() {
        return;
    }
    let mut give = |end: usize, year: Option<u32>| {
        if name.digit(end).is_some() {
            return;
        }
        // 366 days, how they are written, and the year.
        let bits = 8.52
            + match year {
                Some(2018..=2032) => 5.4,
                Some(_) => 8.0,
                None => 1.0,
            };
        offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Date }, doubt: 2.0 });
    };
    let digits = name.run_end(at) - at;
    let number = |from: usize, count: usize| {
        (from..from + count).try_fold(0, |n, i| Some(n * 10 + u32::from(name.digit(i)?)))
    };
    let is_day = |d: Option<u32>, m: Option<u32>| matches!((d, m), (Some(1..=31), Some(1..=12)));
    let either = |a: Option<u32>, b: Option<u32>| is_day(a, b) || is_day(b, a);
    let full = |year: Option<u32>| year.filter(|y| (1900..=2099).contains(y));
    match digits {
        8 => {
            if let Some(year) = full(number(at, 4))
                && is_day(number(at + 6, 2), number(at + 4, 2))
            {
                give(at + 8, Some(year));
            }
            if let Some(year) = full(number(at + 4, 4))
                && either(number(at, 2), number(at + 2, 2))
            {
                give(at + 8, Some(year));
            }
        }
        6 => {
            if is_day(number(at + 4, 2), number(at + 2, 2)) {
                give(at + 6, number(at, 2).map(|y| 2000 + y));
            }
            if either(number(at, 2), number(at + 2, 2)) {
                give(at + 6, number(at + 4, 2).map(|y| 2000 + y));
            }
        }
        _ => {}
    }
    // Three numbers with separators between them.
    let first_end = at + digits;
    if !name.is_separator(first_end) || name.run_end(first_end) != first_end + 1 {
        return;
    }
    let second = first_end + 1;
    let second_end = name.run_end(second);
    if name.digit(second).is_none() || second_end - second > 2 || digits > 4 {
        return;
    }
    let (a, b) = (number(at, digits), number(second, second_end - second));
    if name.is_separator(second_end) && name.digit(second_end + 1).is_some() {
        let third = second_end + 1;
        let third_end = name.run_end(third);
        let length = third_end - third;
        if length <= 4 {
            let c = number(third, length);
            if digits == 4
                && length <= 2
                && is_day(c, b)
                && let Some(year) = full(a)
            {
                give(third_end, Some(year));
            }
            if digits <= 2 && either(a, b) {
                if let Some(year) = full(c) {
                    give(third_end, Some(year));
                } else if length == 2 {
                    give(third_end, c.map(|y| 2000 + y));
                }
            }
        }
    } else if digits <= 2 && either(a, b) && digits + second_end - second >= 3 {
        give(second_end, None);
    }
}
