//! What the user's organisation has decided.

use serde::{Deserialize, Deserializer, Serialize};

use super::lenient::{lenient, lenient_list, lenient_object};
use super::{HelpAddress, KnownRoom, Servers, Settings, Watched};
use crate::jitsi::{LinkOptions, Server};
use crate::room::{Label, Style};

/// The settings that an administrator has set for everybody, by the browser's policies: see
/// `extension/managed-schema.json` and `docs/policy.md`. A field that is set wins over the user's choice
/// and cannot be changed by the user; all others are the user's.
///
/// What a policy says is not trusted either: a value that no setting may have counts as not set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Policy {
    /// See [`Settings::style`].
    #[serde(deserialize_with = "lenient")]
    pub style: Option<Style>,
    /// See [`Settings::words`].
    #[serde(deserialize_with = "words")]
    pub words: Option<u8>,
    /// See [`Settings::characters`].
    #[serde(deserialize_with = "characters")]
    pub characters: Option<u8>,
    /// See [`Settings::label`].
    #[serde(deserialize_with = "label")]
    pub label: Option<String>,
    /// See [`Settings::server`].
    #[serde(deserialize_with = "lenient")]
    pub server: Option<Server>,
    /// See [`Settings::servers`].
    #[serde(deserialize_with = "servers")]
    pub servers: Option<Servers>,
    /// See [`Settings::link_options`]; each of them is decided on its own.
    #[serde(deserialize_with = "lenient_object")]
    pub link_options: LinkPolicy,
    /// See [`Settings::recent_rooms`].
    #[serde(deserialize_with = "flag")]
    pub recent_rooms: Option<bool>,
    /// See [`Watched::hold_page`].
    #[serde(deserialize_with = "flag")]
    pub hold_page: Option<bool>,
    /// See [`Watched::warn_of_weak`].
    #[serde(deserialize_with = "flag")]
    pub warn_of_weak: Option<bool>,
    /// See [`Watched::warn_less`].
    #[serde(deserialize_with = "flag")]
    pub warn_less: Option<bool>,
    /// See [`Watched::watched_servers`].
    #[serde(deserialize_with = "lenient_list")]
    pub watched_servers: Option<Vec<Server>>,
    /// See [`Watched::watched_services`].
    #[serde(deserialize_with = "lenient_list")]
    pub watched_services: Option<Vec<String>>,
    /// See [`Watched::unwatched_services`].
    #[serde(deserialize_with = "lenient_list")]
    pub unwatched_services: Option<Vec<String>>,
    /// See [`Watched::known_rooms`].
    #[serde(deserialize_with = "lenient_list")]
    pub known_rooms: Option<Vec<KnownRoom>>,
    /// Whether the guide opens once after installing, as it does unless that is not wanted.
    #[serde(deserialize_with = "flag")]
    pub welcome: Option<bool>,
    /// Where people are told to ask for help.
    #[serde(deserialize_with = "lenient")]
    pub help_address: Option<HelpAddress>,
}

/// The [`LinkOptions`] that an administrator has set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LinkPolicy {
    /// See [`LinkOptions::start_muted`].
    #[serde(deserialize_with = "flag")]
    pub start_muted: Option<bool>,
    /// See [`LinkOptions::start_without_video`].
    #[serde(deserialize_with = "flag")]
    pub start_without_video: Option<bool>,
    /// See [`LinkOptions::no_third_parties`].
    #[serde(deserialize_with = "flag")]
    pub no_third_parties: Option<bool>,
    /// See [`LinkOptions::encrypt_everywhere`].
    #[serde(deserialize_with = "flag")]
    pub encrypt_everywhere: Option<bool>,
    /// See [`LinkOptions::hide_addresses`].
    #[serde(deserialize_with = "flag")]
    pub hide_addresses: Option<bool>,
}

impl Policy {
    /// The length of names in `style` that is set, if the style has it.
    #[must_use]
    pub fn length(&self, style: Style) -> Option<u8> {
        style.length_among(self.words, self.characters)
    }

    /// How many settings are set, each of the link options for itself.
    #[must_use]
    pub fn count(&self) -> usize {
        // Taken apart, so that no field can be forgotten.
        let Self {
            style,
            words,
            characters,
            label,
            server,
            servers,
            link_options,
            recent_rooms,
            hold_page,
            warn_of_weak,
            warn_less,
            watched_servers,
            watched_services,
            unwatched_services,
            known_rooms,
            welcome,
            help_address,
        } = self;
        let set = [
            style.is_some(),
            words.is_some(),
            characters.is_some(),
            label.is_some(),
            server.is_some(),
            servers.is_some(),
            recent_rooms.is_some(),
            hold_page.is_some(),
            warn_of_weak.is_some(),
            warn_less.is_some(),
            watched_servers.is_some(),
            watched_services.is_some(),
            unwatched_services.is_some(),
            known_rooms.is_some(),
            welcome.is_some(),
            help_address.is_some(),
        ];
        set.into_iter().chain(link_options.set()).filter(|is_set| *is_set).count()
    }

    /// Whether the user may have `server` watched, which is not `watched` yet.
    #[must_use]
    pub fn may_watch(&self, server: &Server, watched: &Watched) -> bool {
        self.watched_servers.is_none() && !watched.has_server(server)
    }

    /// What holds when the user has chosen `settings`, in a browser that speaks `language`, a BCP 47 tag: see
    /// [`Settings::spoken_in`].
    #[must_use]
    pub fn over(&self, settings: Settings, language: &str) -> Settings {
        // Taken apart, so that no field can be forgotten; the next function is for what is watched.
        let Self {
            style,
            words,
            characters,
            label,
            server,
            servers,
            link_options: links,
            recent_rooms,
            hold_page: _,
            warn_of_weak: _,
            warn_less: _,
            watched_servers: _,
            watched_services: _,
            unwatched_services: _,
            known_rooms: _,
            welcome: _,
            help_address: _,
        } = self.clone();
        let chosen = Settings {
            style: style.or(settings.style),
            words: words.or(settings.words),
            ..Settings::default()
        };
        let style = chosen.spoken_in(language).style();
        // Lists differ in how few words are strong: a number that is too small for this one does not hold.
        let words = if matches!(style, Style::Words(_)) { self.length(style) } else { words };
        Settings {
            style: Some(style),
            words: words.or(settings.words),
            characters: characters.or(settings.characters),
            label: label.unwrap_or(settings.label),
            server: server.unwrap_or(settings.server),
            servers: servers.unwrap_or(settings.servers),
            link_options: links.over(settings.link_options),
            recent_rooms: recent_rooms.unwrap_or(settings.recent_rooms),
        }
    }

    /// What is watched when the user has chosen `watched`.
    #[must_use]
    pub fn over_watched(&self, watched: Watched) -> Watched {
        Watched {
            hold_page: self.hold_page.unwrap_or(watched.hold_page),
            warn_of_weak: self.warn_of_weak.unwrap_or(watched.warn_of_weak),
            warn_less: self.warn_less.unwrap_or(watched.warn_less),
            watched_servers: self.watched_servers.clone().unwrap_or(watched.watched_servers),
            watched_services: self.watched_services.clone().unwrap_or(watched.watched_services),
            unwatched_services: self.unwatched_services.clone().unwrap_or(watched.unwatched_services),
            known_rooms: self.known_rooms.clone().unwrap_or_default(),
        }
    }
}

impl LinkPolicy {
    /// Whether each of the options is set.
    fn set(self) -> [bool; 5] {
        let Self { start_muted, start_without_video, no_third_parties, encrypt_everywhere, hide_addresses } =
            self;
        [start_muted, start_without_video, no_third_parties, encrypt_everywhere, hide_addresses]
            .map(|option| option.is_some())
    }

    fn over(self, options: LinkOptions) -> LinkOptions {
        let Self { start_muted, start_without_video, no_third_parties, encrypt_everywhere, hide_addresses } =
            self;
        LinkOptions {
            start_muted: start_muted.unwrap_or(options.start_muted),
            start_without_video: start_without_video.unwrap_or(options.start_without_video),
            no_third_parties: no_third_parties.unwrap_or(options.no_third_parties),
            encrypt_everywhere: encrypt_everywhere.unwrap_or(options.encrypt_everywhere),
            hide_addresses: hide_addresses.unwrap_or(options.hide_addresses),
        }
    }
}

/// Yes or no. Firefox hands on what the registry of Windows holds, which writes them as 1 and 0; Chromium makes of these
/// what the schema says.
fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Flag {
        Said(bool),
        Counted(u8),
    }
    Ok(match lenient(deserializer)? {
        Some(Flag::Said(said)) => Some(said),
        Some(Flag::Counted(number @ 0..=1)) => Some(number == 1),
        Some(Flag::Counted(_)) | None => None,
    })
}

fn servers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Servers>, D::Error> {
    Ok(lenient_list(deserializer)?.map(Servers::from_iter))
}

fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    Ok(lenient::<_, Option<u8>>(deserializer)?.filter(|length| Style::default().lengths().contains(length)))
}

fn characters<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    Ok(lenient::<_, Option<u8>>(deserializer)?.filter(|length| Style::Characters.lengths().contains(length)))
}

fn label<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(lenient::<_, Option<String>>(deserializer)?.filter(|label| Label::new(label).is_ok()))
}

#[cfg(test)]
mod tests;
