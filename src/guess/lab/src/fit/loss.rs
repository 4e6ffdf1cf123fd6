//! What a set of constants costs: how far the judge is from the truth, and how often its verdict is wrong.
//!
//! Each figure counts as a part of what is tolerable. A wrong "strong" weighs most, since somebody may rely on it.

use std::fmt;
use std::thread;

use guessable::{STRONG_FROM, WEAK_FROM, assess};

use super::known::Known;

/// What the judge says of some names.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Figures {
    /// Mean absolute error, in bits, with both sides capped at [`CAP`].
    error: Mean,
    /// Share of those below 28 bits that are called strong.
    guessable_strong: Mean,
    /// Share of those below 28 bits that are not called guessable.
    guessable_missed: Mean,
    /// Share of those from 28 to 45 bits that are called strong.
    weak_strong: Mean,
    /// Share of those of 45 bits and more that are not called strong.
    strong_missed: Mean,
    /// Share of names to which a hyphen and eight random characters add less than 35 bits.
    token_missed: Mean,
}

/// A weighed mean while it is added up.
#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    weight: f64,
}

impl Mean {
    fn add(&mut self, value: f64, weight: f64) {
        self.sum += value * weight;
        self.weight += weight;
    }

    fn get(self) -> f64 {
        if self.weight > 0.0 { self.sum / self.weight } else { 0.0 }
    }
}

/// Bits above which strengths are all the same.
const CAP: f64 = 64.0;
/// What eight random characters behind a hyphen add at least, in bits.
const TOKEN: f64 = 35.0;
/// Number of names of which one is asked about with random characters behind it.
const TOKENS: usize = 8;
/// Thresholds are this soft, in bits, so that a small step makes a small difference.
const SOFT: f64 = 1.0;

/// How surely `bits` are at least `threshold`.
fn at_least(bits: f64, threshold: f64) -> f64 {
    1.0 / (1.0 + ((threshold - bits) / SOFT).exp())
}

impl Figures {
    /// Asks the judge about `names`.
    pub(super) fn of(names: &[Known]) -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let length = names.len().div_ceil(threads).max(1);
        let parts = names.chunks(length).zip((0..).step_by(length));
        thread::scope(|scope| {
            let running: Vec<_> =
                parts.map(|(part, first)| scope.spawn(move || Self::of_part(part, first))).collect();
            let parts: Vec<Self> = running.into_iter().filter_map(|part| part.join().ok()).collect();
            Self::sum(&parts)
        })
    }

    /// Of some of the names, the first of which has the number `first` among all: on how many processors they are divided
    /// makes no difference.
    fn of_part(names: &[Known], first: usize) -> Self {
        let mut figures = Self::default();
        for (number, Known { name, truth, weight, exact, .. }) in (first..).zip(names) {
            let bits = assess(name).bits.get();
            let strong = at_least(bits, STRONG_FROM.get());
            if *exact {
                figures.error.add((bits.min(CAP) - truth.min(CAP)).abs(), *weight);
            }
            if *truth < WEAK_FROM.get() {
                figures.guessable_strong.add(strong, *weight);
                figures.guessable_missed.add(at_least(bits, WEAK_FROM.get()), *weight);
            } else if *truth < STRONG_FROM.get() {
                figures.weak_strong.add(strong, *weight);
            } else {
                figures.strong_missed.add(1.0 - strong, *weight);
            }
            if number % TOKENS == 0 {
                let more = assess(&format!("{name}-{}", token(number))).bits.get() - bits;
                figures.token_missed.add(1.0 - at_least(more, TOKEN), 1.0);
            }
        }
        figures
    }

    fn all(&mut self) -> [&mut Mean; 6] {
        [
            &mut self.error,
            &mut self.guessable_strong,
            &mut self.guessable_missed,
            &mut self.weak_strong,
            &mut self.strong_missed,
            &mut self.token_missed,
        ]
    }

    fn sum(parts: &[Self]) -> Self {
        let mut sum = Self::default();
        for mut part in parts.iter().copied() {
            for (sum, part) in sum.all().into_iter().zip(part.all()) {
                sum.sum += part.sum;
                sum.weight += part.weight;
            }
        }
        sum
    }

    /// The figures of all parts together.
    pub(super) fn mean(parts: &[Self]) -> Self {
        Self::sum(parts)
    }

    /// The loss: the sum of all figures, each over what is tolerable, and more than that if it is far above.
    pub(super) fn loss(self) -> f64 {
        let over = |mean: Mean, tolerable: f64| {
            let part = mean.get() / tolerable;
            part + 0.25 * part * part
        };
        over(self.error, 6.0)
            + over(self.guessable_strong, 0.012)
            + over(self.guessable_missed, 0.30)
            + over(self.weak_strong, 0.12)
            + over(self.strong_missed, 0.05)
            + 0.25 * over(self.token_missed, 0.02)
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let percent = |mean: Mean| 100.0 * mean.get();
        write!(
            f,
            "loss {:.3}; error {:.1} bits; under 28 called strong {:.1} %, not guessable {:.1} %; 28 to 45 called \
             strong {:.1} %; from 45 not called strong {:.1} %; a token adds too little {:.1} %",
            self.loss(),
            self.error.get(),
            percent(self.guessable_strong),
            percent(self.guessable_missed),
            percent(self.weak_strong),
            percent(self.strong_missed),
            percent(self.token_missed)
        )
    }
}

/// Eight letters and digits that look drawn at random, the same ones for the same number.
fn token(number: usize) -> String {
    let mut state = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let digit = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from_digit((state >> 33) as u32 % 36, 36).unwrap_or('0')
    };
    (0..8).map(digit).collect()
}
