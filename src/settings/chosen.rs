//! What the user wants.

use serde::{Deserialize, Serialize};

use super::lenient::lenient;
use super::servers::{Listed, Servers};
use crate::jitsi::{LinkOptions, Server, Title};
use crate::room::{Label, Recipe, Room, Style};

/// All settings. Each field is stored under a key of its own, so that two windows that change
/// different settings lose nothing.
///
/// What is stored is not trusted: a field that cannot be read counts as not set, and the others keep
/// their values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Settings {
    /// How names are written; `None` where nobody has chosen, and the language of the browser decides: see
    /// [`Settings::spoken_in`].
    #[serde(deserialize_with = "lenient")]
    pub style: Option<Style>,
    /// How many words a name has; `None` for the style's default.
    #[serde(deserialize_with = "lenient")]
    pub words: Option<u8>,
    /// How many characters a name has; `None` for the style's default.
    #[serde(deserialize_with = "lenient")]
    pub characters: Option<u8>,
    /// What links to new rooms set.
    #[serde(deserialize_with = "lenient")]
    pub link_options: LinkOptions,
    /// Where new rooms are made.
    #[serde(deserialize_with = "lenient")]
    pub server: Server,
    /// What other servers the user chooses from.
    #[serde(deserialize_with = "lenient")]
    pub servers: Servers,
    /// What new names begin with, as it was typed; see [`Label::new`]. Empty for nothing.
    #[serde(deserialize_with = "lenient")]
    pub label: String,
    /// Whether links to rooms that were copied or opened are kept on this computer.
    #[serde(deserialize_with = "lenient")]
    pub recent_rooms: bool,
}

impl Settings {
    /// What new names begin with. A stored label that is too long counts as not set.
    #[must_use]
    pub fn usual_label(&self) -> &str {
        if Label::new(&self.label).is_ok() { &self.label } else { "" }
    }

    /// The same for a browser that speaks `language`, a BCP 47 tag: where no style was chosen, names are made of words of
    /// that language, if there is a list for it.
    ///
    /// Whoever has chosen a number of words, and no list, has chosen it for English words, which were the only ones
    /// before lists went by the language: as many words of a shorter list would be a weaker name than was wanted.
    #[must_use]
    pub fn spoken_in(self, language: &str) -> Self {
        let is_of_english = Style::default().length_among(self.words, None).is_some();
        let usual = || if is_of_english { Style::default() } else { Style::usual_in(language) };
        Self { style: Some(self.style.unwrap_or_else(usual)), ..self }
    }

    /// How names are written: as was chosen, or as the browser's language has it where [`Settings::spoken_in`] was told of
    /// it.
    #[must_use]
    pub fn style(&self) -> Style {
        self.style.unwrap_or_default()
    }

    /// Chooses the length of names in `style`. That style is chosen with it if none was before: a number of words means
    /// nothing without their list.
    pub fn choose_length(&mut self, style: Style, length: u8) {
        self.style.get_or_insert(style);
        match style {
            Style::Words(_) => self.words = Some(length),
            Style::Characters => self.characters = Some(length),
        }
    }

    /// The servers to choose from: the Jitsi project's own, those that are listed, and where new rooms are made.
    #[must_use]
    pub fn choices(&self) -> Vec<Listed> {
        let meet = Server::default();
        let plain = |server: &Server| Listed::new(server.clone(), "");
        let first = self.servers.get(&meet).cloned().unwrap_or_else(|| plain(&meet));
        let others = self.servers.as_slice().iter().filter(|listed| *listed.server() != meet);
        let mut choices: Vec<Listed> = std::iter::once(first).chain(others.cloned()).collect();
        if choices.iter().all(|listed| *listed.server() != self.server) {
            choices.push(plain(&self.server));
        }
        choices
    }

    /// Makes new rooms on `server` from now on. Where they were made until now can still be chosen, unless the list is
    /// full.
    pub fn move_to(&mut self, server: Server) {
        let former = std::mem::replace(&mut self.server, server);
        if former != self.server && !former.is_meet_jit_si() {
            self.servers.add(Listed::new(former, ""));
        }
    }

    /// The recipe for a new room without a label. A stored length that no recipe allows counts as not set.
    #[must_use]
    pub fn recipe(&self) -> Recipe {
        let style = self.style();
        let length = style.length_among(self.words, self.characters);
        let length = length.unwrap_or_else(|| style.default_length());
        Recipe::new(style, length, "").unwrap_or_default()
    }

    /// The recipe for a new room that begins as new rooms do; see [`Settings::label`].
    #[must_use]
    pub fn usual_recipe(&self) -> Recipe {
        self.recipe().with_label(Label::new(&self.label).unwrap_or_default())
    }

    /// The link to `room` where new rooms are made.
    #[must_use]
    pub fn link_to(&self, room: &Room) -> String {
        self.link_titled(room, &Title::default())
    }

    /// The same with a `title` for the call.
    #[must_use]
    pub fn link_titled(&self, room: &Room, title: &Title) -> String {
        room.link(&self.server, self.link_options, title)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guess::STRONG_FROM;
    use crate::room::make;
    use crate::settings::servers::tests::{listed, servers};
    use crate::wordlist::WordList;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};
    use serde_json::json;

    #[test]
    fn corrupt_fields_fall_back_one_by_one() {
        let stored = json!({
            "style": "characters",
            "words": "many",
            "characters": 12,
            "linkOptions": [1, 2],
            "server": "http://not-safe.example",
            "servers": "meet.example.org",
            "label": { "a": 1 },
            "recentRooms": "yes",
            "fromALaterVersion": true,
        });
        let settings: Settings = serde_json::from_value(stored).unwrap();
        assert_eq!(
            settings,
            Settings { style: Some(Style::Characters), characters: Some(12), ..Settings::default() }
        );
    }

    /// The style of new names in a browser that speaks `language`.
    fn style_in(language: &str, settings: Settings) -> Style {
        settings.spoken_in(language).style()
    }

    #[test]
    fn names_are_made_of_words_of_the_browsers_language_where_there_is_a_list() {
        for (language, list) in [
            ("en-GB", WordList::EffLarge),
            ("es", WordList::Spanish),
            ("es-419", WordList::Spanish),
            ("FR-ca", WordList::French),
            ("it", WordList::Italian),
            ("pt_BR", WordList::Portuguese),
            ("pt-PT", WordList::Portuguese),
            ("cs-CZ", WordList::Czech),
            ("fi", WordList::EffLarge),
            ("zh-Hans-CN", WordList::EffLarge),
            ("est", WordList::EffLarge),
            ("", WordList::EffLarge),
        ] {
            assert_eq!(style_in(language, Settings::default()), Style::Words(list), "{language:?}");
        }
    }

    #[test]
    fn a_name_is_as_strong_in_every_language_as_an_english_one() {
        let english = Recipe::default().bits();
        for list in WordList::ALL {
            let recipe = Settings::default().spoken_in(list.language()).recipe();
            assert!(recipe.bits() >= english && recipe.bits() >= STRONG_FROM, "{list:?}: {}", recipe.bits());
        }
    }

    #[test]
    fn what_was_chosen_holds_in_every_language() {
        for style in Style::ALL {
            let chosen = Settings { style: Some(style), ..Settings::default() };
            assert_eq!(style_in("es", chosen), style);
        }
        // Five of the Spanish ones would have 10 bits less.
        let settings = Settings { words: Some(5), ..Settings::default() };
        assert_eq!(settings.clone().spoken_in("es").recipe(), Recipe::default());
        for words in [None, Some(3), Some(13)] {
            let unset = Settings { words, characters: Some(20), ..Settings::default() };
            assert_eq!(style_in("es", unset), Style::Words(WordList::Spanish), "{words:?}");
        }
    }

    #[test]
    fn a_length_is_chosen_for_the_list_in_sight() {
        let spanish = Style::Words(WordList::Spanish);
        let mut settings = Settings::default();
        settings.choose_length(spanish, 5);
        let chosen = Settings { style: Some(spanish), words: Some(5), ..Settings::default() };
        assert_eq!(settings, chosen);
        settings.choose_length(Style::Characters, 20);
        assert_eq!(settings, Settings { characters: Some(20), ..chosen });
    }

    #[test]
    fn a_length_out_of_range_still_makes_a_strong_room() {
        for length in [0, 3, 13, 255] {
            let settings = Settings { words: Some(length), ..Settings::default() };
            assert_eq!(settings.recipe(), Recipe::default());
        }
    }

    #[test]
    fn a_label_that_is_too_long_is_left_out_and_not_in_the_way() {
        let settings = Settings { label: "x".repeat(500), ..Settings::default() };
        assert_eq!((settings.usual_label(), settings.usual_recipe()), ("", Recipe::default()));
    }

    #[test]
    fn a_room_is_made_as_the_settings_say() {
        let settings = Settings {
            server: Server::parse("meet.example.org").unwrap(),
            link_options: LinkOptions { start_muted: true, ..LinkOptions::default() },
            words: Some(6),
            label: "Élan".to_owned(),
            ..Settings::default()
        };
        let room = make(&settings.usual_recipe(), &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        let link = settings.link_to(&room);
        assert!(link.starts_with("https://meet.example.org/%C3%A9lan-"), "{link}");
        assert!(link.ends_with("#config.startWithAudioMuted=true"), "{link}");
        assert_eq!(room.name.as_str().split('-').count(), 7);
        assert_eq!(room.bits.to_string(), "77.2");
    }

    #[test]
    fn each_server_is_chosen_from_once() {
        let mut settings = Settings::default();
        assert_eq!(settings.choices(), [listed("meet.jit.si", "")], "there is nothing to choose");
        settings.servers = servers(&[("a.example", "A"), ("meet.jit.si", "sign-in")]);
        let both = [listed("meet.jit.si", "sign-in"), listed("a.example", "A")];
        assert_eq!(settings.choices(), both);
        settings.server = Server::parse("a.example").unwrap();
        assert_eq!(settings.choices(), both);
        settings.server = Server::parse("own.example").unwrap();
        assert_eq!(settings.choices()[2..], [listed("own.example", "")]);
    }

    #[test]
    fn where_rooms_were_made_can_still_be_chosen() {
        let [own, other] = ["own.example", "a.example"].map(|server| Server::parse(server).unwrap());
        let mut settings = Settings { server: own.clone(), ..Settings::default() };
        let before = settings.choices();
        settings.move_to(Server::default());
        assert_eq!((&settings.server, settings.choices()), (&Server::default(), before));
        settings.servers = servers(&[("own.example", "Ours")]);
        for server in [own, other] {
            settings.move_to(server);
        }
        assert_eq!(settings.servers, servers(&[("own.example", "Ours")]), "its note stays");
        settings.move_to(Server::default());
        assert_eq!(settings.servers, servers(&[("own.example", "Ours"), ("a.example", "")]));
    }

    #[test]
    fn settings_survive_being_stored() {
        let settings = Settings {
            words: Some(6),
            server: Server::parse("meet.example.org").unwrap(),
            servers: servers(&[("a.example", "A"), ("b.example", "")]),
            ..Settings::default()
        };
        let stored = serde_json::to_value(&settings).unwrap();
        assert_eq!(serde_json::from_value::<Settings>(stored).unwrap(), settings);
    }
}
