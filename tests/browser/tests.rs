//! What a person sees and does, in real browsers: `cargo xtask test`, or after `cargo xtask build`
//! `cargo test --test browser`. Each test runs in Chromium and in Firefox; `chromium::` or `firefox::` after
//! `--` picks one.

mod accessible;
mod broken;
mod chosen;
mod heard;
mod hostile;
mod icon;
mod inspect;
mod kept;
mod keyboard;
mod languages;
mod lasting;
mod managed;
mod network;
mod pages_guide;
mod pages_options;
mod phone;
mod popup;
mod popup_controls;
mod settings;
mod shortcuts;
mod support;
mod toast;
mod unheard;
mod unstored;
mod warning;
mod way_out;
mod ways_in;
