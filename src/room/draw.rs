//! Drawing a name.

use rand::TryRng;

use super::recipe::{ALPHABET, Recipe, Style};
use crate::Bits;
use crate::jitsi::RoomName;
use crate::wordlist::eff_large;

/// Characters are written in groups of this many, so that they can be read out and typed.
const GROUP: usize = 5;

/// A room that was just made.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// Its name, as Jitsi compares it.
    pub name: RoomName,
    /// Its exact strength.
    pub bits: Bits,
}

/// Draws a room's name with `rng`: in the product the operating system's generator
/// ([`SysRng`](rand::rngs::SysRng)).
///
/// # Errors
/// The generator's, when it has no randomness to give. There is no name then: a guessable one would be
/// worse than none.
pub fn make<R: TryRng>(recipe: &Recipe, rng: &mut R) -> Result<Room, R::Error> {
    let length = usize::from(recipe.length());
    let drawn = match recipe.style() {
        Style::Words => {
            let drawn = (0..length).map(|_| pick(eff_large(), rng).copied());
            drawn.collect::<Result<Vec<_>, _>>()?.join("-")
        }
        Style::Characters => {
            let drawn = (0..length).map(|_| pick(ALPHABET, rng).map(|&c| char::from(c)));
            let characters = drawn.collect::<Result<Vec<_>, _>>()?;
            characters.chunks(GROUP).map(String::from_iter).collect::<Vec<_>>().join("-")
        }
    };
    let label = recipe.label().as_str();
    let name = if label.is_empty() { drawn } else { format!("{label}-{drawn}") };
    Ok(Room { name: RoomName::from_folded(name), bits: recipe.bits() })
}

/// One of `choices`, each as likely as the others.
///
/// A draw above the largest multiple of their number is drawn again; taking the remainder of it would
/// favour the first ones.
fn pick<'a, T, R: TryRng>(choices: &'a [T], rng: &mut R) -> Result<&'a T, R::Error> {
    let count = choices.len() as u64;
    let fair = (1 << 32) / count * count;
    loop {
        let draw = u64::from(rng.try_next_u32()?);
        if draw < fair {
            // Below `count`, which came from a usize.
            #[expect(clippy::cast_possible_truncation)]
            return Ok(&choices[(draw % count) as usize]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guess::{Verdict, assess};
    use proptest::prelude::*;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use std::collections::{HashMap, HashSet};

    fn seeded() -> ChaCha12Rng {
        ChaCha12Rng::seed_from_u64(2026)
    }

    fn made(style: Style, length: u8, label: &str) -> String {
        make(&Recipe::new(style, length, label).unwrap(), &mut seeded()).unwrap().name.to_string()
    }

    #[test]
    fn names_are_pinned_by_their_seed() {
        assert_eq!(made(Style::Words, 5, ""), "rehydrate-smudgy-levitator-unarmored-linguist");
        assert_eq!(made(Style::Characters, 12, ""), "nks3r-miavv-vv");
        assert_eq!(made(Style::Words, 4, "Acme weekly"), "acme-weekly-rehydrate-smudgy-levitator-unarmored");
    }

    /// Pearson's statistic of `counts` against an even spread, in standard deviations from its mean.
    fn chi_square_deviation(counts: &HashMap<&str, u32>, choices: usize, draws: u32) -> f64 {
        let expected = f64::from(draws) / choices as f64;
        let seen: f64 = counts.values().map(|&n| (f64::from(n) - expected).powi(2) / expected).sum();
        let statistic = seen + (choices - counts.len()) as f64 * expected;
        let freedom = (choices - 1) as f64;
        (statistic - freedom) / (2.0 * freedom).sqrt()
    }

    #[test]
    fn every_word_is_reached_and_equally_often() {
        let (words, mut rng) = (eff_large(), seeded());
        let mut counts = HashMap::new();
        for _ in 0..100_000 {
            *counts.entry(*pick(words, &mut rng).unwrap()).or_default() += 1;
        }
        assert_eq!(counts.len(), words.len());
        let deviation = chi_square_deviation(&counts, words.len(), 100_000);
        assert!(deviation.abs() < 4.0, "{deviation}");
    }

    #[test]
    fn an_unfair_draw_would_be_noticed() {
        let (words, mut rng) = (eff_large(), seeded());
        let mut counts = HashMap::new();
        for _ in 0..100_000 {
            // What a remainder of 14 bits does: the first words come up twice as often as the last.
            let draw = rng.try_next_u32().unwrap() as usize % (1 << 14);
            *counts.entry(words[draw % words.len()]).or_default() += 1;
        }
        assert!(chi_square_deviation(&counts, words.len(), 100_000) > 4.0);
    }

    #[test]
    fn a_generator_that_fails_gives_no_name() {
        struct Dry;
        #[derive(Debug, PartialEq)]
        struct NoRandomness;
        impl std::fmt::Display for NoRandomness {
            fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                Ok(())
            }
        }
        impl std::error::Error for NoRandomness {}
        impl TryRng for Dry {
            type Error = NoRandomness;
            fn try_next_u32(&mut self) -> Result<u32, NoRandomness> {
                Err(NoRandomness)
            }
            fn try_next_u64(&mut self) -> Result<u64, NoRandomness> {
                Err(NoRandomness)
            }
            fn try_fill_bytes(&mut self, _: &mut [u8]) -> Result<(), NoRandomness> {
                Err(NoRandomness)
            }
        }
        assert_eq!(make(&Recipe::default(), &mut Dry), Err(NoRandomness));
    }

    proptest! {
        #[test]
        fn a_made_name_is_one_that_jitsi_does_not_change(seed: u64, words: bool, extra in 0_u8..9, label in "\\PC{0,30}") {
            let style = if words { Style::Words } else { Style::Characters };
            let recipe = Recipe::new(style, style.lengths().start() + extra, &label).unwrap();
            let name = make(&recipe, &mut ChaCha12Rng::seed_from_u64(seed)).unwrap().name;
            prop_assert_eq!(RoomName::from_segment(&name.encoded()), Some(name));
        }

        #[test]
        fn the_judge_calls_every_made_name_strong(seed: u64, words: bool, extra in 0_u8..9) {
            let style = if words { Style::Words } else { Style::Characters };
            let recipe = Recipe::new(style, style.lengths().start() + extra, "").unwrap();
            let name = make(&recipe, &mut ChaCha12Rng::seed_from_u64(seed)).unwrap().name;
            prop_assert_eq!(assess(name.as_str()).verdict, Verdict::Strong, "{}", name);
        }
    }

    #[test]
    fn ten_thousand_names_are_all_different() {
        let mut rng = seeded();
        let names: HashSet<RoomName> =
            (0..10_000).map(|_| make(&Recipe::default(), &mut rng).unwrap().name).collect();
        assert_eq!(names.len(), 10_000);
    }
}
