//! What the content script may ask the background, and what it is answered.
//!
//! A message never says which page it is about: a page could make its content script lie. The
//! background takes the address from the sender, whom the browser vouches for.

use std::cell::Cell;

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::webext::OWN_ID;
use crate::watch::Tone;

/// A question of the content script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Request {
    /// The page was opened, or its address changed.
    Visit,
    /// Do not warn about this room until the browser closes.
    Dismiss,
    /// Never warn about this room again.
    Silence,
    /// Warn about this room again.
    Undo,
}

/// An answer of the background.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Reply {
    /// The user is to be warned.
    Warning(Box<Warning>),
    /// There is nothing to say.
    Quiet,
    /// It was done.
    Done,
    /// The question was not one that this sender may ask.
    Refused,
}

/// All that the content script needs to warn.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Warning {
    /// What to say.
    pub(super) notice: Spoken,
    /// A link to a room that was just made: the way out.
    pub(super) safe_link: String,
    /// A sentence with that link, to be sent to the others.
    pub(super) invitation: String,
    /// What stands on the buttons.
    pub(super) labels: Labels,
    /// The language of all these words.
    pub(super) language: String,
    /// The direction that it is written in: `ltr` or `rtl`.
    pub(super) direction: String,
}

/// A notice in the user's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Spoken {
    /// How urgent it is.
    pub(super) tone: Tone,
    /// The matter in one sentence.
    pub(super) title: String,
    /// Why.
    pub(super) reasons: Vec<String>,
    /// What to do.
    pub(super) advice: String,
}

/// What stands on the warning's buttons, and what is said when they were used.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Labels {
    pub(super) open_safe: String,
    pub(super) copy_safe: String,
    pub(super) copy_message: String,
    pub(super) copied: String,
    pub(super) copy_failed: String,
    pub(super) close: String,
    pub(super) dismiss: String,
    pub(super) silence: String,
    pub(super) silenced: String,
    pub(super) undo: String,
    pub(super) product: String,
}

/// Who asks: the browser says so, not the message.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Sender {
    id: String,
    /// The address of the page.
    pub(super) url: String,
    tab: SenderTab,
    #[serde(default)]
    frame_id: i32,
}

#[derive(Debug, Deserialize)]
struct SenderTab {
    id: i32,
}

impl Sender {
    /// The tab that the page is in.
    pub(super) const fn tab(&self) -> i32 {
        self.tab.id
    }

    /// Whether the page is the tab's own, and not a frame in it.
    pub(super) const fn is_top(&self) -> bool {
        self.frame_id == 0
    }
}

/// Reads a message; `None` for one that is not a known question of this extension's content script.
pub(super) fn read(message: JsValue, sender: JsValue) -> Option<(Request, Sender)> {
    let sender: Option<Sender> = serde_wasm_bindgen::from_value(sender).ok();
    let sender = sender.filter(|sender| OWN_ID.with(|own| *own == sender.id));
    let request = serde_wasm_bindgen::from_value(message).ok();
    let read = request.zip(sender);
    if read.is_none() {
        log_refusal_once();
    }
    read
}

/// A page that floods the background with nonsense is not to flood the log too.
fn log_refusal_once() {
    thread_local!(static LOGGED: Cell<bool> = const { Cell::new(false) });
    if !LOGGED.replace(true) {
        web_sys::console::warn_1(&"Hushroom refused a message that it does not know.".into());
    }
}
