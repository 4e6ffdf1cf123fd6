//! What stands between a server and a room.

use super::RoomName;

/// The tenant of a room, folded like its name: on meet.jit.si one piece of the path, elsewhere all pieces before
/// the room, the folder that Jitsi is in among them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Tenant(String);

impl Tenant {
    /// The tenant that `segments`, the pieces of a path before its last, name; `None` when nothing is left of them.
    #[must_use]
    pub fn from_segments(segments: &[&str]) -> Option<Self> {
        let names: Vec<_> = segments.iter().filter_map(|segment| RoomName::from_segment(segment)).collect();
        let folded = names.iter().map(RoomName::as_str).collect::<Vec<_>>().join("/");
        (!folded.is_empty()).then_some(Self(folded))
    }

    /// The tenant as Jitsi compares it, percent-decoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tenant as it stands in an address.
    #[must_use]
    pub fn encoded(&self) -> String {
        // The server takes a slash that is percent-encoded for one that is not.
        self.0.split('/').map(RoomName::encode).collect::<Vec<_>>().join("/")
    }
}
