//! From a text to a room.

use super::reserved::is_reserved;
use super::{AddressError, RoomName, Server, Tenant};
use crate::platform::WebUrl;

/// Where a meeting takes place. Equal addresses are the same meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The server.
    pub server: Server,
    /// The tenant: what stands between the server and the room, if anything.
    pub tenant: Option<Tenant>,
    /// The room.
    pub room: RoomName,
}

impl Address {
    /// The address of `room` on `server`.
    #[must_use]
    pub fn on(server: &Server, room: RoomName) -> Self {
        let folders: Vec<&str> = server.folder().split('/').collect();
        Self { server: server.bare(), tenant: Tenant::from_segments(&folders), room }
    }

    /// Whether it is on `server`: on the same host and port, and below the folder.
    #[must_use]
    pub fn is_on(&self, server: &Server) -> bool {
        let folder = server.folder();
        let below = self.tenant.as_ref().map(Tenant::encoded).unwrap_or_default();
        let rest = below.strip_prefix(folder);
        server.authority() == self.server.as_str()
            && rest.is_some_and(|rest| folder.is_empty() || rest.is_empty() || rest.starts_with('/'))
    }

    /// Reads what a person types or pastes: a web address, a deep link of Jitsi's apps
    /// (`jitsi-meet://host/room`), a name, or `tenant/name`. What has no server is on `server`.
    ///
    /// Query and fragment are dropped: they may hold a key to the meeting (`jwt`), which is nobody
    /// else's business.
    ///
    /// # Errors
    /// Why the text names no room; see [`AddressError`].
    pub fn parse(text: &str, server: &Server) -> Result<Self, AddressError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(AddressError::Empty);
        }
        let text = without_app_scheme(text);
        let url = match scheme(text) {
            Some("http" | "https") => WebUrl::parse(text),
            Some(_) => return Err(AddressError::NotWeb),
            None if names_a_host(text, server) => WebUrl::parse(&format!("https://{text}")),
            None => WebUrl::parse(&format!("https://{server}/{}", text.trim_start_matches('/'))),
        };
        Self::of_link(&url.ok_or(AddressError::Unreadable)?)
    }

    /// The room that a link names which somebody typed or sent: that of its page of telephone numbers as well.
    ///
    /// # Errors
    /// Why it names none; see [`AddressError`].
    pub(crate) fn of_link(url: &WebUrl) -> Result<Self, AddressError> {
        // Jitsi Meet's own invitations: `DIAL_IN_INFO_PAGE_PATH_NAME` of features/invite/constants.ts.
        let numbers =
            url.path.strip_suffix("static/dialInInfo.html").and_then(|folders| folders.strip_suffix('/'));
        let room = url.query_value(&["room"]).map(|room| room.split('@').next().unwrap_or_default());
        let Some((folders, room)) = numbers.zip(room) else { return Self::of_url(url) };
        let server = Server::of_url(url).ok_or(AddressError::NotWeb)?;
        let folders: Vec<&str> = folders.split('/').collect();
        let room = RoomName::from_segment(&room.replace('+', "%20")).ok_or(AddressError::NoRoom)?;
        Ok(Self { server, tenant: Tenant::from_segments(&folders), room })
    }

    /// The room that a page's address opens if its server is a Jitsi server.
    ///
    /// # Errors
    /// Why it opens none; see [`AddressError`].
    pub(crate) fn of_url(url: &WebUrl) -> Result<Self, AddressError> {
        let server = Server::of_url(url).ok_or(AddressError::NotWeb)?;
        // The server decodes slashes and merges them before it looks for the tenant. The room is what the client reads.
        let path = url.path.replace("%2F", "%2f");
        let is_empty = |segment: &&str| segment.replace("%2f", "").is_empty();
        let mut segments: Vec<&str> = path.split('/').filter(|segment| !is_empty(segment)).collect();
        let Some(room) = segments.pop() else { return Err(AddressError::NoRoom) };
        let folders = segments.iter().flat_map(|segment| segment.split("%2f"));
        let folders: Vec<&str> = folders.filter(|folder| !folder.is_empty()).collect();
        if is_reserved(&[&folders[..], &[room]].concat()) {
            return Err(AddressError::Reserved);
        }
        // The templates of Debian's package answer a room at any depth; what meet.jit.si does is known of it alone.
        if server.host() == Server::MEET_JIT_SI && folders.len() > 1 {
            return Err(AddressError::TooDeep);
        }
        let room = RoomName::from_segment(room).ok_or(AddressError::NoRoom)?;
        Ok(Self { server, tenant: Tenant::from_segments(&folders), room })
    }

    /// The path of the address as it stands in a link, without the leading slash.
    #[must_use]
    pub fn path(&self) -> String {
        let room = self.room.encoded();
        self.tenant.as_ref().map_or_else(|| room.clone(), |tenant| format!("{}/{room}", tenant.encoded()))
    }

    /// The address as people read it: the server, the tenant and the room, as Jitsi compares them.
    #[must_use]
    pub fn readable(&self) -> String {
        let Self { server, tenant, room } = self;
        match tenant {
            Some(tenant) => format!("{server}/{}/{room}", tenant.as_str()),
            None => format!("{server}/{room}"),
        }
    }

    /// The plain link to the meeting, without options.
    #[must_use]
    pub fn link(&self) -> String {
        format!("https://{}/{}", self.server, self.path())
    }
}

/// What a deep link of Jitsi's apps holds after its scheme; other texts unchanged.
fn without_app_scheme(text: &str) -> &str {
    ["jitsi-meet:", "org.jitsi.meet:"]
        .iter()
        .find_map(|scheme| {
            let (head, tail) = text.split_at_checked(scheme.len())?;
            head.eq_ignore_ascii_case(scheme).then(|| tail.trim_start_matches('/'))
        })
        .unwrap_or(text)
}

/// The scheme of an address; `other` for one that is not known. A name with a colon, such as `acme:weekly`, has none,
/// nor has a host with a port. What holds another address further on does not have that address's scheme.
fn scheme(text: &str) -> Option<&'static str> {
    let (scheme, rest) = text.split_once(':')?;
    let known = [
        "http",
        "https",
        "jitsi-meet",
        "org.jitsi.meet",
        "mailto",
        "tel",
        "sip",
        "ftp",
        "file",
        "data",
        "javascript",
        "about",
        "chrome",
    ];
    let is_scheme = scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    known
        .into_iter()
        .find(|name| scheme.eq_ignore_ascii_case(name))
        .or_else(|| (is_scheme && rest.starts_with("//")).then_some("other"))
}

/// Whether an address without a scheme begins with a host: `meet.jit.si/standup` does, the names
/// `pol.is` and `acme/standup` do not.
fn names_a_host(text: &str, server: &Server) -> bool {
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    let looks_like_host = first.contains('.') || first.starts_with("localhost");
    first.eq_ignore_ascii_case(server.authority())
        || first.eq_ignore_ascii_case(Server::MEET_JIT_SI)
        || (looks_like_host && text[first.len()..].starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parse(text: &str) -> Result<String, AddressError> {
        Address::parse(text, &Server::default()).map(|address| address.readable())
    }

    #[test]
    fn a_server_in_a_folder_has_its_rooms_there() {
        let server = Server::parse("example.org:8443/meet/").unwrap();
        let room = Address::on(&server, RoomName::from_segment("standup").unwrap());
        assert_eq!(room.link(), "https://example.org:8443/meet/standup");
        assert_eq!(Address::parse("standup", &server).as_ref(), Ok(&room));
        assert!(room.is_on(&server));
        for other in ["example.org:8443", "example.org:8443/meeting/"] {
            let other = Address::on(&Server::parse(other).unwrap(), room.room.clone());
            assert!(!other.is_on(&server), "{other:?}");
        }
    }

    #[test]
    fn one_room_is_recognised_however_it_is_written() {
        for text in [
            "standup",
            "/standup",
            "meet.jit.si/standup",
            "https://meet.jit.si/standup",
            "https://meet.jit.si./standup/",
            "HTTPS://MEET.JIT.SI/STANDUP?jwt=secret#config.prejoinConfig.enabled=false",
            "http://meet.jit.si/standup",
            "jitsi-meet://standup",
            "jitsi-meet://meet.jit.si/standup",
            "org.jitsi.meet:https://meet.jit.si/standup",
            "org.jitsi.meet://meet.jit.si/standup",
            "standup#jwt=secret",
            "standup#userInfo.avatarURL=\"https://chat.example/me.png\"",
            "meet.jit.si/standup#userInfo.avatarURL=\"https://chat.example/me.png\"",
            "meet.jit.si/standup?back=https://chat.example/",
        ] {
            assert_eq!(parse(text).as_deref(), Ok("meet.jit.si/standup"), "{text}");
        }
    }

    #[test]
    fn tenants_other_servers_and_odd_names_are_kept_apart() {
        for (text, read) in [
            ("a/standup", "meet.jit.si/a/standup"),
            ("https://meet.jit.si/Acme/Standup", "meet.jit.si/acme/standup"),
            ("meet.example.org:8443/x", "meet.example.org:8443/x"),
            ("localhost:8080/x", "localhost:8080/x"),
            ("pol.is", "meet.jit.si/pol.is"),
            ("acme:weekly", "meet.jit.si/acmeweekly"),
            ("Team Meeting", "meet.jit.si/team meeting"),
            ("https://meet.jit.si/семинар", "meet.jit.si/семинар"),
            ("https://meet.jit.si/50%", "meet.jit.si/50%"),
            ("https://meet.example.org/a/b/standup", "meet.example.org/a/b/standup"),
            ("https://example.org/meet/Standup", "example.org/meet/standup"),
            ("https://meet.jit.si/x/%2F/standup", "meet.jit.si/x/standup"),
            ("https://meet.jit.si/x%2F/standup", "meet.jit.si/x/standup"),
            ("https://meet.example.org/%2fx%2Fy/standup", "meet.example.org/x/y/standup"),
            ("https://meet.jit.si//standup", "meet.jit.si/standup"),
            (
                "https://meet.jit.si/static/dialInInfo.html?room=Weekly%20Standup",
                "meet.jit.si/weekly standup",
            ),
            ("https://meet.jit.si/acme/static/dialInInfo.html?room=standup", "meet.jit.si/acme/standup"),
        ] {
            assert_eq!(parse(text).as_deref(), Ok(read), "{text}");
        }
    }

    #[test]
    fn what_is_no_room_says_why() {
        for (text, why) in [
            ("  ", AddressError::Empty),
            ("https://", AddressError::Unreadable),
            ("mailto:me@example.org", AddressError::NotWeb),
            ("zoommtg://zoom.us/join", AddressError::NotWeb),
            ("meet.jit.si", AddressError::NoRoom),
            ("https://meet.jit.si/", AddressError::NoRoom),
            ("https://meet.jit.si/?", AddressError::NoRoom),
            ("https://meet.jit.si/static/close.html", AddressError::Reserved),
            ("https://meet.jit.si/acme/config.js", AddressError::Reserved),
            ("https://meet.jit.si/a/b/c", AddressError::TooDeep),
        ] {
            assert_eq!(parse(text), Err(why), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{0,60}") {
            let _ = parse(&text);
        }

        #[test]
        fn what_is_built_is_parsed_back(tenant in "\\PC{0,20}", room in "\\PC{1,30}") {
            let Some(room) = RoomName::from_segment(&room) else { return Ok(()) };
            prop_assume!(!(tenant.contains("%2") || room.as_str().trim_matches('/').is_empty()));
            let address = Address { server: Server::default(), tenant: Tenant::from_segments(&[&tenant]), room };
            // Unicode knows signs such as ℅ that fold to letters around a slash. No link leads to such a name.
            let has_slash = address.tenant.as_ref().is_some_and(|t| t.as_str().contains('/'));
            prop_assume!(!has_slash && !address.room.as_str().contains('/'));
            // A path that the server keeps for itself is no room.
            prop_assume!(!is_reserved(&[&address.room.encoded()]));
            prop_assume!(address.tenant.as_ref().is_none_or(|t| !is_reserved(&[&t.encoded()])));
            prop_assert_eq!(Address::parse(&address.link(), &Server::default()), Ok(address));
        }
    }
}
