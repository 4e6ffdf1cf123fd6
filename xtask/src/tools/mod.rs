//! Finds what a command needs and installs what is missing.
//!
//! Installed without asking: what lands in this checkout or in rustup's own folders, and Debian packages
//! where this program is root or may become it without a password. For the rest, the error says what to type.

pub(crate) mod jitsi;
pub(crate) mod npm;
pub(crate) mod programs;
pub(crate) mod registry;
pub(crate) mod rust;
