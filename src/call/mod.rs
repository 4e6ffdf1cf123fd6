//! What a person who calls has to choose, and what a browser can do in the call.

mod ability;
mod tool;

pub use ability::EndToEnd;
pub use tool::{Encrypted, KeptFrom, NO_TOOL, People, Tool};
