//! The pinned room that the user forgot last: it comes back by one press, also once the popup was closed over it, for nobody
//! else may know its link.
//!
//! In memory only, and of no private window. It is named no longer than a room is offered: whoever forgets a room on purpose
//! does not want it to be read there for the rest of the day.

use serde::{Deserialize, Serialize};

use super::offer::is_young;
use super::pin::Pinned;

/// Its key, in the session area.
pub const FORGOTTEN: &str = "forgotten";

/// A room that was pinned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forgotten {
    /// Its link.
    pub link: String,
    /// What was pinned of it.
    pub pinned: Pinned,
    /// When it was forgotten, in milliseconds since 1970.
    at: f64,
}

impl Forgotten {
    /// The room at `link`, forgotten `now`.
    #[must_use]
    pub const fn new(link: String, pinned: Pinned, now: f64) -> Self {
        Self { link, pinned, at: now }
    }

    /// The same, unless that is too long ago `now`.
    #[must_use]
    pub fn lately(self, now: f64) -> Option<Self> {
        is_young(self.at, now).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: f64 = 1e12;

    #[test]
    fn it_comes_back_for_a_quarter_of_an_hour_as_it_was() {
        let pinned = Pinned { name: "Thursdays".to_owned(), since: 5.0, ..Pinned::default() };
        let forgotten = Forgotten::new("https://meet.jit.si/x".to_owned(), pinned, NOW);
        let read: Forgotten = serde_json::from_value(serde_json::to_value(&forgotten).unwrap()).unwrap();
        let minutes = |minutes: f64| NOW + minutes * 60_000.0;
        assert_eq!(read.clone().lately(minutes(14.9)), Some(forgotten));
        for late in [minutes(15.0), minutes(-1.0), f64::NAN] {
            assert_eq!(read.clone().lately(late), None, "{late}");
        }
    }
}
