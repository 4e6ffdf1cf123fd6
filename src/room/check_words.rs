//! Words by which people know each other.

use rand::TryRng;

use super::pick::{pick_number, pick_word};
use crate::wordlist::WordList;

/// The numbers that stand for words where there are none: those of four digits, which are easily said and heard, and are
/// more than the words of any list. None begins with a zero, which somebody would leave out.
const NUMBERS: std::ops::Range<usize> = 1_000..10_000;

/// Two words to be agreed on over another channel than the link's: one to ask with and one to answer. Numbers of four
/// digits in place of words are written as `4731`.
///
/// Whoever answers rightly has read that other channel. It proves no more: neither that nobody else listens,
/// nor that the call is encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckWords {
    /// What the one says.
    pub call: String,
    /// What the other answers.
    pub answer: String,
}

/// Draws a pair of different words from `list`, or of different numbers where there is none. An impostor has one try
/// and guesses the answer with a chance of 1 in 7,513 where the words are of EFF's large list, of 1 in 2,003 where they are
/// of the Spanish one, and of 1 in 8,999 where they are numbers.
///
/// # Errors
/// The generator's, when it has no randomness to give.
pub fn check_words<R: TryRng>(list: Option<WordList>, rng: &mut R) -> Result<CheckWords, R::Error> {
    let call = draw(list, rng)?;
    loop {
        let answer = draw(list, rng)?;
        if answer != call {
            return Ok(CheckWords { call, answer });
        }
    }
}

fn draw<R: TryRng>(list: Option<WordList>, rng: &mut R) -> Result<String, R::Error> {
    match list {
        Some(list) => pick_word(list, rng),
        None => Ok((NUMBERS.start + pick_number(NUMBERS.len(), rng)?).to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use std::collections::HashSet;

    proptest! {
        #[test]
        fn a_pair_is_two_different_words_of_the_list_or_two_numbers(
            seed: u64,
            list in option::of(select(WordList::ALL.as_slice())),
        ) {
            let CheckWords { call, answer } =
                check_words(list, &mut ChaCha12Rng::seed_from_u64(seed)).unwrap();
            prop_assert_ne!(&call, &answer);
            for word in [call, answer] {
                match list {
                    Some(list) => prop_assert!(list.words().binary_search(&word.as_str()).is_ok()),
                    None => prop_assert!(word.len() == 4 && NUMBERS.contains(&word.parse().unwrap())),
                }
            }
        }
    }

    #[test]
    fn every_number_is_drawn_and_they_are_harder_to_guess_than_any_word() {
        let mut rng = ChaCha12Rng::seed_from_u64(2026);
        let drawn: HashSet<String> =
            (0..200_000).map(|_| check_words(None, &mut rng).unwrap().answer).collect();
        assert_eq!(drawn.len(), 9_000);
        assert!(WordList::ALL.iter().all(|list| usize::from(list.size()) < drawn.len()));
    }

    #[test]
    fn a_word_is_not_its_own_answer() {
        struct Twice(u32);
        impl rand::TryRng for Twice {
            type Error = std::convert::Infallible;
            fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
                self.0 += 1;
                Ok(self.0 / 3)
            }
            fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
                self.try_next_u32().map(u64::from)
            }
            fn try_fill_bytes(&mut self, _: &mut [u8]) -> Result<(), Self::Error> {
                Ok(())
            }
        }
        // Draws 0, 0, 1: the second is the first again.
        for (list, wanted) in [(Some(WordList::EffLarge), ("abacus", "abdomen")), (None, ("1000", "1001"))] {
            let CheckWords { call, answer } = check_words(list, &mut Twice(0)).unwrap();
            assert_eq!((&*call, &*answer), wanted);
        }
    }
}
