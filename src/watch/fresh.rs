//! A new room, made as the user likes them.

use rand::TryRng;
use thiserror::Error;

use super::Settings;
use crate::jitsi::Address;
use crate::room::{RecipeError, Room, make};

/// A room that was just made, with the link that opens it.
#[derive(Clone, Debug, PartialEq)]
pub struct FreshRoom {
    /// The link, with the options that the settings ask for.
    pub link: String,
    /// The room itself.
    pub room: Room,
}

/// Why no room was made.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum FreshRoomError {
    /// The label cannot be part of a name.
    #[error(transparent)]
    Recipe(#[from] RecipeError),
    /// The operating system has no randomness to give.
    #[error("no randomness: {0}")]
    NoRandomness(String),
}

impl Settings {
    /// Makes a room with `label`, drawn with `rng`.
    ///
    /// # Errors
    /// Why no room was made; see [`FreshRoomError`].
    pub fn fresh_room<R: TryRng>(&self, label: &str, rng: &mut R) -> Result<FreshRoom, FreshRoomError> {
        let room = make(&self.recipe(label)?, rng)
            .map_err(|error| FreshRoomError::NoRandomness(error.to_string()))?;
        Ok(self.offer(room))
    }

    /// `room` on the server and with the options of these settings.
    #[must_use]
    pub fn offer(&self, room: Room) -> FreshRoom {
        let address = Address { server: self.server.clone(), tenant: None, room: room.name.clone() };
        FreshRoom { link: address.link_with(self.link_options), room }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::{LinkOptions, Server};
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    #[test]
    fn a_fresh_room_is_made_as_the_settings_say() {
        let settings = Settings {
            server: Server::parse("meet.example.org").unwrap(),
            link_options: LinkOptions { start_muted: true, ..LinkOptions::default() },
            words: Some(6),
            ..Settings::default()
        };
        let room = settings.fresh_room("Élan", &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        assert!(room.link.starts_with("https://meet.example.org/%C3%A9lan-"), "{}", room.link);
        assert!(room.link.ends_with("#config.startWithAudioMuted=true"), "{}", room.link);
        assert_eq!(room.room.name.as_str().split('-').count(), 7);
        assert_eq!(room.room.bits.to_string(), "77.5");
    }
}
