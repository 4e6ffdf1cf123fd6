//! Where the user wants to be warned, and how firmly.

use serde::{Deserialize, Serialize};

use super::KnownRoom;
use super::lenient::{lenient, lenient_items};
use crate::jitsi::{Address, Server};
use crate::service::Service;

/// What is watched beside meet.jit.si, and which of the services are not that are from the start. Each field is stored
/// under a key of its own, and what cannot be read counts as not set, as with [`Settings`](super::Settings).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Watched {
    /// Whether a page that deserves an urgent warning is held behind a dialog until the user chooses.
    #[serde(deserialize_with = "lenient")]
    pub hold_page: bool,
    /// Whether a name that is only weak, or has spaces in it, is warned about in the page as well, and not on the icon and
    /// in the popup alone.
    #[serde(deserialize_with = "lenient")]
    pub warn_of_weak: bool,
    /// Whether the warning about a room becomes smaller once the user has answered it on several days.
    #[serde(deserialize_with = "lenient")]
    pub warn_less: bool,
    /// Jitsi servers of the user's own.
    #[serde(deserialize_with = "lenient_items")]
    pub watched_servers: Vec<Server>,
    /// The keys of services that the user wants to be warned about; see [`Service::id`].
    #[serde(deserialize_with = "lenient_items")]
    pub watched_services: Vec<String>,
    /// The keys of services that are watched from the start and that the user wants no warning of.
    #[serde(deserialize_with = "lenient_items")]
    pub unwatched_services: Vec<String>,
    /// Rooms that the user's organisation knows, which only a [`Policy`](super::Policy) names: they are not stored.
    #[serde(skip)]
    pub known_rooms: Vec<KnownRoom>,
}

impl Watched {
    /// Whether rooms on the host of `server` are judged. A port makes no other server of it: whoever
    /// runs the one runs the other.
    #[must_use]
    pub fn has_server(&self, server: &Server) -> bool {
        server.host() == Server::MEET_JIT_SI
            || self.watched_servers.iter().any(|own| own.host() == server.host())
    }

    /// Whether the user's organisation knows the room at `address`.
    #[must_use]
    pub fn knows(&self, address: &Address) -> bool {
        self.known_rooms.iter().any(|known| known.is_at(address))
    }

    /// Whether `service` is warned about.
    #[must_use]
    pub fn has_service(&self, service: Service) -> bool {
        let is_in = |list: &[String]| list.iter().any(|id| id == service.id);
        if service.always { !is_in(&self.unwatched_services) } else { is_in(&self.watched_services) }
    }

    /// Has `service` warned about, or not.
    pub fn set_service(&mut self, service: Service, on: bool) {
        let (list, is_in) = if service.always {
            (&mut self.unwatched_services, !on)
        } else {
            (&mut self.watched_services, on)
        };
        list.retain(|id| id != service.id);
        if is_in {
            list.push(service.id.to_owned());
        }
    }

    /// The hosts that the manifest does not name: the content script runs there when the user permits it.
    #[must_use]
    pub fn hosts_by_choice(&self) -> Vec<&str> {
        // What the manifest names is watched already; twice would be one script too many.
        let named = |host| host == Server::MEET_JIT_SI || Service::at(host, "/").is_some_and(|s| s.always);
        let own = self.watched_servers.iter().map(Server::host).filter(|host| !named(*host));
        let chosen = Service::all().filter(|service| !service.always && self.has_service(*service));
        let mut hosts = Vec::new();
        for host in own.chain(chosen.flat_map(|service| service.hosts().map(|host| host as &str))) {
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
        hosts
    }
}

/// Maximum number of hosts that are named in the popup. Chosen because three fit into two of its lines.
const NAMED: usize = 3;

/// The first of `hosts` as a list, which says when there are more.
#[must_use]
pub fn named_hosts(hosts: &[String]) -> String {
    let named = hosts.iter().take(NAMED).map(String::as_str);
    named.chain((hosts.len() > NAMED).then_some("…")).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn server(text: &str) -> Server {
        Server::parse(text).unwrap()
    }

    #[test]
    fn one_corrupt_server_does_not_unwatch_the_others() {
        let stored = json!({
            "holdPage": "yes",
            "warnLess": 1,
            "watchedServers": ["meet.example.org", 7, "http://unsafe.example", "b.example:8443"],
            "watchedServices": { "zoom": true },
            "words": 5,
        });
        let watched: Watched = serde_json::from_value(stored).unwrap();
        let servers = vec![server("meet.example.org"), server("b.example:8443")];
        assert_eq!(watched, Watched { watched_servers: servers, ..Watched::default() });
    }

    #[test]
    fn what_is_watched_survives_being_stored() {
        let watched = Watched {
            hold_page: true,
            warn_of_weak: true,
            warn_less: true,
            watched_servers: vec![server("meet.example.org")],
            watched_services: vec!["zoom".to_owned()],
            unwatched_services: vec!["hangouts".to_owned()],
            known_rooms: Vec::new(),
        };
        let stored = serde_json::to_value(&watched).unwrap();
        assert_eq!(serde_json::from_value::<Watched>(stored).unwrap(), watched);
    }

    #[test]
    fn each_service_is_switched_off_and_on_again_and_only_what_differs_from_the_start_is_kept() {
        for service in Service::all() {
            let mut watched = Watched::default();
            assert_eq!(watched.has_service(service), service.always, "{}", service.id);
            for on in [!service.always, service.always] {
                watched.set_service(service, on);
                assert_eq!(watched.has_service(service), on, "{}", service.id);
                let others = Service::all().filter(|other| other.id != service.id);
                assert!(others.into_iter().all(|other| watched.has_service(other) == other.always));
                assert_eq!(watched == Watched::default(), on == service.always, "{watched:?}");
            }
        }
    }

    #[test]
    fn a_port_makes_no_other_server() {
        let watched = Watched { watched_servers: vec![server("b.example:8443")], ..Watched::default() };
        for text in ["meet.jit.si", "meet.jit.si:8443", "b.example", "b.example:1"] {
            assert!(watched.has_server(&server(text)), "{text}");
        }
        assert!(!watched.has_server(&server("c.example")));
    }

    #[test]
    fn of_many_hosts_the_first_are_named() {
        let hosts = ["a.example", "b.example", "c.example", "d.example"].map(str::to_owned);
        assert_eq!(named_hosts(&hosts[..3]), "a.example · b.example · c.example");
        assert_eq!(named_hosts(&hosts), "a.example · b.example · c.example · …");
    }

    #[test]
    fn only_what_the_manifest_does_not_name_is_asked_for() {
        let servers = ["b.example:8443", "b.example", "meet.jit.si", "web.skype.com"].map(server);
        let watched = Watched {
            watched_servers: servers.to_vec(),
            watched_services: ["discord", "skype", "unheard-of"].map(str::to_owned).to_vec(),
            ..Watched::default()
        };
        assert_eq!(watched.hosts_by_choice(), ["b.example", "discord.com"]);
    }
}
