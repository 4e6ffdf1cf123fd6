//! What every JavaScript engine has built in, and native programs take from a library.
//!
//! Two standards need large tables: the parsing of web addresses (its internationalised hosts) and
//! Unicode's normal forms, cases and marks. JSON is what JavaScript is made for. In the extension the engine's own are
//! used: then no page can be one thing to us and another to the browser, and the wasm is 144 kB smaller (gzipped: 67 for
//! the `url` crate, 71 for `unicode-normalization`, 6 for the standard library's lower case). Natively those crates do it; a
//! test in both browsers compares the two (`tests/browser/same.rs`), and `cargo xtask npm` the judge to the last bit.
//!
//! Nothing else in the core may differ between targets.

mod json;
mod web_url;

pub(crate) use guessable::unicode::{is_mark, lower_case, nfkc};
pub(crate) use json::{Json, members};
pub(crate) use web_url::{RESERVED, WebUrl};
