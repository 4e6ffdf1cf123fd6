//! Sentences without a language: keys of `extension/_locales` with what stands in their gaps.

use serde::{Deserialize, Serialize};

use crate::jitsi::{AddressError, ServerError};

/// How urgent it is what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Others can hear, or come in by guessing.
    Danger,
    /// Not for secrets.
    Caution,
    /// Nothing to warn about.
    Calm,
}

/// A sentence of `extension/_locales`: its key, and what stands in its gaps `$1`, `$2` …
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The key of the message.
    pub key: &'static str,
    /// What stands in its gaps, in their order.
    pub gaps: Vec<Gap>,
}

/// What stands in a gap of a sentence.
#[derive(Clone, Debug, PartialEq)]
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

impl From<AddressError> for Text {
    fn from(error: AddressError) -> Self {
        Self::new(match error {
            AddressError::Empty => "address_error_empty",
            AddressError::Unreadable => "address_error_unreadable",
            AddressError::NotWeb => "address_error_not_web",
            AddressError::NoRoom => "address_error_no_room",
            AddressError::Reserved => "address_error_reserved",
            AddressError::TooDeep => "address_error_too_deep",
        })
    }
}

impl From<ServerError> for Text {
    fn from(error: ServerError) -> Self {
        Self::new(match error {
            ServerError::NotAnAddress => "server_error_not_an_address",
            ServerError::NotHttps => "server_error_not_https",
            ServerError::MoreThanAServer => "server_error_more_than_a_server",
            ServerError::Credentials => "server_error_credentials",
        })
    }
}
