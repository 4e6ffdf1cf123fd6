//! What a room's name is to be made of.

use thiserror::Error;

use super::Style;
use super::label::{Label, LabelTooLong};
use crate::Bits;
use crate::guess::STRONG_FROM;

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
    /// The label is too long.
    #[error(transparent)]
    LabelTooLong(#[from] LabelTooLong),
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

    /// The same with another label.
    #[must_use]
    pub fn with_label(self, label: Label) -> Self {
        Self { label, ..self }
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
        let style = Style::default();
        Self { style, length: style.default_length(), label: Label::default() }
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
        assert_eq!(Recipe::default().bits().to_string(), "64.3");
    }

    #[test]
    fn every_length_that_a_style_offers_is_strong() {
        for style in Style::ALL {
            for length in style.lengths() {
                assert!(Recipe::new(style, length, "").unwrap().bits() >= STRONG_FROM, "{style:?} {length}");
            }
        }
    }

    #[test]
    fn weak_and_endless_recipes_are_refused_with_the_reason() {
        let weak = Recipe::new(Style::default(), 3, "").unwrap_err();
        let reason =
            format!("this would be only 38.6 bits strong; a name nobody can guess has {STRONG_FROM} or more");
        assert_eq!(weak.to_string(), reason);
        for style in Style::ALL {
            let (min, max) = style.lengths().into_inner();
            assert!(matches!(Recipe::new(style, min - 1, ""), Err(RecipeError::TooWeak { .. })), "{style:?}");
            for length in [max + 1, 255] {
                assert_eq!(Recipe::new(style, length, ""), Err(RecipeError::TooLong { length, max }));
            }
        }
    }

    #[test]
    fn a_label_adds_no_strength() {
        let labelled =
            Recipe::new(Style::default(), 5, "a long label of ten random words makes nothing stronger");
        assert_eq!(labelled.unwrap().bits(), Recipe::default().bits());
    }
}
