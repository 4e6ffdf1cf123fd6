//! What is stored in tests.

use std::collections::BTreeMap;

use super::familiar::{self, Familiar};
use super::offer::Offered;
use super::pinned::{self, Pins};
use super::{Area, Change, SILENCED, Salt, Stored, TEAM, Value};

/// What is stored in tests.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf(pub(crate) BTreeMap<(Area, String), Value>);

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

    fn familiar(&self) -> Vec<(String, Familiar)> {
        let read = |((_, key), value): (&(Area, String), &Value)| match value {
            Value::Familiar(days) => Some((key.strip_prefix(familiar::FAMILIAR)?.to_owned(), *days)),
            _ => None,
        };
        self.0.iter().filter_map(read).collect()
    }

    fn drawn_for(&self, key: &str) -> Option<Offered> {
        match self.0.get(&(Area::Session, key.to_owned()))? {
            Value::Offered(room) => Some(room.clone()),
            _ => None,
        }
    }

    fn drawn_instead(&self) -> Vec<Offered> {
        let read = |((area, key), value): (&(Area, String), &Value)| match value {
            Value::Offered(room) if *area == Area::Session && key.starts_with(TEAM) => Some(room.clone()),
            _ => None,
        };
        self.0.iter().filter_map(read).collect()
    }

    fn pins(&self) -> Pins {
        let read = |((_, key), value): (&(Area, String), &Value)| match value {
            Value::Pinned(room) => Some((key.strip_prefix(pinned::PREFIX)?.to_owned(), room.clone())),
            _ => None,
        };
        self.0.iter().filter_map(read).collect()
    }
}
