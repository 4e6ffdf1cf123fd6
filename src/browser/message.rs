//! What the content script may ask the background, and what it is answered.
//!
//! Which site a message is about is taken from its sender, whom the browser vouches for. Only the path
//! comes with the message: Chromium's word on it is the document's first address, however often
//! `history.pushState` has changed it since. A page may give itself any path of its own site anyway.

use std::cell::Cell;

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::webext::{OWN_ID, field, tab_id, whole};
use crate::text::Tone;
use crate::warning::{Shape, Visitor};

/// The style sheet of the warning. A page that is not warned never loads it.
pub(super) const WARNING_STYLE: &str = include_str!("style/warning.css");

/// The style sheet of what is said beside the field of a welcome page.
pub(super) const ADVICE_STYLE: &str = include_str!("style/advice.css");

/// A question of the content script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// The page was opened, or its address changed.
    Visit,
    /// The page, in a frame, was closed.
    Leave,
    /// Do not warn about this room until the browser closes.
    Dismiss,
    /// Never warn about this room again.
    Silence,
    /// Warn about this room again.
    Undo,
    /// The page does not let the warning be seen.
    Hidden,
    /// Open this link, to a safe room, instead of the page.
    Move {
        /// The link.
        to: String,
    },
    /// Leave the page for the one before.
    Back {
        /// Whether there is no page to go back to: Firefox does nothing then, and says nothing.
        alone: bool,
    },
    /// What is this name worth, that is being typed on a welcome page?
    Judge {
        /// The name.
        name: String,
    },
}

impl Request {
    /// Reads the kind of a message and what comes with it; `None` for a kind that is not known.
    fn of(message: &JsValue) -> Option<Self> {
        let text = |name| field(message, name).as_string();
        Some(match text("kind")?.as_str() {
            "visit" => Self::Visit,
            "leave" => Self::Leave,
            "dismiss" => Self::Dismiss,
            "silence" => Self::Silence,
            "undo" => Self::Undo,
            "hidden" => Self::Hidden,
            "move" => Self::Move { to: text("to")? },
            "back" => Self::Back { alone: field(message, "alone").is_truthy() },
            "judge" => Self::Judge { name: text("name")? },
            _ => return None,
        })
    }
}

/// An answer of the background.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Reply {
    /// The user is to be warned.
    Warning(Box<Warning>),
    /// There is nothing to say.
    Quiet,
    /// There is nothing to say, and names are typed here: see [`Request::Judge`].
    Welcome,
    /// What the name is worth.
    Judged(Box<Judged>),
    /// It was done.
    Done,
    /// The question was not one that this sender may ask.
    Refused,
    /// The browser did not do what it takes to answer.
    Failed,
}

/// All that the content script needs to warn.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Warning {
    /// What to say.
    pub(super) notice: Spoken,
    /// What it looks like.
    pub(super) shape: Shape,
    /// A link to a room that was just made: the way out.
    pub(super) safe_link: String,
    /// The buttons.
    pub(super) choices: Vec<Button>,
    /// The buttons once "never again" was chosen.
    pub(super) silenced: Vec<Button>,
    /// What else stands in it.
    pub(super) words: Words,
    /// Its style sheet.
    pub(super) style: &'static str,
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

/// A button of the warning: see [`crate::warning::Choice`].
#[derive(Clone, Debug, Serialize)]
pub(super) struct Button {
    pub(super) id: &'static str,
    pub(super) label: String,
    pub(super) quiet: bool,
    /// The text that it copies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) copies: Option<String>,
}

/// What stands in the warning beside the notice and the buttons.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Words {
    pub(super) product: String,
    pub(super) close: String,
    pub(super) copied: String,
    pub(super) copy_failed: String,
    pub(super) silenced: String,
    /// The language of all these words.
    pub(super) language: String,
    /// The direction that it is written in: `ltr` or `rtl`.
    pub(super) direction: String,
}

/// What is said beside the field of a welcome page.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Judged {
    pub(super) tone: Tone,
    pub(super) text: String,
    pub(super) language: String,
    pub(super) direction: String,
    pub(super) style: &'static str,
}

/// Who asks: the browser says so, not the message.
#[derive(Debug)]
pub(super) struct Sender {
    /// The address of the page; see [`Sender::page`].
    url: String,
    /// The path of the page, from the message.
    path: String,
    /// The tab that the page is in.
    pub(super) tab: i32,
    /// Whether that is in a private window.
    private: bool,
    /// The frame that the page is in; 0 is the tab's own. Firefox counts them beyond 2^32.
    pub(super) frame_id: i64,
}

impl Sender {
    /// The sender of `message` as the browser describes it; `None` for any but this extension's content script.
    fn of(message: &JsValue, sender: &JsValue) -> Option<Self> {
        let tab = field(sender, "tab");
        let read = Self {
            url: field(sender, "url").as_string()?,
            path: field(message, "path").as_string()?,
            tab: tab_id(&tab)?,
            private: field(&tab, "incognito").is_truthy(),
            frame_id: whole(&field(sender, "frameId")).unwrap_or_default(),
        };
        let own = OWN_ID.with(|own| field(sender, "id") == own.as_str());
        (own && read.path.starts_with('/')).then_some(read)
    }

    /// The address of the page as it is now, without query and fragment.
    pub(super) fn page(&self) -> String {
        let after_scheme = self.url.find("://").map_or(0, |at| at + 3);
        let host_end = self.url[after_scheme..].find(['/', '?', '#']).map(|at| after_scheme + at);
        format!("{}{}", &self.url[..host_end.unwrap_or(self.url.len())], self.path)
    }

    /// What the page is in.
    pub(super) const fn visitor(&self) -> Visitor {
        Visitor { framed: self.frame_id != 0, private: self.private }
    }
}

/// Reads a message; `None` for one that is not a known question of this extension's content script.
pub(super) fn read(message: &JsValue, sender: &JsValue) -> Option<(Request, Sender)> {
    let read = Request::of(message).zip(Sender::of(message, sender));
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
