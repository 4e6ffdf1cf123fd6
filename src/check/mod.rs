//! What did somebody type or paste, and what is it worth?
//!
//! [`check`] answers for a name, a link or a whole invitation in the popup, [`entered`] and [`suggestions`] for what is
//! typed into the address bar. From a text to an answer:
//!
//! 1. What the text says: e-mail's encodings, a calendar's folded lines, escapes, signs that nobody sees (`plain`).
//! 2. Where links begin and end in it (`spans`, `begins`, `ends`, `stops`).
//! 3. Where they lead: out of what is wrapped around them, to a room, a service or a program (`links`); how likely that is
//!    the one that is meant (`rank`).
//! 4. Which of them is meant, and what it is worth (`judge`); or, without a link, whether it is a name or gives one (`name`, `named`, `sentence`, `moment`).

mod base64;
mod begins;
mod better;
mod calendar;
mod ends;
mod escapes;
mod judge;
mod links;
mod mail;
mod moment;
mod name;
mod named;
mod omnibox;
mod plain;
mod program;
mod proofpoint;
mod rank;
mod references;
mod said;
mod sentence;
mod signs;
mod so_far;
mod spans;
mod stops;
mod tags;
mod width;
mod wrapped;

pub(crate) use better::recognisable;
pub use judge::{Checked, Found, Unjudged, check};
pub use omnibox::{Entered, Suggestion, as_xml, entered, suggestions};
pub use program::Program;
pub use said::Said;
