//! What a content script may ask the background, and what it is answered.
//!
//! `extension/types/messages.d.ts` says the same to the scripts; a test writes it.

use serde::{Deserialize, Serialize};

use super::Say;
use super::sender::{Fields, Sender};
use crate::text::Tone;
use crate::warning::{Notice, Shape};

/// A question of the content script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Request {
    /// The page was opened, or its address changed.
    Visit,
    /// The page, in a frame, was closed.
    Leave,
    /// Do not warn about this room until the browser closes. Answered by the line that says so, and how to take it back.
    Dismiss {
        /// Whether that is to last: then it is said, too, where it is made to.
        lasts: bool,
    },
    /// Warn about this room again.
    Undo,
    /// The page does not let the warning be seen.
    Hidden,
    /// Copy this text. Firefox's alone, whose background has a clipboard: what a script in the page copies there, the page
    /// may read.
    Copy {
        /// The text.
        text: String,
    },
    /// The link to the new room was copied, or a message with it: others may know that room from now on.
    Told,
    /// Open this link, to a new room, instead of the page.
    Move {
        /// The link.
        to: String,
        /// Whether a message to the others was copied: else nobody will know where they are.
        told: bool,
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
    /// Reads a message and who sent it; `None` for a question that is not known, or not this sender's to ask. Content scripts
    /// of the extension, whose id is `own`, ask all of them; its popup, at the address `popup`, asks to [`Move`](Self::Move)
    /// from the page that it was opened on.
    pub fn read<T: Fields>(message: &T, sender: &T, own: &str, popup: &str) -> Option<(Self, Sender)> {
        let asked = Self::of(message)?;
        let by_popup = || Sender::of_popup(message, sender, own, popup);
        let sender = match asked {
            Self::Move { .. } => by_popup().or_else(|| Sender::of(message, sender, own)),
            _ => Sender::of(message, sender, own),
        };
        Some((asked, sender?))
    }

    /// Reads the kind of a message and what comes with it; `None` for a kind that is not known. By hand: what serde
    /// makes to read these few fields adds 36 kB to the wasm.
    fn of(message: &impl Fields) -> Option<Self> {
        let text = |name| message.field(name).text();
        Some(match text("kind")?.as_str() {
            "visit" => Self::Visit,
            "leave" => Self::Leave,
            "dismiss" => Self::Dismiss { lasts: message.field("lasts").is_true() },
            "undo" => Self::Undo,
            "hidden" => Self::Hidden,
            "copy" => Self::Copy { text: text("text")? },
            "told" => Self::Told,
            "move" => Self::Move { to: text("to")?, told: message.field("told").is_true() },
            "back" => Self::Back { alone: message.field("alone").is_true() },
            "judge" => Self::Judge { name: text("name")? },
            _ => return None,
        })
    }
}

/// An answer of the background.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reply {
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
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// What to say.
    pub notice: Spoken,
    /// What it looks like.
    pub shape: Shape,
    /// A link to a room that was just made: the way out.
    pub safe_link: String,
    /// The buttons.
    pub choices: Vec<Button>,
    /// Whether it goes by itself, once there was time to read it.
    pub brief: bool,
    /// What else stands in it.
    pub words: Words,
    /// Its style sheet.
    pub style: &'static str,
}

/// A notice in the user's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Spoken {
    /// How urgent it is.
    pub tone: Tone,
    /// The matter in one sentence.
    pub title: String,
    /// Why.
    pub reasons: Vec<String>,
    /// How many of the reasons matter at first sight.
    pub first: usize,
    /// What to do.
    pub advice: String,
    /// Whether that is said at first sight too, where there is room.
    pub advised: bool,
}

impl Spoken {
    /// Something with nothing to explain.
    pub(crate) const fn new(tone: Tone, title: String) -> Self {
        Self { tone, title, reasons: Vec::new(), first: 1, advice: String::new(), advised: false }
    }

    /// `notice` in the words of `say`.
    pub fn of(notice: &Notice, say: Say) -> Self {
        Self {
            tone: notice.tone,
            title: say(&notice.title),
            reasons: notice.reasons.iter().map(say).collect(),
            first: notice.first,
            advice: say(&notice.advice),
            advised: notice.advised,
        }
    }
}

/// A button of the warning: see [`Choice`](crate::warning::Choice).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Button {
    /// The id of its element.
    pub id: &'static str,
    /// What stands on it.
    pub label: String,
    /// Whether it steps back behind the others.
    pub quiet: bool,
    /// Whether it is there only once more was asked for.
    pub later: bool,
    /// The text that it copies.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub copies: Option<String>,
}

/// What stands in the warning beside the notice and the buttons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// What the product is called.
    pub product: String,
    /// Which keys lead into the warning and out of it, for those who hear it.
    pub keys: String,
    /// What the button is called that puts the warning away.
    pub close: String,
    /// That something was copied.
    pub copied: String,
    /// That nothing could be copied.
    pub copy_failed: String,
    /// The language of all these words, as a BCP 47 code.
    pub language: String,
    /// The direction that it is written in: `ltr` or `rtl`.
    pub direction: String,
}

/// What is said beside the field of a welcome page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Judged {
    /// How urgent it is.
    pub tone: Tone,
    /// What is said.
    pub text: String,
    /// The language of the text, as a BCP 47 code.
    pub language: String,
    /// The direction that it is written in: `ltr` or `rtl`.
    pub direction: String,
    /// Its style sheet.
    pub style: &'static str,
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::background::sender::tests::OWN;
    use crate::warning::Visitor;
    use serde_json::{Value, json};
    use ts_rs::{Config, TS};

    /// The types of the messages in TypeScript, by which the extension's scripts are checked.
    const TYPES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/extension/types/messages.d.ts");

    #[test]
    fn the_scripts_know_the_types_of_the_messages() {
        let config = Config::default();
        let types = [
            Request::decl(&config),
            Reply::decl(&config),
            Warning::decl(&config),
            Spoken::decl(&config),
            Tone::decl(&config),
            Shape::decl(&config),
            Button::decl(&config),
            Words::decl(&config),
            Judged::decl(&config),
        ];
        let head = "// Written by a test of src/background/message.rs.\n";
        let current = types.iter().fold(head.to_owned(), |file, one| format!("{file}\nexport {one}\n"));
        let written = fs::read_to_string(TYPES).unwrap_or_default();
        if written != current {
            fs::write(TYPES, current).unwrap();
            panic!("extension/types/messages.d.ts was not what it is to be; it is now");
        }
    }

    #[test]
    fn every_question_is_read_as_it_is_written() {
        let all = [
            Request::Visit,
            Request::Leave,
            Request::Dismiss { lasts: false },
            Request::Dismiss { lasts: true },
            Request::Undo,
            Request::Hidden,
            Request::Copy { text: "https://meet.jit.si/x".to_owned() },
            Request::Told,
            Request::Move { to: "https://meet.jit.si/x".to_owned(), told: true },
            Request::Back { alone: true },
            Request::Back { alone: false },
            Request::Judge { name: "standup".to_owned() },
        ];
        for request in all {
            assert_eq!(Request::of(&serde_json::to_value(&request).unwrap()), Some(request));
        }
    }

    #[test]
    fn what_is_no_question_is_refused() {
        for message in [
            Value::Null,
            json!("visit"),
            json!(["visit"]),
            json!({}),
            json!({ "kind": "" }),
            json!({ "kind": "Visit" }),
            json!({ "kind": ["visit"] }),
            json!({ "kind": "forget" }),
            json!({ "kind": "move" }),
            json!({ "kind": "copy" }),
            json!({ "kind": "move", "to": { "href": "https://meet.jit.si/x" } }),
            json!({ "kind": "judge", "name": 7 }),
        ] {
            assert_eq!(Request::of(&message), None, "{message}");
        }
        // What may be left out is not so.
        assert_eq!(Request::of(&json!({ "kind": "back" })), Some(Request::Back { alone: false }));
    }

    #[test]
    fn the_popup_asks_for_one_thing_of_the_page_that_it_was_opened_on() {
        const POPUP: &str = "chrome-extension://own/popup.html";
        let popup = |url: &str, id: &str| json!({ "id": id, "url": url });
        let asked = |url: &str| {
            json!({
                "kind": "move",
                "to": "https://meet.jit.si/new",
                "page": { "url": url, "tab": 7, "private": true },
            })
        };
        let read = |message: &Value, sender: &Value| Request::read(message, sender, OWN, POPUP);
        let old = asked("https://meet.jit.si/standup?jwt=x#config.x=true");
        let (request, sender) = read(&old, &popup(POPUP, OWN)).unwrap();
        assert_eq!(request, Request::Move { to: "https://meet.jit.si/new".to_owned(), told: false });
        assert_eq!(sender.page(), "https://meet.jit.si/standup#config.x=true");
        assert_eq!((sender.tab, sender.visitor()), (7, Visitor { framed: false, private: true }));
        // On a phone it is a page in a tab.
        let in_a_tab = json!({ "id": OWN, "url": format!("{POPUP}?x"), "tab": { "id": 3 }, "frameId": 0 });
        assert_eq!(read(&old, &in_a_tab).unwrap().1.tab, 7);
        for sender in [
            popup(POPUP, "another@extension.example"),
            popup("chrome-extension://own/options.html", OWN),
            popup("https://meet.jit.si/popup.html", OWN),
            json!({ "id": OWN, "url": "https://meet.jit.si/retro", "tab": { "id": 3 }, "documentId": "d" }),
        ] {
            assert_eq!(read(&old, &sender), None, "{sender}");
        }
        for message in [
            json!({ "kind": "told", "page": old["page"], "path": "/standup" }),
            json!({ "kind": "move", "to": "https://meet.jit.si/new" }),
            asked(""),
            asked("about:blank"),
            asked("https://meet.jit.si"),
        ] {
            assert_eq!(read(&message, &popup(POPUP, OWN)), None, "{message}");
        }
    }
}
