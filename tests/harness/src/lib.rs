//! Drives real browsers with the extension loaded, against pages served on loopback.
//!
//! | module | what it does |
//! |---|---|
//! | [`browser`] | which browsers there are |
//! | [`locate`] | finds browsers and drivers on this machine |
//! | [`extension_in`] | copies of the extension: in one language, with another manifest |
//! | [`copy_folder`] | copies folders |
//! | [`site`] | stands for the whole internet: one HTTPS server that answers for every host |
//! | `seam` | what is done in a browser in ways of its own; `chromium` and `firefox` do it |
//! | [`session`] | a browser with the extension, its toolbar popup, the warning in the page |
//! | [`wait`] | waits for what is to become true, never for time to pass |
//! | [`mod@run`] | runs a test in each browser |
//! | `kept` | keeps browsers for the next test, and proves that they are as new |
//! | [`main`] | the test program around all that |
//!
//! Nothing of what a test does is simulated inside the page: the toolbar button is the browser's own, clicks
//! and keys are the browser's input events, and the warning is read where the page itself cannot reach, in its
//! closed shadow root.

pub mod browser;
pub mod locate;
pub mod run;
pub mod session;
pub mod site;
pub mod wait;

mod chromium;
mod driver;
mod firefox;
mod folder;
mod kept;
mod policy;
mod script;
mod seam;
mod suite;
mod variant;

pub use anyhow;
pub use browser::Browser;
pub use folder::copy_folder;
pub use png;
pub use policy::{change_chromium_policy, chromium_can_be_managed};
pub use rqrr;
pub use run::{run, run_alone, run_managed, run_through_restart, run_with, run_with_policies_json};
pub use seam::{End, Key, Looks, PageCosts, Place, Rect, Spoken};
pub use serde_json::{Value, json};
pub use session::Session;
pub use site::{Page, Site};
pub use suite::{LeftOut, Test, main};
pub use tempfile::TempDir;
pub use variant::{change_manifest, extension_in, extension_with};
