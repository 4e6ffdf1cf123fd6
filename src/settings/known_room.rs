//! Rooms that an organisation knows.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::jitsi::{Address, Server};

/// A room of which an organisation wants nobody warned in the page, such as one that is open to everybody. What its name is
/// worth is none of this: icon and popup say it all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KnownRoom(String);

/// The text is no link to a room. A name alone is none: who set it could mean one server and get another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is not the whole link to a room; it looks like https://meet.example.org/open-house")]
pub struct NoLink;

impl KnownRoom {
    /// Whether it is the room at `address`, however the two are written.
    #[must_use]
    pub fn is_at(&self, address: &Address) -> bool {
        self.0 == address.link()
    }
}

impl TryFrom<String> for KnownRoom {
    type Error = NoLink;

    fn try_from(text: String) -> Result<Self, NoLink> {
        let link = text.trim();
        let address = Address::parse(link, &Server::default()).ok().filter(|_| link.starts_with("https://"));
        address.map(|address| Self(address.link())).ok_or(NoLink)
    }
}

impl From<KnownRoom> for String {
    fn from(room: KnownRoom) -> Self {
        room.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Option<KnownRoom> {
        KnownRoom::try_from(text.to_owned()).ok()
    }

    #[test]
    fn a_room_is_known_however_its_link_is_written() {
        let address = Address::parse("https://meet.example.org/Open-House", &Server::default()).unwrap();
        for link in [
            "https://meet.example.org/open-house",
            " https://meet.example.org/OPEN-HOUSE#config.startWithAudioMuted=true ",
            "https://meet.example.org/open%2Dhouse?jwt=1",
        ] {
            assert!(known(link).unwrap().is_at(&address), "{link}");
        }
        for other in [
            "https://meet.example.org/open-house-2",
            "https://meet.jit.si/open-house",
            "https://meet.example.org/acme/open-house",
        ] {
            assert!(!known(other).unwrap().is_at(&address), "{other}");
        }
    }

    #[test]
    fn what_is_no_whole_link_to_a_room_names_none() {
        for text in [
            "open-house",
            "meet.example.org/open-house",
            "https://meet.example.org/",
            "http://a.example/b",
            "",
        ] {
            assert_eq!(known(text), None, "{text}");
        }
    }
}
