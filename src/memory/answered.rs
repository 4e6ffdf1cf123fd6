//! What the user said about a room: not now, or never again.

use rand::TryRng;

use super::familiar::familiar;
use super::stored::salted;
use super::{Area, Change, RoomKey, Salt, Stored, Value};
use crate::warning::Visitor;

/// For how long there is no warning about `key`, if `visitor` is not to be warned now.
#[must_use]
pub fn answered(stored: &dyn Stored, key: &RoomKey, visitor: Visitor) -> Option<Answered> {
    let is_silenced = |salt| stored.is_set(Area::Local, &silenced(key, &salt));
    if key.can_last() && stored.salt().is_some_and(is_silenced) {
        return Some(Answered::ForGood);
    }
    let is_dismissed = |told| stored.is_set(Area::Session, &dismissed(key, visitor, told));
    key.told().all(is_dismissed).then_some(Answered::UntilClosed)
}

/// For how long the user has put the warnings about a room away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Until the browser closes; in private windows until the last of them does.
    UntilClosed,
    /// Until the user wants them again.
    ForGood,
}

/// No warning about `key` until the browser closes; in private windows until the last of them does. What was told of a link
/// is put away with the room's name, and not the other way round, and nothing that was not told.
#[must_use]
pub fn dismiss(key: &RoomKey, visitor: Visitor) -> Vec<Change> {
    let set = |told| Change::Set(Area::Session, dismissed(key, visitor, told), Value::Flag(true));
    key.told().map(set).collect()
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

/// Warnings about `key` again, as if none was ever answered.
#[must_use]
pub fn undo(stored: &dyn Stored, key: &RoomKey, visitor: Visitor) -> Vec<Change> {
    let lasting = stored.salt().map(|salt| [silenced(key, &salt), familiar(key, &salt)]);
    let lasting = lasting.into_iter().flatten().map(|key| Change::Remove(Area::Local, key));
    // With all that was told of links to it: whoever undoes it may know the address without what Jitsi takes out of it.
    lasting.chain([Change::RemoveAll(Area::Session, dismissed(key, visitor, None))]).collect()
}

/// What begins the keys of all that was dismissed in private windows, in the session area.
pub const DISMISSED_PRIVATELY: &str = "dismissed-privately:";

/// What is dismissed in a frame counts in frames: the page around may have stolen the press.
fn dismissed(key: &RoomKey, visitor: Visitor, told: Option<&str>) -> String {
    let window = if visitor.private { DISMISSED_PRIVATELY } else { "dismissed:" };
    let place = if visitor.framed { "framed:" } else { "" };
    let told = told.map(|told| format!(":{told}")).unwrap_or_default();
    format!("{window}{place}{}{told}", key.in_memory())
}

/// What stands before the hash of a room or service that is never warned about, in the local area.
pub const SILENCED: &str = "silenced:";

fn silenced(key: &RoomKey, salt: &Salt) -> String {
    format!("{SILENCED}{}", key.hashed(salt))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Shelf, team};
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
            shelf.carry_out(dismiss(&key(ROOM), visitor));
            for other in visitors() {
                assert_eq!(is_answered(&shelf, &key(ROOM), other), visitor == other, "{visitor:?} {other:?}");
            }
            assert!(!is_answered(&shelf, &key("https://meet.jit.si/standup2"), visitor));
            shelf.carry_out(undo(&shelf, &key(ROOM), visitor));
            assert!(!is_answered(&shelf, &key(ROOM), visitor));
        }
    }

    #[test]
    fn what_is_silenced_counts_everywhere_until_it_is_undone() {
        let mut shelf = Shelf::default();
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        for room in [ROOM, "https://web.skype.com/"] {
            shelf.carry_out(silence(&shelf, &key(room), &mut rng).unwrap());
        }
        assert_eq!(shelf.0.len(), 3, "one salt for both");
        assert!(visitors().all(|visitor| is_answered(&shelf, &key(ROOM), visitor)));
        shelf.carry_out(undo(&shelf, &key(ROOM), OPEN));
        assert!(!is_answered(&shelf, &key(ROOM), OPEN));
        assert!(is_answered(&shelf, &key("https://web.skype.com/"), OPEN));
    }

    #[test]
    fn what_is_answered_of_a_room_does_not_hold_for_a_link_that_weakens_the_call() {
        let weakening = key(&format!("{ROOM}#config.e2ee.disabled=true"));
        let plain = key(ROOM);
        let mut shelf = Shelf::default();
        shelf.carry_out(dismiss(&plain, OPEN));
        let silence = silence(&shelf, &plain, &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        shelf.carry_out(silence);
        assert!(is_answered(&shelf, &plain, OPEN) && !is_answered(&shelf, &weakening, OPEN));
        let undone = undo(&shelf, &plain, OPEN);
        shelf.carry_out(undone);
        shelf.carry_out(dismiss(&weakening, OPEN));
        assert!(is_answered(&shelf, &plain, OPEN) && is_answered(&shelf, &weakening, OPEN));
        // The popup may know the address only without what Jitsi has taken out of it.
        let undone = undo(&shelf, &plain, OPEN);
        shelf.carry_out(undone);
        assert!(!is_answered(&shelf, &plain, OPEN) && !is_answered(&shelf, &weakening, OPEN));
    }

    #[test]
    fn what_was_answered_of_a_link_holds_for_what_was_told_and_for_nothing_else() {
        let [e2ee, prejoin] = ["config.e2ee.disabled=true", "config.prejoinConfig.enabled=false"];
        let opened_by = |set: &[&str]| key(&format!("{ROOM}#{}", set.join("&")));
        for visitor in visitors() {
            let mut shelf = Shelf::default();
            shelf.carry_out(dismiss(&opened_by(&[prejoin]), visitor));
            assert!(is_answered(&shelf, &opened_by(&[prejoin]), visitor));
            assert!(!is_answered(&shelf, &opened_by(&[e2ee]), visitor));
            assert!(!is_answered(&shelf, &opened_by(&[e2ee, prejoin]), visitor));
            shelf.carry_out(dismiss(&opened_by(&[e2ee]), visitor));
            // Each was told, though not at once.
            assert!(is_answered(&shelf, &opened_by(&[e2ee, prejoin]), visitor));
            let undone = undo(&shelf, &key(ROOM), visitor);
            shelf.carry_out(undone);
            assert!(shelf.0.is_empty(), "{shelf:?}");
        }
    }

    #[test]
    fn the_last_private_window_takes_with_it_what_was_dismissed_there_and_nothing_else() {
        let mut shelf = Shelf::default();
        for visitor in visitors() {
            shelf.carry_out(dismiss(&key(ROOM), visitor));
        }
        shelf.change(Change::RemoveAll(Area::Session, DISMISSED_PRIVATELY.to_owned()));
        for visitor in visitors() {
            assert_eq!(is_answered(&shelf, &key(ROOM), visitor), !visitor.private, "{visitor:?}");
        }
    }

    #[test]
    fn no_name_makes_a_long_key() {
        let long = key(&format!("https://meet.jit.si/{}", "a".repeat(1_000_000)));
        let set = dismiss(&long, Visitor { framed: true, private: true });
        let [Change::Set(_, dismissed, _)] = &set[..] else { panic!() };
        assert!(dismissed.len() < 120, "{}", dismissed.len());
        assert!(!dismissed.contains("aaaa"));
        assert!(team(&long).len() < 120);
    }
}
