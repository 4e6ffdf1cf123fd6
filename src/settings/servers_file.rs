//! A list of servers as a file, to be handed on.

use serde::{Deserialize, Serialize};

use super::Servers;

/// The servers in a file. Whoever wrote it is not trusted: what cannot be read of the list counts as not there, and it is
/// as short as any; see [`Servers`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServersFile {
    /// What tells this file from others.
    hushroom: Version,
    #[serde(default)]
    servers: Servers,
}

/// The version of the file, the only one that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Version {
    #[serde(rename = "servers 1")]
    One,
}

impl ServersFile {
    /// The file with these servers.
    #[must_use]
    pub const fn of(servers: Servers) -> Self {
        Self { hushroom: Version::One, servers }
    }

    /// The servers in it.
    #[must_use]
    pub fn servers(self) -> Servers {
        self.servers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::SERVERS_MAX;
    use crate::settings::servers::tests::servers;
    use serde_json::{Value, json};

    fn read(file: Value) -> Option<Servers> {
        serde_json::from_value(file).ok().map(ServersFile::servers)
    }

    #[test]
    fn a_file_brings_back_what_was_written() {
        let list = servers(&[("meet.example.org:8443", "Ours, nobody signs in"), ("example.org/meet/", "")]);
        let text = serde_json::to_string(&ServersFile::of(list.clone())).unwrap();
        assert!(text.contains(r#""hushroom":"servers 1""#), "{text}");
        assert_eq!(read(serde_json::from_str(&text).unwrap()), Some(list));
    }

    #[test]
    fn another_file_is_none() {
        for other in [
            json!({}),
            json!([{ "server": "a.example" }]),
            json!({ "servers": [{ "server": "a.example" }] }),
            json!({ "hushroom": "rooms 1", "pinned": [] }),
            json!({ "hushroom": "servers 2", "servers": [] }),
            json!({ "hushroom": 1 }),
        ] {
            assert_eq!(read(other.clone()), None, "{other}");
        }
    }

    #[test]
    fn what_is_no_server_is_left_out_and_so_is_what_is_too_many() {
        let some = json!({ "hushroom": "servers 1", "servers": [
            { "server": "javascript:alert(1)", "note": "x" }, { "server": "a.example", "note": { "b": 1 } }, null,
        ] });
        assert_eq!(read(some), Some(servers(&[("a.example", "")])));
        assert_eq!(read(json!({ "hushroom": "servers 1", "servers": "many" })), Some(Servers::default()));
        let many: Vec<Value> = (0..1000).map(|at| json!({ "server": format!("s{at}.example") })).collect();
        let many = read(json!({ "hushroom": "servers 1", "servers": many }));
        assert_eq!(many.map(|many| many.as_slice().len()), Some(SERVERS_MAX));
    }
}
