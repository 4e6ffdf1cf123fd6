//! Guests, each with a pair of check words of their own.

use rand::TryRng;

use super::{CheckWords, check_words};
use crate::wordlist::WordList;

/// Maximum number of guests. Chosen because nobody asks more people for their words one by one, and the shortest list
/// has words enough.
pub const GUESTS_MAX: usize = 50;

/// Maximum number of characters of a guest's name. Chosen because that is a line on a slip of paper.
const NAME_MAX: usize = 60;

/// A guest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guest {
    /// By the name that was typed.
    Named(String),
    /// By a number, from 1 on.
    Numbered(usize),
}

/// There are more than [`GUESTS_MAX`] guests, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotSoMany;

/// What people put between names that they write on one line, on keyboards for Latin, Arabic and Chinese.
const BETWEEN: [char; 7] = [',', ';', '\u{60c}', '\u{61b}', '\u{3001}', '\u{ff0c}', '\u{ff1b}'];

/// The guests that somebody typed: a name on each line, or how many there are. All of them on one line are not one guest, who
/// would be given the only pair for everybody; where there are several lines, a comma is part of a name.
///
/// # Errors
/// When there are none or too many.
pub fn guests(typed: &str) -> Result<Vec<Guest>, NotSoMany> {
    let is_said = |name: &&str| !name.is_empty();
    let mut lines: Vec<&str> = typed.lines().map(str::trim).filter(is_said).collect();
    if let [only] = lines[..] {
        lines = only.split(BETWEEN).map(str::trim).filter(is_said).collect();
    }
    let guests: Vec<Guest> = match lines[..] {
        [only] if only.chars().all(|sign| digit(sign).is_some()) => {
            let number = only.chars().try_fold(0_usize, |number, sign| {
                Some(number * 10 + digit(sign)?).filter(|number| *number <= GUESTS_MAX)
            });
            (1..=number.ok_or(NotSoMany)?).map(Guest::Numbered).collect()
        }
        _ => lines.into_iter().map(|line| Guest::Named(line.chars().take(NAME_MAX).collect())).collect(),
    };
    if (1..=GUESTS_MAX).contains(&guests.len()) { Ok(guests) } else { Err(NotSoMany) }
}

/// The value of a digit, as keyboards for Latin, Arabic and Persian write it.
fn digit(sign: char) -> Option<usize> {
    let zero = match sign {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    usize::try_from(u32::from(sign) - u32::from(zero)).ok()
}

/// Draws a pair for each of `count` guests from `list`, or of numbers where there is none. No word is in two of them:
/// whoever has heard another guest's is none the wiser.
///
/// # Errors
/// The generator's, when it has no randomness to give.
pub fn pairs<R: TryRng>(
    count: usize,
    list: Option<WordList>,
    rng: &mut R,
) -> Result<Vec<CheckWords>, R::Error> {
    let mut pairs: Vec<CheckWords> = Vec::new();
    while pairs.len() < count.min(GUESTS_MAX) {
        let pair = check_words(list, rng)?;
        let is_new = |word: &String| pairs.iter().all(|other| other.call != *word && other.answer != *word);
        if is_new(&pair.call) && is_new(&pair.answer) {
            pairs.push(pair);
        }
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use std::collections::HashSet;

    #[test]
    fn guests_are_named_or_counted() {
        let named = |name: &str| Guest::Named(name.to_owned());
        assert_eq!(guests(" Ada\r\n\n Grace Hopper \n"), Ok(vec![named("Ada"), named("Grace Hopper")]));
        for three in ["3", " 3 \n", "٣", "۳", "03"] {
            assert_eq!(guests(three), Ok((1..=3).map(Guest::Numbered).collect()), "{three}");
        }
        assert_eq!(guests("3\n4"), Ok(vec![named("3"), named("4")]), "names, whatever they are");
        assert_eq!(guests(&"x".repeat(99)), Ok(vec![named(&"x".repeat(NAME_MAX))]));
    }

    #[test]
    fn guests_on_one_line_are_several() {
        let named = |names: &[&str]| Ok(names.iter().map(|name| Guest::Named((*name).to_owned())).collect());
        for typed in [
            "Ada, Grace Hopper,Lin",
            "Ada; Grace Hopper; Lin;",
            "Ada، Grace Hopper،Lin",
            "Ada、Grace Hopper，Lin",
        ] {
            assert_eq!(guests(typed), named(&["Ada", "Grace Hopper", "Lin"]), "{typed}");
        }
        assert_eq!(guests("Hopper, Grace\nLovelace, Ada"), named(&["Hopper, Grace", "Lovelace, Ada"]));
    }

    #[test]
    fn no_guest_or_too_many_are_refused() {
        let many = "Ada\n".repeat(GUESTS_MAX + 1);
        for typed in ["", " \n ", " , ", "0", "51", "99999999999999999999999999", &many] {
            assert_eq!(guests(typed), Err(NotSoMany), "{typed}");
        }
        assert_eq!(guests("50").map(|guests| guests.len()), Ok(50));
    }

    #[test]
    fn no_word_is_in_two_pairs() {
        for list in WordList::ALL.into_iter().map(Some).chain([None]) {
            let drawn = pairs(GUESTS_MAX, list, &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
            let words: HashSet<&str> = drawn.iter().flat_map(|pair| [&*pair.call, &*pair.answer]).collect();
            assert_eq!((drawn.len(), words.len()), (GUESTS_MAX, 2 * GUESTS_MAX), "{list:?}");
        }
    }
}
