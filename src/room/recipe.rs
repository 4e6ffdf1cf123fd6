//! What a room's name is to be made of.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::label::{LABEL_MAX, Label};
use crate::Bits;
use crate::guess::STRONG_FROM;
use crate::wordlist::eff_large;

/// Letters and digits without those that look alike (0 and o, 1 and l): 32 of them, 5 bits each.
pub(super) const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// How a name is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Words of EFF's large list, joined by hyphens: `amber-trumpet-lagoon-visor-clinic`.
    #[default]
    Words,
    /// Letters and digits without look-alikes, in groups of five: `k7mq2-xw9hd-4tzpc`.
    Characters,
}

impl Style {
    /// How many words or characters a name may have.
    #[must_use]
    pub const fn lengths(self) -> RangeInclusive<u8> {
        match self {
            Self::Words => 4..=12,
            Self::Characters => 10..=40,
        }
    }

    /// How many a name has unless the user wants otherwise: 64.6 bits of words, 75 of characters.
    #[must_use]
    pub const fn default_length(self) -> u8 {
        match self {
            Self::Words => 5,
            Self::Characters => 15,
        }
    }

    /// The strength of one word or one character.
    #[must_use]
    pub fn bits_each(self) -> Bits {
        Bits::of_choice(match self {
            Self::Words => eff_large().len() as f64,
            Self::Characters => ALPHABET.len() as f64,
        })
    }
}

/// A valid request for a room: strong enough, not endless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    style: Style,
    length: u8,
    label: Label,
}

/// Why a recipe is refused.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum RecipeError {
    /// The name would be weaker than [`STRONG_FROM`].
    #[error("this would be only {bits} bits strong; a name nobody can guess has {STRONG_FROM} or more")]
    TooWeak {
        /// The strength that it would have.
        bits: Bits,
    },
    /// The name would be longer than the style allows.
    #[error("{length} is too long; {max} is the most")]
    TooLong {
        /// What was asked for, in words or characters.
        length: u8,
        /// The most, in words or characters.
        max: u8,
    },
    /// The label has more than [`LABEL_MAX`] characters.
    #[error("the label has {length} characters; {LABEL_MAX} is the most")]
    LabelTooLong {
        /// The length of the label in characters.
        length: usize,
    },
}

impl Recipe {
    /// A recipe for a name of `length` words or characters after what becomes of `label` (see
    /// [`Label::new`]).
    ///
    /// # Errors
    /// Why it is refused; see [`RecipeError`].
    pub fn new(style: Style, length: u8, label: &str) -> Result<Self, RecipeError> {
        let recipe = Self { style, length, label: Label::new(label)? };
        let (min, max) = style.lengths().into_inner();
        if length < min || recipe.bits() < STRONG_FROM {
            return Err(RecipeError::TooWeak { bits: recipe.bits() });
        }
        if length > max {
            return Err(RecipeError::TooLong { length, max });
        }
        Ok(recipe)
    }

    /// How the name is written.
    #[must_use]
    pub const fn style(&self) -> Style {
        self.style
    }

    /// How many words or characters are drawn.
    #[must_use]
    pub const fn length(&self) -> u8 {
        self.length
    }

    /// The readable prefix.
    #[must_use]
    pub const fn label(&self) -> &Label {
        &self.label
    }

    /// The exact strength of every name made by this recipe. The label adds nothing.
    #[must_use]
    pub fn bits(&self) -> Bits {
        Bits::new(self.style.bits_each().get() * f64::from(self.length))
    }
}

impl Default for Recipe {
    fn default() -> Self {
        Self { style: Style::Words, length: Style::Words.default_length(), label: Label::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_recipe_is_a_valid_one() {
        assert_eq!(
            Recipe::new(Style::default(), Style::default().default_length(), ""),
            Ok(Recipe::default())
        );
        assert_eq!(Recipe::default().bits().to_string(), "64.6");
    }

    #[test]
    fn every_length_that_a_style_offers_is_strong() {
        for style in [Style::Words, Style::Characters] {
            for length in style.lengths() {
                assert!(Recipe::new(style, length, "").unwrap().bits() >= STRONG_FROM, "{style:?} {length}");
            }
            assert!(style.lengths().contains(&style.default_length()));
        }
    }

    #[test]
    fn weak_and_endless_recipes_are_refused_with_the_reason() {
        let weak = Recipe::new(Style::Words, 3, "").unwrap_err();
        assert_eq!(
            weak.to_string(),
            "this would be only 38.7 bits strong; a name nobody can guess has 45.0 or more"
        );
        assert!(matches!(Recipe::new(Style::Characters, 9, ""), Err(RecipeError::TooWeak { .. })));
        assert_eq!(Recipe::new(Style::Words, 13, ""), Err(RecipeError::TooLong { length: 13, max: 12 }));
        assert_eq!(
            Recipe::new(Style::Characters, 255, ""),
            Err(RecipeError::TooLong { length: 255, max: 40 })
        );
    }

    #[test]
    fn a_label_adds_no_strength() {
        let labelled =
            Recipe::new(Style::Words, 5, "a long label of ten random words makes nothing stronger");
        assert_eq!(labelled.unwrap().bits(), Recipe::default().bits());
    }

    #[test]
    fn no_character_looks_like_another() {
        assert!(ALPHABET.is_sorted_by_key(|c| (c.is_ascii_digit(), *c)));
        assert!(ALPHABET.iter().all(|c| !b"0o1l".contains(c)));
    }
}
