//! Which page deserves a warning, and what does it say?
//!
//! [`visit`] looks at the address of a page and finds what there is to know about it: a [`Finding`].
//! [`Notice::of`] says it, as [`Text`](crate::text::Text)s. [`Shape`] and [`Choice`] say how a page is warned.
//!
//! [`likeness()`] asks something else: whether the page is what its address makes it look like.

mod choice;
mod finding;
mod likeness;
mod notice;
mod reason;
mod shape;
mod visitor;

pub use choice::{Act, Choice};
pub use finding::{Finding, VisitedRoom, visit, welcome};
pub use likeness::{Likeness, imitated, likeness};
pub use notice::Notice;
pub use shape::Shape;
pub use visitor::Visitor;
