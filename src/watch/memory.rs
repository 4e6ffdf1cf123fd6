//! What the user said about a room: not now, or never again.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Finding, Service};

/// What tells one warning from another, so that dismissing one does not dismiss the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoomKey(String);

impl RoomKey {
    /// The key of what was found.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        Self(match finding {
            // A link holds a slash after its scheme, the others none: they cannot be confused.
            Finding::Room(room) => room.address.link(),
            Finding::Service(Service::Skype) => "skype".to_owned(),
            Finding::Service(Service::TeamsFree) => "teams-free".to_owned(),
            Finding::Service(Service::Hangouts) => "hangouts".to_owned(),
        })
    }

    /// What may be stored for longer than the browser runs: it tells whether a room is the same, and
    /// which one it is only to somebody who has the salt and guesses the name.
    #[must_use]
    pub fn hashed(&self, salt: &Salt) -> String {
        let digest = Sha256::new().chain_update(salt.0.as_bytes()).chain_update(&self.0).finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// A random text of this installation, so that its hashes cannot be looked up in a table made for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Salt(String);

impl Salt {
    /// Draws a salt of 128 bits.
    ///
    /// # Errors
    /// The generator's, when it has no randomness to give.
    pub fn draw<R: rand::TryRng>(rng: &mut R) -> Result<Self, R::Error> {
        let (high, low) = (rng.try_next_u64()?, rng.try_next_u64()?);
        Ok(Self(format!("{high:016x}{low:016x}")))
    }
}

/// The warnings that the user does not want to see (again).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// Dismissed until the browser closes.
    pub dismissed: Vec<RoomKey>,
    /// Never to be shown again: the hashes made by [`RoomKey::hashed`].
    pub silenced: Vec<String>,
    /// The salt of those hashes; there is none before the first.
    pub salt: Option<Salt>,
}

impl Memory {
    /// Whether the user does not want to be warned about `key`.
    #[must_use]
    pub fn silences(&self, key: &RoomKey) -> bool {
        self.dismissed.contains(key)
            || self.salt.as_ref().is_some_and(|salt| self.silenced.contains(&key.hashed(salt)))
    }

    /// Does not warn about `key` until the browser closes.
    pub fn dismiss(&mut self, key: RoomKey) {
        if !self.dismissed.contains(&key) {
            self.dismissed.push(key);
        }
    }

    /// Never warns about `key` again; hashed with `salt` unless there is one already.
    pub fn silence(&mut self, key: &RoomKey, salt: Salt) {
        let hash = key.hashed(self.salt.get_or_insert(salt));
        if !self.silenced.contains(&hash) {
            self.silenced.push(hash);
        }
    }

    /// Warns about `key` again.
    pub fn undo(&mut self, key: &RoomKey) {
        self.dismissed.retain(|dismissed| dismissed != key);
        if let Some(salt) = &self.salt {
            let hash = key.hashed(salt);
            self.silenced.retain(|silenced| *silenced != hash);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Server;
    use crate::watch::visit;

    fn key(url: &str) -> RoomKey {
        RoomKey::of(&visit(url, &[Server::default()]).unwrap())
    }

    fn salt() -> Salt {
        Salt("0".repeat(32))
    }

    #[test]
    fn a_dismissal_holds_for_every_spelling_of_the_room_and_for_no_other() {
        let mut memory = Memory::default();
        memory.dismiss(key("https://meet.jit.si/standup"));
        assert!(memory.silences(&key("https://meet.jit.si/%53tandUp?jwt=x#y")));
        assert!(!memory.silences(&key("https://meet.jit.si/a/standup")));
        assert!(!memory.silences(&key("https://meet.jit.si/standup2")));
        assert!(!memory.silences(&key("https://web.skype.com/")));
    }

    #[test]
    fn silencing_keeps_only_a_salted_hash_and_can_be_undone() {
        let (mut memory, standup) = (Memory::default(), key("https://meet.jit.si/standup"));
        memory.silence(&standup, salt());
        assert!(memory.silences(&standup));
        assert!(!format!("{memory:?}").contains("standup"));
        assert_ne!(standup.hashed(&salt()), standup.hashed(&Salt("1".repeat(32))));
        memory.undo(&standup);
        assert!(!memory.silences(&standup));
    }

    #[test]
    fn a_later_salt_does_not_lose_what_was_silenced_before() {
        let (mut memory, standup) = (Memory::default(), key("https://meet.jit.si/standup"));
        memory.silence(&standup, salt());
        memory.silence(&key("https://web.skype.com/"), Salt("1".repeat(32)));
        assert!(memory.silences(&standup) && memory.silences(&key("https://web.skype.com/")));
    }
}
