//! How a name is written.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::Bits;
use crate::guess::STRONG_FROM;
use crate::wordlist::WordList;

/// Letters and digits without those that look alike (0 and o, 1 and l): 32 of them, 5 bits each.
pub(super) const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// The strength that a name has at least unless the user wants otherwise, in bits.
const DEFAULT_BITS: f64 = 64.0;

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Style {
    /// Words of a list, joined by hyphens: `amber-trumpet-lagoon-visor-clinic`.
    Words(WordList),
    /// Letters and digits without look-alikes, in groups of five: `k7mq2-xw9hd-4tzpc`.
    Characters,
}

/// A text is the id of no style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("there is no such style")]
pub struct UnknownStyle;

impl Style {
    /// All styles, the default one first.
    pub const ALL: [Self; WordList::ALL.len() + 1] = {
        let mut all = [Self::Characters; WordList::ALL.len() + 1];
        let mut at = 0;
        while at < WordList::ALL.len() {
            all[at] = Self::Words(WordList::ALL[at]);
            at += 1;
        }
        all
    };

    /// The style of names that nobody has chosen one for, in a browser that speaks `language`, a BCP 47 tag: words of that
    /// language, or English ones where it has no list.
    #[must_use]
    pub fn usual_in(language: &str) -> Self {
        Self::Words(WordList::in_language(language).unwrap_or_default())
    }

    /// What the style is called where it is stored.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Words(list) => list.id(),
            Self::Characters => "characters",
        }
    }

    /// The key of its name in `_locales`.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Words(list) => list.sentence(),
            Self::Characters => "style_characters",
        }
    }

    /// The language of its words, as a BCP 47 tag; letters and digits are of none.
    #[must_use]
    pub const fn language(self) -> Option<&'static str> {
        match self {
            Self::Words(list) => Some(list.language()),
            Self::Characters => None,
        }
    }

    /// How many words or characters a name may have: none is weaker than [`STRONG_FROM`].
    #[must_use]
    pub fn lengths(self) -> RangeInclusive<u8> {
        match self {
            Self::Words(_) => self.length_of(STRONG_FROM.get())..=12,
            Self::Characters => 10..=40,
        }
    }

    /// Whichever of `words` and `characters` applies to this style; `None` if it is unset or out of range.
    #[must_use]
    pub fn length_among(self, words: Option<u8>, characters: Option<u8>) -> Option<u8> {
        let length = match self {
            Self::Words(_) => words,
            Self::Characters => characters,
        };
        length.filter(|length| self.lengths().contains(length))
    }

    /// How many a name has unless the user wants otherwise: as many words as 64 bits take, and 75 bits
    /// of characters, which fill three groups.
    #[must_use]
    pub fn default_length(self) -> u8 {
        match self {
            Self::Words(_) => self.length_of(DEFAULT_BITS),
            Self::Characters => 15,
        }
    }

    /// The strength of one word or one character.
    #[must_use]
    pub fn bits_each(self) -> Bits {
        match self {
            Self::Words(list) => list.bits_each(),
            Self::Characters => Bits::of_choice(ALPHABET.len() as f64),
        }
    }

    /// The least length of `bits`.
    // A small whole number above zero.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn length_of(self, bits: f64) -> u8 {
        (bits / self.bits_each().get()).ceil() as u8
    }
}

impl Default for Style {
    fn default() -> Self {
        Self::Words(WordList::default())
    }
}

impl From<Style> for &'static str {
    fn from(style: Style) -> Self {
        style.id()
    }
}

impl TryFrom<String> for Style {
    type Error = UnknownStyle;
    fn try_from(id: String) -> Result<Self, UnknownStyle> {
        Self::ALL.into_iter().find(|style| style.id() == id).ok_or(UnknownStyle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_name_of_any_style_has_64_bits_and_no_word_more() {
        let lengths = Style::ALL.map(|style| (style.lengths().into_inner().0, style.default_length()));
        assert_eq!(
            lengths,
            [(4, 5), (5, 7), (5, 6), (5, 6), (5, 6), (5, 6), (5, 6), (4, 6), (5, 7), (10, 15)]
        );
        for style in Style::ALL {
            assert!(style.bits_each().get() * f64::from(style.default_length()) >= 64.0, "{style:?}");
        }
    }

    #[test]
    fn a_style_is_stored_by_its_id() {
        for style in Style::ALL {
            let stored = serde_json::to_string(&style).unwrap();
            assert_eq!(stored, format!("\"{}\"", style.id()));
            assert_eq!(serde_json::from_str::<Style>(&stored).unwrap(), style);
        }
        assert!(serde_json::from_str::<Style>("\"klingon\"").is_err());
    }

    #[test]
    fn no_character_looks_like_another() {
        assert!(ALPHABET.is_sorted_by_key(|c| (c.is_ascii_digit(), *c)));
        assert!(ALPHABET.iter().all(|c| !b"0o1l".contains(c)));
    }
}
