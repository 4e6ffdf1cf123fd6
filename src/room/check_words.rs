//! Words by which people know each other.

use rand::TryRng;

use super::pick::pick_word;
use crate::wordlist::WordList;

/// Two words to be agreed on over another channel than the link's: one to ask with and one to answer.
///
/// Who answers rightly has read that other channel. It proves no more: neither that nobody else listens,
/// nor that the call is encrypted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckWords {
    /// What the one says.
    pub call: String,
    /// What the other answers.
    pub answer: String,
}

/// Draws a pair of different words from `list`. An impostor has one try and guesses the answer with a chance of
/// 1 in 7,774 where the words are of EFF's large list, and of 1 in 1,294 where they are of the shortest one.
///
/// # Errors
/// The generator's, when it has no randomness to give.
pub fn check_words<R: TryRng>(list: WordList, rng: &mut R) -> Result<CheckWords, R::Error> {
    let call = pick_word(list, rng)?;
    loop {
        let answer = pick_word(list, rng)?;
        if answer != call {
            return Ok(CheckWords { call, answer });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    proptest! {
        #[test]
        fn a_pair_is_two_different_words_of_the_list(seed: u64, list in select(WordList::ALL.as_slice())) {
            let CheckWords { call, answer } =
                check_words(list, &mut ChaCha12Rng::seed_from_u64(seed)).unwrap();
            prop_assert_ne!(&call, &answer);
            for word in [call, answer] {
                prop_assert!(list.words().binary_search(&word.as_str()).is_ok());
            }
        }
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
        let CheckWords { call, answer } = check_words(WordList::EffLarge, &mut Twice(0)).unwrap();
        assert_eq!((&*call, &*answer), ("abacus", "abdomen"));
    }
}
