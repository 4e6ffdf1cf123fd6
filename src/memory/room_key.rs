//! What a room is known by in what is stored, which does not say which room it is.

use rand::TryRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::jitsi::Address;
use crate::warning::Finding;

/// What tells one warning from another, so that dismissing one does not dismiss the other. It is short, however long
/// the room's name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomKey {
    room: String,
    /// What the link that opened it sets for the worse in the call, as the keys of the sentences that are told: each is warned
    /// of for itself, and what was answered without it does not hold.
    weakened: Vec<&'static str>,
}

impl RoomKey {
    /// The key of what was found.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        // A link holds a slash after its scheme, the others none: they cannot be confused.
        match finding {
            Finding::Room(room) => Self { weakened: room.weakened.clone(), ..Self::of_room(&room.address) },
            Finding::Service(service) => Self { room: service.id.to_owned(), weakened: Vec::new() },
        }
    }

    /// The key of the room at `address`, by a link that sets nothing for the worse.
    #[must_use]
    pub fn of_room(address: &Address) -> Self {
        Self { room: address.link(), weakened: Vec::new() }
    }

    /// Whether an answer may last: not about what a link sets, which may be another one each time.
    #[must_use]
    pub const fn can_last(&self) -> bool {
        self.weakened.is_empty()
    }

    /// All that is warned of: the room itself, and what the link sets.
    pub(super) fn told(&self) -> impl Iterator<Item = Option<&'static str>> {
        [None].into_iter().chain(self.weakened.iter().copied().map(Some))
    }

    /// What is stored until the browser closes, in memory alone: somebody who guesses the name can tell that it is this
    /// room, as from any hash without a salt.
    pub(super) fn in_memory(&self) -> String {
        hash(&[&self.room])
    }

    /// What may be stored for longer than the browser runs: whether a room is the same. Which room it is it tells only
    /// to somebody who holds the salt too and guesses the name.
    #[must_use]
    pub fn hashed(&self, salt: &Salt) -> String {
        hash(&[&salt.0, &self.room])
    }
}

/// The SHA-256 of `pieces`, one after the other, in hexadecimal digits.
fn hash(pieces: &[&str]) -> String {
    let digest = pieces.iter().fold(Sha256::new(), Digest::chain_update).finalize();
    base16ct::lower::encode_string(&digest)
}

/// A random text of this installation, so that its hashes cannot be looked up in a table made for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Salt(pub(super) String);

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
