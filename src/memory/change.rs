//! What is stored, and changes of it.

use serde::Serialize;

use super::days::Familiar;
use super::forgotten::Forgotten;
use super::offer::Offered;
use super::pin::Pinned;

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
    Pinned(Pinned),
    /// On which days a warning was answered.
    Familiar(Familiar),
    /// A room that was drawn.
    Offered(Offered),
    /// A pinned room that was forgotten.
    Forgotten(Forgotten),
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
