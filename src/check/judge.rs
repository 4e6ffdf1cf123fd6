//! The answer to a text that somebody asks about: a name, a link, or a whole invitation.

use super::better::recognisable;
use super::escapes::unescaped;
use super::links::{Link, Place, Reader};
use super::name;
use super::program::Program;
use super::rank::Rank;
use crate::jitsi::{Address, AddressError, Server};
use crate::room::Label;
use crate::settings::Watched;
use crate::text::{Tone, is_invisible};
use crate::warning::{Finding, Notice, VisitedRoom};

/// The answer to a text that somebody asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What the name or the link that was judged leads to.
    pub found: Found,
    /// The link that was judged, by https and with all that stands in it; `None` for a name, and for a link that no
    /// browser opens itself.
    pub link: Option<String>,
    /// Whether its server is one that is known to be a Jitsi server, or it names none.
    pub known_server: bool,
    /// Whether a sign that nobody sees stood within the link or the name.
    pub unseen: bool,
    /// Other links in the text that could be meant too, as they stand there.
    pub others: Vec<String>,
    /// What is worth keeping of the name in a better one; `None` when it needs none.
    pub label: Option<Label>,
}

/// What a text leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A room, or a known service.
    Finding(Finding),
    /// A program or a service whose name alone is known.
    Program(Program),
}

/// That nothing was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unjudged {
    /// Why the link or the name leads to no room; `None` where the text is no name and has no link to one.
    pub why: Option<AddressError>,
    /// What the text calls a room, or has on a line of its own, and could be a name.
    pub names: Vec<String>,
}

impl Unjudged {
    /// Whether nobody asked: there is nothing in the text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.why == Some(AddressError::Empty)
    }
}

impl From<AddressError> for Unjudged {
    fn from(error: AddressError) -> Self {
        Self { why: Some(error), names: Vec::new() }
    }
}

impl Checked {
    /// The room that was judged, as Jitsi compares it: its server, its tenant, its name.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        self.room().map(|room| room.address.readable())
    }

    /// What was found, in one word: a room's [`place`](Self::place), or `service:` and a key.
    #[must_use]
    pub fn key(&self) -> String {
        match &self.found {
            Found::Finding(Finding::Room(room)) => room.address.readable(),
            Found::Finding(Finding::Service(service)) => format!("service:{}", service.id),
            Found::Program(program) => format!("service:{}", program.id),
        }
    }

    /// What there is to know about it; `None` for a program whose name alone is known.
    #[must_use]
    pub const fn finding(&self) -> Option<&Finding> {
        match &self.found {
            Found::Finding(finding) => Some(finding),
            Found::Program(_) => None,
        }
    }

    /// The room that was judged.
    #[must_use]
    pub const fn room(&self) -> Option<&VisitedRoom> {
        match &self.found {
            Found::Finding(Finding::Room(room)) => Some(room),
            _ => None,
        }
    }

    /// The server of a room that may be no Jitsi server at all.
    #[must_use]
    pub fn unknown_server(&self) -> Option<&Server> {
        self.room().filter(|_| !self.known_server).map(|room| &room.address.server)
    }

    fn of(link: Option<&Link>, place: Place, known_server: bool) -> Result<Self, AddressError> {
        let unseen = link.is_some_and(|link| link.unseen);
        let link = link.and_then(Link::by_https);
        let found = match place {
            Place::Room(address) => {
                let room = VisitedRoom::judge(address).opened_by(link.as_deref().unwrap_or_default());
                Found::Finding(Finding::Room(room))
            }
            Place::Service(service) => Found::Finding(Finding::Service(service)),
            Place::Program(program) => Found::Program(program),
            Place::Nowhere(error) => return Err(error),
        };
        Ok(Self { found, link, known_server, unseen, others: Vec::new(), label: None })
    }

    /// Offers a better name where one is needed; `written` is what the room is known by.
    fn with_label(mut self, written: &str) -> Self {
        let weak = match &self.found {
            Found::Finding(finding @ Finding::Room(_)) => {
                Notice::of(finding).tone != Tone::Calm && finding.cleaned().is_none()
            }
            _ => false,
        };
        self.label = weak.then(|| recognisable(written));
        self
    }
}

/// Judges what a person typed or pasted. A bare name is on `home`, and of several links the first to a service or to
/// a room on a known server counts, or else the first that is most likely to lead to a room.
///
/// # Errors
/// Why there is nothing to judge; see [`Unjudged`].
pub fn check(text: &str, home: &Server, watched: &Watched) -> Result<Checked, Unjudged> {
    let standard = Server::default();
    let reader = Reader::new(home, &standard, &watched.watched_servers);
    let mut links = reader.links(text);
    let has_links = !links.is_empty();
    links.retain(|link| link.rank != Rank::Unlikely || link.place == Place::Nowhere(AddressError::Hidden));
    let leads = |link: &&Link| !matches!(link.place, Place::Nowhere(_));
    if let Some(best) = links.iter().filter(leads).min_by_key(|link| link.rank) {
        let known = !matches!(&best.place, Place::Room(address) if !reader.knows(&address.server));
        let others =
            links.iter().filter(leads).filter(|other| *other != best && other.rank <= Rank::Announced);
        let others = others.map(|link| link.written.clone()).collect();
        let checked = Checked::of(Some(best), best.place.clone(), known)?;
        return Ok(Checked { others, ..checked.with_label(best.name()) });
    }
    let text = &*unescaped(text);
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let around = |c: char| c.is_whitespace() || is_invisible(c);
    let unseen = visible.trim().len() < text.trim_matches(around).len();
    if visible.trim().is_empty() {
        return Err(AddressError::Empty.into());
    }
    let nowhere = links.iter().min_by_key(|link| link.rank).and_then(|link| match link.place {
        Place::Nowhere(error) => Some(error),
        _ => None,
    });
    let single = name::single(&visible).filter(|name| !has_links || name.contains(['#', '?']));
    let Some(name) = single.filter(|_| nowhere.is_none()) else {
        // A link to a page that is no room is a link all the same.
        let is_link = has_links && !visible.trim().contains(char::is_whitespace);
        let why = nowhere.or_else(|| is_link.then_some(AddressError::NoRoom));
        let is_none = |line: &str| !reader.links(line).is_empty() || Address::parse(line, home).is_err();
        return Err(Unjudged { why, names: name::on_lines(&visible, is_none) });
    };
    let address = Address::parse(name, home)?;
    let known = reader.knows(&address.server);
    let checked = Checked::of(None, Place::Room(address), known)?;
    Ok(Checked { unseen, ..checked.with_label(name) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Result<Checked, Unjudged> {
        let own = vec![Server::parse("meet.example.org").unwrap()];
        check(text, &Server::default(), &Watched { watched_servers: own, ..Watched::default() })
    }

    fn room(text: &str) -> String {
        of(text).map_or_else(|why| format!("{why:?}"), |checked| checked.key())
    }

    #[test]
    fn what_is_read_of_a_link_does_not_count_where_it_leads_elsewhere() {
        let (shown, target) = ("https://meet.jit.si/k7mq2xw9pdk7mq2xw9pd", "https://meet.jit.si/standup");
        for text in [
            format!("[{shown}]({target})"),
            format!("[{shown}](<{target}>)"),
            format!("Join {shown} <{target}> now"),
            format!("Join {shown}<{target}>"),
            format!("<{target}|{shown}>"),
            format!("[{shown}|{target}]"),
            format!("[[{target}|{shown}]]"),
            format!("[{target} {shown}]"),
            format!("{target}[{shown}]"),
            format!("<a href=\"{target}\">{shown}</a>"),
            format!("<a href='{target}'>{shown}</a>"),
            format!("\\href{{{target}}}{{{shown}}}"),
            format!("[url={target}]{shown}[/url]"),
        ] {
            assert_eq!(room(&text), "meet.jit.si/standup", "{text}");
        }
        // Two links that only stand beside each other.
        assert_eq!(room(&format!("{shown} | {target}")), shown.trim_start_matches("https://"));
        // Nobody knows where this one leads; it is named, and what is read of it is judged.
        let unknown = of(&format!("[{shown}](https://click.example/team)")).unwrap();
        assert_eq!(unknown.key(), shown.trim_start_matches("https://"));
        assert_eq!(unknown.others, ["https://click.example/team"]);
    }

    /// As Jitsi Meet writes it (`addPeople` of its main.json).
    const INVITATION: &str = "Ana is inviting you to a meeting.\n\nJoin the meeting:\n\
        https://meet.jit.si/WeeklyStandup#config.startWithAudioMuted=true\n\n\
        To join by phone instead, tap this: +1.512.647.1431,,1234#\n\nLooking for a different dial-in number?\n\
        See meeting dial-in numbers: https://meet.jit.si/static/dialInInfo.html?room=WeeklyStandup\n";

    #[test]
    fn names_and_links_are_judged_alone() {
        for (text, found) in [
            ("weekly standup", "meet.jit.si/weekly standup"),
            ("  acme/standup ", "meet.jit.si/acme/standup"),
            ("meet.example.org/standup", "meet.example.org/standup"),
            ("jitsi-meet://meet.example.org/standup", "meet.example.org/standup"),
            ("https://meet.jit.si/stand,up", "meet.jit.si/standup"),
            ("pol.is", "meet.jit.si/pol.is"),
            ("acme:weekly", "meet.jit.si/acmeweekly"),
            ("\u{feff}standup\u{200b}", "meet.jit.si/standup"),
        ] {
            assert_eq!(room(text), found, "{text}");
        }
    }

    #[test]
    fn the_room_is_found_in_an_invitation() {
        assert_eq!(room(INVITATION), "meet.jit.si/weeklystandup");
        assert!(of(INVITATION).unwrap().others.is_empty(), "Jitsi's page of numbers is no other room");
        assert_eq!(
            of(INVITATION).unwrap().link.as_deref(),
            Some("https://meet.jit.si/WeeklyStandup#config.startWithAudioMuted=true")
        );
    }

    #[test]
    fn of_several_links_the_first_jitsi_room_counts() {
        let text = "Agenda: https://example.org/agenda, room: https://meet.example.org/standup or \
            https://meet.jit.si/plan-b and again https://meet.jit.si/Plan-B";
        let checked = of(text).unwrap();
        assert!(checked.known_server);
        assert_eq!(checked.key(), "meet.example.org/standup");
        assert_eq!(checked.others, ["https://meet.jit.si/plan-b"]);
        assert_eq!(
            room("https://pad.example.org/p/x and https://jitsi.verein.example/x"),
            "jitsi.verein.example/x"
        );
    }

    #[test]
    fn an_unknown_server_is_named() {
        let checked = of("https://jitsi.example.net/standup").unwrap();
        assert_eq!(checked.unknown_server().map(Server::as_str), Some("jitsi.example.net"));
        assert_eq!(of(INVITATION).unwrap().unknown_server(), None);
    }

    #[test]
    fn a_link_to_a_service_is_answered_with_what_is_known_of_it() {
        for (text, found) in [
            ("Call me: https://join.skype.com/abc", "service:skype"),
            ("https://meet.google.com/abc-defg-hij", "service:meet"),
            ("https://acme.zoom.us/j/1?pwd=2", "service:zoom"),
            ("skype:live:.cid.1234?chat", "service:skype"),
            ("sgnl://signal.me/#p/+1", "service:signal"),
        ] {
            let checked = of(text).unwrap();
            assert_eq!((checked.key().as_str(), checked.label), (found, None), "{text}");
        }
    }

    #[test]
    fn what_is_no_room_says_why() {
        let address = |error: AddressError| Err(error.into());
        let no_link = |names: &[&str]| {
            Err(Unjudged { why: None, names: names.iter().map(|name| (*name).to_owned()).collect() })
        };
        for (text, why) in [
            ("See https://meet.jit.si/static/close.html", address(AddressError::Reserved)),
            ("https://meet.jit.si/", address(AddressError::NoRoom)),
            ("https://meet.jit.si/config.js or https://meet.jit.si/", address(AddressError::Reserved)),
            ("tel:+15126471431", address(AddressError::Phone)),
            ("Come: https://bit.ly/3abcde", address(AddressError::Hidden)),
            (" \n ", address(AddressError::Empty)),
            ("Read https://example.org/ first, Mira", no_link(&[])),
            (
                "Go to https://meet.jit.si and enter this room name:\nvorstand-sitzung",
                Err(Unjudged { why: Some(AddressError::NoRoom), names: vec!["vorstand-sitzung".to_owned()] }),
            ),
            (
                "Der Raum:\nvorstand-sitzung\n\nGesendet von Outlook für Android<https://aka.ms/AAb9ysg>",
                Err(Unjudged { why: Some(AddressError::Hidden), names: vec!["vorstand-sitzung".to_owned()] }),
            ),
            ("Kommt: https://moodle.uni.example/mod/jitsi/view.php?id=12", no_link(&[])),
            ("The room is:\nstandup\n", no_link(&["standup"])),
            ("Jitsi: meet.jit.si\nRaum: standup\nPIN: 4711", no_link(&["standup"])),
        ] {
            assert_eq!(of(text), why, "{text}");
        }
    }

    #[test]
    fn a_sign_that_nobody_sees_is_left_out_and_said() {
        for (text, unseen) in [
            ("https://meet.jit.si/stand\u{200b}up", true),
            ("stand\u{200b}up", true),
            (" \u{feff}standup\u{200b} ", false),
            ("\u{2066}https://meet.jit.si/standup\u{2069}", false),
            ("https://meet.jit.si/standup", false),
        ] {
            let checked = of(text).unwrap();
            assert_eq!((checked.key().as_str(), checked.unseen), ("meet.jit.si/standup", unseen), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in "(\\PC|[\r\n]|https://|meet.jit.si/){0,60}") {
            let _ = of(&text);
        }

        #[test]
        fn what_stands_around_a_link_does_not_matter(
            before in "[a-z ,.(<:“«]{0,20}", after in "([.,;:!?)>”»]{0,3}( [a-z ]{0,20})?)",
        ) {
            prop_assume!(!before.ends_with(|c: char| c.is_alphanumeric()));
            let text = format!("{before}https://meet.jit.si/plan-b{after}");
            prop_assert_eq!(room(&text), "meet.jit.si/plan-b");
        }
    }
}
