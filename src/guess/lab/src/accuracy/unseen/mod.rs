//! The second set: other kinds, from other lists, than those that the model was built with.
//!
//! Wherever there is a choice, the words come from packages that the lexicon was not made from, so that the
//! set says how the model does on what it has not learnt by heart.

pub(super) mod calendar;
mod generators;
mod mixed;
mod passphrases;
mod patterns;
mod people;
mod phrases;
pub(super) mod random;
mod words;

use anyhow::Result;

use super::kind::Kind;
use super::lists::Lists;

/// Every kind of the second set.
pub(super) fn kinds(lists: &Lists) -> Result<Vec<Kind>> {
    let mut kinds = words::kinds(lists)?;
    kinds.extend(passphrases::kinds(lists)?);
    kinds.extend(generators::kinds(lists)?);
    kinds.extend(random::kinds());
    kinds.extend(calendar::kinds());
    kinds.extend(people::kinds(lists)?);
    kinds.extend(phrases::kinds(lists)?);
    kinds.extend(mixed::kinds(lists)?);
    kinds.extend(patterns::kinds(lists)?);
    Ok(kinds)
}
