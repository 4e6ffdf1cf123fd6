//! A room that is pinned.

use serde::{Deserialize, Serialize};

/// What is stored of a room that is pinned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pinned {
    /// What the user calls it; empty for nothing of their own.
    #[serde(default)]
    pub name: String,
    /// The link to the room that this one takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
    /// When it was pinned, in milliseconds since 1970.
    #[serde(default)]
    pub since: f64,
}

/// Rooms that are pinned, each by its link.
pub type Pins = Vec<(String, Pinned)>;
