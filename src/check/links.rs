//! Where the links of a text lead.

use std::collections::HashSet;

use percent_encoding::percent_decode_str;

use super::begins::Kind;
use super::plain::Plain;
use super::program::Program;
use super::rank::Rank;
use super::spans::{Span, spans};
use super::wrapped::{Target, target};
use crate::jitsi::{Address, AddressError, Server};
use crate::platform::WebUrl;
use crate::service::Service;
use crate::warning::VisitedRoom;

/// Maximum number of links around a link. Chosen because mail that is forwarded between companies has three or four.
const DEPTH_MAX: usize = 8;

/// A link of a text, and where it leads.
#[derive(Debug, PartialEq)]
pub(super) struct Link {
    /// The link without what was put around it, as it stands in the text.
    pub(super) written: String,
    /// Where it leads.
    pub(super) place: Place,
    /// How likely it is the one that is meant.
    pub(super) rank: Rank,
    /// Whether a sign that nobody sees stood within it.
    pub(super) unseen: bool,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Place {
    /// To a room on a Jitsi server, or on one that may be such a server.
    Room(Address),
    /// To a known service.
    Service(Service),
    /// To another program or service.
    Program(Program),
    /// To nothing that can be judged.
    Nowhere(AddressError),
}

impl Place {
    /// Where an address of the web leads that is not one of a known service.
    fn of(url: &WebUrl) -> Self {
        Address::of_link(url).map_or_else(Self::Nowhere, Self::Room)
    }

    /// What makes it the same as another.
    fn key(&self) -> Option<String> {
        match self {
            Self::Room(address) => Some(address.link()),
            Self::Service(service) => Some(service.id.to_owned()),
            Self::Program(program) => Some(program.id.to_owned()),
            Self::Nowhere(_) => None,
        }
    }
}

/// Reads texts for somebody who knows these servers.
pub(super) struct Reader<'a> {
    home: &'a Server,
    servers: Vec<&'a Server>,
}

impl<'a> Reader<'a> {
    /// Names without a server are on `home`; `others` are Jitsi servers, too.
    pub(super) fn new(home: &'a Server, standard: &'a Server, others: &'a [Server]) -> Self {
        Self { home, servers: [home, standard].into_iter().chain(others).collect() }
    }

    /// The links of `text` in their order, each place once.
    pub(super) fn links(&self, text: &str) -> Vec<Link> {
        let mut links = Vec::new();
        self.collect(&Plain::of(text), 0, &mut links);
        let mut seen = HashSet::new();
        // The page of a room's telephone numbers is the room, but its link is not the one to open.
        links.sort_by_key(|link: &Link| link.is_page());
        links.retain(|link| link.place.key().is_none_or(|key| seen.insert(key)));
        links
    }

    /// Whether `server` is known to be a Jitsi server.
    pub(super) fn knows(&self, server: &Server) -> bool {
        self.servers.iter().any(|known| known.host() == server.host())
    }

    fn collect(&self, plain: &Plain, depth: usize, links: &mut Vec<Link>) {
        let spans = spans(plain, &self.servers);
        let mut found: Vec<Vec<Link>> = Vec::with_capacity(spans.len());
        for span in &spans {
            let mut of_span = Vec::new();
            self.follow(span, depth, &mut of_span);
            found.push(of_span);
        }
        for (at, (first, second)) in spans.iter().zip(spans.iter().skip(1)).enumerate() {
            match shown(&plain.text, first, second) {
                Some(Shown::First) => counts_instead(&mut found, at + 1, at),
                Some(Shown::Second) => counts_instead(&mut found, at, at + 1),
                None => {}
            }
        }
        links.extend(found.into_iter().flatten());
    }

    /// Adds the links of `text`, which stood within a link; whether any of them leads somewhere.
    fn collect_inner(&self, text: &str, depth: usize, links: &mut Vec<Link>) -> bool {
        let before = links.len();
        if depth < DEPTH_MAX {
            self.collect(&Plain::of(text), depth + 1, links);
        }
        links[before..].iter().any(|link| !matches!(link.place, Place::Nowhere(_)))
    }

    /// The same for `text` once it is percent-decoded.
    fn collect_encoded(&self, text: &str, depth: usize, links: &mut Vec<Link>) -> bool {
        self.collect_inner(&percent_decode_str(text).decode_utf8_lossy(), depth, links)
    }

    fn follow(&self, span: &Span<'_>, depth: usize, links: &mut Vec<Link>) {
        let text = &*span.text;
        let link = |place, rank| Link { written: text.to_owned(), place, rank, unseen: span.unseen };
        match span.kind {
            Kind::Message => {
                let (number, message) = text.split_at(text.find(['?', ';', '&']).unwrap_or(text.len()));
                let is_mail = number.to_ascii_lowercase().starts_with("mailto:");
                if !self.collect_encoded(&message.replace(['&', ';'], "\n"), depth, links) && !is_mail {
                    let rank = if span.alone { Rank::Possible } else { Rank::Unlikely };
                    links.push(link(Place::Nowhere(AddressError::Phone), rank));
                }
            }
            Kind::Encoded => {
                self.collect_inner(&decoded_whole(text), depth, links);
            }
            Kind::App => {
                let web = as_web(text);
                let place = Address::parse(&web, self.home).map_or_else(Place::Nowhere, Place::Room);
                links.push(link(place, Rank::Known));
            }
            Kind::Program(program) => {
                // What is shared by a messenger stands in the link that opens it.
                let inner = percent_decode_str(text).decode_utf8_lossy();
                let inner = inner.split_once(':').map_or("", |(_, rest)| rest);
                if !(inner.contains("://") && self.collect_inner(inner, depth, links)) {
                    links.push(Link::of_program(text, program, Rank::Program));
                }
            }
            Kind::Web | Kind::Host => self.follow_web(span, depth, links),
        }
    }

    fn follow_web(&self, span: &Span<'_>, depth: usize, links: &mut Vec<Link>) {
        let written = web_address(&span.text, span.kind);
        let Some(url) = WebUrl::parse(&written) else {
            let place = Place::Nowhere(AddressError::Unreadable);
            links.push(Link { written, place, rank: Rank::Unlikely, unseen: span.unseen });
            return;
        };
        let mut place = None;
        match target(&url, &written) {
            Some(Target::Text(inner)) if self.collect_inner(&inner, depth, links) => return,
            Some(_) => place = Some(Place::Nowhere(AddressError::Hidden)),
            None => {}
        }
        let host = url.host.trim_end_matches('.');
        if let Some(program) = Program::at(host, &url.path) {
            let rank = if program.calls_at(host, &url.path) { Rank::Known } else { Rank::Program };
            links.push(Link::of_program(&written, program, rank));
            return;
        }
        let is_known = self.servers.iter().any(|server| server.host() == host);
        let rank = if is_known { Rank::Known } else { Rank::of(&url, span) };
        // On a Jitsi server a whole link stands in the path where it was pasted as a name.
        let holds_one = holds_a_link(&url.path) || rank != Rank::Known && holds_a_link(&url.query);
        if place.is_none() && holds_one {
            // Each value by itself: decoded, an ampersand of the one around would belong to the link.
            let inner = format!("{}\n{}", url.path, url.query.replace('&', "\n"));
            if self.collect_encoded(&inner, depth, links) {
                return;
            }
        }
        let place = place.unwrap_or_else(|| Place::of(&url));
        let (written, place) = weaker((written, place), span);
        links.push(Link { written, place, rank, unseen: span.unseen });
    }
}

/// Of the two parts of a link, where it leads and what is read of it, the one that is read.
#[derive(Clone, Copy)]
enum Shown {
    First,
    Second,
}

/// What stands before the two parts and between them, as mail programs, Markdown, wikis, chats, TeX, forums and pages write
/// them.
const PARTS: [(&str, &str, Shown); 12] = [
    ("", "<", Shown::First),
    ("[", "](", Shown::First),
    ("[", "](<", Shown::First),
    ("[[", "|", Shown::Second),
    ("[", "|", Shown::First),
    ("[", "", Shown::Second),
    ("", "[", Shown::Second),
    ("<", "|", Shown::Second),
    ("{", "}{", Shown::Second),
    ("=", "]", Shown::Second),
    ("\"", "\">", Shown::Second),
    ("'", "'>", Shown::Second),
];

/// Which of two links that stand beside each other in `text` is only what is read of the other.
fn shown(text: &str, first: &Span<'_>, second: &Span<'_>) -> Option<Shown> {
    let before = &text[..first.place.start];
    let between = text.get(first.place.end..second.place.start)?.trim_matches(' ');
    let is = |(behind, apart, _): &&(&str, &str, Shown)| before.ends_with(behind) && between == *apart;
    PARTS.iter().find(is).map(|(_, _, shown)| *shown)
}

/// What is read of a link does not count where it is seen where it leads, and else is not alone in being named.
fn counts_instead(found: &mut [Vec<Link>], target: usize, shown: usize) {
    let leads = |link: &Link| link.rank <= Rank::Likely && !matches!(link.place, Place::Nowhere(_));
    if found[target].iter().any(leads) {
        found[shown].clear();
    } else {
        for link in &mut found[target] {
            link.rank = link.rank.min(Rank::Announced);
        }
    }
}

impl Link {
    fn of_program(written: &str, program: Program, rank: Rank) -> Self {
        let place = program.service().map_or(Place::Program(program), Place::Service);
        Self { written: written.to_owned(), place, rank, unseen: false }
    }

    /// The link by https; `None` for one that no browser opens itself.
    pub(super) fn by_https(&self) -> Option<String> {
        let (scheme, rest) = self.written.split_once(':')?;
        match &self.place {
            Place::Room(address) if self.is_page() => Some(address.link()),
            _ if matches!(&*scheme.to_ascii_lowercase(), "http" | "https") => {
                Some(format!("https://{}", rest.trim_start_matches(['/', '\\'])))
            }
            Place::Room(address) => Some(address.link()),
            _ => None,
        }
    }

    /// What the room that it leads to is known by.
    pub(super) fn name(&self) -> &str {
        match &self.place {
            Place::Room(address) if self.is_page() => address.room.as_str(),
            _ => &self.written,
        }
    }

    /// Whether it leads to a page about a room and not to the room.
    fn is_page(&self) -> bool {
        self.written.contains("static/dialInInfo.html")
    }
}

/// The link and where it leads; where it may end elsewhere, and would have a name that is easier to guess, the link that
/// ends there.
fn weaker((written, place): (String, Place), span: &Span<'_>) -> (String, Place) {
    let otherwise = span.otherwise.as_deref().map(|text| web_address(text, span.kind));
    let other = otherwise.as_ref().and_then(|text| WebUrl::parse(text)).map(|url| Place::of(&url));
    let (Place::Room(address), Some(text), Some(Place::Room(other))) = (&place, otherwise, other) else {
        return (written, place);
    };
    let verdict = |address: &Address| VisitedRoom::judge(address.clone()).assessment.verdict;
    if verdict(&other) < verdict(address) { (text, Place::Room(other)) } else { (written, place) }
}

/// `text`, a link of this kind, as an address of the web.
fn web_address(text: &str, kind: Kind) -> String {
    if kind == Kind::Host { format!("https://{text}") } else { text.to_owned() }
}

/// Whether another address stands in `text`, which is part of an address.
fn holds_a_link(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["http:/", "https:/", "http%3a", "https%3a", "http%253a", "https%253a"]
        .iter()
        .any(|head| text.contains(head))
}

/// `text` percent-decoded until it begins as an address does.
fn decoded_whole(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..DEPTH_MAX {
        if text.contains("://") {
            break;
        }
        text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    }
    text
}

/// A link of one of Jitsi's apps as [`Address::parse`] reads it.
fn as_web(text: &str) -> String {
    match text.split_once(':') {
        // Android's form of a link that an app opens: the address, and after the hash what to do with it.
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("intent") => {
            format!("https:{}", rest.split("#Intent").next().unwrap_or_default())
        }
        _ => text.to_owned(),
    }
}
