//! Rooms whose warning the user has answered on several days: there it becomes smaller, for those who asked for that.
//!
//! What counts is a day on which the user put the warning away, which takes a press that counts, and not one on which it
//! was shown: whoever leads people to a room again and again makes its warning no smaller by that. Of each room two days
//! are kept, below a hash of it. The warning is whole again where it was not answered for long.

use rand::TryRng;

pub use super::days::{Day, Familiar, Stage};
use super::stored::salted;
use super::{Area, Change, RoomKey, Salt, Stored, Value};

/// What stands before the hash of a room in its key, in the local area.
pub const FAMILIAR: &str = "familiar:";

/// Maximum number of rooms that are kept. Chosen because nobody meets in more of them, and because a page may give itself
/// any name of its site: what it has answered in its place takes no more room than this.
const ROOMS_MAX: usize = 100;

/// How familiar the warning about `key` is `today`.
#[must_use]
pub fn stage(stored: &dyn Stored, key: &RoomKey, today: Day) -> Stage {
    let Some(salt) = stored.salt() else { return Stage::New };
    let hash = key.hashed(&salt);
    let kept = stored.familiar().into_iter().find(|(of, _)| *of == hash);
    kept.map_or(Stage::New, |(_, familiar)| familiar.stage(today))
}

/// The warning about `key` was answered `today`. What counts no more is forgotten, and of more than [`ROOMS_MAX`] rooms the
/// one that was answered longest ago.
///
/// # Errors
/// The generator's, when it has no randomness to give for the salt.
pub fn answer<R: TryRng>(
    stored: &dyn Stored,
    key: &RoomKey,
    today: Day,
    rng: &mut R,
) -> Result<Vec<Change>, R::Error> {
    let (salt, mut changes) = salted(stored, rng)?;
    let hash = key.hashed(&salt);
    let (own, mut others): (Vec<_>, Vec<_>) = stored.familiar().into_iter().partition(|(of, _)| *of == hash);
    let before = own.first().map(|(_, familiar)| *familiar);
    let now = before.filter(|familiar| familiar.counts(today));
    let now = now.map_or(Familiar::new(today), |familiar| familiar.again(today));
    if before == Some(now) {
        return Ok(changes);
    }
    changes.push(Change::Set(Area::Local, format!("{FAMILIAR}{hash}"), Value::Familiar(now)));
    others.sort_by_key(|(_, familiar)| std::cmp::Reverse(familiar.last()));
    let gone = others.iter().enumerate();
    let gone = gone.filter(|(at, (_, other))| *at + 1 >= ROOMS_MAX || !other.counts(today));
    changes.extend(gone.map(|(_, (hash, _))| forget(hash)));
    Ok(changes)
}

fn forget(hash: &str) -> Change {
    Change::Remove(Area::Local, format!("{FAMILIAR}{hash}"))
}

/// Forgets the rooms of which nothing counts any more `today`.
#[must_use]
pub fn expire(stored: &dyn Stored, today: Day) -> Vec<Change> {
    let past = stored.familiar().into_iter().filter(|(_, familiar)| !familiar.counts(today));
    past.map(|(hash, _)| forget(&hash)).collect()
}

/// The key of the room `key`, in the local area.
pub(super) fn familiar(key: &RoomKey, salt: &Salt) -> String {
    format!("{FAMILIAR}{}", key.hashed(salt))
}

/// No room is familiar any more.
#[must_use]
pub fn forget_all() -> Change {
    Change::RemoveAll(Area::Local, FAMILIAR.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::days::FORGOTTEN;
    use crate::memory::{Shelf, undo};
    use crate::settings::Watched;
    use crate::warning::Shape;
    use crate::warning::{Visitor, visit};
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    const FIRST: u32 = 20_000;

    fn key(name: &str) -> RoomKey {
        RoomKey::of(&visit(&format!("https://meet.jit.si/{name}"), &Watched::default()).unwrap())
    }

    fn answer_on(shelf: &mut Shelf, name: &str, day: u32) {
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        let changes = answer(shelf, &key(name), Day(day), &mut rng).unwrap();
        shelf.carry_out(changes);
    }

    fn stage_of(shelf: &Shelf, name: &str, day: u32) -> Stage {
        stage(shelf, &key(name), Day(day))
    }

    /// The stage of a room on a day, counted from the first one, after it was answered on others.
    fn after(answered: &[u32], day: u32) -> Stage {
        let mut shelf = Shelf::default();
        for day in answered {
            answer_on(&mut shelf, "standup", FIRST + day);
        }
        stage_of(&shelf, "standup", FIRST + day)
    }

    #[test]
    fn a_warning_becomes_smaller_the_longer_it_was_answered() {
        for (answered, day, stage, why) in [
            (&[][..], 0, Stage::New, "nobody has answered it"),
            (&[0], 0, Stage::Again, "the browser was closed meanwhile"),
            (&[0], 1, Stage::Again, "the next day"),
            (&[0], 7, Stage::Again, "a meeting that comes back every week"),
            (&[0], 8, Stage::New, "not within a week"),
            (&[0, 1, 2], 5, Stage::Again, "the sixth day"),
            (&[0, 1, 2], 7, Stage::Known, "the eighth day"),
            (&[0, 7], 7, Stage::Known, "every week, on the day of the second answer"),
            (&[0, 7], 14, Stage::Known, "every week"),
            (&[0, 7], 36, Stage::Known, "not a month later"),
            (&[0, 7], 37, Stage::Due, "a month later"),
            (&[0, 7], 96, Stage::Due, "nearly three months later"),
            (&[0, 7], 97, Stage::New, "three months later"),
            (&[0, 7, 37], 38, Stage::Known, "the question of the month was answered"),
            (&[0, 7, 97], 98, Stage::Again, "it begins anew"),
            (&[0, 8], 9, Stage::Again, "the second answer was a first one"),
        ] {
            assert_eq!(after(answered, day), stage, "{why}");
        }
    }

    #[test]
    fn a_clock_that_is_set_back_makes_no_warning_smaller() {
        let mut shelf = Shelf::default();
        answer_on(&mut shelf, "standup", FIRST + 400);
        answer_on(&mut shelf, "standup", FIRST + 407);
        assert_eq!(stage_of(&shelf, "standup", FIRST), Stage::New);
        answer_on(&mut shelf, "standup", FIRST);
        assert_eq!(stage_of(&shelf, "standup", FIRST + 1), Stage::Again, "it goes by the clock of now");
        assert_eq!(
            shelf.familiar(),
            [(key("standup").hashed(&shelf.salt().unwrap()), Familiar::new(Day(FIRST)))]
        );
    }

    #[test]
    fn what_counts_no_more_is_forgotten_without_another_answer() {
        let mut shelf = Shelf::default();
        for day in [0, 7] {
            answer_on(&mut shelf, "standup", FIRST + day);
        }
        answer_on(&mut shelf, "retro", FIRST + 7);
        let kept_on = |day: u32| {
            let mut shelf = Shelf(shelf.0.clone());
            let gone = expire(&shelf, Day(FIRST + day));
            shelf.carry_out(gone);
            (shelf.familiar().len(), stage_of(&shelf, "standup", FIRST + day))
        };
        assert_eq!(kept_on(14), (2, Stage::Known));
        assert_eq!(kept_on(15), (1, Stage::Known), "one answer lasts a week");
        assert_eq!(kept_on(96), (1, Stage::Due));
        assert_eq!(kept_on(97), (0, Stage::New), "three months");
    }

    #[test]
    fn other_rooms_are_as_they_were() {
        let mut shelf = Shelf::default();
        answer_on(&mut shelf, "standup", FIRST);
        for other in ["standup2", "a/standup", "retro"] {
            assert_eq!(stage_of(&shelf, other, FIRST + 1), Stage::New, "{other}");
        }
        assert_eq!(stage_of(&shelf, "StandUp?x#y", FIRST + 1), Stage::Again);
    }

    #[test]
    fn of_a_room_a_hash_and_two_days_are_kept() {
        let mut shelf = Shelf::default();
        for day in [0, 1, 1, 3] {
            answer_on(&mut shelf, "standup", FIRST + day);
        }
        assert_eq!(shelf.0.len(), 2, "the salt and the room");
        let hash = key("standup").hashed(&shelf.salt().unwrap());
        let kept = &shelf.0[&(Area::Local, format!("familiar:{hash}"))];
        assert_eq!(serde_json::to_string(kept).unwrap(), "{\"first\":20000,\"last\":20003}");
        // The second answer of a day is no news.
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        assert_eq!(answer(&shelf, &key("standup"), Day(FIRST + 3), &mut rng), Ok(Vec::new()));
    }

    #[test]
    fn few_rooms_are_kept_and_none_for_long() {
        let mut shelf = Shelf::default();
        for at in 0..150 {
            answer_on(&mut shelf, &format!("standup{at}"), FIRST + at / 30);
        }
        assert_eq!(shelf.familiar().len(), ROOMS_MAX);
        assert_eq!(stage_of(&shelf, "standup149", FIRST + 5), Stage::Again);
        assert_eq!(stage_of(&shelf, "standup0", FIRST), Stage::New, "the one that was answered longest ago");
        answer_on(&mut shelf, "retro", FIRST + 14 + FORGOTTEN);
        assert_eq!(shelf.familiar().len(), 1);
    }

    #[test]
    fn it_is_undone_with_all_else_that_was_answered() {
        let mut shelf = Shelf::default();
        answer_on(&mut shelf, "standup", FIRST);
        answer_on(&mut shelf, "retro", FIRST);
        let undone = undo(&shelf, &key("standup"), Visitor::default());
        shelf.carry_out(undone);
        assert_eq!(stage_of(&shelf, "standup", FIRST + 1), Stage::New);
        assert_eq!(stage_of(&shelf, "retro", FIRST + 1), Stage::Again);
        shelf.change(forget_all());
        assert_eq!(shelf.0.len(), 1, "the salt alone");
    }

    #[test]
    fn a_day_is_one_of_utc() {
        for (now, day) in
            [(0.0, 0), (86_399_999.0, 0), (86_400_000.0, 1), (-1.0, 0), (f64::NAN, 0), (1e300, u32::MAX)]
        {
            assert_eq!(Day::of(now), Day(day), "{now}");
        }
    }

    #[test]
    fn nothing_becomes_larger_by_being_familiar() {
        for stage in [Stage::Again, Stage::Known, Stage::Due] {
            assert!(matches!(stage.left_of(Shape::Strip), None | Some(Shape::Strip)));
        }
        assert_eq!(Stage::New.left_of(Shape::Hold), Some(Shape::Hold));
    }
}
