//! What a person who calls has to choose, what the invited need, and what a browser can do in the call.

mod ability;
mod invitation;
mod tool;

pub use ability::EndToEnd;
pub use invitation::{invitation, letter, needs};
pub use tool::{Encrypted, KeptFrom, NO_TOOL, People, Tool};
