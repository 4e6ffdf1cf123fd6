//! Random choices that know their own entropy.

use std::collections::BTreeSet;
use std::rc::Rc;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

type Make = Rc<dyn Fn(&mut ChaCha8Rng) -> String>;

/// A way to draw a text, and how many bits the choice is worth.
///
/// Bits add up as choices are put together, so that no kind of name states a strength of its own.
#[derive(Clone)]
pub(super) struct Draw {
    /// log2 of the number of equally likely texts; Shannon's entropy where they are not equally likely.
    pub(super) bits: f64,
    make: Make,
}

impl Draw {
    fn new(bits: f64, make: impl Fn(&mut ChaCha8Rng) -> String + 'static) -> Self {
        Self { bits, make: Rc::new(make) }
    }

    /// One text.
    pub(super) fn draw(&self, rng: &mut ChaCha8Rng) -> String {
        (self.make)(rng)
    }

    /// Written in another way. `write` has to keep different texts different, or the bits are too many.
    pub(super) fn map(self, write: impl Fn(&str) -> String + 'static) -> Self {
        Self::new(self.bits, move |rng| write(&self.draw(rng)))
    }
}

/// Always the same.
pub(super) fn fixed(text: &str) -> Draw {
    let text = text.to_owned();
    Draw::new(0.0, move |_| text.clone())
}

/// One of these, all equally likely. What stands there twice counts once, as it does for an attacker.
pub(super) fn one_of<S: Into<String>>(texts: impl IntoIterator<Item = S>) -> Draw {
    let texts: BTreeSet<String> = texts.into_iter().map(Into::into).collect();
    let texts: Vec<String> = texts.into_iter().collect();
    Draw::new((texts.len() as f64).log2(), move |rng| texts[rng.random_range(0..texts.len())].clone())
}

/// One of the words of a text.
pub(super) fn word_of(texts: &str) -> Draw {
    one_of(texts.split_whitespace())
}

/// A whole number from `first` to `last`, with zeros before it up to `width` digits.
pub(super) fn number(first: u64, last: u64, width: usize) -> Draw {
    let bits = ((last - first + 1) as f64).log2();
    Draw::new(bits, move |rng| format!("{:0width$}", rng.random_range(first..=last)))
}

/// `length` characters, as Jitsi compares them: a letter that stands in the alphabet in both cases is drawn
/// twice as often, and its case is worth nothing.
pub(super) fn characters(alphabet: &str, length: usize) -> Draw {
    let alphabet: Vec<char> = alphabet.chars().collect();
    let count = alphabet.len() as f64;
    let share = |c: &char| {
        let alike = alphabet.iter().filter(|other| other.eq_ignore_ascii_case(c)).count();
        alike as f64 / count
    };
    let entropy: f64 = alphabet.iter().map(|c| -share(c).log2() / count).sum();
    Draw::new(entropy * length as f64, move |rng| {
        (0..length).map(|_| alphabet[rng.random_range(0..alphabet.len())]).collect()
    })
}

/// One after the other, with `separator` between them.
pub(super) fn joined<const N: usize>(separator: &'static str, parts: [Draw; N]) -> Draw {
    all(separator, Vec::from(parts))
}

/// One after the other, each with a capital.
pub(super) fn camel<const N: usize>(parts: [Draw; N]) -> Draw {
    all("", parts.into_iter().map(|part| part.map(capitalised)).collect())
}

/// The same choice made `count` times.
pub(super) fn times(count: usize, separator: &'static str, part: &Draw) -> Draw {
    all(separator, vec![part.clone(); count])
}

/// One of several ways of writing the same number of texts, all equally likely.
pub(super) fn either(ways: Vec<Draw>) -> Draw {
    let count = ways.len() as f64;
    let mean: f64 = ways.iter().map(|way| way.bits / count).sum();
    Draw::new(mean + count.log2(), move |rng| ways[rng.random_range(0..ways.len())].draw(rng))
}

fn all(separator: &'static str, parts: Vec<Draw>) -> Draw {
    let bits = parts.iter().map(|part| part.bits).sum();
    Draw::new(bits, move |rng| parts.iter().map(|part| part.draw(rng)).collect::<Vec<_>>().join(separator))
}

/// With its first letter as a capital.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn bits_add_up_as_choices_are_put_together() {
        let name =
            joined("-", [one_of(["a", "b", "b"]), number(0, 15, 2), characters("0123", 3), fixed("x")]);
        assert!((name.bits - 11.0).abs() < 1e-9, "{}", name.bits);
    }

    #[test]
    fn the_case_of_a_letter_is_worth_nothing() {
        let base64url = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
        assert!((characters(base64url, 1).bits - 5.1875).abs() < 1e-9);
    }

    #[test]
    fn the_same_seed_draws_the_same_names() {
        let name = camel([word_of("red green blue"), number(1, 1000, 4)]);
        let draw = || name.draw(&mut ChaCha8Rng::seed_from_u64(7));
        assert_eq!(draw(), draw());
        assert!(draw().starts_with(char::is_uppercase));
    }
}
