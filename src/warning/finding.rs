//! What there is to know about a page.

use crate::Bits;
use crate::guess::{Assessment, Kind, Part, Verdict, WEAK_FROM, assess};
use crate::jitsi::{Address, AddressError, LinkEffects, RoomName, Server, Tenant};
use crate::platform::WebUrl;
use crate::service::Service;
use crate::settings::Watched;
use crate::text::{Gap, Text, is_invisible};

/// What there is to know about a page that was opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A room on a Jitsi server, with its name judged.
    Room(VisitedRoom),
    /// A service other than Jitsi.
    Service(Service),
}

impl Finding {
    /// The link to the room, without what else may stand in it.
    #[must_use]
    pub fn link(&self) -> Option<String> {
        match self {
            Self::Room(room) => Some(room.address.link()),
            Self::Service(_) => None,
        }
    }

    /// The link to the same room without what weakens the call, where nothing else is wrong.
    #[must_use]
    pub fn cleaned(&self) -> Option<String> {
        match self {
            Self::Room(room)
                if room.is_weakened() && room.is_strong() && !room.has_spaces() && !room.has_unseen() =>
            {
                Some(room.address.link())
            }
            _ => None,
        }
    }

    /// Whether it is a room that the user's organisation knows, and of which it wants nobody warned in the page. What the
    /// link to it sets for the worse in the call is no matter of the room.
    #[must_use]
    pub fn is_known(&self, watched: &Watched) -> bool {
        matches!(self, Self::Room(room) if watched.knows(&room.address) && !room.is_weakened())
    }

    /// Whether a new room is a way out of it: not where calls are encrypted from end to end by themselves, for those in a
    /// new room are not until somebody switches that on.
    #[must_use]
    pub const fn is_better_left(&self) -> bool {
        match self {
            Self::Room(_) => true,
            Self::Service(service) => service.is_better_left,
        }
    }

    /// What people call it: a room by its name alone.
    #[must_use]
    pub fn name(&self) -> Gap {
        match self {
            Self::Room(room) => Gap::quoted(room.address.room.as_str()),
            Self::Service(service) => service.name.to_owned().into(),
        }
    }

    /// A message to the others: to meet at `link` instead.
    #[must_use]
    pub fn invitation(&self, link: &str) -> Text {
        match self {
            Self::Room(room) => Text::with(
                "invitation_instead",
                [Gap::place(&room.address.readable()), link.to_owned().into()],
            ),
            Self::Service(_) => Text::with("invitation", [link.to_owned()]),
        }
    }
}

/// A room that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitedRoom {
    /// Where it is.
    pub address: Address,
    /// How guessable its name is.
    pub assessment: Assessment,
    /// Whether the tenant is what nobody can guess, and was judged with the name.
    pub secret_tenant: bool,
    /// What the link that opened it sets for the worse in the call: keys of sentences.
    pub weakened: Vec<&'static str>,
}

impl VisitedRoom {
    /// The room at `address`, judged: with its tenant, where that is not known to be public. Where the tenant tells
    /// that the name is a hash, the two are judged together.
    #[must_use]
    pub fn judge(address: Address) -> Self {
        if is_moderated(&address) {
            let assessment = assess(&address.path());
            return Self { address, assessment, secret_tenant: false, weakened: Vec::new() };
        }
        let alone = assess(&judged_part(address.room.as_str()));
        let secret =
            address.tenant.as_ref().filter(|tenant| alone.verdict != Verdict::Strong && is_secret(tenant));
        let secret_tenant = secret.is_some();
        let assessment = secret
            .map_or(alone, |tenant| assess(&judged_part(&format!("{}/{}", tenant.as_str(), address.room))));
        Self { address, assessment, secret_tenant, weakened: Vec::new() }
    }

    /// The same room, opened by `link`, which may set something for the worse in the call.
    #[must_use]
    pub fn opened_by(self, link: &str) -> Self {
        let weakened = LinkEffects::of(link).map(|effects| effects.sentences).unwrap_or_default();
        Self { weakened, ..self }
    }

    /// Whether the link that opened it sets something for the worse in the call.
    #[must_use]
    pub fn is_weakened(&self) -> bool {
        !self.weakened.is_empty()
    }

    /// Whether nobody can guess it.
    fn is_strong(&self) -> bool {
        self.assessment.verdict == Verdict::Strong && !self.is_moderated()
    }

    /// Whether the room's or the tenant's name holds white space, which breaks links when they are pasted into a message.
    #[must_use]
    pub fn has_spaces(&self) -> bool {
        self.address.readable().contains(char::is_whitespace)
    }

    /// Whether its name or its tenant holds signs that nobody sees: whoever types it from what is seen comes into another
    /// room.
    #[must_use]
    pub fn has_unseen(&self) -> bool {
        self.address.readable().contains(is_invisible)
    }

    /// Whether the room is one of Jitsi's moderated ones: its address is the SHA-256 of a name that
    /// somebody typed, and looks stronger than that name.
    #[must_use]
    pub fn is_moderated(&self) -> bool {
        is_moderated(&self.address)
    }
}

/// Maximum number of a name's characters that are judged. Chosen because the judge's time grows faster than the name,
/// and a page may give itself a name of two million. What a longer name begins with is enough to call it strong, and
/// one that begins with this many guessable characters hides something.
const JUDGED: usize = 1000;

/// A folded name, as it stands in an address, as far as it is judged: what was a link's query or fragment before a program
/// encoded it is known to everybody.
fn judged_part(folded: &str) -> String {
    let named = folded.split(['?', '#']).next().filter(|named| !named.is_empty());
    let folded = named.unwrap_or(folded);
    let end = folded.char_indices().nth(JUDGED).map_or(folded.len(), |(end, _)| end);
    RoomName::from_folded(folded[..end].to_owned()).encoded()
}

/// On every server: whoever runs one may offer such rooms, and what looks strong is not to be called so.
fn is_moderated(address: &Address) -> bool {
    let below = address.tenant.as_ref().is_some_and(|tenant| tenant.as_str() == "moderated");
    let room = address.room.as_str();
    below && room.len() == 64 && room.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Whether a tenant is what was drawn at random, or holds it, and is no public name: neither a word nor an organisation's,
/// which may be long and is known all the same, nor what 8x8 calls its customers. Of words only a passphrase is, all of
/// whose words are on one public list: those of an organisation's name are words, too.
fn is_secret(tenant: &Tenant) -> bool {
    let is_public = tenant.as_str().starts_with("vpaas-magic-cookie-") || tenant.as_str() == "moderated";
    let assessment = assess(&judged_part(tenant.as_str()));
    let parts = &assessment.parts;
    let token = |kind: &Kind| matches!(kind, Kind::Token { .. } | Kind::Uuid);
    let bits: Bits = parts.iter().filter(|part| token(&part.kind)).map(|part| part.bits).sum();
    let is_made = |part: &Part| matches!(part.kind, Kind::Generator { .. });
    let is_passphrase = assessment.verdict == Verdict::Strong && parts.iter().all(is_made);
    !is_public && (bits >= WEAK_FROM || is_passphrase)
}

/// Judges the page at `address`; `None` when it is neither a watched service nor a room on a watched server. A key of
/// one person (`jwt`) in it is no news to that person.
#[must_use]
pub fn visit(address: &str, watched: &Watched) -> Option<Finding> {
    let url = web_page(address)?;
    if let Some(service) = Service::at(&url.host, &url.path) {
        return watched.has_service(service).then_some(Finding::Service(service));
    }
    let room = Address::of_url(&url).ok()?;
    // meet.jit.si answers "not found" to a slash at the end.
    if url.path.ends_with('/') && room.server.host() == Server::MEET_JIT_SI
        || !watched.has_server(&room.server)
    {
        return None;
    }
    let mut room = VisitedRoom::judge(room).opened_by(address);
    room.weakened.retain(|key| *key != LinkEffects::KEY_OF_ONE_PERSON);
    Some(Finding::Room(room))
}

/// The Jitsi server whose welcome page `url` is, when it is watched: names are typed there.
#[must_use]
pub fn welcome(url: &str, watched: &Watched) -> Option<Server> {
    let url = web_page(url)?;
    let is_welcome = Address::of_url(&url) == Err(AddressError::NoRoom);
    let server = Server::of_url(&url).filter(|server| is_welcome && watched.has_server(server))?;
    // A server of our own table is no Jitsi server, whatever the user calls it.
    Service::at(server.host(), "/").is_none().then_some(server)
}

/// The address `url`, if it is one of the web.
pub(super) fn web_page(url: &str) -> Option<WebUrl> {
    WebUrl::parse(url).filter(|url| matches!(&*url.scheme, "https" | "http"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Tone;
    use crate::warning::Notice;

    fn warned(url: &str) -> bool {
        visit(url, &Watched::default()).is_some_and(|finding| Notice::of(&finding).tone != Tone::Calm)
    }

    #[test]
    fn guessable_rooms_and_watched_services_are_warned_about() {
        for url in [
            "https://meet.jit.si/standup",
            "https://meet.jit.si/StandUp?x=1#config.x=2",
            "https://MEET.JIT.SI/STANDUP",
            "https://meet.jit.si./standup",
            "https://meet.jit.si/standup.",
            "https://meet.jit.si//standup",
            "https://meet.jit.si/x/%2F/standup",
            "https://meet.jit.si:8443/standup",
            "https://meet.jit.si/a/standup",
            "https://meet.jit.si/Team%20Meeting",
            "https://meet.jit.si/%D1%81%D0%B5%D0%BC%D0%B8%D0%BD%D0%B0%D1%80",
            "https://meet.jit.si/50%",
            "https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic",
            "https://meet.jit.si/our%20team/amber-trumpet-lagoon-visor-clinic",
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
            "https://meet.jit.si/standup/",
            "https://meet.jit.si/a/b/standup",
            "https://meet.jit.si/b06be4f9-6b1c-4874-a6a0-4fd59ad77b16/My-meeting",
            "https://meet.jit.si/acme/xmpp-websocket",
            "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic",
            "https://meet.jit.si/d3b07384-d9a0-4c9b-8f3e-1f1e2a3b4c5d",
            "https://meet.jit.si.evil.example/standup",
            "https://meet.j\u{456}t.si/standup",
            "https://example.org/standup",
            "https://meet.example.org/standup",
            "https://discord.com/channels/@me",
            "about:blank",
            "",
        ] {
            assert!(!warned(url), "{url}");
        }
    }

    #[test]
    fn what_the_user_chose_is_watched_too() {
        let watched = Watched {
            watched_servers: vec![Server::parse("meet.example.org").unwrap()],
            watched_services: vec!["discord".to_owned()],
            ..Watched::default()
        };
        assert!(matches!(visit("https://meet.example.org/standup", &watched), Some(Finding::Room(_))));
        assert!(matches!(visit("https://discord.com/channels/@me", &watched), Some(Finding::Service(_))));
    }

    #[test]
    fn a_moderated_room_is_known_by_its_address() {
        let moderated = |url: &str| match visit(url, &Watched::default()) {
            Some(Finding::Room(room)) => room.is_moderated(),
            _ => false,
        };
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        assert!(moderated(&format!("https://meet.jit.si/moderated/{hash}")));
        assert!(warned(&format!("https://meet.jit.si/moderated/{hash}")));
        assert!(!moderated(&format!("https://meet.jit.si/{hash}")));
        assert!(!moderated("https://meet.jit.si/moderated/standup"));
    }

    #[test]
    fn names_are_typed_on_the_welcome_page_of_a_watched_server_only() {
        let of = |url| welcome(url, &Watched::default()).map(|server| server.to_string());
        assert_eq!(of("https://meet.jit.si/").as_deref(), Some("meet.jit.si"));
        assert_eq!(of("https://meet.jit.si/?x#y").as_deref(), Some("meet.jit.si"));
        for url in ["https://meet.jit.si/standup", "https://meet.example.org/", "https://web.skype.com/"] {
            assert_eq!(of(url), None, "{url}");
        }
        let watched_servers = vec![Server::parse("web.skype.com").unwrap()];
        let watched = Watched { watched_servers, ..Watched::default() };
        assert_eq!(welcome("https://web.skype.com/", &watched), None, "a service is no Jitsi server");
    }

    #[test]
    fn what_was_encoded_of_a_link_s_settings_counts_nothing() {
        let judge = |url: &str| match visit(url, &Watched::default()) {
            Some(Finding::Room(room)) => room.assessment,
            _ => panic!("no room"),
        };
        let alone = judge("https://meet.jit.si/standup");
        for settings in [
            "%23config.startWithAudioMuted%3Dtrue",
            "%3Fjwt%3DeyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoieCJ9.k7mq2xPw9",
        ] {
            assert_eq!(judge(&format!("https://meet.jit.si/standup{settings}")), alone, "{settings}");
        }
    }

    #[test]
    fn a_name_of_any_length_is_judged_by_its_beginning() {
        let judge = |name: &str| match visit(&format!("https://meet.jit.si/{name}"), &Watched::default()) {
            Some(Finding::Room(room)) => room.assessment,
            _ => panic!("no room"),
        };
        let begins = judge(&"a".repeat(JUDGED));
        assert_eq!(judge(&"a".repeat(1_000_000)), begins);
        assert_eq!(judge(&format!("{}%D1%81%F0%9F%8D%84", "a".repeat(JUDGED))), begins);
        assert_ne!(judge(&"a".repeat(JUDGED - 1)), begins);
    }

    #[test]
    fn only_a_tenant_that_was_drawn_makes_a_room_stronger() {
        let of = |url: &str| match visit(url, &Watched::default()) {
            Some(Finding::Room(room)) => room,
            _ => panic!("not a room"),
        };
        let alone = of("https://meet.jit.si/AliceBobPlans").assessment;
        for tenant in [
            "acme",
            "moderated",
            "Aerzte-ohne-Grenzen-Deutschland",
            "vpaas-magic-cookie-b06be4f96b1c4874a6a04fd59ad77b16",
            "freiwillige-feuerwehr-musterstadt-loeschzug-nord",
            "bundesverband-deutscher-volksbanken-raiffeisenbanken",
            "northumbria-healthcare-foundation-trust",
            "happy-paws-animal-shelter-volunteers",
            "staatliche-berufsschule-neustadt-waldnaab",
            "2026",
            "full-screen-then-cover",
            "lagune-trompete-bernstein-visier-klinik",
        ] {
            let room = of(&format!("https://meet.jit.si/{tenant}/AliceBobPlans"));
            assert_eq!((room.assessment.bits, room.secret_tenant), (alone.bits, false), "{tenant}");
        }
        for tenant in [
            "b06be4f9-6b1c-4874-a6a0-4fd59ad77b16",
            "kj3n5kj34n5k3j4n5kj3n",
            "acme-x7k2mq9w4t",
            "crumpet-obsessed-vagrancy-tidings",
            "washroom-arbitrary-dividend-trimness-pedicure",
        ] {
            let room = of(&format!("https://meet.jit.si/{tenant}/AliceBobPlans"));
            assert_eq!((room.assessment.verdict, room.secret_tenant), (Verdict::Strong, true), "{tenant}");
        }
    }
}
