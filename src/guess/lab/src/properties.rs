//! What has to be so whatever a name is worth: properties that need no truth.
//!
//! Each is asked of thousands of names, and is broken by some. `properties.tsv` says by how many at most, in per
//! cent, and how many there should be one day. `UPDATE=1 cargo test -p guessable-lab properties` writes the rates
//! of now: lower them when the judge has become better.

use guessable::{STRONG_FROM, Verdict, assess};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use unicode_normalization::UnicodeNormalization as _;

use crate::accuracy::offline;
use crate::kept;

/// Number of phrases of each number of words that are put together from words of one language or list.
const PHRASES: usize = 120;

/// Eight characters drawn from a-z0-9: 41.4 bits.
const TOKEN: usize = 8;

/// What people put beside a name: a sign, a number, a year, words for meetings, a day.
const ORDINARY: [&str; 7] = ["!", "2", "v2", "2026", "team", "standup", "dienstag"];

/// Languages whose words phrases are made of.
const LANGUAGES: [&str; 8] = ["en", "de", "es", "fr", "it", "pt", "ru", "pl"];

fn bits(name: &str) -> f64 {
    assess(name).bits.get()
}

/// Whether two spellings of one name have different answers.
fn differ(name: &str, other: &str) -> bool {
    assess(name).bits != assess(other).bits
}

/// Names of one piece and more, and the pieces that some of them are made of.
struct Names {
    /// Of all kinds.
    all: Vec<String>,
    /// Phrases by their words.
    phrases: Vec<Vec<String>>,
    /// Random tokens.
    tokens: Vec<String>,
}

impl Names {
    fn draw() -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(14);
        let mut phrases = Vec::new();
        for language in LANGUAGES {
            let words = guessable::shared::words_of(language);
            for count in 2..=4 {
                for _ in 0..PHRASES {
                    let word = |_| words[rng.random_range(0..words.len())].clone();
                    phrases.push((0..count).map(word).collect::<Vec<String>>());
                }
            }
        }
        let base36 = |rng: &mut ChaCha8Rng| char::from_digit(rng.random_range(0..36), 36).unwrap();
        let tokens = (0..50).map(|_| (0..TOKEN).map(|_| base36(&mut rng)).collect()).collect();
        let mut all: Vec<String> = offline::kinds().iter().flat_map(|kind| kind.names(20)).collect();
        all.extend(phrases.iter().map(|words| words.join("-")));
        Self { all, phrases, tokens }
    }
}

/// How many per cent of `names` break a property.
fn rate<T>(names: &[T], breaks: impl Fn(&T) -> bool) -> f64 {
    100.0 * names.iter().filter(|name| breaks(name)).count() as f64 / names.len() as f64
}

/// With the first letter of each word as a capital, and nothing between.
fn camel(words: &[String]) -> String {
    let capital = |word: &String| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    words.iter().map(capital).collect()
}

/// As it is typed where letters are as wide as Chinese characters.
fn wide(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c })
        .collect()
}

/// Every property, how many per cent of the names break it, and how many should.
fn rates() -> Vec<(&'static str, f64, f64)> {
    let Names { all, phrases, tokens } = Names::draw();
    let token = |number: usize| &tokens[number % tokens.len()];
    let numbered: Vec<(usize, &String)> = all.iter().enumerate().collect();
    let pairs: Vec<(&String, &String)> = all.iter().zip(all.iter().skip(all.len() / 3)).collect();
    let joined = |words: &Vec<String>| bits(&words.concat()).max(bits(&camel(words)));
    let ascii: Vec<&String> = all.iter().filter(|name| name.is_ascii()).collect();
    vec![
        ("another case changes something", rate(&ascii, |n| differ(&n.to_uppercase(), n)), 0.0),
        ("decomposed accents change something", rate(&all, |n| differ(&n.nfd().collect::<String>(), n)), 0.0),
        ("full width changes something", rate(&all, |n| differ(&wide(n), n)), 0.0),
        (
            "joined is more than 10 bits above hyphens",
            rate(&phrases, |w| joined(w) > bits(&w.join("-")) + 10.0),
            3.0,
        ),
        (
            "joined is strong and hyphens are not",
            rate(&phrases, |w| {
                assess(&w.concat()).verdict == Verdict::Strong
                    && assess(&w.join("-")).verdict != Verdict::Strong
            }),
            2.0,
        ),
        (
            "another separator changes more than 1 bit",
            rate(&phrases, |w| (bits(&w.join("_")) - bits(&w.join("-"))).abs() > 1.0),
            2.0,
        ),
        (
            "a hyphen in front or behind changes more than 2 bits",
            rate(&all, |n| {
                [format!("-{n}"), format!("{n}-")].iter().any(|m| (bits(m) - bits(n)).abs() > 2.0)
            }),
            1.0,
        ),
        ("! behind is worth more than 8 bits", rate(&all, |n| bits(&format!("{n}!")) > bits(n) + 8.0), 2.0),
        (
            "8 random characters behind add less than 35 bits",
            rate(&numbered, |(i, n)| bits(&format!("{n}-{}", token(*i))) < bits(n) + 35.0),
            0.5,
        ),
        (
            "8 random characters in front add less than 33 bits",
            rate(&numbered, |(i, n)| bits(&format!("{}-{n}", token(*i))) < bits(n) + 33.0),
            1.0,
        ),
        (
            "8 random characters joined add less than 28 bits",
            rate(&numbered, |(i, n)| bits(&format!("{n}{}", token(*i))) < bits(n) + 28.0),
            5.0,
        ),
        (
            "a digit behind lowers by more than 1 bit",
            rate(&all, |n| bits(&format!("{n}7")) < bits(n) - 1.0),
            3.0,
        ),
        (
            "something ordinary beside makes it strong, at 6 bits above their sum and more",
            rate(&numbered, |(i, n)| {
                let thing = ORDINARY[i % ORDINARY.len()];
                let together = [format!("{n}-{thing}"), format!("{thing}-{n}"), format!("{n}{thing}")];
                let together = together.iter().map(|name| bits(name)).fold(0.0, f64::max);
                let is_strong = |bits: f64| bits >= STRONG_FROM.get();
                !is_strong(bits(n)) && is_strong(together) && together > bits(n) + bits(thing) + 6.0
            }),
            0.5,
        ),
        (
            "two names are more than 3 bits above their sum",
            rate(&pairs, |(a, b)| bits(&format!("{a}-{b}")) > bits(a) + bits(b) + 3.0),
            3.0,
        ),
        (
            "two names are more than 3 bits below the stronger",
            rate(&pairs, |(a, b)| bits(&format!("{a}-{b}")) < bits(a).max(bits(b)) - 3.0),
            1.0,
        ),
        (
            "the last word left out is worth more than 1 bit more",
            rate(&phrases, |w| bits(&w[..w.len() - 1].join("-")) > bits(&w.join("-")) + 1.0),
            2.0,
        ),
    ]
}

#[test]
fn properties_are_broken_by_no_more_names_than_before() {
    let rates = rates();
    let line = |(what, rate, goal): &(&str, f64, f64)| {
        format!("{what}\t{:.1}\t{goal}\n", (rate * 10.0).ceil() / 10.0)
    };
    let head = "property\tbroken by, % of names, at most\tgoal\n";
    let now = head.to_owned() + &rates.iter().map(line).collect::<String>();
    let Some(ceilings) = kept::unless_updated("src/properties.tsv", &now) else { return };
    let mut wrong = Vec::new();
    for (what, rate, _) in &rates {
        let line = ceilings.lines().find_map(|line| line.strip_prefix(&format!("{what}\t")));
        let ceiling: Option<f64> = line.and_then(|line| line.split('\t').next()?.parse().ok());
        let Some(ceiling) = ceiling else { panic!("properties.tsv has no line for `{what}`") };
        if *rate > ceiling {
            wrong.push(format!("{what}: {rate:.2} % of names, at most {ceiling}"));
        }
    }
    assert!(wrong.is_empty(), "worse than properties.tsv says:\n{}", wrong.join("\n"));
}
