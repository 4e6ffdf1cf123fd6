//! What is typed into the address bar after the keyword `jitsi`: it makes, checks or opens a room.
//!
//! * a name that is not strong: a new room, which begins with what people know of it;
//! * nothing, or what is neither a name nor a link to a room: a new room, with nothing of that in its name;
//! * a strong name, or any link: the room itself. A link says exactly what is meant, and whoever opens a
//!   guessable one is warned there.

use super::{Found, check, recognisable};
use crate::room::Label;
use crate::settings::{Policy, Settings, Watched};
use crate::text::{Gap, Text, Tone};
use crate::warning::Notice;

/// What happens when the user presses Enter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entered {
    /// A new room is opened, whose name begins with this label.
    NewRoom {
        /// It may be empty.
        label: Label,
    },
    /// The room or the service at this link is opened.
    Open {
        /// The link, by https. One that was typed is opened as it was: its query may let its user in.
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

/// What pressing Enter after `typed` does, as `settings` say and a `policy` allows. Names without a server are on
/// the user's.
#[must_use]
pub fn entered(typed: &str, settings: &Settings, policy: &Policy) -> Entered {
    decided(typed, read(typed, settings).as_ref(), policy)
}

/// As [`entered`], once it is known where `typed` leads.
fn decided(typed: &str, read: Option<&Read>, policy: &Policy) -> Entered {
    match read {
        Some(read) if read.is_link || read.notice.tone == Tone::Calm => {
            Entered::Open { link: read.link.clone() }
        }
        // The organisation's own label is the usual one.
        _ if policy.label.is_some() => Entered::NewRoom { label: Label::default() },
        // What is no name may be a number to dial, or somebody else's key.
        _ => Entered::NewRoom { label: read.map_or_else(Label::default, |_| recognisable(typed)) },
    }
}

/// What to offer while `typed` stands in the address bar, the line that Enter chooses first.
#[must_use]
pub fn suggestions(typed: &str, settings: &Settings, policy: &Policy) -> Vec<Suggestion> {
    let open = |read: Read, content| {
        let texts = vec![Text::with("omnibox_open", [Gap::place(&read.place)]), read.notice.title];
        Suggestion { content, texts }
    };
    let new = |label: &str| {
        let text = if label.is_empty() {
            Text::new("omnibox_new")
        } else {
            Text::with("omnibox_new_with", [Gap::quoted(label)])
        };
        Suggestion { content: None, texts: vec![text] }
    };
    let read = read(typed, settings);
    match decided(typed, read.as_ref(), policy) {
        Entered::Open { .. } => read.into_iter().map(|read| open(read, None)).collect(),
        Entered::NewRoom { label } => {
            let named = read.map(|read| {
                let content = Some(read.link.clone());
                open(read, content)
            });
            [new(label.as_str())].into_iter().chain(named).collect()
        }
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

/// What was typed, where it can be opened.
struct Read {
    /// The link that opens it.
    link: String,
    /// Whether a link was typed, and not a name.
    is_link: bool,
    /// What is judged.
    place: String,
    notice: Notice,
}

/// Where `typed` leads, and what there is to say about it; `None` where no web page is.
fn read(typed: &str, settings: &Settings) -> Option<Read> {
    let checked = check(typed, &settings.server, &Watched::default()).ok()?;
    let Found::Finding(finding) = &checked.found else { return None };
    let room = checked.room().map(|room| room.address.link());
    let is_link = checked.link.is_some();
    let link = checked.link.clone().or(room)?;
    let place = checked.place().unwrap_or_else(|| link.clone());
    Some(Read { link, is_link, place, notice: Notice::of(finding) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Server;
    use proptest::prelude::*;

    fn enter(typed: &str) -> Entered {
        entered(typed, &Settings::default(), &Policy::default())
    }

    fn offered(typed: &str) -> Vec<Suggestion> {
        suggestions(typed, &Settings::default(), &Policy::default())
    }

    fn new_room(label: &str) -> Entered {
        Entered::NewRoom { label: Label::new(label).unwrap() }
    }

    #[test]
    fn nothing_typed_makes_a_room() {
        assert_eq!(enter("  "), new_room(""));
        assert_eq!(offered("")[0].texts[0].key, "omnibox_new");
    }

    #[test]
    fn a_guessable_name_becomes_the_beginning_of_a_safe_one_and_can_still_be_opened() {
        assert_eq!(enter("standup"), new_room("standup"));
        let offered = offered("standup");
        let content = offered[1].content.clone().unwrap();
        assert_eq!(enter(&content), Entered::Open { link: "https://meet.jit.si/standup".to_owned() });
        assert_eq!(offered[1].texts[1].key, "room_guessable_title");
    }

    #[test]
    fn a_strong_name_is_opened_on_the_chosen_server() {
        let server = Server::parse("meet.example.org").unwrap();
        let settings = Settings { server, ..Settings::default() };
        let link = "https://meet.example.org/amber-trumpet-lagoon-visor-clinic";
        assert_eq!(
            entered("amber-trumpet-lagoon-visor-clinic", &settings, &Policy::default()),
            Entered::Open { link: link.to_owned() }
        );
    }

    #[test]
    fn the_label_of_an_organisation_is_kept() {
        let policy = Policy { label: Some("acme".to_owned()), ..Policy::default() };
        assert_eq!(entered("standup", &Settings::default(), &policy), new_room(""));
        assert_eq!(suggestions("standup", &Settings::default(), &policy)[0].texts[0].key, "omnibox_new");
    }

    #[test]
    fn a_link_is_opened_with_and_without_its_beginning() {
        for typed in ["https://meet.jit.si/standup", "meet.jit.si/standup", " meet.jit.si/standup"] {
            assert_eq!(
                enter(typed),
                Entered::Open { link: "https://meet.jit.si/standup".to_owned() },
                "{typed}"
            );
        }
    }

    #[test]
    fn a_link_that_was_typed_keeps_what_lets_its_user_in() {
        for (typed, opened) in [
            ("meet.jit.si/Standup?jwt=X", "https://meet.jit.si/Standup?jwt=X"),
            ("HTTP://meet.jit.si/Standup?jwt=X", "https://meet.jit.si/Standup?jwt=X"),
            ("https://teams.live.com/meet/1?p=AbC", "https://teams.live.com/meet/1?p=AbC"),
            ("http:meet.jit.si/Standup", "https://meet.jit.si/Standup"),
            (
                "meet.jit.si/Standup#userInfo.avatarURL=\"https://chat.example/me.png\"",
                "https://meet.jit.si/Standup#userInfo.avatarURL=\"https://chat.example/me.png\"",
            ),
            ("jitsi-meet://meet.jit.si/Standup", "https://meet.jit.si/standup"),
            ("org.jitsi.meet:https://meet.jit.si/Standup", "https://meet.jit.si/standup"),
        ] {
            assert_eq!(enter(typed), Entered::Open { link: opened.to_owned() }, "{typed}");
        }
    }

    #[test]
    fn a_name_with_another_address_after_it_is_still_a_name() {
        assert_eq!(
            enter("amber-trumpet-lagoon-visor-clinic#userInfo.avatarURL=\"https://chat.example/me.png\""),
            Entered::Open { link: "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic".to_owned() }
        );
    }

    #[test]
    fn a_service_is_not_called_a_room() {
        let offered = offered("https://web.skype.com/x");
        assert!(!offered[0].texts[1].key.starts_with("room_"), "{offered:?}");
    }

    #[test]
    fn what_is_no_name_stands_in_no_new_rooms_name_and_a_number_neither() {
        for (typed, label) in [
            ("+1.512.647.1431,,1234#", ""),
            ("PIN: 3415629817", ""),
            ("https://signal.link/call/#key=abcd-efgh", ""),
            ("skype:live:.cid.12ab?chat", ""),
            ("https://bit.ly/3abc", ""),
            ("We meet tonight at eight", ""),
            ("Danke!", ""),
            ("/Danke", "danke"),
            ("Jour fixe", "jour-fixe"),
            ("standup-1234567", "standup"),
            ("WeeklyStandup", "weekly-standup"),
        ] {
            assert_eq!(enter(typed), new_room(label), "{typed}");
        }
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
        fn whatever_is_typed_the_first_line_says_what_enter_does(typed in "(\\PC|[0-9 .:/-]){0,40}") {
            let said = offered(&typed)[0].texts[0].clone();
            let does = match enter(&typed) {
                Entered::NewRoom { label } if label.as_str().is_empty() => Text::new("omnibox_new"),
                Entered::NewRoom { label } => Text::with("omnibox_new_with", [Gap::quoted(label.as_str())]),
                Entered::Open { .. } => said.clone(),
            };
            prop_assert_eq!(said, does);
        }
    }
}
