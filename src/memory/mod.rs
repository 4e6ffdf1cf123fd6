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
//! | session | `forgotten` | the pinned room that was forgotten last: see [`forgotten`] | it is taken back, another is forgotten, or the browser closes |
//! | session | `team:HASH` | the new room that was drawn in the place of a page that is better left, with the link to that page where it is a room, once its own was copied or opened, and the new room before it that the user has had replaced: see [`team`] | another is drawn, or the browser closes |
//! | session | `slips` | what each guest is told, on its way from the popup to the page that prints it | that page opens |
//! | session | `said:TAB` | what was said of the pages in the tab, the new room that its warning leads to, and the message to the others for somebody who is alone in one: see [`Tab`](crate::background::Tab) | the tab or the browser closes |
//!
//! Each thing has a key of its own, so that two pages that write at once lose nothing. The session area is in
//! memory. What a key or a value takes of a page is of bounded size, for an area that is full takes nothing more:
//! of a room's name it holds a hash, or a link that is no longer than that of a room that is pinned.
//!
//! Here is decided what changes, as [`Change`]s; whoever decides carries nothing out.

mod answered;
mod change;
mod days;
pub mod familiar;
pub mod forgotten;
pub mod handed;
pub mod offer;
mod pin;
pub mod pinned;
pub mod quiet;
pub mod recent;
mod room_key;
pub mod rooms;
#[cfg(test)]
mod shelf;
mod stored;

pub use answered::{Answered, DISMISSED_PRIVATELY, SILENCED, answered, dismiss, silence, undo};
pub use change::{Area, Change, Value};
pub use room_key::{RoomKey, Salt};
#[cfg(test)]
pub(crate) use shelf::Shelf;
pub use stored::{SALT, Stored};

/// The key under which what was said of the pages in `tab` is kept, in the session area.
#[must_use]
pub fn said(tab: i32) -> String {
    format!("{SAID}{tab}")
}

/// What stands before a tab's id in its key.
pub const SAID: &str = "said:";

/// The key under which the new room is kept that was drawn in the place of the room or service `key`, in the session area.
#[must_use]
pub fn team(key: &RoomKey) -> String {
    format!("{TEAM}{}", key.in_memory())
}

/// What stands before the hash of a room or service in that key.
pub const TEAM: &str = "team:";

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
