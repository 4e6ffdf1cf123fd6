//! What there is to know about a page.

use super::Service;
use crate::guess::{Assessment, Verdict, assess};
use crate::jitsi::{Address, RoomName, Server};
use crate::platform::WebUrl;

/// What there is to know about a page that was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A room on a Jitsi server, with its name judged.
    Room(VisitedRoom),
    /// A service whose provider can listen.
    Service(Service),
}

/// A room that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitedRoom {
    /// Where it is.
    pub address: Address,
    /// How guessable its name is.
    pub assessment: Assessment,
}

impl VisitedRoom {
    /// The room at `address`, judged. A tenant is public knowledge and makes no name stronger, but for
    /// `moderated`, which tells what the name is.
    #[must_use]
    pub fn judge(address: Address) -> Self {
        let moderated = address.tenant.as_ref().is_some_and(|tenant| tenant.as_str() == "moderated");
        let assessment = assess(&if moderated { address.path() } else { address.room.encoded() });
        Self { address, assessment }
    }

    /// Whether the page is to be warned about: the name is not strong, or holds spaces.
    #[must_use]
    pub fn deserves_warning(&self) -> bool {
        self.assessment.verdict != Verdict::Strong || self.has_spaces()
    }

    /// Whether the room's or the tenant's name holds spaces.
    #[must_use]
    pub fn has_spaces(&self) -> bool {
        self.address.room.has_spaces() || self.address.tenant.as_ref().is_some_and(RoomName::has_spaces)
    }
}

/// What there is to know about the page at `url`, if anything. `jitsi` are the Jitsi servers that are
/// watched.
#[must_use]
pub fn visit(url: &str, jitsi: &[Server]) -> Option<Finding> {
    let url = WebUrl::parse(url).filter(|url| matches!(&*url.scheme, "https" | "http"))?;
    if let Some(service) = Service::at(&url.host) {
        return Some(Finding::Service(service));
    }
    let address = Address::of_url(&url).ok()?;
    jitsi.contains(&address.server).then(|| Finding::Room(VisitedRoom::judge(address)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warned(url: &str) -> bool {
        match visit(url, &[Server::default()]) {
            Some(Finding::Room(room)) => room.deserves_warning(),
            Some(Finding::Service(_)) => true,
            None => false,
        }
    }

    #[test]
    fn guessable_rooms_and_watched_services_are_warned_about() {
        for url in [
            "https://meet.jit.si/standup",
            "https://meet.jit.si/StandUp?x=1#config.x=2",
            "https://meet.jit.si/a/standup",
            "https://meet.jit.si/Team%20Meeting",
            "https://meet.jit.si/%D1%81%D0%B5%D0%BC%D0%B8%D0%BD%D0%B0%D1%80",
            "https://meet.jit.si/50%",
            "https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic",
            "https://web.skype.com/",
            "https://teams.live.com/meet/123",
            "https://hangouts.google.com/",
        ] {
            assert!(warned(url), "{url}");
        }
    }

    #[test]
    fn everything_else_is_left_alone() {
        for url in [
            "https://meet.jit.si/",
            "https://meet.jit.si/static/welcomePageAdditionalContent.html",
            "https://meet.jit.si/http-bind?room=standup",
            "https://meet.jit.si/acme/xmpp-websocket",
            "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic",
            "https://meet.jit.si/d3b07384-d9a0-4c9b-8f3e-1f1e2a3b4c5d",
            "https://meet.jit.si.evil.example/standup",
            "https://example.org/standup",
            "about:blank",
            "",
        ] {
            assert!(!warned(url), "{url}");
        }
    }

    #[test]
    fn a_tenant_makes_no_name_stronger() {
        let of = |url| match visit(url, &[Server::default()]) {
            Some(Finding::Room(room)) => room.assessment.bits,
            _ => panic!("not a room"),
        };
        assert_eq!(
            of("https://meet.jit.si/kj3n5kj34n5k3j4n5kj3n/standup"),
            of("https://meet.jit.si/standup")
        );
    }
}
