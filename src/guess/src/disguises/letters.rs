//! Letters in another order, or others in their place.

use super::chunks::each_chunk;

/// Minimum number of letters in disguise, because fewer are so by chance.
const SHORTEST: usize = 4;

/// s-t-a-n-d-u-p
pub(super) fn spaced(text: &str) -> Option<String> {
    let separator = text.chars().nth(1)?;
    if separator.is_alphanumeric() || text.chars().skip(1).step_by(2).any(|c| c != separator) {
        return None;
    }
    let letters: Vec<char> = text.chars().step_by(2).collect();
    let all = letters.len() >= SHORTEST && letters.iter().all(|c| c.is_alphanumeric());
    all.then(|| letters.into_iter().collect())
}

/// ssttaanndduupp, or each letter more often than twice.
pub(super) fn doubled(text: &str) -> Option<String> {
    each_chunk(text, |chunk| {
        let mut first = chunk.chars();
        if first.next() != first.next() {
            return None;
        }
        let letters: Vec<char> = chunk.chars().collect();
        let times = letters.iter().take_while(|c| **c == letters[0]).count();
        (2..=times).find_map(|times| {
            let alike = |group: &[char]| group.len() == times && group.iter().all(|c| *c == group[0]);
            let all = letters.len() >= SHORTEST * times && letters.chunks(times).all(alike);
            all.then(|| letters.iter().step_by(times).collect())
        })
    })
}

/// standuppudnats
pub(super) fn palindrome(text: &str) -> Option<String> {
    each_chunk(text, |chunk| {
        let half = chunk.chars().count().div_ceil(2);
        (half >= SHORTEST && chunk.chars().eq(chunk.chars().rev()))
            .then(|| chunk.chars().take(half).collect())
    })
}

/// pudnats
pub(super) fn reversed(text: &str) -> Option<String> {
    let length = text.chars().count();
    (length >= SHORTEST).then(|| text.chars().rev().collect())
}

/// wleyeekkl: of two words, the letters by turns.
pub(super) fn interleaved(text: &str) -> Option<String> {
    each_chunk(text, |chunk| {
        if chunk.len() < 2 * SHORTEST {
            return None;
        }
        let every_other = |from: usize| chunk.chars().skip(from).step_by(2);
        Some(every_other(0).chain(std::iter::once('-')).chain(every_other(1)).collect())
    })
}

/// Cyrillic and Greek letters that look like these Latin ones, among Latin ones.
const LOOK_ALIKE: &str = "аaеeоoрpсcуyхxіiјjѕsԁdһhӏlкkвbмmнhтtгrпnαaοoρpνvιiκkυuτtχxεeηnωw";

/// Letters of another alphabet that look like Latin ones, among Latin ones.
pub(super) fn look_alike(text: &str) -> Option<String> {
    if text.is_ascii() || !text.contains(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let pairs: Vec<char> = LOOK_ALIKE.chars().collect();
    let latin = |c: char| pairs.chunks(2).find(|pair| pair[0] == c).map(|pair| pair[1]);
    text.contains(|c| latin(c).is_some()).then(|| text.chars().map(|c| latin(c).unwrap_or(c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_is_undone_where_it_was_gone() {
        for (undo, disguised, before) in [
            (spaced as fn(&str) -> Option<String>, "s-t-a-n-d-u-p", Some("standup")),
            (spaced, "s-t-a-nd", None),
            (doubled, "ssttaanndduupp-ttoo", Some("standup-ttoo")),
            (doubled, "ssstttaaannnddduuuppp", Some("standup")),
            (doubled, "balloon", None),
            (palindrome, "standuppudnats", Some("standup")),
            (palindrome, "standupudnats", Some("standup")),
            (palindrome, "standup", None),
            (reversed, "pudnats", Some("standup")),
            (interleaved, "bdlaucek", Some("blue-dack")),
            (look_alike, "mееting", Some("meeting")),
            (look_alike, "собрание", None),
        ] {
            assert_eq!(undo(disguised).as_deref(), before, "{disguised}");
        }
    }
}
