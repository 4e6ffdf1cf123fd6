//! What the user said about a room: not now, or never again.

use rand::TryRng;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::familiar::familiar;
use super::{Area, Change, Stored, Value};
use crate::warning::{Finding, Visitor};

/// What tells one warning from another, so that dismissing one does not dismiss the other. It is short, however long
/// the room's name is.
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

    /// What is stored until the browser closes, in memory alone: somebody who guesses the name can tell that it is this
    /// room, as from any hash without a salt.
    fn in_memory(&self) -> String {
        hash(&[&self.0])
    }

    /// What may be stored for longer than the browser runs: whether a room is the same. Which room it is it tells only
    /// to somebody who holds the salt too and guesses the name.
    #[must_use]
    pub fn hashed(&self, salt: &Salt) -> String {
        hash(&[&salt.0, &self.0])
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

/// For how long there is no warning about `key`, if `visitor` is not to be warned now.
#[must_use]
pub fn answered(stored: &dyn Stored, key: &RoomKey, visitor: Visitor) -> Option<Answered> {
    if stored.salt().is_some_and(|salt| stored.is_set(Area::Local, &silenced(key, &salt))) {
        return Some(Answered::ForGood);
    }
    stored.is_set(Area::Session, &dismissed(key, visitor)).then_some(Answered::UntilClosed)
}

/// For how long the user has put the warnings about a room away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Until the browser closes; in private windows until the last of them does.
    UntilClosed,
    /// Until the user wants them again.
    ForGood,
}

/// No warning about `key` until the browser closes; in private windows until the last of them does.
#[must_use]
pub fn dismiss(key: &RoomKey, visitor: Visitor) -> Change {
    Change::Set(Area::Session, dismissed(key, visitor), Value::Flag(true))
}

/// Never again a warning about `key`. The salt of this installation is drawn when it is first needed.
///
/// # Errors
/// The generator's, when it has no randomness to give.
pub fn silence<R: TryRng>(stored: &dyn Stored, key: &RoomKey, rng: &mut R) -> Result<Vec<Change>, R::Error> {
    let (salt, mut changes) = salted(stored, rng)?;
    changes.push(Change::Set(Area::Local, silenced(key, &salt), Value::Flag(true)));
    Ok(changes)
}

/// The salt of this installation, and the change that keeps it, if it was drawn just now.
pub(super) fn salted<R: TryRng>(stored: &dyn Stored, rng: &mut R) -> Result<(Salt, Vec<Change>), R::Error> {
    if let Some(salt) = stored.salt() {
        return Ok((salt, Vec::new()));
    }
    let salt = Salt::draw(rng)?;
    let kept = Change::Set(Area::Local, SALT.to_owned(), Value::Text(salt.0.clone()));
    Ok((salt, vec![kept]))
}

/// Warnings about `key` again, as if none was ever answered.
#[must_use]
pub fn undo(stored: &dyn Stored, key: &RoomKey, visitor: Visitor) -> Vec<Change> {
    let lasting = stored.salt().map(|salt| [silenced(key, &salt), familiar(key, &salt)]);
    let lasting = lasting.into_iter().flatten().map(|key| Change::Remove(Area::Local, key));
    lasting.chain([Change::Remove(Area::Session, dismissed(key, visitor))]).collect()
}

/// The key of the salt, in the local area.
pub const SALT: &str = "salt";

/// What begins the keys of all that was dismissed in private windows, in the session area.
pub const DISMISSED_PRIVATELY: &str = "dismissed-privately:";

/// What is dismissed in a frame counts in frames: the page around may have stolen the press.
fn dismissed(key: &RoomKey, visitor: Visitor) -> String {
    let window = if visitor.private { DISMISSED_PRIVATELY } else { "dismissed:" };
    let place = if visitor.framed { "framed:" } else { "" };
    format!("{window}{place}{}", key.in_memory())
}

/// The key of the new room that was drawn for the room `key`, in the session area.
#[must_use]
pub fn team(key: &RoomKey) -> String {
    format!("team:{}", key.in_memory())
}

/// What stands before the hash of a room or service that is never warned about, in the local area.
pub const SILENCED: &str = "silenced:";

fn silenced(key: &RoomKey, salt: &Salt) -> String {
    format!("{SILENCED}{}", key.hashed(salt))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Shelf;
    use crate::settings::Watched;
    use crate::warning::visit;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    const ROOM: &str = "https://meet.jit.si/standup";
    const OPEN: Visitor = Visitor { framed: false, private: false };

    fn key(url: &str) -> RoomKey {
        RoomKey::of(&visit(url, &Watched::default()).unwrap())
    }

    fn is_answered(shelf: &Shelf, key: &RoomKey, visitor: Visitor) -> bool {
        answered(shelf, key, visitor).is_some()
    }

    fn salt(seed: u64) -> Salt {
        Salt::draw(&mut ChaCha12Rng::seed_from_u64(seed)).unwrap()
    }

    fn visitors() -> impl Iterator<Item = Visitor> {
        [false, true].into_iter().flat_map(|framed| [false, true].map(|private| Visitor { framed, private }))
    }

    #[test]
    fn every_spelling_of_a_room_has_its_key_and_no_other_room_has() {
        let standup = key(ROOM);
        assert_eq!(standup, key("https://meet.jit.si/%53tandUp?jwt=x#y"));
        for other in
            ["https://meet.jit.si/a/standup", "https://meet.jit.si/standup2", "https://web.skype.com/"]
        {
            assert_ne!(standup, key(other));
        }
    }

    #[test]
    fn a_stored_hash_needs_the_salt_and_does_not_name_the_room() {
        let standup = key(ROOM);
        assert_eq!(standup.hashed(&salt(1)), standup.hashed(&salt(1)));
        assert_ne!(standup.hashed(&salt(1)), standup.hashed(&salt(2)));
        assert_ne!(standup.hashed(&salt(1)), key("https://meet.jit.si/standup2").hashed(&salt(1)));
        assert!(!standup.hashed(&salt(1)).contains("standup"));
    }

    #[test]
    fn what_is_dismissed_counts_where_it_was_dismissed_and_nowhere_else() {
        for visitor in visitors() {
            let mut shelf = Shelf::default();
            shelf.change(dismiss(&key(ROOM), visitor));
            for other in visitors() {
                assert_eq!(is_answered(&shelf, &key(ROOM), other), visitor == other, "{visitor:?} {other:?}");
            }
            assert!(!is_answered(&shelf, &key("https://meet.jit.si/standup2"), visitor));
            for change in undo(&shelf, &key(ROOM), visitor) {
                shelf.change(change);
            }
            assert!(!is_answered(&shelf, &key(ROOM), visitor));
        }
    }

    #[test]
    fn what_is_silenced_counts_everywhere_until_it_is_undone() {
        let mut shelf = Shelf::default();
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        for room in [ROOM, "https://web.skype.com/"] {
            for change in silence(&shelf, &key(room), &mut rng).unwrap() {
                shelf.change(change);
            }
        }
        assert_eq!(shelf.0.len(), 3, "one salt for both");
        assert!(visitors().all(|visitor| is_answered(&shelf, &key(ROOM), visitor)));
        for change in undo(&shelf, &key(ROOM), OPEN) {
            shelf.change(change);
        }
        assert!(!is_answered(&shelf, &key(ROOM), OPEN));
        assert!(is_answered(&shelf, &key("https://web.skype.com/"), OPEN));
    }

    #[test]
    fn the_last_private_window_takes_with_it_what_was_dismissed_there_and_nothing_else() {
        let mut shelf = Shelf::default();
        for visitor in visitors() {
            shelf.change(dismiss(&key(ROOM), visitor));
        }
        shelf.change(Change::RemoveAll(Area::Session, DISMISSED_PRIVATELY));
        for visitor in visitors() {
            assert_eq!(is_answered(&shelf, &key(ROOM), visitor), !visitor.private, "{visitor:?}");
        }
    }

    #[test]
    fn no_name_makes_a_long_key() {
        let long = key(&format!("https://meet.jit.si/{}", "a".repeat(1_000_000)));
        let Change::Set(_, dismissed, _) = dismiss(&long, Visitor { framed: true, private: true }) else {
            panic!()
        };
        assert!(dismissed.len() < 120, "{}", dismissed.len());
        assert!(!dismissed.contains("aaaa"));
        assert!(team(&long).len() < 120);
    }
}
