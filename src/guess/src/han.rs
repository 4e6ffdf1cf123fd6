//! How Han characters are read: as the syllables of Standard Chinese in plain letters.
//!
//! The data file has a line for each syllable, and behind it four groups of characters that are read so, each after a
//! space: those on neither of BIP39's two Chinese lists, those on the list of simplified characters, on that of
//! traditional ones, and on both. A character that is read in several ways stands with the first.

use std::sync::OnceLock;

static DATA: &str = include_str!("../data/han.txt");

/// A character, how it is read, and which of BIP39's lists it is on: 1 for the simplified, 2 for the traditional, 3 for both.
type Read = (char, &'static str, u8);

/// All characters, sorted; read when the first is asked for.
fn all() -> &'static [Read] {
    static ALL: OnceLock<Vec<Read>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Vec::new();
        for line in DATA.lines() {
            let mut fields = line.split(' ');
            let reading = fields.next().unwrap_or_default();
            for (lists, group) in (0..).zip(fields) {
                all.extend(group.chars().map(|c| (c, reading, lists)));
            }
        }
        all.sort_unstable();
        all
    })
}

fn find(c: char) -> Option<Read> {
    let all = all();
    all.binary_search_by_key(&c, |read| read.0).ok().map(|at| all[at])
}

/// How `c` is read, in the letters a to z, if that is known.
pub(crate) fn reading(c: char) -> Option<&'static str> {
    // Nobody should wait for the table who types no such character.
    if c < '\u{3400}' { None } else { find(c).map(|read| read.1) }
}

/// Which of BIP39's Chinese lists `c` is on: 1 for that of simplified characters, 2 for that of traditional ones, or both.
pub(crate) fn lists(c: char) -> u8 {
    find(c).map_or(0, |read| read.2)
}
