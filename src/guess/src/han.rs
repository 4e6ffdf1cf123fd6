//! How Han characters are read: as the syllables of Standard Chinese in plain letters.
//!
//! The data file has a line for each syllable, and behind it four groups of characters that are read so, each after a
//! space: those on neither of BIP39's two Chinese lists, those on the list of simplified characters, on that of
//! traditional ones, and on both. A character that is read in several ways stands with the first.

use std::sync::OnceLock;

static DATA: &str = include_str!("../data/han.txt");

/// The first character that the data may have, and the one behind the last: CJK punctuation and unified ideographs.
const CHARACTERS: std::ops::Range<usize> = 0x3000..0xa000;

/// How many groups of characters a line has.
const GROUPS: usize = 4;

/// All characters.
struct Characters {
    syllables: Vec<&'static str>,
    /// For each of [`CHARACTERS`] one more than the number of its group, counted through all lines, or 0.
    groups: Vec<u16>,
}

/// All characters; read when the first is asked for.
fn all() -> &'static Characters {
    static ALL: OnceLock<Characters> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Characters { syllables: Vec::new(), groups: vec![0; CHARACTERS.len()] };
        for (line, number) in DATA.lines().zip(0..) {
            let mut fields = line.split(' ');
            all.syllables.push(fields.next().unwrap_or_default());
            for (lists, group) in (1..).zip(fields) {
                for c in group.chars() {
                    if let Some(of) = all.groups.get_mut((c as usize).wrapping_sub(CHARACTERS.start)) {
                        *of = GROUPS as u16 * number + lists;
                    }
                }
            }
        }
        all
    })
}

/// How `c` is read, and which of BIP39's lists it is on: 1 for the simplified, 2 for the traditional, 3 for both.
fn find(c: char) -> Option<(&'static str, u8)> {
    let Characters { syllables, groups } = all();
    let group = groups.get((c as usize).wrapping_sub(CHARACTERS.start))?;
    let group = usize::from(*group).checked_sub(1)?;
    Some((syllables[group / GROUPS], (group % GROUPS) as u8))
}

/// How `c` is read, in the letters a to z, if that is known.
pub(crate) fn reading(c: char) -> Option<&'static str> {
    // Nobody should wait for the table who types no such character.
    if c < '\u{3400}' { None } else { find(c).map(|read| read.0) }
}

/// Which of BIP39's Chinese lists `c` is on: 1 for that of simplified characters, 2 for that of traditional ones, or both.
pub(crate) fn lists(c: char) -> u8 {
    find(c).map_or(0, |read| read.1)
}
