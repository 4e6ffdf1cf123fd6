//! What the popup offers to do about the page in the tab.

use super::Shown;
use crate::jitsi::Title;
use crate::memory::pinned::Pins;
use crate::memory::rooms::called;
use crate::settings::{Settings, Watched};
use crate::text::{Gap, Text, Tone};
use crate::warning::{Finding, Likeness, Notice, likeness, visit};

/// What there is to be done about a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Way {
    /// Others are invited to the room that the page is.
    Invite {
        /// The room's link, without what weakens the call or is nobody else's business.
        link: String,
    },
    /// Everybody meets in the new room instead.
    Leave(Finding),
    /// Calls of the page are encrypted from end to end by themselves, and a new room is no way out: the question is which
    /// tool fits.
    Stay,
    /// The page is closed: it is not what it looks like.
    Close,
}

/// The page of a tab: which room it is, if it is one, and what there is to be done about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Here {
    /// Says which room it is.
    pub room: Option<Text>,
    /// What to do, if anything.
    pub way: Option<Way>,
}

/// What the user watches, and where new rooms are made: whoever has made a server theirs wants to know its rooms, too.
#[must_use]
pub fn with_home(mut watched: Watched, settings: &Settings) -> Watched {
    if !watched.has_server(&settings.server) {
        watched.watched_servers.push(settings.server.clone());
    }
    watched
}

/// What to offer about the page at `url`, of which `shown` is said. `watched` is what [`with_home`] gives, and
/// `pins` are what the user has pinned, under names of their own.
#[must_use]
pub fn here(url: &str, shown: &Shown, watched: &Watched, settings: &Settings, pins: &Pins) -> Here {
    if matches!(likeness(url, watched), Likeness::Unproven(_) | Likeness::LooksLike(_)) {
        return Here { room: None, way: Some(Way::Close) };
    }
    let Some(finding) = visit(url, watched) else { return Here::default() };
    // A link that weakens the call is no fault of the room, whose own link is handed on.
    let is_strong = Notice::of(&finding).tone == Tone::Calm || finding.cleaned().is_some();
    // Nothing invites to a page with a danger in it, nor to one that hides its warning.
    let invites = !shown.hides && shown.notices.iter().all(|notice| notice.tone != Tone::Danger);
    let way = match &finding {
        Finding::Room(room) if is_strong => invites.then(|| {
            let is_home = room.address.is_on(&settings.server);
            let options = if is_home { settings.link_options } else { <_>::default() };
            Way::Invite { link: room.address.link_with(options, &Title::default()) }
        }),
        _ if !finding.is_better_left() => Some(Way::Stay),
        _ => Some(Way::Leave(finding.clone())),
    };
    let room = match &finding {
        Finding::Room(room) => {
            // The room that one stays in is called what the user calls it.
            let own = if let Some(Way::Invite { link }) = &way { called(pins, link) } else { None };
            let name = own.unwrap_or(room.address.room.as_str());
            Some(Text::with("here_heading", [Gap::quoted(name)]))
        }
        Finding::Service(_) => None,
    };
    Here { room, way }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::tests::{sender, speak, spoken};
    use crate::background::{Tab, shown};
    use crate::jitsi::{LinkOptions, Server};
    use crate::memory::pinned::Pinned;

    const STRONG: &str = "amber-trumpet-lagoon-visor-clinic";

    fn settings() -> Settings {
        Settings {
            server: Server::parse("meet.example.org").unwrap(),
            link_options: LinkOptions { start_muted: true, ..LinkOptions::default() },
            ..Settings::default()
        }
    }

    fn at(url: &str, tab: &Tab) -> Here {
        let watched = with_home(Watched::default(), &settings());
        here(url, &shown(url, tab, &watched, &speak), &watched, &settings(), &Pins::new())
    }

    fn way(url: &str) -> Option<Way> {
        at(url, &Tab::default()).way
    }

    #[test]
    fn others_are_invited_to_a_room_whose_name_is_strong() {
        let jitsi = format!("https://meet.jit.si/{STRONG}");
        assert_eq!(
            way(&format!("{jitsi}?jwt=secret#config.e2ee.disabled=true")),
            Some(Way::Invite { link: jitsi.clone() })
        );
        let room = at(&jitsi, &Tab::default()).room.unwrap();
        assert_eq!((room.key, room.gaps), ("here_heading", vec![Gap::quoted(STRONG)]));
        let pinned = Pinned { name: "Thursdays".to_owned(), ..Pinned::default() };
        let pins = vec![(format!("{jitsi}#config.startWithAudioMuted=true"), pinned)];
        let watched = Watched::default();
        let said = shown(&jitsi, &Tab::default(), &watched, &speak);
        let room = here(&jitsi, &said, &watched, &settings(), &pins).room.unwrap();
        assert_eq!((room.key, room.gaps), ("here_heading", vec![Gap::quoted("Thursdays")]));
        // On the server of one's own, as one's own links are.
        let own = format!("https://meet.example.org/{STRONG}");
        assert_eq!(way(&own), Some(Way::Invite { link: format!("{own}#config.startWithAudioMuted=true") }));
        assert_eq!(way(&format!("https://other.example/{STRONG}")), None);
    }

    #[test]
    fn a_room_that_can_be_guessed_and_a_service_are_left() {
        for url in
            ["https://meet.jit.si/standup", "https://meet.example.org/standup", "https://web.skype.com/"]
        {
            assert!(matches!(way(url), Some(Way::Leave(_))), "{url}");
        }
        assert_eq!(way("https://meet.jit.si/"), None);
        assert_eq!(way("https://site.example/standup"), None);
        assert_eq!(way(""), None);
    }

    #[test]
    fn nobody_is_led_away_from_calls_that_are_encrypted_from_end_to_end() {
        let watched_services = ["discord", "messenger"].map(str::to_owned).into();
        let watched = Watched { watched_services, ..Watched::default() };
        for url in ["https://discord.com/channels/@me", "https://www.facebook.com/messages/t/1"] {
            let said = shown(url, &Tab::default(), &watched, &speak);
            assert_eq!(said.notices.len(), 1);
            let here = here(url, &said, &watched, &settings(), &Pins::new());
            assert_eq!(here, Here { room: None, way: Some(Way::Stay) }, "{url}");
        }
    }

    #[test]
    fn what_only_looks_like_it_is_closed_unless_it_is_ones_own() {
        for url in ["https://meet-jit-si.example/standup", "http://meet.jit.si/standup"] {
            assert_eq!(at(url, &Tab::default()), Here { room: None, way: Some(Way::Close) }, "{url}");
        }
        let own = Settings { server: Server::parse("meet-jit-si.example").unwrap(), ..Settings::default() };
        let watched = with_home(Watched::default(), &own);
        let url = format!("https://meet-jit-si.example/{STRONG}");
        let said = shown(&url, &Tab::default(), &watched, &speak);
        assert!(matches!(here(&url, &said, &watched, &own, &Pins::new()).way, Some(Way::Invite { .. })));
        let welcome = "https://meet-jit-si.example/";
        let said = shown(welcome, &Tab::default(), &watched, &speak);
        assert_eq!(
            here(welcome, &said, &watched, &own, &Pins::new()),
            Here::default(),
            "there is nothing to be done"
        );
    }

    #[test]
    fn nobody_is_invited_to_a_page_with_something_bad_in_it() {
        let mut tab = Tab::default();
        tab.say(&sender(1, "d"), Some(spoken(Tone::Danger, "guessable")));
        let url = format!("https://meet.jit.si/{STRONG}");
        assert_eq!(at(&url, &tab).way, None);
        let mut tab = Tab::default();
        tab.say(&sender(0, "d"), Some(spoken(Tone::Caution, "weakened")));
        assert!(at(&url, &tab).way.is_some(), "the room's own link weakens nothing");
        tab.hide(&sender(0, "d"));
        assert_eq!(at(&url, &tab).way, None);
    }
}
