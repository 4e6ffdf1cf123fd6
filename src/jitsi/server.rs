//! A Jitsi server.

use std::borrow::Cow;
use std::fmt;

use super::Tenant;
use super::reserved::is_reserved;
use crate::platform::WebUrl;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A Jitsi server: the host (and port) that rooms live on, and the folder that Jitsi is in, if it is in one
/// (`example.org/meet`). Always reached over https.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Server(String);

/// Why a text is not a server's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ServerError {
    /// The text is no address at all.
    #[error("this is not the address of a server; it looks like meet.example.org")]
    NotAnAddress,
    /// Without https others on the way can listen to the call.
    #[error("the address must begin with https://, or others on the way can listen")]
    NotHttps,
    /// A path, a query or a fragment follows the host.
    #[error("only the server's name is needed, without what follows the / after it")]
    MoreThanAServer,
    /// A user name or a password stands before the host.
    #[error("the address must not hold a user name or a password")]
    Credentials,
}

impl Server {
    /// The public server of the Jitsi project.
    pub const MEET_JIT_SI: &'static str = "meet.jit.si";

    /// Reads a server as a person types it: `meet.example.org`, `https://meet.example.org:8443/`. A folder ends with
    /// a slash: `example.org/meet/`. What does not could be a room.
    ///
    /// # Errors
    /// What is wrong with the text; see [`ServerError`].
    pub fn parse(text: &str) -> Result<Self, ServerError> {
        let text = text.trim();
        let url = if text.contains("://") {
            WebUrl::parse(text)
        } else {
            WebUrl::parse(&format!("https://{text}"))
        };
        let url = url.ok_or(ServerError::NotAnAddress)?;
        if url.scheme != "https" {
            return Err(ServerError::NotHttps);
        }
        if url.has_credentials {
            return Err(ServerError::Credentials);
        }
        let server = Self::of_url(&url).ok_or(ServerError::NotAnAddress)?;
        let segments: Vec<&str> = url.path.split('/').filter(|segment| !segment.is_empty()).collect();
        let is_whole = url.path.ends_with('/') && !url.has_more() && !is_reserved(&segments);
        match Tenant::from_segments(&segments) {
            _ if !is_whole => Err(ServerError::MoreThanAServer),
            Some(_) if server.host() == Self::MEET_JIT_SI => Err(ServerError::MoreThanAServer),
            Some(folder) => Ok(Self(format!("{}/{}", server.0, folder.encoded()))),
            None => Ok(server),
        }
    }

    /// The server that `url` is on; `None` when it has no host.
    pub(crate) fn of_url(url: &WebUrl) -> Option<Self> {
        // One dot at the end says that the name is whole.
        let host = url.host.strip_suffix('.').unwrap_or(&url.host);
        // Browsers let more stand in a host than a server's name can have: a space, as %20, or a star, which
        // in a question for a permission would mean every server.
        let is_name = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
        let is_ipv6 = host.starts_with('[') && host.ends_with(']');
        if !(is_name || is_ipv6) || host.split('.').any(str::is_empty) {
            return None;
        }
        Some(Self(url.port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))))
    }

    /// The host, in ASCII, with its port when it is not https's own, and the folder.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host with its port when it is not https's own.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The server as [`parse`](Self::parse) reads it.
    #[must_use]
    pub fn written(&self) -> String {
        if self.0.contains('/') { format!("{}/", self.0) } else { self.0.clone() }
    }

    /// The server without the folder that its rooms are in.
    pub(super) fn bare(&self) -> Self {
        Self(self.authority().to_owned())
    }

    /// The folder that its rooms are in, without slashes around it; empty for none.
    pub(super) fn folder(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, folder)| folder)
    }

    /// The host without its port.
    #[must_use]
    pub fn host(&self) -> &str {
        // A colon that belongs to an IPv6 address stands within brackets.
        let authority = self.authority();
        match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => authority,
        }
    }

    /// The host as people write it, when it holds more than plain Latin letters: `träffen.example` for
    /// `xn--trffen-cua.example`. To be shown beside the other and never instead: what looks like a well-known
    /// server in one of them is shown for what it is by the other.
    #[must_use]
    pub fn unicode(&self) -> Option<String> {
        let (host, rest) = self.0.split_at(self.host().len());
        let unicode = readable_host(host);
        (unicode != host).then(|| unicode + rest)
    }

    /// Whether this is the Jitsi project's public server.
    #[must_use]
    pub fn is_meet_jit_si(&self) -> bool {
        self.0 == Self::MEET_JIT_SI
    }
}

/// A host as people read it: its labels in Punycode decoded.
#[must_use]
pub(crate) fn readable_host(host: &str) -> String {
    host.split('.').map(unicode_label).collect::<Vec<_>>().join(".")
}

fn unicode_label(label: &str) -> Cow<'_, str> {
    let decoded =
        label.strip_prefix("xn--").and_then(idna::punycode::decode_to_string).filter(|d| !d.is_empty());
    decoded.map_or(Cow::Borrowed(label), Cow::Owned)
}

impl Default for Server {
    fn default() -> Self {
        Self(Self::MEET_JIT_SI.to_owned())
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Server {
    type Error = ServerError;
    fn try_from(text: String) -> Result<Self, ServerError> {
        Self::parse(&text)
    }
}

impl From<Server> for String {
    fn from(server: Server) -> Self {
        server.written()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_are_read_as_people_type_them() {
        for (typed, read) in [
            ("meet.jit.si", "meet.jit.si"),
            (" https://Meet.Example.org/ ", "meet.example.org"),
            ("https://meet.example.org:443", "meet.example.org"),
            ("meet.example.org:8443", "meet.example.org:8443"),
            ("meet.example.org.", "meet.example.org"),
            ("träffen.example", "xn--trffen-cua.example"),
        ] {
            assert_eq!(Server::parse(typed).map(|s| s.0), Ok(read.to_owned()), "{typed}");
        }
    }

    #[test]
    fn jitsi_may_be_in_a_folder() {
        let server = Server::parse("https://Example.org:8443/Meet/").unwrap();
        assert_eq!((server.as_str(), server.host()), ("example.org:8443/meet", "example.org"));
        assert_eq!(Server::parse(&server.written()).as_ref(), Ok(&server), "it survives being stored");
    }

    #[test]
    fn a_host_is_a_server_without_its_port() {
        for (typed, host) in [
            ("meet.example.org:8443", "meet.example.org"),
            ("meet.example.org", "meet.example.org"),
            ("[::1]:8443", "[::1]"),
            ("[::1]", "[::1]"),
        ] {
            assert_eq!(Server::parse(typed).unwrap().host(), host, "{typed}");
        }
    }

    #[test]
    fn a_host_of_other_letters_is_shown_in_both_spellings() {
        for (typed, unicode) in [
            ("meet.jit.si", None),
            ("träffen.example:8443", Some("träffen.example:8443")),
            // The first letter of the second label is Cyrillic.
            ("meet.јit.si", Some("meet.јit.si")),
            ("xn--.example", None),
        ] {
            let server = Server::parse(typed).unwrap_or_else(|_| Server(typed.to_owned()));
            assert!(server.as_str().is_ascii());
            assert_eq!(server.unicode().as_deref(), unicode, "{typed}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_sentence() {
        for (typed, mistake) in [
            ("", ServerError::NotAnAddress),
            ("two words", ServerError::NotAnAddress),
            ("*.example.org", ServerError::NotAnAddress),
            ("*", ServerError::NotAnAddress),
            ("a..b", ServerError::NotAnAddress),
            ("http://meet.example.org", ServerError::NotHttps),
            ("https://meet.example.org/standup", ServerError::MoreThanAServer),
            ("https://meet.jit.si/acme/", ServerError::MoreThanAServer),
            ("https://me@meet.example.org", ServerError::Credentials),
        ] {
            assert_eq!(Server::parse(typed), Err(mistake), "{typed}");
        }
    }
}
