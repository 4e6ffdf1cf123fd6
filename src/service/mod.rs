//! Services other than Jitsi, and what to say about them: the table `services.tsv`.

use crate::text::Tone;

const TABLE: &str = include_str!("services.tsv");

/// A service other than Jitsi that people call with: a line of `services.tsv`, whose head says what the
/// columns are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its key.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Whether it is watched from the start, until the user switches it off, and not only when the user wants it.
    pub always: bool,
    /// Whether a new Jitsi room is a way out of it: not where calls are encrypted from end to end by themselves, for nobody
    /// is led from there to a call that is not.
    pub is_better_left: bool,
    /// The key of what to do instead.
    pub advice: &'static str,
    tone: Tone,
    places: &'static str,
    title: &'static str,
    reasons: &'static str,
}

impl Service {
    /// All services of the table, in its order.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(Self::read)
    }

    /// The service at `path` of `host`, which is in lower case.
    #[must_use]
    pub fn at(host: &str, path: &str) -> Option<Self> {
        let host = host.trim_end_matches('.');
        Self::all().find(|service| service.places().any(|place| place.holds(host, path)))
    }

    /// The hosts that it is on, `*.host` for a host and all below it, as match patterns write it. A browser gives its
    /// permission for hosts, not for parts of them.
    pub fn hosts(self) -> impl Iterator<Item = &'static str> {
        self.places().map(|place| place.host)
    }

    /// What to say: how urgently, and the keys of the title and of the sentences that say why.
    pub fn says(self) -> (Tone, &'static str, impl Iterator<Item = &'static str>) {
        (self.tone, self.title, self.reasons.split(' '))
    }

    /// The key of the sentence that says most about it.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        self.reasons.split(' ').next().unwrap_or(self.title)
    }

    fn places(self) -> impl Iterator<Item = Place> {
        self.places.split(' ').map(|place| {
            let (host, path) = place.split_once('/').unwrap_or((place, ""));
            Place { host, path }
        })
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let mut next = || columns.next();
        Some(Self {
            id: next()?,
            always: next()? == "always",
            tone: if next()? == "danger" { Tone::Danger } else { Tone::Caution },
            places: next()?,
            name: next()?,
            title: next()?,
            reasons: next()?,
            is_better_left: next()? == "leave",
            advice: next()?,
        })
    }
}

/// Whether `host` is `above`, or a name below it.
pub(crate) fn is_at_or_below(host: &str, above: &str) -> bool {
    host.strip_suffix(above).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// A host, a host and all below it (`*.host`), or the part of a host below a first piece of its path.
struct Place {
    host: &'static str,
    path: &'static str,
}

impl Place {
    fn holds(&self, host: &str, path: &str) -> bool {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let is_host = match self.host.strip_prefix("*.") {
            Some(above) => is_at_or_below(host, above),
            None => self.host == host,
        };
        is_host && (self.path.is_empty() || self.path == first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Server;
    use std::collections::BTreeSet;

    fn at(host: &str, path: &str) -> Option<&'static str> {
        Service::at(host, path).map(|service| service.id)
    }

    #[test]
    fn hosts_are_compared_whole() {
        assert_eq!(at("web.skype.com", "/"), Some("skype"));
        assert_eq!(at("web.skype.com.", "/"), Some("skype"));
        assert_eq!(at("web.skype.com.evil.example", "/"), None);
        assert_eq!(at("notweb.skype.com", "/"), None);
        assert_eq!(at("zoom.us", "/j/1"), Some("zoom"));
        assert_eq!(
            at("acme.zoom.us", "/j/1"),
            Some("zoom"),
            "whole organisations have a host of their own there"
        );
        assert_eq!(at("notzoom.us", "/"), None);
    }

    #[test]
    fn a_part_of_a_host_is_not_all_of_it() {
        assert_eq!(at("www.facebook.com", "/messages/t/1"), Some("messenger"));
        for path in ["/", "/messagesx", "/groups/messages"] {
            assert_eq!(at("www.facebook.com", path), None, "{path}");
        }
    }

    #[test]
    fn every_line_of_the_table_can_be_read_and_every_sentence_exists() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(Service::all().count(), lines);
        let words: serde_json::Value =
            serde_json::from_str(include_str!("../../extension/_locales/en/messages.json")).unwrap();
        let ids: BTreeSet<_> = Service::all().map(|service| service.id).collect();
        assert_eq!(ids.len(), lines, "each has a key of its own");
        for service in Service::all() {
            let (_, title, reasons) = service.says();
            for key in reasons.chain([title, service.advice]) {
                assert!(words[key]["message"].is_string(), "{}: {key}", service.id);
            }
        }
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let [.., source, checked] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            assert!(source == "-" || source.starts_with("https://"), "{line}");
            assert_eq!(checked.len(), "2026-11".len(), "{line}");
        }
    }

    #[test]
    fn nobody_is_led_away_from_calls_that_are_encrypted_by_themselves() {
        let stay = Service::all().filter(|service| !service.is_better_left);
        let stay: Vec<_> = stay.map(|service| (service.id, service.advice)).collect();
        assert_eq!(
            stay,
            [("discord", "service_advice_encrypted"), ("messenger", "service_advice_encrypted")]
        );
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let leave = line.split('\t').nth(7);
            assert!(matches!(leave, Some("leave" | "stay")), "{line}");
        }
    }

    #[test]
    fn what_is_advised_of_one_service_alone_is_advised_nowhere_else() {
        for id in ["skype", "meet", "teams", "zoom"] {
            let own = Service::all().filter(|service| service.advice == format!("{id}_advice"));
            assert_eq!(own.map(|service| service.id).collect::<Vec<_>>(), [id]);
        }
    }

    #[test]
    fn what_is_said_of_skype_is_short_and_begins_with_its_end() {
        let text: serde_json::Value =
            serde_json::from_str(include_str!("../../extension/_locales/en/messages.json")).unwrap();
        let skype = Service::all().find(|service| service.id == "skype").unwrap();
        let (_, title, reasons) = skype.says();
        let said = [title].into_iter().chain(reasons).chain([skype.advice]);
        let said: Vec<&str> = said.map(|key| text[key]["message"].as_str().unwrap()).collect();
        assert!(said[0].contains("closed"), "{}", said[0]);
        let words = said.join(" ").split_whitespace().count();
        assert!(words <= 60, "{words} words: {said:?}");
    }

    #[test]
    fn the_manifest_matches_what_is_always_watched_and_nothing_else() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
        let matches = manifest["content_scripts"][0]["matches"].as_array().unwrap();
        let matches: BTreeSet<&str> = matches.iter().map(|m| m.as_str().unwrap()).collect();
        let services = Service::all().filter(|service| service.always);
        let hosts = services.flat_map(Service::hosts).chain([Server::MEET_JIT_SI]);
        // To Firefox a dot at the end makes another host, though it leads to the same one.
        let hosts = hosts.flat_map(|host| [host.to_owned(), format!("{host}.")]);
        let watched: Vec<String> = hosts.map(|host| format!("https://{host}/*")).collect();
        assert_eq!(matches, watched.iter().map(String::as_str).collect());
    }
}
