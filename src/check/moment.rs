//! Is a text a date or a time?

use crate::guess::{Kind, assess};

/// What stands behind an hour in Latin letters.
const HOURS: [&str; 3] = ["am", "pm", "h"];

/// Whether `text` is nothing but a date or a time, or holds a time of the day.
pub(super) fn is_moment(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.chars().all(char::is_numeric);
    let is_of_signs = text.chars().filter(|c| c.is_alphanumeric()).all(|c| CALENDAR.contains(c));
    if is_of_signs && (text.contains('月') && text.contains('日') || text.contains(['时', '時', '点', '點']))
    {
        return true;
    }
    if is_digits(text) || !text.contains(char::is_numeric) {
        return false;
    }
    let is_clock = |word: &str| {
        let small = word.to_ascii_lowercase();
        let bare = HOURS.iter().find_map(|hour| small.strip_suffix(hour));
        if bare.is_some_and(|bare| is_digits(&bare.replace(['.', ':'], ""))) {
            return true;
        }
        let (hour, rest) = word.split_once(':').unwrap_or_default();
        let minute = rest.split(|c: char| !c.is_numeric()).next().unwrap_or_default();
        is_digits(hour) && hour.chars().count() <= 2 && is_digits(minute) && minute.chars().count() == 2
    };
    let is_hour = text
        .split(['时', '時', '点', '點', '시'])
        .rev()
        .skip(1)
        .any(|before| before.ends_with(char::is_numeric));
    let is_count = text.chars().all(|c| c.is_numeric() || matches!(c, '.' | ':' | '/'));
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_of_hour = |word: &str| HOURS.iter().any(|hour| word.eq_ignore_ascii_case(hour));
    is_hour
        || words.windows(2).any(|pair| is_digits(pair[0]) && is_of_hour(pair[1]))
        || is_count
        || words.iter().any(|word| is_clock(word.trim_matches(|c: char| !c.is_alphanumeric())))
        || is_calendar(text)
}

/// What dates and times are written with in scripts without spaces.
const CALENDAR: &str = "令和平成昭年月日号號时時点點分秒周週星期曜火水木金土午上下前后後凌晨早晚半一二三四五六七八九十년월일시분오전후";

/// Whether nothing but numbers, and words of the calendar, stand in `text`, which has numbers.
fn is_calendar(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphanumeric());
    if letters().all(|c| c.is_numeric() || CALENDAR.contains(c)) && letters().any(|c| !c.is_numeric()) {
        return true;
    }
    let is_of_calendar =
        |kind| matches!(kind, Kind::Date | Kind::Moment | Kind::Time | Kind::Month | Kind::Weekday);
    // Numbers, and the articles and prepositions between them.
    let is_between = |kind| matches!(kind, Kind::Number | Kind::Year | Kind::Word { rank: Some(200), .. });
    let is_begun = text.starts_with(char::is_numeric) || text.contains(char::is_whitespace);
    let parts = assess(text).parts;
    is_begun
        && parts.iter().any(|part| is_of_calendar(part.kind))
        && parts.iter().all(|part| is_of_calendar(part.kind) || is_between(part.kind))
}
