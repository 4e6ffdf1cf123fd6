//! The laboratory of [`guessable`]: where the judge of names gets its data and its figures.
//!
//! | module | what it does |
//! |---|---|
//! | [`lexicon`] | makes the judge's data file from its pinned sources |
//! | [`accuracy`] | draws names of known entropy, and asks the judge and its peers about them |
//! | [`fit`] | fits the judge's constants to names of known strength |
//! | [`speed`] | how fast names are judged |
//! | [`mod@line`] | a figure, what it stands beside, and what it is to be |
//! | [`package`] | what is downloaded, pinned to the byte |
//! | [`versions`] | of what the judge is compared with |
//!
//! `cargo xtask lexicon`, `cargo xtask fit` and `cargo xtask bench` call it.

use std::path::PathBuf;

pub mod accuracy;
pub mod fit;
#[cfg(test)]
mod kept;
pub mod lexicon;
pub mod line;
pub mod package;
pub mod process;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod readme;
pub mod speed;
pub mod versions;

/// Where the laboratory finds what it needs, and leaves what it makes.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The top of the checkout.
    pub root: PathBuf,
    /// Cargo's target directory: sources are kept here once they are downloaded, and figures are written.
    pub target: PathBuf,
    /// Where other estimators and word lists are installed from npm.
    pub npm: PathBuf,
}
