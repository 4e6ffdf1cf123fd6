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

/// Remembers `others`, each as last used at its time, beside the `rooms` that are remembered already: of all of them those
/// that were used last. Gives what changes, and how many of the others are not remembered.
#[must_use]
pub fn take_in(rooms: &[(String, f64)], others: &[(String, f64)]) -> (Vec<Change>, usize) {
    let is_older =
        |link: &String, used: f64| rooms.iter().any(|(known, last)| known == link && *last >= used);
    let newer: Vec<_> = others.iter().filter(|(link, used)| !is_older(link, *used)).cloned().collect();
    let untouched = rooms.iter().filter(|(link, _)| newer.iter().all(|(other, _)| other != link)).cloned();
    let mut stay = latest_first(untouched.chain(newer.iter().cloned()).collect());
    stay.truncate(KEPT);
    let set = newer.iter().filter(|(link, _)| stay.contains(link)).map(|(link, used)| restore(link, *used));
    let gone = rooms.iter().filter(|(link, _)| !stay.contains(link));
    let gone = gone.map(|(link, _)| Change::Remove(Area::Local, key(link)));
    let left_out = others.iter().filter(|(link, _)| !stay.contains(link)).count();
    // What goes makes room for what comes.
    (gone.chain(set).collect(), left_out)
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

    #[test]
    fn of_the_rooms_of_a_file_those_are_kept_that_were_used_last() {
        let link = |name: &str| format!("https://meet.jit.si/{name}");
        let others =
            vec![(link("old"), 0.5), (link("new"), 99.0), (link("room-7"), 3.0), (link("room-8"), 98.0)];
        let (changes, left_out) = take_in(&rooms(50), &others);
        let room_0 = Change::Remove(Area::Local, key(&link("room-0")));
        assert_eq!(changes, [room_0, restore(&link("new"), 99.0), restore(&link("room-8"), 98.0)]);
        assert_eq!(left_out, 1, "the one that was used before all others");
        assert_eq!(take_in(&[], &[(link("a"), 1.0)]), (vec![restore(&link("a"), 1.0)], 0));
    }
}
