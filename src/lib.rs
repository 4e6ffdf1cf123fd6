//! Rooms too hard to guess, and a warning at rooms that are not and at Skype.
//!
//! Hushroom is a browser extension. This crate is all of its logic; it is compiled to WebAssembly
//! for the extension and to native code for its tests.
//!
//! # The house
//!
//! | module | what it answers |
//! |---|---|
//! | [`room`] | a recipe in, a room name out, with its exact strength |
//! | [`wordlist`] | which words is a room made of? |
//! | [`jitsi`] | which room does an address open, and how is a link to a room written? |
//! | [`share`] | how is a link handed on: a QR code, a letter, a calendar entry |
//! | [`call`] | which tool suits a call, and what can this browser do in it? |
//! | [`shortcut`] | which ways to it does a browser have beside the icon? |
//! | [`check`] | what did somebody type or paste, and what is it worth? |
//! | [`text`] | how is something said, before it is said in a language? |
//! | [`service`] | which services other than Jitsi do people call with, and what is to be said of them? |
//! | [`settings`] | what does the user want, and what has an administrator decided? |
//! | [`warning`] | which page deserves a warning, and what does it say? |
//! | [`memory`] | what is remembered, under which key, and until when? |
//! | [`background`] | what is a content script answered, what happens besides, what is known of a tab? |
//! | [`guess`] | the crate guessable: how many guesses does a name that somebody else chose withstand? |
//! | `platform` | what a JavaScript engine has built in: addresses, Unicode's forms and cases |
//! | `browser` | the seams to the browser, on `wasm32` only |
//!
//! Arrows point one way: `browser` → [`background`] → [`memory`] → [`check`] → [`warning`] → [`settings`] → [`service`]
//! → [`text`] → [`room`] → [`wordlist`] → [`jitsi`] → `platform` → [`guess`]. Each may use all that stand after it;
//! [`share`] uses `platform` alone, [`call`] uses [`text`] and [`jitsi`], [`shortcut`] uses [`text`], and only `browser`
//! uses them. The words of rooms come out of the lexicon that names are judged by, so that the judge cannot miss one.
//!
//! Nothing but `browser` knows what a browser offers to extensions, and nothing but `platform` whether it
//! runs in a JavaScript engine, so everything but `browser` is tested natively.

pub mod background;
pub mod call;
pub mod check;
pub mod jitsi;
pub mod memory;
mod platform;
pub mod room;
pub mod service;
pub mod settings;
pub mod share;
pub mod shortcut;
pub mod text;
pub mod warning;
pub mod wordlist;

#[cfg(target_arch = "wasm32")]
pub mod browser;

pub use guessable as guess;
pub use guessable::Bits;
