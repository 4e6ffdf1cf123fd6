//! A fair choice.

use rand::TryRng;

use crate::wordlist::WordList;

/// One of `choices`, each as likely as the others.
pub(super) fn pick<'a, T, R: TryRng>(choices: &'a [T], rng: &mut R) -> Result<&'a T, R::Error> {
    Ok(&choices[pick_number(choices.len(), rng)?])
}

/// A number below `count`, each as likely as the others.
///
/// A draw above the largest multiple of their number is drawn again; taking the remainder of it would
/// favour the first ones.
pub(super) fn pick_number<R: TryRng>(count: usize, rng: &mut R) -> Result<usize, R::Error> {
    let count = count as u64;
    let fair = (1 << 32) / count * count;
    loop {
        let draw = u64::from(rng.try_next_u32()?);
        if draw < fair {
            // Below `count`, which came from a usize.
            #[expect(clippy::cast_possible_truncation)]
            return Ok((draw % count) as usize);
        }
    }
}

/// A word of `list`, each as likely as the others.
pub(super) fn pick_word<R: TryRng>(list: WordList, rng: &mut R) -> Result<String, R::Error> {
    pick_some(list.numbers(), rng, |number| list.word(number))
}

/// What `choice` has for a number below `count`; where it has nothing another is drawn, so that each is as likely as the
/// others.
fn pick_some<T, R: TryRng>(
    count: usize,
    rng: &mut R,
    choice: impl Fn(usize) -> Option<T>,
) -> Result<T, R::Error> {
    loop {
        if let Some(chosen) = choice(pick_number(count, rng)?) {
            return Ok(chosen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use std::collections::HashMap;

    fn seeded() -> ChaCha12Rng {
        ChaCha12Rng::seed_from_u64(2026)
    }

    /// Pearson's statistic of `counts` against an even spread, in standard deviations from its mean.
    fn chi_square_deviation(counts: &HashMap<String, u32>, choices: usize, draws: u32) -> f64 {
        let expected = f64::from(draws) / choices as f64;
        let seen: f64 = counts.values().map(|&n| (f64::from(n) - expected).powi(2) / expected).sum();
        let statistic = seen + (choices - counts.len()) as f64 * expected;
        let freedom = (choices - 1) as f64;
        (statistic - freedom) / (2.0 * freedom).sqrt()
    }

    #[test]
    fn every_word_is_reached_and_equally_often() {
        for list in WordList::ALL {
            let (words, mut rng) = (list.words(), seeded());
            let numbered: Vec<_> = (0..list.numbers()).map(|number| list.word(number)).collect();
            let mut counts = HashMap::new();
            for _ in 0..100_000 {
                let word = pick_some(numbered.len(), &mut rng, |number| numbered[number].clone()).unwrap();
                *counts.entry(word).or_default() += 1;
            }
            assert_eq!(counts.len(), words.len(), "{list:?}");
            let deviation = chi_square_deviation(&counts, words.len(), 100_000);
            assert!(deviation.abs() < 4.0, "{list:?}: {deviation}");
        }
    }

    #[test]
    fn a_draw_beyond_the_last_whole_multiple_is_drawn_again() {
        struct Then(Vec<u32>);
        impl TryRng for Then {
            type Error = std::convert::Infallible;
            fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
                Ok(self.0.remove(0))
            }
            fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
                self.try_next_u32().map(u64::from)
            }
            fn try_fill_bytes(&mut self, _: &mut [u8]) -> Result<(), Self::Error> {
                Ok(())
            }
        }
        // 2^32 - 1 is a multiple of three, and the only draw too many.
        assert_eq!(pick_number(3, &mut Then(vec![u32::MAX, 5])), Ok(2));
        assert_eq!(pick_number(3, &mut Then(vec![u32::MAX - 1, 5])), Ok(2));
        assert_eq!(pick_number(4, &mut Then(vec![u32::MAX, 5])), Ok(3));
    }
}
