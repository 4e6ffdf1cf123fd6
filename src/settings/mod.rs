//! What the user wants, and what the user's organisation has decided.
//!
//! [`Settings`] say how rooms are made and [`Watched`] where the user is warned. [`Servers`] are what rooms may
//! be made on, and a [`ServersFile`] is such a list to be handed on. What an administrator has set for everybody is a
//! [`Policy`], which lies over both; [`KnownRoom`]s and a [`HelpAddress`] stand only there. [`Merge`] puts together
//! what several windows change, and [`Done`] takes back what was done. A [`Script`] runs where the user chose. Whatever is
//! stored may be corrupt: each field is read on its own, and one that cannot be read counts as not set.

mod chosen;
mod help_address;
mod known_room;
mod lenient;
mod merge;
mod policy;
mod scripts;
mod servers;
mod servers_file;
mod undo;
mod watched;

pub use chosen::Settings;
pub use help_address::HelpAddress;
pub use known_room::KnownRoom;
pub use merge::Merge;
pub use policy::{LinkPolicy, Policy};
pub use scripts::Script;
pub use servers::{Listed, NOTE_MAX, SERVERS_MAX, Servers};
pub use servers_file::ServersFile;
pub use undo::{Done, PutBack, Step};
pub use watched::{Watched, named_hosts};
