//! What the popup says of the tab.
//!
//! It speaks of the tab's own address. The browser tells it once the user has clicked the icon, and what a page said
//! of itself is not believed where that is better than what its address says.

use super::tab::hiding;
use super::{Say, Spoken, Tab};
use crate::settings::Watched;
use crate::text::{Text, Tone};
use crate::warning::{Likeness, Notice, likeness, visit};

/// What the popup says of a tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What there is to say, the most urgent first.
    pub notices: Vec<Spoken>,
    /// What to say of the tab's own page where there is no notice of it.
    pub note: Option<String>,
    /// Whether the tab's own page hides its warning.
    pub hides: bool,
}

/// What to say of `tab`, whose own page is at `url`, an empty text where the browser does not tell.
#[must_use]
pub fn shown(url: &str, tab: &Tab, watched: &Watched, say: Say) -> Shown {
    let judged = visit(url, watched).map(|found| Spoken::of(&Notice::of(&found), say));
    let own = match (judged, tab.own()) {
        // What both say is said of the address that is in sight.
        (Some(judged), Some((said, _))) if said.tone >= judged.tone => Some(judged),
        (judged, said) => said.map(|(said, _)| said.clone()).or(judged),
    };
    let hides = tab.own().is_some_and(|(_, hides)| hides);
    let own = own.map(|own| if hides { hiding(own, say) } else { own });
    let likeness = likeness(url, watched);
    let own = match (likeness, own) {
        (Likeness::LooksLike(host), _) => Some(impostor(&LOOKALIKE, host, say)),
        (Likeness::Unproven(host), _) => Some(impostor(&UNPROVEN, host, say)),
        (Likeness::Real(host), Some(mut own)) => {
            own.reasons.push(real(host, say));
            Some(own)
        }
        (_, own) => own,
    };
    let note = own.is_none().then(|| match likeness {
        Likeness::Real(host) => real(host, say),
        _ => say(&Text::new("tab_nothing")),
    });
    let framed = tab.framed(say);
    let frame_first =
        framed.as_ref().is_some_and(|framed| own.as_ref().is_some_and(|own| framed.tone < own.tone));
    let mut notices: Vec<Spoken> = own.into_iter().chain(framed).collect();
    if frame_first {
        notices.reverse();
    }
    Shown { notices, note, hides }
}

/// The keys of what to say of a page that is not what it is taken for: its title, the reason and what to do.
type Impostor = [&'static str; 3];

const LOOKALIKE: Impostor = ["tab_lookalike_title", "tab_lookalike_reason", "tab_lookalike_advice"];
const UNPROVEN: Impostor = ["tab_unproven_title", "tab_unproven_reason", "tab_unproven_advice"];

fn impostor([title, reason, advice]: &Impostor, host: &str, say: Say) -> Spoken {
    Spoken {
        reasons: vec![say(&Text::new(reason))],
        advice: say(&Text::new(advice)),
        ..Spoken::new(Tone::Danger, say(&Text::with(title, [host.to_owned()])))
    }
}

fn real(host: &str, say: Say) -> String {
    say(&Text::with("tab_real", [host.to_owned()]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::tests::{sender, speak, spoken};
    use crate::jitsi::Server;

    const STRONG: &str = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
    const GUESSABLE: &str = "https://meet.jit.si/standup";

    fn tab(said: &[(i64, Tone, &str)]) -> Tab {
        let mut tab = Tab::default();
        for (frame, tone, title) in said {
            tab.say(&sender(*frame, "d"), Some(spoken(*tone, title)));
        }
        tab
    }

    fn titles(url: &str, tab: &Tab) -> Vec<String> {
        shown(url, tab, &Watched::default(), &speak).notices.into_iter().map(|said| said.title).collect()
    }

    #[test]
    fn a_look_alike_is_one_whatever_a_frame_says() {
        let alike = "https://meet-jit-si.example/";
        let lookalike = "tab_lookalike_title meet.jit.si";
        assert_eq!(titles(alike, &tab(&[])), [lookalike]);
        assert_eq!(titles(alike, &tab(&[(1, Tone::Calm, "strong")])), [lookalike]);
        assert_eq!(titles(alike, &tab(&[(0, Tone::Calm, "strong")])), [lookalike]);
        assert_eq!(
            titles(alike, &tab(&[(1, Tone::Danger, "guessable")])),
            [lookalike, "tab_frame_title guessable"]
        );
        assert_eq!(
            titles("http://meet.jit.si/x", &tab(&[(1, Tone::Calm, "")])),
            ["tab_unproven_title meet.jit.si"]
        );
    }

    #[test]
    fn a_server_that_the_user_has_named_is_no_look_alike() {
        let servers = vec![Server::parse("meet-jit-si.example").unwrap()];
        let watched = Watched { watched_servers: servers, ..Watched::default() };
        let shown = shown("https://meet-jit-si.example/standup", &Tab::default(), &watched, &speak);
        assert_eq!(shown.notices[0].title, "room_guessable_title");
    }

    #[test]
    fn no_frame_endorses_the_page_around_it() {
        let shown = |said: &[_]| shown("https://site.example/", &tab(said), &Watched::default(), &speak);
        let nothing = Shown { notices: Vec::new(), note: Some("tab_nothing".to_owned()), hides: false };
        assert_eq!(shown(&[(1, Tone::Calm, "strong")]), nothing);
        let framed = shown(&[(1, Tone::Danger, "guessable")]);
        assert_eq!(framed.note, nothing.note, "of the page itself nothing is said");
        assert_eq!(framed.notices[0].title, "tab_frame_title guessable");
    }

    #[test]
    fn the_worse_of_what_the_address_deserves_and_what_was_said_is_shown() {
        assert_eq!(titles(GUESSABLE, &tab(&[(0, Tone::Calm, "strong")])), ["room_guessable_title"]);
        assert_eq!(titles(STRONG, &tab(&[(0, Tone::Danger, "guessable")])), ["guessable"]);
        assert_eq!(titles(STRONG, &tab(&[(0, Tone::Calm, "strong")])), ["room_strong_title"]);
        // Where the browser does not tell the address.
        assert_eq!(titles("", &tab(&[(0, Tone::Danger, "guessable")])), ["guessable"]);
        // And where nobody was there to say anything.
        assert_eq!(titles(GUESSABLE, &tab(&[])), ["room_guessable_title"]);
    }

    #[test]
    fn the_most_urgent_stands_first() {
        let said = tab(&[(0, Tone::Calm, "strong"), (1, Tone::Danger, "guessable")]);
        assert_eq!(titles(STRONG, &said), ["tab_frame_title guessable", "room_strong_title"]);
        let said = tab(&[(0, Tone::Danger, "guessable"), (1, Tone::Danger, "framed")]);
        assert_eq!(titles(GUESSABLE, &said), ["room_guessable_title", "tab_frame_title framed"]);
    }

    #[test]
    fn what_hides_its_warning_is_said_to() {
        let mut tab = tab(&[(0, Tone::Danger, "guessable")]);
        tab.hide(&sender(0, "d"));
        let of = |url| shown(url, &tab, &Watched::default(), &speak).notices.remove(0);
        assert_eq!(of(GUESSABLE).reasons[0], "page_hides_warning");
        // Renamed, and not heard yet.
        assert_eq!(of(STRONG).reasons[0], "page_hides_warning");
        tab.say(&sender(0, "d"), Some(spoken(Tone::Calm, "strong")));
        let renamed = shown(STRONG, &tab, &Watched::default(), &speak).notices.remove(0);
        assert_eq!((renamed.tone, &*renamed.title), (Tone::Caution, "page_hides_warning"));
    }

    #[test]
    fn the_real_page_is_said_to_be_real() {
        let real = "tab_real meet.jit.si".to_owned();
        assert_eq!(
            shown(STRONG, &Tab::default(), &Watched::default(), &speak).notices[0].reasons.last(),
            Some(&real)
        );
        assert_eq!(
            shown("https://meet.jit.si/", &Tab::default(), &Watched::default(), &speak).note,
            Some(real)
        );
    }
}
