//! The seams to the browser; on `wasm32` only.
//!
//! Everything that the extension needs of a browser is asked for here, and every decision is made elsewhere: these
//! modules fetch, ask [`crate::background`], [`crate::memory`], [`crate::warning`], [`crate::check`] or [`crate::room`],
//! and show or do what comes out.
//!
//! * [`popup`] is the page behind the toolbar icon, [`options`] the settings page, [`guide`] the one that teaches,
//!   [`panel`] the one beside a call, and [`slips`] the one to be printed. [`demo`] judges a text and nothing else, and is
//!   no part of the extension.
//! * Two of these pages and more share [`dom`], which finds and fills their elements, [`mod@file`], which hands over what is made
//!   there, [`tools`] with its questions, [`styles`] and [`choices`] with what can be chosen, [`verdict`] on a text,
//!   [`ability`] of the browser, and [`ways_in`] and [`about`] at their ends.
//! * [`background`] hears the content script and carries out what is decided, and [`fields`] reads its messages;
//!   [`shortcuts`] is behind keys, menus and the address bar; [`toolbar`] marks the icon, [`tabs`] knows and moves
//!   the browser's tabs, [`watching`] runs the content script where the user wants it, once [`asking`] has the permission.
//! * [`fresh`] draws a room, [`recent`] keeps those that were used and [`pins`] those that are pinned, and [`managed`]
//!   hears what the administrator has set; [`storage`] asks for what is stored and changes it, in the browser's
//!   [`area`]s; [`lock`] lets one page, or one task, at a time change something.
//! * [`webext`] is the only place that names the extension API, [`i18n`] the only one that turns sentences
//!   into a language; [`log`] tells developers what went wrong.

mod ability;
mod about;
mod area;
mod asking;
pub mod background;
mod choices;
pub mod demo;
mod dom;
mod fading;
mod fields;
mod file;
mod fresh;
pub mod guide;
mod i18n;
mod lock;
mod log;
mod managed;
pub mod options;
pub mod panel;
mod pins;
pub mod popup;
mod recent;
pub mod shortcuts;
pub mod slips;
mod storage;
mod styles;
mod tabs;
mod toolbar;
mod tools;
mod verdict;
pub mod watching;
mod ways_in;
mod webext;
