//! Making a room: a recipe in, a name nobody can guess and its exact strength out.
//!
//! A [`Recipe`] can only be valid, and a valid recipe is at least as strong as
//! [`STRONG_FROM`](crate::guess::STRONG_FROM). Its strength is exact and not estimated: every draw is
//! fair and no two draws give the same name.
//!
//! ```
//! use hushroom::room::{Recipe, Style, make};
//! use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng};
//!
//! let recipe = Recipe::new(Style::default(), 5, "Acme weekly")?;
//! // The product passes the operating system's generator; a seeded one pins the output of a test.
//! let room = make(&recipe, &mut ChaCha12Rng::seed_from_u64(1))?;
//! assert!(room.name.as_str().starts_with("acme-weekly-"));
//! assert_eq!(room.bits.to_string(), "64.3");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod better;
mod check_words;
mod draw;
mod guests;
mod label;
mod password;
mod pick;
mod recipe;
mod style;

pub use better::Better;
pub use check_words::{CheckWords, check_words};
#[cfg(test)]
pub(crate) use draw::Dry;
pub use draw::{Room, make};
pub use guests::{GUESTS_MAX, Guest, NotSoMany, guests, pairs};
pub use label::{LABEL_MAX, Label, LabelTooLong};
pub use password::password;
pub use recipe::{Recipe, RecipeError};
pub use style::{Style, UnknownStyle};
