//! Word lists: the words that rooms are made of, and which the judge of names must know exactly.
//!
//! All of them are in plain Latin letters, so that a name can be typed on any keyboard and read out
//! over a phone: where a language writes accents, they are left out here, and Russian is written in Latin letters. Of a
//! list whose words become one by that, the one counts. Words that nobody wants in a link are left out.

mod left_out;
mod list;

pub use list::WordList;
