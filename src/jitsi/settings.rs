//! What a link can set: the table `settings.tsv`, whose head says what the columns are.
//!
//! All that Jitsi honours stands there, for the worse, for the better, or neither. Only what is warned about is shipped: the
//! compiler takes it out of the table, of which it is a tenth.

/// The whole table.
const TABLE: &str = include_str!("settings.tsv");

/// What a line begins with whose setting is warned about.
const ILL: &[u8] = b"ill\t";

/// Number of columns of such a line that are shipped: key, value and effect.
const SHIPPED: usize = 3;

/// The columns that are shipped, as the table has them.
static ILL_LINES: [u8; shipped_length(TABLE.as_bytes())] = shipped(TABLE.as_bytes());

/// A setting that is warned about.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// As it stands in a link before the equals sign.
    pub(super) key: &'static str,
    /// With which value: `true`, `false` or `any`.
    pub(super) value: &'static str,
    /// The key of the sentence that warns of it.
    pub(super) effect: &'static str,
}

/// The settings that are warned about, in the order of the table.
pub(super) fn settings() -> impl Iterator<Item = Setting> {
    let lines = str::from_utf8(&ILL_LINES).unwrap_or_default().lines();
    lines.filter_map(|line| {
        let mut columns = line.split('\t');
        Some(Setting { key: columns.next()?, value: columns.next()?, effect: columns.next()? })
    })
}

/// How many bytes [`shipped`] has.
const fn shipped_length(table: &[u8]) -> usize {
    let (mut length, mut at) = (0, 0);
    while let Some((from, to)) = next_shipped(table, at) {
        length += to - from + 1;
        at = to;
    }
    length
}

/// The columns of `table` that are shipped, a line for each.
const fn shipped<const LENGTH: usize>(table: &[u8]) -> [u8; LENGTH] {
    let mut lines = [b'\n'; LENGTH];
    let (mut length, mut at) = (0, 0);
    while let Some((from, to)) = next_shipped(table, at) {
        let mut copied = from;
        while copied < to {
            lines[length] = table[copied];
            (length, copied) = (length + 1, copied + 1);
        }
        (length, at) = (length + 1, to);
    }
    lines
}

/// Where the next line that is warned about, at or behind `at`, has the columns that are shipped.
const fn next_shipped(table: &[u8], mut at: usize) -> Option<(usize, usize)> {
    while at < table.len() {
        if begins_ill(table, at) {
            let (from, mut tabs) = (at + ILL.len(), 0);
            let mut to = from;
            loop {
                tabs += (table[to] == b'\t') as usize;
                if tabs == SHIPPED {
                    return Some((from, to));
                }
                to += 1;
            }
        }
        while at < table.len() && table[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    None
}

/// Whether the line at `at` is one of a setting that is warned about.
const fn begins_ill(table: &[u8], at: usize) -> bool {
    let mut length = 0;
    while length < ILL.len() {
        if at + length >= table.len() || table[at + length] != ILL[length] {
            return false;
        }
        length += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::{Address, LinkEffects, LinkOptions, RoomName, Server, Title};
    use std::collections::BTreeSet;
    use std::fmt::Write as _;
    use std::fs;
    use std::path::Path;

    /// The lines of the table with their columns.
    fn lines() -> Vec<Vec<&'static str>> {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        lines.map(|line| line.split('\t').collect()).collect()
    }

    #[test]
    fn every_line_of_the_table_can_be_read() {
        let words: serde_json::Value =
            serde_json::from_str(include_str!("../../extension/_locales/en/messages.json")).unwrap();
        let mut seen = BTreeSet::new();
        for line in lines() {
            let [side, key, value, effect, known, source, does] = line[..] else { panic!("{line:?}") };
            assert_eq!(words[effect]["message"].is_string(), side == "ill", "{key}");
            assert!(["ill", "good", "none"].contains(&side) && (side == "ill" || effect == "-"), "{key}");
            assert!(["true", "false", "any"].contains(&value), "{key}");
            assert!(["tried", "read", "named"].contains(&known), "{key}");
            assert!(side == "none" || known != "named", "{key}: what is only named is neither good nor ill");
            assert!(!source.is_empty() && !does.is_empty(), "{key}");
            assert!(seen.insert((key, value)), "{key} stands twice");
        }
    }

    #[test]
    fn what_is_shipped_is_what_is_warned_about() {
        let ill: Vec<_> = lines().into_iter().filter(|line| line[0] == "ill").collect();
        let shipped: Vec<_> = settings().map(|s| vec!["ill", s.key, s.value, s.effect]).collect();
        assert_eq!(shipped, ill.iter().map(|line| line[..4].to_vec()).collect::<Vec<_>>());
    }

    #[test]
    fn a_setting_is_ill_or_it_is_not() {
        for line in lines().into_iter().filter(|line| line[0] != "ill") {
            let (key, value) = (line[1], if line[2] == "any" { "1" } else { line[2] });
            // A value of a key that has an ill one is looked at above.
            if line[0] == "none" && settings().any(|setting| setting.key == key) {
                continue;
            }
            let link = format!("https://a/b#{key}={value}");
            assert_eq!(LinkEffects::of(&link), None, "{link}");
        }
    }

    #[test]
    fn our_own_links_set_what_is_good() {
        let good: Vec<_> = lines().into_iter().filter(|line| line[0] == "good").collect();
        let room = Address::on(&Server::default(), RoomName::from_segment("a").unwrap());
        let link = room.link_with(LinkOptions::ALL, &Title::new("Weekly"));
        for pair in link.split_once('#').unwrap().1.split('&') {
            let (key, value) = pair.split_once('=').unwrap();
            let is_good = |line: &Vec<&str>| line[1] == key && (line[2] == "any" || line[2] == value);
            assert!(good.iter().any(is_good), "{pair} has no line");
        }
    }

    /// The page for people who make links. After `UPDATE=1` it is written.
    #[test]
    fn the_page_lists_the_table() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/links.md");
        let page = fs::read_to_string(&path).unwrap();
        let mut listed = page.split("\n<!-- settings.tsv -->\n").next().unwrap().to_owned();
        listed.push_str("\n<!-- settings.tsv -->\n");
        for (side, heading) in [("ill", "For the worse"), ("good", "For the better"), ("none", "Neither")] {
            let _ = write!(listed, "\n## {heading}\n\n| setting | value | what it does | where | known |\n");
            listed.push_str("|---|---|---|---|---|\n");
            for line in lines().iter().filter(|line| line[0] == side) {
                let [_, key, value, _, known, source, does] = line[..] else { panic!("{line:?}") };
                let _ = writeln!(listed, "| `{key}` | {value} | {does} | {source} | {known} |");
            }
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(path, listed).unwrap();
        } else {
            assert_eq!(page, listed, "UPDATE=1 cargo test settings writes docs/links.md");
        }
    }
}
