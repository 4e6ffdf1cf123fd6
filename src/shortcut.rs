//! The ways to Hushroom beside its icon, as a browser has them now: keys, a word in the address bar, the menu of text
//! fields. Here is decided what is said of them on the pages that list them.

use crate::text::Text;

/// What a browser has of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// The commands of the manifest that keys may be set for, by their names, each with its keys as the browser writes
    /// them; none are set where they are empty.
    pub commands: Vec<(String, String)>,
    /// What is typed into the address bar first.
    pub keyword: Option<String>,
    /// Whether the menu of a text field has an entry.
    pub has_menu: bool,
}

/// A way, and how it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortcut {
    /// What it does, or where it is.
    pub title: Text,
    /// How it is taken.
    pub how: How,
}

/// How a way is taken.
#[derive(Clone, Debug, PartialEq)]
pub enum How {
    /// By pressing these keys.
    Keys(String),
    /// As this sentence says.
    Said(Text),
}

/// What each command of the manifest does: the key of a sentence.
const COMMANDS: [(&str, &str); 3] =
    [("_execute_action", "ways_open"), ("copy-link", "command_copy"), ("open-panel", "panel_open")];

/// The ways of which something is `present`, the keys first. `menu_entry` is what the entry of the menu is called.
#[must_use]
pub fn shortcuts(present: &Present, menu_entry: &str) -> Vec<Shortcut> {
    let keys = COMMANDS.iter().filter_map(|(name, does)| {
        let (_, keys) = present.commands.iter().find(|(command, _)| command == name)?;
        let how = match keys.trim() {
            "" => How::Said(Text::new("ways_no_keys")),
            keys => How::Keys(keys.to_owned()),
        };
        Some(Shortcut { title: Text::new(does), how })
    });
    let address_bar = present.keyword.iter().map(|keyword| Shortcut {
        title: Text::new("ways_address_bar"),
        how: How::Said(Text::with("ways_address_bar_how", [keyword.clone()])),
    });
    let menu = present.has_menu.then(|| Shortcut {
        title: Text::new("ways_menu"),
        how: How::Said(Text::with("ways_menu_how", [menu_entry.to_owned()])),
    });
    keys.chain(address_bar).chain(menu).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn present(commands: &[(&str, &str)]) -> Present {
        let commands = commands.iter().map(|(name, keys)| ((*name).to_owned(), (*keys).to_owned())).collect();
        Present { commands, ..Present::default() }
    }

    #[test]
    fn every_command_of_the_manifest_is_listed_and_no_other() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("../manifest.json")).unwrap();
        let mut commands: Vec<&str> =
            manifest["commands"].as_object().unwrap().keys().map(String::as_str).collect();
        commands.sort_unstable();
        assert_eq!(commands, COMMANDS.map(|(name, _)| name));
    }

    #[test]
    fn keys_are_those_that_the_browser_has_now_and_none_where_it_has_none() {
        let listed =
            shortcuts(&present(&[("open-panel", "Ctrl+Y"), ("copy-link", ""), ("other", "Ctrl+Z")]), "");
        let wanted = [
            ("command_copy", How::Said(Text::new("ways_no_keys"))),
            ("panel_open", How::Keys("Ctrl+Y".to_owned())),
        ];
        assert_eq!(listed, wanted.map(|(title, how)| Shortcut { title: Text::new(title), how }));
    }

    #[test]
    fn only_what_the_browser_has_is_listed() {
        assert_eq!(shortcuts(&Present::default(), "Insert"), [], "as Firefox for Android has none");
        let present = Present { keyword: Some("jitsi".to_owned()), has_menu: true, ..Present::default() };
        let said: Vec<_> = shortcuts(&present, "Insert").into_iter().map(|way| way.how).collect();
        assert_eq!(
            said,
            [
                How::Said(Text::with("ways_address_bar_how", ["jitsi".to_owned()])),
                How::Said(Text::with("ways_menu_how", ["Insert".to_owned()])),
            ]
        );
    }
}
