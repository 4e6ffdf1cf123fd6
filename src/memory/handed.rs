//! What becomes of a pin when one room takes another's place: it goes along, is handed back, and comes again.

use super::offer::Former;
use super::pinned::{Pinned, Pins, pinned_now};

/// The pin of the room at `old`, which goes along when another takes its place, if the user `keeps` the team's room pinned
/// and may.
#[must_use]
pub fn taken_along(pins: &Pins, old: &str, keeps: bool) -> Option<Pinned> {
    pins.iter().find(|(link, _)| keeps && link == old).map(|(_, pinned)| pinned.clone())
}

/// The pin of the `former` room, which takes its place again from the one at `new`: the one that it had, or, if the user
/// `keeps` the team's room pinned only since then, that of the new one as of `now`.
#[must_use]
pub fn handed_back(former: &Former, pins: &Pins, new: &str, keeps: bool, now: f64) -> Option<Pinned> {
    former.pinned.clone().or_else(|| keeps.then(|| pinned_now(pins, new, now)))
}

/// The pin of the room at `link`, for which that at `old` is given up, as of `now`. Somebody who took the tick away and sets
/// it again has the name again that they gave it: that is `unticked`, with its link.
#[must_use]
pub fn ticked(unticked: Option<(String, Pinned)>, pins: &Pins, link: &str, old: &str, now: f64) -> Pinned {
    let before = unticked.filter(|(of, _)| of == link).map(|(_, before)| Pinned { since: now, ..before });
    Pinned { instead_of: Some(old.to_owned()), ..before.unwrap_or_else(|| pinned_now(pins, link, now)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "https://meet.jit.si/standup";
    const NEW: &str = "https://meet.jit.si/standup-amber-trumpet";

    fn named(name: &str, since: f64) -> Pinned {
        Pinned { name: name.to_owned(), instead_of: Some(OLD.to_owned()), since }
    }

    fn pins() -> Pins {
        vec![(NEW.to_owned(), named("Ours", 1.0))]
    }

    #[test]
    fn a_pin_goes_along_only_where_it_is_kept() {
        assert_eq!(taken_along(&pins(), NEW, true), Some(named("Ours", 1.0)));
        assert_eq!(taken_along(&pins(), NEW, false), None, "in private, or against the administrator's will");
        assert_eq!(taken_along(&pins(), OLD, true), None);
    }

    #[test]
    fn the_room_before_has_its_own_pin_again_or_that_which_was_made_since() {
        let former = |pinned| Former::new(OLD.to_owned(), pinned, None);
        let had = Some(named("Before", 0.0));
        assert_eq!(handed_back(&former(had.clone()), &pins(), NEW, true, 2.0), had);
        assert_eq!(handed_back(&former(None), &pins(), NEW, true, 2.0), Some(named("Ours", 2.0)));
        assert_eq!(handed_back(&former(None), &pins(), NEW, false, 2.0), None);
    }

    #[test]
    fn a_tick_that_is_set_again_brings_the_name_back() {
        let unticked = |link: &str| Some((link.to_owned(), named("Mine", 1.0)));
        assert_eq!(ticked(unticked(NEW), &Vec::new(), NEW, OLD, 2.0), named("Mine", 2.0));
        assert_eq!(
            ticked(unticked(OLD), &Vec::new(), NEW, OLD, 2.0),
            named("", 2.0),
            "that was another room"
        );
        assert_eq!(ticked(None, &pins(), NEW, OLD, 2.0), named("Ours", 2.0));
    }
}
