//! What is typed into the address bar after the keyword `jitsi`: it makes, checks or opens a room.
//!
//! * nothing, or a name that is not strong: a new room, which begins with what was typed;
//! * a strong name, or any link: the room itself. A link says exactly what is meant, and whoever opens a
//!   guessable one is warned there.

use super::{Notice, Text, Tone, VisitedRoom};
use crate::jitsi::{Address, Server};
use crate::room::Label;

/// What happens when the user presses Enter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// A new room is opened, whose name begins with this label.
    NewRoom {
        /// Empty, or what [`Label::new`] accepts.
        label: String,
    },
    /// The room at this link is opened.
    Open {
        /// The link, without query and fragment.
        link: String,
    },
}

/// A line below the address bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What it stands for when it is chosen; `None` for the first line, which stands for what was typed.
    pub content: Option<String>,
    /// What it does, and how strong the name is: sentences.
    pub texts: Vec<Text>,
}

/// What pressing Enter after `typed` does. Names without a server are on `server`.
#[must_use]
pub fn entered(typed: &str, server: &Server) -> Entered {
    match read(typed, server) {
        Some(room) if is_link(typed) || Notice::of_room(&room).tone == Tone::Calm => {
            Entered::Open { link: room.address.link() }
        }
        _ => {
            Entered::NewRoom { label: Label::new(typed).map(|_| typed.trim().to_owned()).unwrap_or_default() }
        }
    }
}

/// What to offer while `typed` stands in the address bar, the line that Enter chooses first.
#[must_use]
pub fn suggestions(typed: &str, server: &Server) -> Vec<Suggestion> {
    let room = read(typed, server);
    let open = |room: &VisitedRoom, content| {
        let texts = vec![Text::with("omnibox_open", [room.address.link()]), Notice::of_room(room).title];
        Suggestion { content, texts }
    };
    match (entered(typed, server), room) {
        (Entered::Open { .. }, Some(room)) => vec![open(&room, None)],
        (Entered::NewRoom { label }, Some(room)) if !label.is_empty() => vec![
            Suggestion { content: None, texts: vec![Text::with("omnibox_new_with", [label])] },
            open(&room, Some(room.address.link())),
        ],
        _ => vec![Suggestion { content: None, texts: vec![Text::new("omnibox_new")] }],
    }
}

/// `text` as Chromium wants suggestions: it reads them as XML. Control characters are left out, for XML has
/// no way to say them.
#[must_use]
pub fn as_xml(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => xml.push(c),
        }
    }
    xml
}

fn read(typed: &str, server: &Server) -> Option<VisitedRoom> {
    Address::parse(typed, server).ok().map(VisitedRoom::judge)
}

fn is_link(typed: &str) -> bool {
    typed.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn enter(typed: &str) -> Entered {
        entered(typed, &Server::default())
    }

    fn new_room(label: &str) -> Entered {
        Entered::NewRoom { label: label.to_owned() }
    }

    #[test]
    fn nothing_typed_makes_a_room() {
        assert_eq!(enter("  "), new_room(""));
        assert_eq!(suggestions("", &Server::default())[0].texts[0].key, "omnibox_new");
    }

    #[test]
    fn a_guessable_name_becomes_the_beginning_of_a_safe_one_and_can_still_be_opened() {
        assert_eq!(enter("standup"), new_room("standup"));
        let offered = suggestions("standup", &Server::default());
        let content = offered[1].content.clone().unwrap();
        assert_eq!(enter(&content), Entered::Open { link: "https://meet.jit.si/standup".to_owned() });
        assert_eq!(offered[1].texts[1].key, "room_guessable_title");
    }

    #[test]
    fn a_strong_name_is_opened_on_the_chosen_server() {
        let server = Server::parse("meet.example.org").unwrap();
        let link = "https://meet.example.org/amber-trumpet-lagoon-visor-clinic";
        assert_eq!(
            entered("amber-trumpet-lagoon-visor-clinic", &server),
            Entered::Open { link: link.to_owned() }
        );
    }

    #[test]
    fn what_cannot_be_a_label_still_makes_a_room() {
        for typed in ["🍄", &"x y".repeat(500), "a/b/c/d/e"] {
            assert!(matches!(enter(typed), Entered::NewRoom { .. }), "{typed}");
        }
        assert_eq!(enter(&"x y".repeat(500)), new_room(""));
    }

    #[test]
    fn markup_in_a_name_stays_text() {
        assert_eq!(as_xml("<url>&\"'\u{1}"), "&lt;url&gt;&amp;&quot;&apos;");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_something_is_offered(typed in "\\PC{0,80}") {
            prop_assert!(!suggestions(&typed, &Server::default()).is_empty());
        }
    }
}
