//! Days and times.

use time::{Date, Month};

use crate::accuracy::draw::{Draw, capitalised, either, joined, number, one_of, word_of};
use crate::accuracy::kind::Kind;

/// The first day that names are drawn from, and the first after the last.
const YEARS: (i32, i32) = (2020, 2030);

const GERMAN: [&str; 12] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

pub(in crate::accuracy) fn kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("calendar", name, draw));
    add("2024_05_31", day(|(y, m, d)| format!("{y}_{m:02}_{d:02}")));
    add("310524", day(|(y, m, d)| format!("{d:02}{m:02}{}", y % 100)));
    add("05-31-24", day(|(y, m, d)| format!("{m:02}-{d:02}-{}", y % 100)));
    add("31-May-2024", day(|(y, m, d)| format!("{d}-{}-{y}", &english(m)[..3])));
    add("May-31-2024", day(|(y, m, d)| format!("{}-{d}-{y}", english(m))));
    add("31mai2024 in German", day(|(y, m, d)| format!("{d}{}{y}", GERMAN[m - 1])));
    add("31-de-mayo-de-2024 in Spanish", day(|(y, m, d)| format!("{d}-de-{}-de-{y}", SPANISH[m - 1])));
    add("May 31 without a year", day(|(_, m, d)| format!("{}{d}", english(m))));
    add("May2024", day(|(y, m, _)| format!("{}{y}", english(m))));
    add("2024-w22", joined("-w", [number(2020, 2029, 4), number(1, 52, 2)]));
    let minutes = joined("", [number(0, 23, 2), number(0, 59, 2)]);
    add("20240531-1430", joined("-", [day(|(y, m, d)| format!("{y}{m:02}{d:02}")), minutes.clone()]));
    add("1430", minutes.clone());
    let weekday = word_of("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
    add("Friday1430", joined("", [weekday, minutes]));
    add("seconds since 1970", number(1_577_836_800, 1_893_455_999, 1));
    add("milliseconds since 1970", number(1_577_836_800_000, 1_893_455_999_999, 1));
    let quarter = joined("-", [word_of("q1 q2 q3 q4"), number(2020, 2029, 4)]);
    let half = either(vec![word_of("spring autumn summer winter"), word_of("ss ws hs fs")]);
    add("quarter or term", either(vec![quarter, joined("", [half, number(2020, 2029, 4)])]));
    kinds
}

/// A day of the 2020s, as (year, month, day) written by `write`.
pub(in crate::accuracy) fn day(write: impl Fn((i32, usize, u8)) -> String) -> Draw {
    let first = Date::from_calendar_date(YEARS.0, Month::January, 1).ok();
    let days = std::iter::successors(first, |day| day.next_day());
    let days = days.take_while(|day| day.year() < YEARS.1);
    one_of(days.map(|day| write((day.year(), usize::from(u8::from(day.month())), day.day()))))
}

fn english(month: usize) -> String {
    let names = ["january", "february", "march", "april", "may", "june"];
    let more = ["july", "august", "september", "october", "november", "december"];
    capitalised(names.iter().chain(&more).nth(month - 1).copied().unwrap_or_default())
}
