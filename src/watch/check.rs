//! What a person asks about: a name, a link, or a whole invitation.

use super::better::recognisable;
use super::{Finding, Notice, Service, Tone, VisitedRoom, Watched, visit};
use crate::jitsi::{Address, AddressError, Server};
use crate::room::Label;

/// What begins a link in a text. Names of servers that are known begin one too.
const BEGINNINGS: [&str; 4] = ["https://", "http://", "jitsi-meet:", "org.jitsi.meet:"];

/// What people and mail programs put around a link, and what ends a sentence after one.
const AROUND: &[char] = &[
    '<', '>', '(', ')', '[', ']', '{', '}', '"', '\'', '`', '.', ',', ';', ':', '!', '?', '…', '“', '”', '„',
    '‘', '’', '«', '»', '。', '，', '、', '；', '：', '！', '？', '،', '؛', '؟', '*', '|',
];

/// The answer to a text that somebody asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What there is to know about the name or the first link.
    pub finding: Finding,
    /// Whether its server is one that is known to be a Jitsi server, or it names none.
    pub known_server: bool,
    /// Other links in the text that could be rooms or services too, as they stand there.
    pub others: Vec<String>,
    /// What is worth keeping of the name in a better one; `None` when it needs none.
    pub label: Option<Label>,
}

impl Checked {
    /// The server of a room that may be no Jitsi server at all.
    #[must_use]
    pub fn unknown_server(&self) -> Option<&Server> {
        match &self.finding {
            Finding::Room(room) if !self.known_server => Some(&room.address.server),
            _ => None,
        }
    }
}

/// Judges what a person typed or pasted. A bare name is on `home`, and of several links the first to a
/// watched service or a room on a watched server counts, or else the first to anything that could be a room.
///
/// # Errors
/// Why there is nothing to judge; see [`AddressError`].
pub fn check(text: &str, home: &Server, watched: &Watched) -> Result<Checked, AddressError> {
    let standard = Server::default();
    let servers: Vec<&Server> = [home, &standard].into_iter().chain(&watched.watched_servers).collect();
    let links = links(text, &servers);
    // Whoever asks about a link to a service wants to know, whether its pages are watched or not.
    let every_service = Service::all().map(|service| service.id.to_owned()).collect();
    let watched = Watched { watched_services: every_service, ..watched.clone() };
    let judge = |link: &str| match visit(link, &watched) {
        Some(finding) => Ok((finding, true)),
        None => Address::parse(link, home).map(|address| {
            let known = servers.contains(&&address.server);
            (Finding::Room(VisitedRoom::judge(address)), known)
        }),
    };
    let mut first_error = None;
    let mut best: Option<(&str, Finding, bool)> = None;
    for &link in &links {
        match judge(link) {
            Ok((finding, true)) => {
                best = Some((link, finding, true));
                break;
            }
            Ok((finding, false)) => best = best.or(Some((link, finding, false))),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    let (link, finding, known_server) = match (best, first_error) {
        (Some(best), _) => best,
        (None, Some(error)) => return Err(error),
        (None, None) => {
            let (finding, known) = judge(text.trim())?;
            (text, finding, known)
        }
    };
    let mut others: Vec<String> = Vec::new();
    for other in links.iter().filter(|other| **other != link && judge(other).is_ok()) {
        if !others.iter().any(|said| said == other) {
            others.push((*other).to_owned());
        }
    }
    let needs_none = matches!(finding, Finding::Service(_)) || Notice::of(&finding).tone == Tone::Calm;
    let label = (!needs_none).then(|| recognisable(link));
    Ok(Checked { finding, known_server, others, label })
}

/// The links in a text, in their order, without what stands around them.
fn links<'a>(text: &'a str, servers: &[&Server]) -> Vec<&'a str> {
    let begins = |word: &str| {
        let starts = |with: &str| word.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
        BEGINNINGS.into_iter().any(starts)
            || servers.iter().any(|server| {
                starts(server.as_str()) && word[server.as_str().len()..].starts_with(['/', '?', '#'])
            })
    };
    let mut links = Vec::new();
    for word in text.split_whitespace() {
        // `Join:https://…` and `(https://…)` hold a link as well.
        let start = word.char_indices().map(|(at, _)| at).find(|&at| begins(&word[at..]));
        if let Some(start) = start {
            links.push(word[start..].trim_end_matches(AROUND));
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str) -> Result<Checked, AddressError> {
        let own = vec![Server::parse("meet.example.org").unwrap()];
        check(text, &Server::default(), &Watched { watched_servers: own, ..Watched::default() })
    }

    fn room(text: &str) -> String {
        match of(text).unwrap().finding {
            Finding::Room(room) => room.address.link(),
            Finding::Service(service) => format!("{service:?}"),
        }
    }

    /// As Jitsi Meet writes it (`addPeople` of its main.json).
    const INVITATION: &str = "Ana is inviting you to a meeting.\n\nJoin the meeting:\n\
        https://meet.jit.si/WeeklyStandup#config.startWithAudioMuted=true\n\n\
        To join by phone instead, tap this: +1.512.647.1431,,1234#\n\nLooking for a different dial-in number?\n\
        See meeting dial-in numbers: https://meet.jit.si/static/dialInInfo.html?room=WeeklyStandup\n";

    #[test]
    fn names_and_links_are_judged_alone() {
        assert_eq!(room("weekly standup"), "https://meet.jit.si/weekly%20standup");
        assert_eq!(room("  acme/standup "), "https://meet.jit.si/acme/standup");
        assert_eq!(room("meet.example.org/standup"), "https://meet.example.org/standup");
        assert_eq!(room("jitsi-meet://meet.example.org/standup"), "https://meet.example.org/standup");
        assert_eq!(room("Team: https"), "https://meet.jit.si/team%20https");
    }

    #[test]
    fn the_room_is_found_in_an_invitation() {
        assert_eq!(room(INVITATION), "https://meet.jit.si/weeklystandup");
        assert!(of(INVITATION).unwrap().others.is_empty(), "Jitsi's page of numbers is no other room");
        for text in [
            "Come to (https://meet.jit.si/standup).",
            "Come to <https://meet.jit.si/standup>!",
            "Join:https://meet.jit.si/standup, please",
            "We meet at meet.jit.si/standup tomorrow.",
            "انضم: https://meet.jit.si/standup؟",
            "开会：https://meet.jit.si/standup。",
            "\u{feff}HTTPS://meet.jit.si/standup\r\n",
        ] {
            assert_eq!(room(text), "https://meet.jit.si/standup", "{text}");
        }
    }

    #[test]
    fn of_several_links_the_first_jitsi_room_counts() {
        let text = "Agenda: https://example.org/agenda, room: https://meet.example.org/standup or \
            https://meet.jit.si/plan-b and again https://meet.jit.si/plan-b";
        let checked = of(text).unwrap();
        assert!(checked.known_server);
        assert_eq!(room(text), "https://meet.example.org/standup");
        assert_eq!(checked.others, ["https://example.org/agenda", "https://meet.jit.si/plan-b"]);
    }

    #[test]
    fn an_unknown_server_is_named() {
        let checked = of("https://jitsi.example.net/standup").unwrap();
        assert_eq!(checked.unknown_server().map(Server::as_str), Some("jitsi.example.net"));
        assert_eq!(of(INVITATION).unwrap().unknown_server(), None);
    }

    #[test]
    fn a_link_to_a_service_is_answered_with_what_is_known_of_it() {
        let checked = of("Call me: https://join.skype.com/abc").unwrap();
        assert!(matches!(checked.finding, Finding::Service(service) if service.id == "skype"));
        assert_eq!(checked.label, None);
        assert!(matches!(of("https://meet.google.com/abc-defg-hij").unwrap().finding, Finding::Service(_)));
    }

    #[test]
    fn a_link_that_is_no_room_says_why() {
        assert_eq!(of("See https://meet.jit.si/static/close.html"), Err(AddressError::Reserved));
        assert_eq!(of("https://meet.jit.si/"), Err(AddressError::NoRoom));
        assert_eq!(of(" \n "), Err(AddressError::Empty));
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
            prop_assert_eq!(room(&text), "https://meet.jit.si/plan-b");
        }
    }
}
