//! Which page deserves a warning, and what does it say?
//!
//! [`visit`] looks at the address of a page and finds what there is to know about it: a [`Finding`].
//! [`Notice::of`] says it, as [`Text`]s: keys of `extension/_locales` with what stands in their gaps,
//! so that this module knows the sentences and not the language.
//!
//! [`Shape`] and [`Choice`] say how a page is warned. What the user wants is in [`Settings`] and
//! [`Watched`], what the user's organisation wants in [`Policy`]; a warning that the user answered is known
//! by its [`RoomKey`].

mod better;
mod check;
mod finding;
mod fresh;
mod lenient;
mod lookalike;
mod memory;
mod merge;
mod notice;
mod omnibox;
mod policy;
mod reason;
mod service;
mod settings;
mod text;
mod warning;
mod watched;

pub use check::{Checked, check};
pub use finding::{Finding, VisitedRoom, visit, welcome};
pub use fresh::{FreshRoom, FreshRoomError};
pub use lookalike::{Likeness, likeness};
pub use memory::{RoomKey, Salt};
pub use merge::Merge;
pub use notice::{Notice, Tone};
pub use omnibox::{Entered, Suggestion, as_xml, entered, suggestions};
pub use policy::{LinkPolicy, Policy};
pub use service::Service;
pub use settings::Settings;
pub use text::{Gap, Text};
pub use warning::{Act, Choice, Shape, Visitor};
pub use watched::Watched;
