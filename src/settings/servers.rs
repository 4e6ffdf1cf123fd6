//! The servers that rooms may be made on, each with a note.

use serde::{Deserialize, Deserializer, Serialize};

use super::lenient::{lenient, lenient_items};
use crate::jitsi::Server;
use crate::text::on_one_line;

/// Maximum number of servers in a list. Chosen because nobody finds one among more, and because a list that somebody
/// handed out must not fill the storage.
pub const SERVERS_MAX: usize = 20;

/// Maximum length of a note, in characters. Chosen because it takes less to say who runs a server and
/// who signs in there.
pub const NOTE_MAX: usize = 120;

/// A server with what the user, or whoever handed out the list, says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    server: Server,
    #[serde(default, deserialize_with = "note")]
    note: String,
}

impl Listed {
    /// `server` with a `note`, on one line and cut at [`NOTE_MAX`] characters. It may be empty.
    #[must_use]
    pub fn new(server: Server, note: &str) -> Self {
        Self { server, note: on_one_line(note, NOTE_MAX) }
    }

    /// The server.
    #[must_use]
    pub const fn server(&self) -> &Server {
        &self.server
    }

    /// What is said of it, in at most [`NOTE_MAX`] characters; empty for nothing.
    #[must_use]
    pub fn note(&self) -> &str {
        &self.note
    }
}

/// The server, and its note if there is one.
impl std::fmt::Display for Listed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { server, note } = self;
        if note.is_empty() { write!(f, "{server}") } else { write!(f, "{server} ({note})") }
    }
}

fn note<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(on_one_line(&lenient::<_, String>(deserializer)?, NOTE_MAX))
}

/// At most [`SERVERS_MAX`] servers, each once. What cannot be read of a list counts as not there, and so does what is
/// too many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Servers(Vec<Listed>);

impl Servers {
    /// The servers, in the order in which they were added.
    #[must_use]
    pub fn as_slice(&self) -> &[Listed] {
        &self.0
    }

    /// What is said of `server`, if it is listed.
    #[must_use]
    pub fn get(&self, server: &Server) -> Option<&Listed> {
        self.0.iter().find(|listed| listed.server == *server)
    }

    /// Adds a server at the end. One that is there already stays where it is, and takes a note that is not empty. The
    /// answer is whether it is listed now: in a full list there is no place.
    pub fn add(&mut self, new: Listed) -> bool {
        if let Some(listed) = self.0.iter_mut().find(|listed| listed.server == new.server) {
            if !new.note.is_empty() {
                listed.note = new.note;
            }
            return true;
        }
        let has_place = self.0.len() < SERVERS_MAX;
        if has_place {
            self.0.push(new);
        }
        has_place
    }

    /// Adds those of `others` that are not there, each with its note; one that is there keeps its own, if it has one.
    /// The answer is whether all are listed now.
    pub fn add_all(&mut self, others: &Self) -> bool {
        let mut all = true;
        for other in &others.0 {
            let is_noted = self.get(&other.server).is_some_and(|listed| !listed.note.is_empty());
            all &= is_noted || self.add(other.clone());
        }
        all
    }

    /// Takes `server` out.
    pub fn remove(&mut self, server: &Server) {
        self.0.retain(|listed| listed.server != *server);
    }
}

impl FromIterator<Listed> for Servers {
    /// The first of doubles stays.
    fn from_iter<I: IntoIterator<Item = Listed>>(items: I) -> Self {
        let mut servers = Self::default();
        for item in items {
            if servers.get(&item.server).is_none() {
                servers.add(item);
            }
        }
        servers
    }
}

impl<'de> Deserialize<'de> for Servers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(lenient_items(deserializer)?.into_iter().collect())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    pub(crate) fn listed(server: &str, note: &str) -> Listed {
        Listed::new(Server::parse(server).unwrap(), note)
    }

    pub(crate) fn servers(items: &[(&str, &str)]) -> Servers {
        items.iter().map(|(server, note)| listed(server, note)).collect()
    }

    fn read(value: Value) -> Servers {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn what_cannot_be_read_counts_as_not_there_and_the_rest_stays() {
        let stored = json!([
            { "server": "meet.example.org", "note": "Ours, no sign-in" },
            { "server": "http://unsafe.example", "note": "x" },
            { "note": "nowhere" },
            7,
            { "server": "b.example", "note": ["many"], "fromALaterVersion": 1 },
            { "server": "c.example:8443" },
            { "server": "https://Meet.Example.org/", "note": "a double" },
        ]);
        let wanted =
            servers(&[("meet.example.org", "Ours, no sign-in"), ("b.example", ""), ("c.example:8443", "")]);
        assert_eq!(read(stored), wanted);
        for nothing in [json!("meet.example.org"), json!(null), json!({ "server": "a.example" }), json!([1])]
        {
            assert_eq!(read(nothing), Servers::default());
        }
    }

    #[test]
    fn a_list_and_its_notes_are_bounded() {
        let many = (0..50).map(|at| json!({ "server": format!("s{at}.example"), "note": "x".repeat(500) }));
        let mut servers = read(many.collect());
        assert_eq!(servers.as_slice().len(), SERVERS_MAX);
        assert!(servers.as_slice().iter().all(|listed| listed.note().chars().count() == NOTE_MAX));
        assert!(!servers.add(listed("one-more.example", "")), "there is no place");
        assert!(servers.add(listed("s3.example", "ours")), "it is there");
        assert_eq!(servers.get(&Server::parse("s3.example").unwrap()).unwrap().note(), "ours");
        assert_eq!(servers.as_slice().len(), SERVERS_MAX);
    }

    #[test]
    fn nothing_in_a_note_turns_what_stands_around_it() {
        assert_eq!(listed("a.example", " run\nby \u{202e}us\u{2066}  \t").note(), "run by us");
    }

    #[test]
    fn what_is_added_takes_nothing_away() {
        let mut mine = servers(&[("a.example", "mine"), ("b.example", "")]);
        assert!(mine.add_all(&servers(&[
            ("b.example", "theirs"),
            ("a.example", "theirs"),
            ("c.example", "")
        ])));
        assert_eq!(mine, servers(&[("a.example", "mine"), ("b.example", "theirs"), ("c.example", "")]));
        let full: Servers = (0..SERVERS_MAX).map(|at| listed(&format!("s{at}.example"), "")).collect();
        let before = mine.clone();
        assert!(!mine.add_all(&full), "not all have a place");
        assert!(before.as_slice().iter().all(|listed| mine.as_slice().contains(listed)));
        mine.remove(&Server::parse("a.example").unwrap());
        assert_eq!(mine.get(&Server::parse("a.example").unwrap()), None);
    }

    #[test]
    fn a_list_survives_being_stored() {
        let servers = servers(&[("meet.example.org:8443", "Ours"), ("example.org/meet/", "")]);
        assert_eq!(read(serde_json::to_value(&servers).unwrap()), servers);
    }

    proptest! {
        #[test]
        fn a_note_is_short_whatever_is_written_and_stays_what_it_is(note in "\\PC{0,300}") {
            let once = listed("a.example", &note);
            prop_assert!(once.note().chars().count() <= NOTE_MAX);
            prop_assert_eq!(listed("a.example", once.note()), once);
        }
    }
}
