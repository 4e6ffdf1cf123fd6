//! How likely a link is the one that is meant.

use super::begins::Kind;
use super::program::is_at;
use super::sentence::announces_a_room;
use super::spans::Span;
use crate::platform::WebUrl;

/// How likely, the likeliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// It leads to a server that is known to be a Jitsi server, or to a call on a service that is known.
    Known,
    /// Its host or its path is called after Jitsi.
    Named,
    /// Its host or its path is called as Jitsi servers are, and others too.
    Likely,
    /// It could lead to a room, and what stands before it says so.
    Announced,
    /// It could lead to a room.
    Possible,
    /// It belongs to a program, or to people's chats, whose links stand in signatures too.
    Program,
    /// It could lead to a room, and hardly does: it is judged where nothing else stands in the text.
    Unlikely,
}

impl Rank {
    /// How likely `url`, whose server is not known, leads to a room.
    pub(super) fn of(url: &WebUrl, span: &Span<'_>) -> Self {
        let segments: Vec<&str> = url.path.split('/').filter(|segment| !segment.is_empty()).collect();
        let is_file = segments
            .last()
            .is_some_and(|last| last.rsplit_once('.').is_some_and(|(_, ending)| is_ending(ending)));
        let is_file = is_file && !url.path.ends_with("/static/dialInInfo.html");
        let is_elsewhere = ELSEWHERE.iter().any(|place| is_at(place, &url.host, &url.path));
        // So people are called on Mastodon and many other sites.
        let is_person = segments.first().is_some_and(|first| first.starts_with('@'));
        if is_file || is_elsewhere || is_person {
            return Self::Unlikely;
        }
        if span.alone {
            return Self::Possible;
        }
        let after_jitsi = |name: &str| name.contains("jitsi");
        let is_named = |name: &str| NAMES.contains(&name) || name.contains("meet") || after_jitsi(name);
        // The last is a country's, or what countries have instead.
        let (own, _) = url.host.trim_end_matches('.').rsplit_once('.').unwrap_or_default();
        let host =
            own.split(['.', '-']).any(|label| is_named(label.trim_end_matches(|c: char| c.is_ascii_digit())));
        let base = if segments.len() > 1 { segments[0] } else { "" };
        let has_query = url.query_value(&["jwt"]).is_none() && !url.query.is_empty();
        // People put it before everything, and before a name that is a server's own, too: `www.meet.example.org`.
        let site = own.strip_prefix("www.").and_then(|rest| rest.split_once('.')).map(|(first, _)| first);
        let site = site.filter(|first| *first == "meet" || NAMES.contains(first));
        let is_site = SITES.contains(&site.or_else(|| own.split('.').next()).unwrap_or_default());
        match segments.len() {
            0 => Self::Unlikely,
            _ if after_jitsi(own) || after_jitsi(base) || url.host == JITSI_S_OWN => Self::Named,
            _ if is_site && base != "meet" => Self::Unlikely,
            _ if host || is_named(base) => Self::Likely,
            1 | 2 if !has_query && span.kind == Kind::Web => {
                if announces_a_room(span.before) {
                    Self::Announced
                } else {
                    Self::Possible
                }
            }
            _ => Self::Unlikely,
        }
    }
}

/// Where those who make Jitsi run it for others.
const JITSI_S_OWN: &str = "8x8.vc";

/// What hosts are called first that are for something else, and stand in many invitations.
const SITES: &[&str] = &[
    "www",
    "cloud",
    "nextcloud",
    "owncloud",
    "drive",
    "files",
    "share",
    "pad",
    "etherpad",
    "hedgedoc",
    "codimd",
    "docs",
    "wiki",
    "blog",
    "news",
    "forum",
    "forums",
    "community",
    "discourse",
    "mail",
    "webmail",
    "lists",
    "list",
    "newsletter",
    "moodle",
    "ilias",
    "git",
    "gitlab",
    "tickets",
    "shop",
    "survey",
    "surveys",
    "umfrage",
    "poll",
    "calendar",
    "kalender",
];

/// What Jitsi servers are called that have neither "jitsi" nor "meet" in their names, or the folder that they are in.
const NAMES: &[&str] = &[
    "conf",
    "conference",
    "conferences",
    "konferenz",
    "call",
    "calls",
    "talk",
    "video",
    "visio",
    "videoconf",
    "videochat",
    "webconf",
    "vc",
    "framatalk",
];

/// Hosts that stand in many invitations and are no Jitsi servers.
const ELSEWHERE: &[&str] = &[
    "*.jitsi.org",
    "jitsi.github.io",
    "*.github.com",
    "*.gitlab.com",
    "*.wikipedia.org",
    "*.google.com",
    "*.goo.gl",
    "*.youtube.com",
    "youtu.be",
    "*.apple.com",
    "*.microsoft.com",
    "*.office.com",
    "*.office365.com",
    "*.live.com",
    "*.facebook.com",
    "*.instagram.com",
    "*.twitter.com",
    "x.com",
    "*.linkedin.com",
    "*.mozilla.org",
    "*.f-droid.org",
    "*.meetup.com",
    "*.doodle.com",
    "*.dropbox.com",
    "*.openstreetmap.org",
    "*.eventbrite.com",
    "*.atlassian.net",
    "*.reddit.com",
    "*.tiktok.com",
    "*.spotify.com",
    "*.stackoverflow.com",
    "www.amazon.*",
    "forms.gle",
    "*.digitalcourage.de",
    "*.vimeo.com",
    "*.twitch.tv",
    "*.medium.com",
    "*.substack.com",
    "*.patreon.com",
    "*.paypal.com",
    "paypal.me",
    "*.pinterest.com",
    "*.notion.so",
    "*.trello.com",
    "*.figma.com",
    "*.miro.com",
    "*.canva.com",
    "*.change.org",
    "*.calendly.com",
    "*.surveymonkey.com",
    "*.typeform.com",
    "linktr.ee",
    "*.archive.org",
    "*.wikimedia.org",
    "*.stackexchange.com",
    "bsky.app",
    "*.threads.net",
    "*.threads.com",
    "*.nextcloud.com",
    "*.sharepoint.com",
    "wetransfer.com",
    "we.tl",
];

/// Endings of files that are no rooms.
fn is_ending(ending: &str) -> bool {
    [
        "pdf", "ics", "png", "jpg", "jpeg", "gif", "svg", "html", "htm", "php", "txt", "md", "zip", "docx",
        "js", "css", "xml", "json",
    ]
    .iter()
    .any(|known| ending.eq_ignore_ascii_case(known))
}
