//! The seams to the browser; on `wasm32` only.
//!
//! Everything that the extension needs of a browser is asked for here, and every decision is made
//! elsewhere: these modules fetch, ask [`crate::watch`], [`crate::room`] or [`crate::guess`], and show.
//!
//! * [`background`] answers the content script; [`popup`] is the page behind the toolbar icon,
//!   [`options`] the settings page and [`guide`] the one that teaches; [`shortcuts`] is behind keys, menus
//!   and the address bar;
//! * [`toolbar`] keeps what is said about a tab, [`watching`] runs the content script where the user
//!   wants it;
//! * [`webext`] is the only place that names the extension API, [`storage`] the only one that knows
//!   what is stored where, [`i18n`] the only one that turns sentences into a language, [`dom`] the only
//!   one that looks for elements.

pub mod background;
mod dom;
mod fresh;
pub mod guide;
mod i18n;
mod managed;
mod message;
pub mod options;
pub mod popup;
mod recent;
pub mod shortcuts;
mod storage;
mod styles;
mod toolbar;
pub mod watching;
mod webext;
