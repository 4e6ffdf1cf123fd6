//! What the popup offers on a page that could be a room of a Jitsi server that nobody has named yet.

use super::Shown;
use crate::jitsi::{Address, Server};
use crate::platform::WebUrl;
use crate::settings::{Listed, Policy, Settings, Watched};
use crate::warning::{Likeness, imitated, likeness};

/// A server of which nobody knows whether it is one of Jitsi's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The server: host and port.
    pub server: Server,
    /// Whether its rooms can be watched: not where an administrator has set what is.
    pub can_watch: bool,
    /// Whether new rooms can be made there: not where an administrator has set the server, nor where Jitsi could be in a
    /// folder of it that nobody can tell from a tenant.
    pub can_be_home: bool,
}

/// The unknown server that the page at `url` could be a room of, if anything can be offered about it. `shown` is what is
/// said of the tab, and `watched` what [`with_home`](super::with_home) gives.
///
/// Nothing is offered on a page without https, on one that somebody is warned about, on one of a service, and on one whose
/// server looks like another that is known or that the user has named.
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
    // The hosts of all services are among those that others are likened to.
    let is_known = watched.has_server(&server) || likeness(url) != Likeness::Other;
    let listed = settings.servers.as_slice().iter().map(Listed::server);
    let own = watched.watched_servers.iter().chain(listed);
    if is_known || !shown.notices.is_empty() || imitated(&server, own).is_some() {
        return None;
    }
    let (can_watch, can_be_home) =
        (policy.watched_servers.is_none(), policy.server.is_none() && tenant.is_none());
    (can_watch || can_be_home).then_some(Unknown { server, can_watch, can_be_home })
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
        let watched = Watched { watched_servers: vec![server("watched.example:8443")], ..Watched::default() };
        let watched = with_home(watched, &settings());
        let policy = serde_json::from_value(policy).unwrap();
        unknown(url, &shown(url, tab, &watched, &speak), &watched, &settings(), &policy)
    }

    fn server(text: &str) -> Server {
        Server::parse(text).unwrap()
    }

    #[test]
    fn a_page_that_could_be_a_room_of_a_server_is_asked_about() {
        let both = |text| Some(Unknown { server: server(text), can_watch: true, can_be_home: true });
        for (url, host) in [
            ("https://talk.example/standup", "talk.example"),
            ("https://talk.example:8443/Standup?jwt=x#config.p2p.enabled=false", "talk.example:8443"),
            ("https://calls.example.net/standup", "calls.example.net"),
        ] {
            assert_eq!(at(url, &Tab::default(), json!({})), both(host), "{url}");
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
            "https://meet.example.org/standup",
            "https://meet.example.org:8443/standup",
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
