//! Services whose provider can listen, and what to say about them.

use super::Tone;

/// A service other than Jitsi that people call with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Service {
    /// Skype: closed on 5 May 2025; its users were moved to Teams Free.
    Skype,
    /// Microsoft Teams Free, Skype's successor.
    TeamsFree,
    /// Google Hangouts: its web app ended on 1 November 2022.
    Hangouts,
}

/// The hosts of each service. They stand in manifest.json as well, which a test compares.
const HOSTS: &[(&str, Service)] = &[
    ("web.skype.com", Service::Skype),
    ("preview.web.skype.com", Service::Skype),
    ("join.skype.com", Service::Skype),
    ("go.skype.com", Service::Skype),
    ("secure.skype.com", Service::Skype),
    ("www.skype.com", Service::Skype),
    ("teams.live.com", Service::TeamsFree),
    ("hangouts.google.com", Service::Hangouts),
];

impl Service {
    /// The service at `host`, which is in lower case.
    #[must_use]
    pub fn at(host: &str) -> Option<Self> {
        let host = host.trim_end_matches('.');
        HOSTS.iter().find(|(known, _)| *known == host).map(|(_, service)| *service)
    }

    /// What to say: how urgently, the matter, and why.
    pub(super) const fn says(self) -> (Tone, &'static str, &'static [&'static str]) {
        match self {
            Self::Skype => {
                (Tone::Danger, "skype_title", &["skype_could_listen", "skype_closed", "skype_if_you_must"])
            }
            Self::TeamsFree => (Tone::Caution, "teams_free_title", &["teams_free_successor"]),
            Self::Hangouts => (Tone::Danger, "hangouts_title", &["hangouts_could_listen", "hangouts_closed"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Server;
    use std::collections::BTreeSet;

    #[test]
    fn hosts_are_compared_whole() {
        assert_eq!(Service::at("web.skype.com"), Some(Service::Skype));
        assert_eq!(Service::at("web.skype.com.evil.example"), None);
        assert_eq!(Service::at("notweb.skype.com"), None);
    }

    #[test]
    fn the_manifest_matches_the_watched_hosts_and_no_others() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
        let matches = manifest["content_scripts"][0]["matches"].as_array().unwrap();
        let matches: BTreeSet<&str> = matches.iter().map(|m| m.as_str().unwrap()).collect();
        let hosts = HOSTS.iter().map(|(host, _)| *host).chain([Server::MEET_JIT_SI]);
        let watched: Vec<String> = hosts.map(|host| format!("https://{host}/*")).collect();
        assert_eq!(matches, watched.iter().map(String::as_str).collect());
    }
}
