//! Names as people of many languages give meetings, put together from parts.
//!
//! Their strength is that of their choices, for somebody who knows the template; whoever does not needs more guesses.
//! So they count for their verdict and not for their error.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest, Sha256};

/// A template on each line; see its own first line.
const TEMPLATES: &str = include_str!("templates.txt");
/// Names of each template in each style.
const NAMES: usize = 2;

/// Some names of one template in one style.
pub(super) struct Template {
    /// Its language, which is its source.
    pub(super) source: String,
    /// log2 of how many names it makes.
    pub(super) bits: f64,
    pub(super) names: Vec<String>,
}

/// All templates, with hyphens and with nothing between the words.
pub(super) fn all() -> Vec<Template> {
    let lines = TEMPLATES.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .flat_map(|(language, parts)| ["-", ""].map(|between| template(language, parts, between)))
        .collect()
}

fn template(language: &str, parts: &str, between: &str) -> Template {
    let parts: Vec<Vec<&str>> = parts.split(" / ").map(|part| part.split('|').collect()).collect();
    let mut rng = ChaCha8Rng::from_seed(Sha256::digest(format!("{parts:?}{between}")).into());
    let mut name = || {
        let words: Vec<&str> = parts.iter().map(|part| part[rng.random_range(0..part.len())]).collect();
        words.join("-").replace('-', between)
    };
    Template {
        source: format!("phrase {language}"),
        bits: parts.iter().map(|part| (part.len() as f64).log2()).sum(),
        names: (0..NAMES).map(|_| name()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_names_in_more_than_forty_languages_and_the_same_ones_each_time() {
        let languages: std::collections::BTreeSet<String> = all().into_iter().map(|t| t.source).collect();
        assert!(languages.len() > 40, "{}", languages.len());
        let names = || -> Vec<String> { all().into_iter().flat_map(|t| t.names).collect() };
        assert_eq!(names(), names());
    }
}
