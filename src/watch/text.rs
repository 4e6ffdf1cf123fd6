//! Sentences without a language.

use serde::Serialize;

/// A sentence of `extension/_locales`: its key, and what stands in its gaps `$1`, `$2` …
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Text {
    /// The key of the message.
    pub key: &'static str,
    /// What stands in its gaps, in their order.
    pub gaps: Vec<Gap>,
}

/// What stands in a gap of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Gap {
    /// These very words. Plain text, never markup.
    Words(String),
    /// A number, to be written as the user's language does.
    Number(u32),
    /// The name of a language, by its BCP 47 code.
    Language(String),
}

impl From<usize> for Gap {
    fn from(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

impl From<String> for Gap {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

impl Text {
    /// The sentence `key`, which has no gaps.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, gaps: Vec::new() }
    }

    /// The sentence `key` with `gaps` filled in.
    #[must_use]
    pub fn with(key: &'static str, gaps: impl IntoIterator<Item: Into<Gap>>) -> Self {
        Self { key, gaps: gaps.into_iter().map(Into::into).collect() }
    }
}
