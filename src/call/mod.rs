//! What a person who calls has to choose, and what a browser can do in the call.

mod ability;

pub use ability::EndToEnd;
