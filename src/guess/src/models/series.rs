//! Words that everybody says in this order: one-two-three, alpha-bravo-charlie, correct-horse-battery-staple.

use std::sync::OnceLock;

use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// A series on each line, in the letters that names are spelled with.
const SERIES: &str = include_str!("../../data/series.txt");

/// Bits for which series it is. There are some fifty, and an attacker tries the best known first.
const WHICH: f32 = 5.0;

/// Minimum number of words of a series, because two that follow each other are as likely said by chance.
const FEWEST: usize = 3;

/// Bits for saying it from the end.
const BACKWARDS: f32 = 1.0;

/// Evidence against a series, as against other patterns.
const DOUBT: f32 = 2.0;

/// The words of a series from one of them on, and what it costs to say that.
struct Rest {
    words: &'static [&'static str],
    bits: f32,
}

/// Number of letters, and that there is none.
const LETTERS: usize = 27;

/// The place of what begins with these letters.
fn place(first: u8, second: Option<u8>) -> usize {
    usize::from(first) * LETTERS + second.map_or(LETTERS - 1, usize::from)
}

/// All that can be said, by the first two letters of the first word.
fn all() -> &'static [Vec<Rest>] {
    static ALL: OnceLock<Vec<Vec<Rest>>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: Vec<Vec<Rest>> = (0..LETTERS * LETTERS).map(|_| Vec::new()).collect();
        for series in SERIES.lines() {
            let forwards: Vec<&str> = series.split(' ').collect();
            let backwards: Vec<&str> = forwards.iter().rev().copied().collect();
            for (words, more) in [(forwards, 0.0), (backwards, BACKWARDS)] {
                // They are kept as long as the program runs.
                let words: &'static [&str] = words.leak();
                for skipped in 0..=words.len().saturating_sub(FEWEST) {
                    let from = if skipped == 0 { 1.0 } else { libm::log2f(words.len() as f32) };
                    let rest = Rest { words: &words[skipped..], bits: WHICH + from + more };
                    let mut letters = rest.words[0].bytes().map(|byte| byte - b'a');
                    if let Some(first) = letters.next() {
                        all[place(first, letters.next())].push(rest);
                    }
                }
            }
        }
        all
    })
}

/// Offers the series that begin at `at`, where a word may begin, from any of their words on.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let Some(first) = name.letter(at) else { return };
    if at > 0 && name.letter(at - 1).is_some() {
        return;
    }
    let begins = |second| &all()[place(first, second)];
    let second = name.letter(at + 1);
    let longer = second.into_iter().flat_map(|second| begins(Some(second)));
    for Rest { words, bits } in begins(None).iter().chain(longer) {
        said(name, at, words, *bits, offer);
    }
}

/// Offers as many of `words` as stand at `at`, which cost `bits` and how many they are.
fn said(name: &Name, at: usize, words: &[&str], bits: f32, offer: &mut impl FnMut(Candidate)) {
    let mut end = at;
    for (word, said) in words.iter().zip(1..) {
        let begin = if said > 1 && name.is_separator(end) { end + 1 } else { end };
        let Some(after) = after(name, begin, word) else { break };
        end = after;
        if said >= FEWEST && name.letter(end).is_none() {
            let bits = bits + libm::log2f(said as f32);
            let piece = Piece { start: at, end, bits, kind: Kind::Sequence };
            offer(Candidate { piece, doubt: DOUBT });
        }
    }
}

/// Where `word` ends, if it stands at `at`.
fn after(name: &Name, at: usize, word: &str) -> Option<usize> {
    let stands = word.bytes().zip(at..).all(|(byte, at)| name.letter(at) == Some(byte - b'a'));
    stands.then(|| at + word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn longest(name: &str) -> Option<usize> {
        let name = Name::new(name.to_owned());
        let mut longest = None;
        offer(&name, 0, &mut |candidate| longest = longest.max(Some(candidate.piece.end)));
        longest
    }

    #[test]
    fn a_series_is_found_with_and_without_marks_from_any_word_on_and_backwards() {
        assert_eq!(longest("one-two-three-four-five"), Some(23));
        assert_eq!(longest("onetwothree"), Some(11));
        assert_eq!(longest("delta_echo_foxtrot_room"), Some(18));
        assert_eq!(longest("fünf-sechs-sieben"), Some(17));
        assert_eq!(longest("three-two-one"), Some(13));
    }

    #[test]
    fn two_words_another_order_and_the_inside_of_a_word_are_no_series() {
        assert_eq!(longest("one-two-four"), None);
        assert_eq!(longest("three-one-two"), None);
        assert_eq!(longest("onetwothreefold"), None);
    }

    #[test]
    fn every_word_is_spelled_as_names_are() {
        for word in SERIES.split_whitespace() {
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
    }
}
