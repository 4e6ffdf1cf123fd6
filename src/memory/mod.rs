//! What is remembered: where, under which key, and until when.
//!
//! | area | key | value | until |
//! |---|---|---|---|
//! | local | a field of [`Settings`](crate::settings::Settings) or [`Watched`](crate::settings::Watched) | its value | the user changes it |
//! | local | `tick:NAME` | `true`: the user ticked this in the guide | the user unticks it |
//! | local | `recent:LINK` | when the room was last used: see [`recent`] | the user deletes it |
//! | local | `pinned:LINK` | what the user calls the room, and for which room it is the new one: see [`pinned`] | the user forgets it |
//! | local | `salt`, `silenced:HASH` | `true`: see [`RoomKey::hashed`] | the user undoes it |
//! | local | `familiar:HASH` | the first and the last day on which the warning of a room was answered: see [`familiar`] | the user undoes it or has warnings become no smaller, or for three months |
//! | local | `policy` | the administrator's policy that was heard last | there is none |
//! | session | `dismissed:KEY` | `true` | the browser closes |
//! | session | `dismissed-privately:KEY` | `true` | the last private tab closes |
//! | session | `dismissed:KEY:SENTENCE`, `dismissed-privately:KEY:SENTENCE` | the same, of what a link sets for the worse in the call | the same |
//! | session | `dismissed:framed:KEY`, `dismissed-privately:framed:KEY` | the same, in a frame | the same |
//! | session | `wish` | what a shortcut wants of the popup that it opens | the popup opens |
//! | session | `asked` | the server that the popup wants to watch, while the browser asks for its permission | the answer is heard, or the browser closes |
//! | session | `offer` | the room that the popup offered last: see [`offer`] | another is drawn, or the browser closes |
//! | session | `team:HASH` | the new room that was drawn in the place of a page that is better left, once its link was copied or opened: see [`team`] | another is drawn, or the browser closes |
//! | session | `slips` | what each guest is told, on its way from the popup to the page that prints it | that page opens |
//! | session | `said:TAB` | what was said of the pages in the tab, the new room that its warning leads to, and the message to the others for somebody who is alone in one: see [`Tab`](crate::background::Tab) | the tab or the browser closes |
//!
//! Each thing has a key of its own, so that two pages that write at once lose nothing. The session area is in
//! memory. What a key or a value takes of a page is of bounded size, for an area that is full takes nothing more:
//! of a room's name it holds a hash.
//!
//! Here is decided what changes, as [`Change`]s; whoever decides carries nothing out.

mod answered;
pub mod familiar;
pub mod offer;
pub mod pinned;
pub mod quiet;
pub mod recent;
pub mod rooms;

use serde::Serialize;

pub use answered::{
    Answered, DISMISSED_PRIVATELY, RoomKey, SALT, SILENCED, Salt, answered, dismiss, silence, team, undo,
};

/// The key under which what was said of the pages in `tab` is kept, in the session area.
#[must_use]
pub fn said(tab: i32) -> String {
    format!("{SAID}{tab}")
}

/// What stands before a tab's id in its key.
pub const SAID: &str = "said:";

/// The key under which the popup leaves slips for guests to the page that prints them, in the session area.
pub const SLIPS: &str = "slips";

/// The key under which a server waits to be watched while the browser asks for its permission, in the session area.
pub const ASKED: &str = "asked";

/// The key under which it is kept that `name` is ticked in the guide, in the local area.
#[must_use]
pub fn tick(name: &str) -> String {
    format!("{TICK}{name}")
}

/// What stands before a name in the key of a tick.
pub const TICK: &str = "tick:";

/// Where something is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// On this computer, until it is removed.
    Local,
    /// In memory, until the browser closes.
    Session,
}

/// What is stored under a key.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// That something is so.
    Flag(bool),
    /// A point in time, in milliseconds since 1970.
    Time(f64),
    /// A text.
    Text(String),
    /// What is kept of a room that is pinned.
    Pinned(pinned::Pinned),
    /// On which days a warning was answered.
    Familiar(familiar::Familiar),
    /// A room that was drawn.
    Offered(offer::Offered),
}

/// A change of what is stored.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// This value is stored under this key.
    Set(Area, String, Value),
    /// Nothing is stored under this key any more.
    Remove(Area, String),
    /// Nothing is stored any more under a key that begins like this.
    RemoveAll(Area, String),
}

/// What is stored, as far as it is asked for.
pub trait Stored {
    /// Whether `true`, or something like it, is stored under `key`.
    fn is_set(&self, area: Area, key: &str) -> bool;

    /// The salt of this installation, if one was drawn already.
    fn salt(&self) -> Option<Salt>;

    /// The hashes of the rooms and services that are never warned about.
    fn silenced(&self) -> Vec<String>;

    /// The rooms whose warning the user has answered, by their hashes.
    fn familiar(&self) -> Vec<(String, familiar::Familiar)>;

    /// The room that was kept under `key` in the session area.
    fn drawn_for(&self, key: &str) -> Option<offer::Offered>;

    /// The rooms that are pinned.
    fn pins(&self) -> pinned::Pins;
}

/// What is stored in tests.
#[cfg(test)]
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf(pub(crate) std::collections::BTreeMap<(Area, String), Value>);

#[cfg(test)]
impl Shelf {
    pub(crate) fn carry_out(&mut self, changes: impl IntoIterator<Item = Change>) {
        changes.into_iter().for_each(|change| self.change(change));
    }

    pub(crate) fn change(&mut self, change: Change) {
        match change {
            Change::Set(area, key, value) => drop(self.0.insert((area, key), value)),
            Change::Remove(area, key) => drop(self.0.remove(&(area, key))),
            Change::RemoveAll(area, prefix) => {
                self.0.retain(|(at, key), _| *at != area || !key.starts_with(&prefix));
            }
        }
    }
}

#[cfg(test)]
impl Stored for Shelf {
    fn is_set(&self, area: Area, key: &str) -> bool {
        self.0.get(&(area, key.to_owned())) == Some(&Value::Flag(true))
    }

    fn salt(&self) -> Option<Salt> {
        match self.0.get(&(Area::Local, "salt".to_owned()))? {
            Value::Text(salt) => serde_json::from_value(salt.as_str().into()).ok(),
            _ => None,
        }
    }

    fn silenced(&self) -> Vec<String> {
        self.0.keys().filter_map(|(_, key)| key.strip_prefix(SILENCED).map(str::to_owned)).collect()
    }

    fn familiar(&self) -> Vec<(String, familiar::Familiar)> {
        let read = |((_, key), value): (&(Area, String), &Value)| match value {
            Value::Familiar(days) => Some((key.strip_prefix(familiar::FAMILIAR)?.to_owned(), *days)),
            _ => None,
        };
        self.0.iter().filter_map(read).collect()
    }

    fn drawn_for(&self, key: &str) -> Option<offer::Offered> {
        match self.0.get(&(Area::Session, key.to_owned()))? {
            Value::Offered(room) => Some(room.clone()),
            _ => None,
        }
    }

    fn pins(&self) -> pinned::Pins {
        let read = |((_, key), value): (&(Area, String), &Value)| match value {
            Value::Pinned(room) => Some((key.strip_prefix(pinned::PREFIX)?.to_owned(), room.clone())),
            _ => None,
        };
        self.0.iter().filter_map(read).collect()
    }
}
