//! How fast names are judged, beside zxcvbn.

mod native;

use anyhow::Result;

pub use native::natively;

use crate::Folders;
use crate::accuracy;

/// How many names of each kind of the first set are judged.
const NAMES: usize = 5;

/// Lengths that nobody types, but that a page can send.
const LONG: [usize; 2] = [1_000, LONGEST];
/// The longest of them, in characters.
pub const LONGEST: usize = 10_000;

/// What is judged.
pub struct Work {
    /// Names of all kinds of the first set.
    pub names: Vec<String>,
    /// Long names: what it is made of, its length in characters, and the name.
    pub long: Vec<(&'static str, usize, String)>,
}

/// Draws what is judged.
///
/// # Errors
///
/// When a list cannot be had.
pub fn work(folders: &Folders) -> Result<Work> {
    let names = accuracy::seen_names(folders, NAMES)?;
    let words = names.iter().filter(|name| name.chars().all(char::is_alphabetic)).map(String::as_str);
    let sources = [("words", words.collect::<Vec<_>>().join("-")), ("anything", names.concat())];
    let mut long = Vec::new();
    for (label, source) in sources {
        for length in LONG {
            long.push((label, length, source.chars().cycle().take(length).collect()));
        }
    }
    Ok(Work { names, long })
}
