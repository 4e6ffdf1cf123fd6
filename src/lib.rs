//! Rooms nobody can guess, and a warning before a call that others can hear.
//!
//! Hushroom is a browser extension. This crate is all of its logic; it is compiled to WebAssembly
//! for the extension and to native code for its tests.
//!
//! # The house
//!
//! | module | what it answers |
//! |---|---|
//! | [`room`] | a recipe in, a room name out, with its exact strength |
//! | [`guess`] | how many guesses does a name somebody else chose withstand? |
//! | [`jitsi`] | which room does an address open, and how is a link to a room written? |
//! | [`share`] | how is a link handed on: a QR code, a letter, a calendar entry |
//! | [`watch`] | which page deserves a warning, and what does it say? |
//! | `browser` | the seams to the browser, on `wasm32` only |
//!
//! Arrows point one way: `browser` → [`watch`] → [`guess`], [`room`] → [`jitsi`]. [`guess`] and
//! [`room`] share their [`wordlist`]s. Nothing but `browser` knows that there is a browser, so
//! everything else is tested natively.

pub mod bits;
pub mod guess;
pub mod jitsi;
mod platform;
pub mod room;
pub mod share;
pub mod watch;
pub mod wordlist;

#[cfg(all(target_arch = "wasm32", feature = "extension"))]
pub mod browser;

pub use bits::Bits;
