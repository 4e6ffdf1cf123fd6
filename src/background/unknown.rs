//! What the popup offers on a page that could be a room of a Jitsi server that nobody has named yet, or that is one of the
//! user's own and is not watched.

use super::Shown;
use crate::jitsi::{Address, Server};
use crate::platform::WebUrl;
use crate::settings::{Listed, Policy, Settings, Watched};
use crate::warning::{Likeness, imitated, likeness};

/// A server of which nobody knows whether it is one of Jitsi's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The server: host and port, or as the user has it where new rooms are made on it.
    pub server: Server,
    /// Whether it is one of the user's own.
    pub is_own: bool,
    /// Whether its rooms can be watched: not where an administrator has set what is.
    pub can_watch: bool,
    /// Whether new rooms can be made there: not where an administrator has set the server, nor where Jitsi could be in a
    /// folder of it that nobody can tell from a tenant.
    pub can_be_home: bool,
}

/// The unknown server that the page at `url` could be a room of, if anything can be offered about it. `shown` is what is
/// said of the tab, and `watched` is what is watched indeed: where new rooms are made may not be.
///
/// Nothing is offered on a page without https, on one that somebody is warned about, on one of a service, and on one whose
/// server looks like another that is known or that the user has named. Where new rooms are made the popup judges the room
/// itself, so that something may be said of it.
#[must_use]
pub fn unknown(
    url: &str,
    shown: &Shown,
    watched: &Watched,
    settings: &Settings,
    policy: &Policy,
) -> Option<Unknown> {
    let parsed = WebUrl::parse(url).filter(|url| url.scheme == "https")?;
    let Address { server, tenant, .. } = Address::of_url(&parsed).ok()?;
    let is = |own: &Server| own.host() == server.host();
    let home = &settings.server;
    let is_home = is(home);
    // The hosts of all services are among those that others are likened to.
    let is_known = match likeness(url, watched) {
        Likeness::Other => false,
        Likeness::LooksLike(_) => !is_home,
        Likeness::Real(_) | Likeness::Unproven(_) => true,
    };
    let listed: Vec<&Server> = settings.servers.as_slice().iter().map(Listed::server).collect();
    let is_own = is_home || listed.iter().any(|own| is(own));
    let own = watched.watched_servers.iter().chain(listed).chain([home]);
    let is_told = !is_home && !shown.notices.is_empty();
    if is_known || watched.has_server(&server) || is_told || imitated(&server, own).is_some() {
        return None;
    }
    let can_watch = policy.may_watch(&server, watched);
    let can_be_home = policy.server.is_none() && tenant.is_none() && !is_home;
    let server = if is_home { home.clone() } else { server };
    (can_watch || can_be_home).then_some(Unknown { server, is_own, can_watch, can_be_home })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::tests::{sender, speak, spoken};
    use crate::background::{Tab, shown, with_home};
    use crate::text::Tone;
    use serde_json::{Value, json};

    fn settings() -> Settings {
        let stored = json!({ "server": "meet.example.org", "servers": [{ "server": "calls.example.net" }] });
        serde_json::from_value(stored).unwrap()
    }

    fn at(url: &str, tab: &Tab, policy: Value) -> Option<Unknown> {
        at_home(url, tab, policy, &settings())
    }

    fn at_home(url: &str, tab: &Tab, policy: Value, settings: &Settings) -> Option<Unknown> {
        let watched = Watched { watched_servers: vec![server("watched.example:8443")], ..Watched::default() };
        let judged = with_home(watched.clone(), settings);
        let policy = serde_json::from_value(policy).unwrap();
        unknown(url, &shown(url, tab, &judged, &speak), &watched, settings, &policy)
    }

    fn server(text: &str) -> Server {
        Server::parse(text).unwrap()
    }

    #[test]
    fn a_page_that_could_be_a_room_of_a_server_is_asked_about() {
        for (url, host, is_own) in [
            ("https://talk.example/standup", "talk.example", false),
            ("https://talk.example:8443/Standup?jwt=x#config.p2p.enabled=false", "talk.example:8443", false),
            ("https://calls.example.net/standup", "calls.example.net", true),
        ] {
            let both = Unknown { server: server(host), is_own, can_watch: true, can_be_home: true };
            assert_eq!(at(url, &Tab::default(), json!({})), Some(both), "{url}");
        }
        // Of a folder nobody can say whether it is a tenant.
        let folder = at("https://talk.example/meet/standup", &Tab::default(), json!({})).unwrap();
        assert_eq!((folder.can_watch, folder.can_be_home), (true, false));
    }

    #[test]
    fn nothing_is_asked_where_it_is_known_or_cannot_be_true() {
        for url in [
            "",
            "about:blank",
            "https://talk.example/",
            "http://talk.example/standup",
            "http://meet.jit.si/standup",
            "https://meet.jit.si/standup",
            "https://meet.jit.si/a/b/standup",
            "https://jitsi.org/blog",
            "https://meet.example.org/",
            "https://watched.example/standup",
            "https://web.skype.com/x",
            "https://meet.google.com/abc-defg-hij",
            "https://zoom.us/pricing",
            "https://talk.example/static/close.html",
        ] {
            assert_eq!(at(url, &Tab::default(), json!({})), None, "{url}");
        }
    }

    #[test]
    fn nothing_is_offered_on_what_only_looks_like_a_server_that_is_known_or_named() {
        for url in [
            "https://meet-jit-si.example/standup",
            "https://meet.jlt.si/standup",
            "https://meet.exarnple.org/standup",
            "https://meet.example.org.evil.example/standup",
            "https://meet-example-org.evil.example/standup",
            "https://cals.example.net/standup",
            "https://watchedd.example/standup",
        ] {
            assert_eq!(at(url, &Tab::default(), json!({})), None, "{url}");
        }
    }

    #[test]
    fn nothing_is_offered_on_a_page_with_a_warning_in_it() {
        let mut tab = Tab::default();
        tab.say(&sender(1, "d"), Some(spoken(Tone::Danger, "guessable")));
        assert_eq!(at("https://talk.example/standup", &tab, json!({})), None);
    }

    #[test]
    fn where_new_rooms_are_made_they_can_be_watched_whatever_is_said_of_the_room() {
        let watch = |home: &str| {
            Some(Unknown { server: server(home), is_own: true, can_watch: true, can_be_home: false })
        };
        for url in [
            "https://meet.example.org/standup",
            "https://meet.example.org:8443/standup",
            "https://meet.example.org/amber-trumpet-lagoon-visor-clinic",
            "https://meet.example.org/acme/standup",
        ] {
            assert_eq!(at(url, &Tab::default(), json!({})), watch("meet.example.org"), "{url}");
        }
        assert_eq!(at("http://meet.example.org/standup", &Tab::default(), json!({})), None);
        for (home, url) in [
            // In its folder, which a room's address does not tell from a tenant.
            ("example.org/meet/", "https://example.org/meet/standup"),
            // Named by the user, whatever it looks like.
            ("meet-jit-si.example", "https://meet-jit-si.example/standup"),
        ] {
            let settings = Settings { server: server(home), ..Settings::default() };
            assert_eq!(at_home(url, &Tab::default(), json!({}), &settings), watch(home), "{url}");
        }
        let settings = Settings { server: server("watched.example"), ..Settings::default() };
        let found = at_home("https://watched.example/standup", &Tab::default(), json!({}), &settings);
        assert_eq!(found, None, "it is watched already");
        let policy = json!({ "watchedServers": [] });
        assert_eq!(at("https://meet.example.org/standup", &Tab::default(), policy), None);
    }

    #[test]
    fn what_an_administrator_has_set_is_not_offered() {
        let offered = |policy| {
            at("https://talk.example/standup", &Tab::default(), policy)
                .map(|found| (found.can_watch, found.can_be_home))
        };
        assert_eq!(offered(json!({ "watchedServers": [] })), Some((false, true)));
        assert_eq!(offered(json!({ "server": "meet.example.org" })), Some((true, false)));
        assert_eq!(offered(json!({ "server": "meet.example.org", "watchedServers": [] })), None);
    }
}
