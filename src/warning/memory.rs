//! What the user said about a room: not now, or never again.

use rand::TryRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::Finding;

/// What tells one warning from another, so that dismissing one does not dismiss the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomKey(String);

impl RoomKey {
    /// The key of what was found.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        Self(match finding {
            // A link holds a slash after its scheme, the others none: they cannot be confused.
            Finding::Room(room) => room.address.link(),
            Finding::Service(service) => service.id.to_owned(),
        })
    }

    /// The key itself, which names the room: to be kept in memory only.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What may be stored for longer than the browser runs: whether a room is the same. Which room it is
    /// it tells only to somebody who holds the salt too and guesses the name.
    #[must_use]
    pub fn hashed(&self, salt: &Salt) -> String {
        let digest = Sha256::new().chain_update(salt.0.as_bytes()).chain_update(&self.0).finalize();
        base16ct::lower::encode_string(&digest)
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
    pub fn draw<R: TryRng>(rng: &mut R) -> Result<Self, R::Error> {
        let (high, low) = (rng.try_next_u64()?, rng.try_next_u64()?);
        Ok(Self(format!("{high:016x}{low:016x}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Watched;
    use crate::warning::visit;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    fn key(url: &str) -> RoomKey {
        RoomKey::of(&visit(url, &Watched::default()).unwrap())
    }

    fn salt(seed: u64) -> Salt {
        Salt::draw(&mut ChaCha12Rng::seed_from_u64(seed)).unwrap()
    }

    #[test]
    fn every_spelling_of_a_room_has_its_key_and_no_other_room_has() {
        let standup = key("https://meet.jit.si/standup");
        assert_eq!(standup, key("https://meet.jit.si/%53tandUp?jwt=x#y"));
        for other in
            ["https://meet.jit.si/a/standup", "https://meet.jit.si/standup2", "https://web.skype.com/"]
        {
            assert_ne!(standup, key(other));
        }
    }

    #[test]
    fn a_stored_hash_needs_the_salt_and_does_not_name_the_room() {
        let standup = key("https://meet.jit.si/standup");
        assert_eq!(standup.hashed(&salt(1)), standup.hashed(&salt(1)));
        assert_ne!(standup.hashed(&salt(1)), standup.hashed(&salt(2)));
        assert_ne!(standup.hashed(&salt(1)), key("https://meet.jit.si/standup2").hashed(&salt(1)));
        assert!(!standup.hashed(&salt(1)).contains("standup"));
    }
}
