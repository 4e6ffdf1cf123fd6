//! Words that are on a list and that no room's name is made of.
//!
//! `left-out.txt` has them, with the reason for each. They stay in the published list, so that a number means the same
//! word for everybody; whoever draws one of them draws again, which leaves all others equally likely.

/// The committed file.
const LEFT_OUT: &str = include_str!("left-out.txt");

/// The words that the list of this language has and no name gets, in no order.
pub(super) fn of(language: &str) -> impl Iterator<Item = &'static str> {
    LEFT_OUT
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" | "))
        .filter(move |(key, _)| *key == language)
        .filter_map(|(_, rest)| rest.split_once(" | "))
        .flat_map(|(_, words)| words.split(' '))
}
