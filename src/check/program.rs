//! Links of other programs, and web pages of other services: the table `programs.tsv`.

use crate::service::{Service, is_at_or_below};

const TABLE: &str = include_str!("programs.tsv");

/// A program or a service other than Jitsi that a link belongs to: a line of `programs.tsv`, whose head says what
/// the columns are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    /// Its key.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    schemes: &'static str,
    places: &'static str,
    calls: &'static str,
}

/// What the paths of pages begin with on which nobody calls: where a program is fetched from, its help, a message.
const PAGES: &[&str] = &[
    "download",
    "downloads",
    "free",
    "support",
    "help",
    "hc",
    "test",
    "pricing",
    "features",
    "blog",
    "about",
    "legal",
    "privacy",
    "terms",
    "u",
    "meetingOptions",
    "l/message",
    "l/channel",
    "l/chat",
    "l/team",
    "JoinTeamsMeeting",
];

impl Program {
    /// The one whose links begin with `scheme`, which is followed by a colon and then by `rest`.
    pub(super) fn of_scheme(scheme: &str, rest: &str) -> Option<Self> {
        Self::all().find(|program| {
            program.schemes.split(' ').any(|known| {
                let (known, after) = known.split_once(':').unwrap_or((known, ""));
                known.eq_ignore_ascii_case(scheme) && rest.starts_with(after)
            })
        })
    }

    /// The one at `path` of `host`, which is in lower case.
    pub(super) fn at(host: &str, path: &str) -> Option<Self> {
        Self::all().find(|program| program.places.split(' ').any(|place| is_at(place, host, path)))
    }

    /// Whether `path` of `host`, which is one of its places, is where people call, and not a page about it or a chat.
    pub(super) fn calls_at(self, host: &str, path: &str) -> bool {
        let is_page = |page: &&str| is_at(&format!("{host}/{page}"), host, path);
        let is_call = self.calls == "*" || self.calls.split(' ').any(|place| is_at(place, host, path));
        is_call && !path.trim_matches('/').is_empty() && !PAGES.iter().any(is_page)
    }

    /// What is said of it beyond its name.
    pub(super) fn service(self) -> Option<Service> {
        Service::all().find(|service| service.id == self.id)
    }

    fn all() -> impl Iterator<Item = Self> {
        TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(Self::read)
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let mut next = || columns.next();
        Some(Self { id: next()?, name: next()?, schemes: next()?, places: next()?, calls: next()? })
    }
}

/// Whether `path` of `host` is at `place`: a host, `*.host` for it and all below it, `host.*` for it in each country,
/// `label.**` for each host that begins with that label, `*.**` for each host, or one of these with what its path begins with.
pub(super) fn is_at(place: &str, host: &str, path: &str) -> bool {
    let (name, below) = place.split_once('/').map_or((place, None), |(name, below)| (name, Some(below)));
    let is_host = if let Some(label) = name.strip_suffix(".**") {
        label == "*" || host.strip_prefix(label).is_some_and(|rest| rest.starts_with('.'))
    } else if let Some(name) = name.strip_prefix("*.") {
        is_at_or_below(host, name)
    } else if let Some(name) = name.strip_suffix('*') {
        host.strip_prefix(name).is_some_and(|country| country.len() <= 6 && !country.starts_with('.'))
    } else {
        name == host
    };
    let path = path.trim_start_matches('/');
    is_host
        && below.is_none_or(|below| {
            path.strip_prefix(below).is_some_and(|rest| {
                rest.is_empty() || below.ends_with('/') || !rest.starts_with(char::is_alphanumeric)
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_of_the_table_can_be_read_and_has_a_key_of_its_own() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(Program::all().map(|program| program.id).collect::<BTreeSet<_>>().len(), lines);
        for service in Service::all() {
            let program = Program::all().find(|program| program.id == service.id);
            assert_eq!(program.map(|program| program.name), Some(service.name));
            for host in service.hosts() {
                let found = Program::at(host, "/messages").map(|program| program.id);
                assert_eq!(found, Some(service.id), "{host}");
            }
        }
    }

    #[test]
    fn a_place_is_a_host_or_below_it_or_a_part_of_it() {
        for (place, host, path, is) in [
            ("*.zoom.us", "zoom.us", "/j/1", true),
            ("*.zoom.us", "us05web.zoom.us", "/j/1", true),
            ("*.zoom.us", "notzoom.us", "/j/1", false),
            ("m.me", "x.m.me", "/", false),
            ("g.co/meet", "g.co", "/meet/abc", true),
            ("g.co/meet", "g.co", "/meetup", false),
            ("www.google.*/url", "www.google.co.uk", "/url", true),
            ("www.google.*/url", "www.google.evil.example", "/url", false),
            ("www.google.*/url", "www.google.com", "/urls", false),
        ] {
            assert_eq!(is_at(place, host, path), is, "{place} {host}{path}");
        }
    }
}
