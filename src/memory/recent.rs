//! The rooms that were copied or opened lately; kept only for those who asked for it.
//!
//! Each is stored under a key of its own that holds its link, with the time when it was last used in milliseconds
//! since 1970.

use super::{Area, Change, Value};

/// Maximum number of rooms kept. Chosen because nobody looks through more; the one that was used longest ago goes.
pub const KEPT: usize = 50;

/// What stands before the link in its key.
pub const PREFIX: &str = "recent:";

/// The key of the room at `link`.
#[must_use]
pub fn key(link: &str) -> String {
    format!("{PREFIX}{link}")
}

/// The links of `rooms`, each with the time when it was last used, the latest first. What only looks like a room is
/// left out.
#[must_use]
pub fn latest_first(mut rooms: Vec<(String, f64)>) -> Vec<String> {
    rooms.retain(|(link, _)| link.starts_with("https://"));
    rooms.sort_unstable_by(|(one, used), (other, later)| later.total_cmp(used).then_with(|| one.cmp(other)));
    rooms.into_iter().map(|(link, _)| link).collect()
}

/// Remembers the room at `link`, used `now`, beside the `rooms` that are remembered already.
#[must_use]
pub fn remember(mut rooms: Vec<(String, f64)>, link: &str, now: f64) -> Vec<Change> {
    // The room itself never goes, whatever the clock said when the others were used.
    rooms.retain(|(other, _)| other != link);
    let too_many = latest_first(rooms).into_iter().skip(KEPT - 1);
    let gone = too_many.map(|old| Change::Remove(Area::Local, key(&old)));
    [restore(link, now)].into_iter().chain(gone).collect()
}

/// Remembers the room at `link` as last used at the time `used`.
#[must_use]
pub fn restore(link: &str, used: f64) -> Change {
    Change::Set(Area::Local, key(link), Value::Time(used))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rooms(count: u32) -> Vec<(String, f64)> {
        (0..count).map(|at| (format!("https://meet.jit.si/room-{at}"), f64::from(at))).collect()
    }

    fn gone(changes: &[Change]) -> Vec<&str> {
        let key = |change| match change {
            &Change::Remove(Area::Local, ref key) => Some(key.as_str()),
            _ => None,
        };
        changes.iter().filter_map(key).collect()
    }

    #[test]
    fn the_latest_stands_first_and_what_is_no_room_nowhere() {
        let mut stored = rooms(3);
        stored.push(("javascript:alert(1)".to_owned(), 9.0));
        let expected = ["room-2", "room-1", "room-0"].map(|name| format!("https://meet.jit.si/{name}"));
        assert_eq!(latest_first(stored), expected);
    }

    #[test]
    fn the_room_that_was_used_longest_ago_goes_when_there_are_too_many() {
        assert!(gone(&remember(rooms(49), "https://meet.jit.si/new", 100.0)).is_empty());
        let changes = remember(rooms(51), "https://meet.jit.si/new", 100.0);
        assert_eq!(
            gone(&changes),
            ["recent:https://meet.jit.si/room-1", "recent:https://meet.jit.si/room-0"]
        );
        assert_eq!(changes[0], restore("https://meet.jit.si/new", 100.0));
    }

    #[test]
    fn a_room_that_is_used_again_takes_nobodys_place() {
        assert!(gone(&remember(rooms(50), "https://meet.jit.si/room-0", 100.0)).is_empty());
    }

    #[test]
    fn a_clock_that_was_wrong_does_not_send_away_the_room_just_used() {
        let mut later = rooms(60);
        for (_, used) in &mut later {
            *used += 1e12;
        }
        later[0].1 = f64::NAN;
        let changes = remember(later, "https://meet.jit.si/new", 1.0);
        assert!(!gone(&changes).contains(&"recent:https://meet.jit.si/new"));
        assert_eq!(gone(&changes).len(), 11);
    }
}
