//! The rooms that are kept on this computer, as they are listed, and as a file.

use serde::{Deserialize, Serialize};

use super::pinned::{self, PINS_MAX, Pinned, Pins};
use super::recent;
use crate::jitsi::Address;
use crate::platform::WebUrl;

/// A room that is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its link.
    pub link: String,
    /// What the user calls it, or its own name.
    pub name: String,
    /// What is pinned of it, if it is.
    pub pinned: Option<Pinned>,
}

/// All rooms that are kept: those that are pinned, and then those that were used lately, each once and the latest first.
#[must_use]
pub fn listed(pins: Pins, recent: Vec<String>) -> Vec<Kept> {
    let pins = pinned::latest_first(pins);
    let recent: Vec<String> =
        recent.into_iter().filter(|link| pins.iter().all(|(pinned, _)| !is_same(pinned, link))).collect();
    let called = |link: &str, own: &str| if own.is_empty() { own_name(link) } else { own.to_owned() };
    let pins = pins.into_iter().map(|(link, pinned)| Kept {
        name: called(&link, &pinned.name),
        link,
        pinned: Some(pinned),
    });
    pins.chain(recent.into_iter().map(|link| Kept { name: called(&link, ""), link, pinned: None })).collect()
}

/// The name of the room at `link`, as Jitsi compares it.
fn own_name(link: &str) -> String {
    address(link).map_or_else(|| link.to_owned(), |address| address.room.to_string())
}

/// Whether two links lead to the same room, whatever else they set in the call.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    let plain = |link: &str| address(link).map(|address| address.link());
    one == other || plain(one).is_some_and(|one| plain(other) == Some(one))
}

/// What the user calls the room at `link`, if it is pinned under a name of their own.
#[must_use]
pub fn called<'a>(pins: &'a Pins, link: &str) -> Option<&'a str> {
    let named = pins.iter().filter(|(_, pinned)| !pinned.name.is_empty());
    named
        .map(|(other, pinned)| (other, &*pinned.name))
        .find_map(|(other, name)| is_same(other, link).then_some(name))
}

/// Where a link leads that is kept of a room.
pub(super) fn address(link: &str) -> Option<Address> {
    Address::of_link(&WebUrl::parse(link)?).ok()
}

/// The rooms in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoomsFile {
    /// What tells this file from others.
    hushroom: Version,
    #[serde(default)]
    pinned: Vec<PinnedRoom>,
    #[serde(default)]
    recent: Vec<RecentRoom>,
}

/// The version of the file, the only one that there is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
enum Version {
    #[serde(rename = "rooms 1")]
    One,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct PinnedRoom {
    link: String,
    room: Pinned,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct RecentRoom {
    link: String,
    used: f64,
}

impl RoomsFile {
    /// The file with all rooms that are kept: `recent` ones with the time when each was last used.
    #[must_use]
    pub fn of(pins: Pins, recent: Vec<(String, f64)>) -> Self {
        let pins = pinned::latest_first(pins);
        Self {
            hushroom: Version::One,
            pinned: pins.into_iter().map(|(link, room)| PinnedRoom { link, room }).collect(),
            recent: recent.into_iter().map(|(link, used)| RecentRoom { link, used }).collect(),
        }
    }

    /// How many rooms stand in the file.
    #[must_use]
    pub fn count(&self) -> usize {
        self.pinned.len() + self.recent.len()
    }

    /// The rooms in a file that somebody chose: those that are pinned, and those that were used lately. What is no room is
    /// left out, and so is what is too many.
    #[must_use]
    pub fn rooms(self) -> (Pins, Vec<(String, f64)>) {
        let is_room = |link: &str| link.starts_with("https://") && address(link).is_some();
        let pins = self.pinned.into_iter().map(|PinnedRoom { link, room }| (link, room));
        let lately = self.recent.into_iter().map(|RecentRoom { link, used }| (link, used));
        (
            pins.filter(|(link, _)| is_room(link)).take(PINS_MAX).collect(),
            lately.filter(|(link, _)| is_room(link)).take(recent::KEPT).collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(link: &str, name: &str, since: f64) -> (String, Pinned) {
        (format!("https://meet.jit.si/{link}"), Pinned { name: name.to_owned(), instead_of: None, since })
    }

    #[test]
    fn each_room_is_listed_once_by_the_name_that_the_user_gave_it() {
        let recent = ["new-room#config.startWithAudioMuted=true", "weekly", "caf%C3%A9"];
        let recent = recent.map(|link| format!("https://meet.jit.si/{link}")).to_vec();
        let rooms = listed(vec![pin("old", "", 1.0), pin("weekly", "Our weekly", 2.0)], recent);
        let names: Vec<(&str, bool)> =
            rooms.iter().map(|room| (&*room.name, room.pinned.is_some())).collect();
        assert_eq!(names, [("Our weekly", true), ("old", true), ("new-room", false), ("café", false)]);
    }

    #[test]
    fn a_room_is_the_same_whatever_its_link_sets() {
        let link = |name: &str| format!("https://meet.jit.si/{name}");
        let pins = vec![pin("unnamed", "", 2.0), pin("Weekly#config.startWithAudioMuted=true", "Ours", 1.0)];
        let recent = ["weekly", "unnamed#config.startWithVideoMuted=true", "another"].map(link).to_vec();
        let names: Vec<String> = listed(pins.clone(), recent).into_iter().map(|room| room.name).collect();
        assert_eq!(names, ["unnamed", "Ours", "another"]);
        assert_eq!(called(&pins, &link("weekly")), Some("Ours"));
        assert_eq!(called(&pins, &link("weekly#config.prejoinConfig.enabled=false")), Some("Ours"));
        assert_eq!(called(&pins, &link("unnamed")), None);
        assert_eq!(called(&pins, "no link"), None);
        assert!(!is_same(&link("acme/weekly"), &link("weekly")));
        assert!(!is_same("", "https://meet.jit.si/"));
    }

    fn read(text: &str) -> Option<(Pins, Vec<(String, f64)>)> {
        serde_json::from_str::<RoomsFile>(text).ok().map(RoomsFile::rooms)
    }

    #[test]
    fn a_file_brings_back_what_was_written() {
        let pins = vec![pin("b", "B", 2.0), pin("a", "", 1.0)];
        let recent = vec![("https://meet.jit.si/c".to_owned(), 3.0)];
        let text = serde_json::to_string(&RoomsFile::of(pins.clone(), recent.clone())).unwrap();
        assert!(text.contains(r#""hushroom":"rooms 1""#), "{text}");
        assert_eq!(read(&text), Some((pins, recent)));
    }

    #[test]
    fn another_file_is_none_and_what_is_no_room_is_left_out() {
        for text in
            ["", "{}", "[1]", r#"{"hushroom":"rooms 2"}"#, r#"{"hushroom":"rooms 1","pinned":[{"link":7}]}"#]
        {
            assert_eq!(read(text), None, "{text}");
        }
        let text = r#"{"hushroom":"rooms 1","pinned":[
            {"link":"javascript:alert(1)","room":{"name":"x"}},
            {"link":"http://meet.jit.si/a","room":{}},
            {"link":"https://meet.jit.si/","room":{}},
            {"link":"https://meet.jit.si/a","room":{"name":"A"}}
        ],"recent":[{"link":"data:x","used":1}]}"#;
        let (pins, recent) = read(text).unwrap();
        assert_eq!(serde_json::from_str::<RoomsFile>(text).unwrap().count(), 5);
        assert_eq!(pins, [pin("a", "A", 0.0)]);
        assert!(recent.is_empty());
        let many: Vec<_> = (0..300).map(|at| pin(&format!("room{at}"), "", 0.0)).collect();
        assert_eq!(RoomsFile::of(many, Vec::new()).rooms().0.len(), PINS_MAX);
    }
}
