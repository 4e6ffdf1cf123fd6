//! Sentences without a language.

use serde::Serialize;

/// A sentence of `extension/_locales`: its key, and what stands in its gaps `$1`, `$2` …
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The key of the message.
    pub key: &'static str,
    /// What stands in its gaps, in their order. Plain text, never markup.
    pub gaps: Vec<String>,
}

impl Text {
    /// The sentence `key`, which has no gaps.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, gaps: Vec::new() }
    }

    /// The sentence `key` with `gaps` filled in.
    #[must_use]
    pub fn with(key: &'static str, gaps: impl IntoIterator<Item = String>) -> Self {
        Self { key, gaps: gaps.into_iter().collect() }
    }
}
