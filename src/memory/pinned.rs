//! The rooms that the user pinned: with a name of their own, and for which room they are the new one.
//!
//! Each is stored under a key of its own that holds its link.

use super::forgotten::{FORGOTTEN, Forgotten};
pub use super::pin::{Pinned, Pins};
use super::{Area, Change, Value};
use crate::settings::Policy;
use crate::text::on_one_line;

/// What stands before the link in its key.
pub const PREFIX: &str = "pinned:";

/// Maximum number of rooms that are pinned. Chosen because nobody looks through more.
pub const PINS_MAX: usize = 100;

/// Maximum number of characters of a room's own name. Chosen because that is a line in the popup.
const NAME_MAX: usize = 60;

/// Maximum number of bytes of a link. Chosen because a page can give its room a name of megabytes, and the storage is to
/// hold all pins; the longest link that Hushroom makes has some 500.
pub const LINK_MAX: usize = 2_000;

/// Why a room is not pinned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpinnable {
    /// There are [`PINS_MAX`] already.
    Full,
    /// Its link is too long, or none.
    Link,
}

/// The key of the room at `link`.
#[must_use]
pub fn key(link: &str) -> String {
    format!("{PREFIX}{link}")
}

/// Pins the room at `link`, beside the `pins` that there are. What was said of it before is replaced.
///
/// # Errors
/// Why not; see [`Unpinnable`].
pub fn pin(pins: &Pins, link: &str, pinned: Pinned) -> Result<Change, Unpinnable> {
    let is_there = pins.iter().any(|(other, _)| other == link);
    if !is_there && pins.len() >= PINS_MAX {
        return Err(Unpinnable::Full);
    }
    let is_link = |link: &str| link.starts_with("https://") && link.len() <= LINK_MAX;
    if !is_link(link) || !pinned.instead_of.as_deref().is_none_or(is_link) {
        return Err(Unpinnable::Link);
    }
    let pinned = Pinned { name: on_one_line(&pinned.name, NAME_MAX), ..pinned };
    Ok(Change::Set(Area::Local, key(link), Value::Pinned(pinned)))
}

/// What is pinned of the room at `link` from `now` on: what was said of it before stays.
#[must_use]
pub fn pinned_now(pins: &Pins, link: &str, now: f64) -> Pinned {
    let before = pins.iter().find(|(other, _)| other == link).map(|(_, pinned)| pinned.clone());
    Pinned { since: now, ..before.unwrap_or_default() }
}

/// Pins the room at `new`, as `pinned`, in the place of the one at `old`. The new one comes first: whatever goes wrong
/// between the two, neither is lost.
///
/// # Errors
/// As for [`pin`].
pub fn replace(pins: &Pins, old: &str, new: &str, pinned: Pinned) -> Result<[Change; 2], Unpinnable> {
    let others = pins.iter().filter(|(link, _)| link != old).cloned().collect();
    Ok([pin(&others, new, pinned)?, unpin(old)])
}

/// No longer pins the room that is forgotten, and keeps it in memory, but nothing of a `private` window. Kept first: whatever
/// goes wrong between the two, the room is not lost.
#[must_use]
pub fn forget(forgotten: &Forgotten, private: bool) -> Vec<Change> {
    let kept = Change::Set(Area::Session, FORGOTTEN.to_owned(), Value::Forgotten(forgotten.clone()));
    (!private).then_some(kept).into_iter().chain([unpin(&forgotten.link)]).collect()
}

/// Keeps no room in memory that was forgotten.
#[must_use]
pub fn let_go() -> Change {
    Change::Remove(Area::Session, FORGOTTEN.to_owned())
}

/// No longer pins the room at `link`.
fn unpin(link: &str) -> Change {
    Change::Remove(Area::Local, key(link))
}

/// Those that were pinned last stand first. What only looks like a room is left out.
#[must_use]
pub fn latest_first(mut pins: Pins) -> Pins {
    pins.retain(|(link, _)| link.starts_with("https://"));
    pins.sort_by(|(one, pinned), (other, later)| {
        later.since.total_cmp(&pinned.since).then_with(|| one.cmp(other))
    });
    pins
}

/// The link to the room that takes the place of the one at `old`: the one that was pinned last, if there are several.
#[must_use]
pub fn instead_of<'a>(pins: &'a Pins, old: &str) -> Option<&'a str> {
    let of_it = pins.iter().filter(|(_, pinned)| pinned.instead_of.as_deref() == Some(old));
    let last = of_it.max_by(|(_, one), (_, other)| one.since.total_cmp(&other.since));
    last.map(|(link, _)| link.as_str())
}

/// Why nothing is pinned here: the key of a sentence. In a private window nothing is kept, and whoever may not keep
/// recent rooms may keep none at all.
#[must_use]
pub fn refusal(private: bool, policy: &Policy) -> Option<&'static str> {
    if policy.recent_rooms == Some(false) {
        return Some("pins_policy");
    }
    private.then_some("pins_private")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: &str = "https://meet.jit.si/standup-amber-trumpet";
    const OLD: &str = "https://meet.jit.si/standup";

    fn pinned(since: f64) -> Pinned {
        Pinned { name: "Stand-up".to_owned(), instead_of: Some(OLD.to_owned()), since }
    }

    #[test]
    fn a_room_is_pinned_with_its_name_on_one_line() {
        let long = Pinned { name: format!(" our\n\u{7}stand-\u{202e}up {}", "x".repeat(99)), ..pinned(1.0) };
        let Ok(Change::Set(Area::Local, key, Value::Pinned(kept))) = pin(&Vec::new(), NEW, long) else {
            panic!()
        };
        assert_eq!(key, format!("pinned:{NEW}"));
        assert!(kept.name.starts_with("our stand-up xxx"), "{}", kept.name);
        assert_eq!(kept.name.chars().count(), NAME_MAX);
        assert_eq!(kept.instead_of.as_deref(), Some(OLD));
    }

    #[test]
    fn a_room_is_kept_in_memory_before_it_is_forgotten_unless_the_window_is_private() {
        let forgotten = Forgotten::new(NEW.to_owned(), pinned(1.0), 2.0);
        let gone = Change::Remove(Area::Local, format!("pinned:{NEW}"));
        let Change::Remove(Area::Session, key) = let_go() else { panic!() };
        let kept = Change::Set(Area::Session, key, Value::Forgotten(forgotten.clone()));
        assert_eq!(forget(&forgotten, false), [kept, gone.clone()]);
        assert_eq!(forget(&forgotten, true), [gone]);
    }

    #[test]
    fn a_name_holds_nothing_that_nobody_sees() {
        let kept = |name: &str| {
            let pinned = Pinned { name: name.to_owned(), ..pinned(1.0) };
            match pin(&Vec::new(), NEW, pinned) {
                Ok(Change::Set(_, _, Value::Pinned(kept))) => kept.name,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(kept("\u{200b}\u{feff} \u{2060}"), "", "it is called by its own name then");
        assert_eq!(kept("our\u{202e} room\u{ad}"), "our room");
        assert_eq!(kept("می\u{200c}روم"), "می\u{200c}روم");
    }

    #[test]
    fn a_room_that_is_pinned_once_more_keeps_its_name() {
        let pins = vec![(NEW.to_owned(), pinned(1.0))];
        assert_eq!(pinned_now(&pins, NEW, 2.0), pinned(2.0));
        assert_eq!(pinned_now(&pins, OLD, 2.0), Pinned { since: 2.0, ..Pinned::default() });
    }

    #[test]
    fn a_room_that_takes_anothers_place_takes_its_name_and_is_there_before_that_goes() {
        let full: Pins = (0..PINS_MAX).map(|at| (format!("{OLD}-{at}"), pinned(0.0))).collect();
        let old = full[7].0.clone();
        let now = pinned_now(&full, &old, 2.0);
        let kept = Change::Set(Area::Local, key(NEW), Value::Pinned(pinned(2.0)));
        assert_eq!(
            replace(&full, &old, NEW, now.clone()),
            Ok([kept, Change::Remove(Area::Local, key(&old))])
        );
        assert_eq!(replace(&full, &old, "javascript:alert(1)", now), Err(Unpinnable::Link));
    }

    #[test]
    fn no_page_fills_the_storage() {
        let full: Pins = (0..PINS_MAX).map(|at| (format!("{NEW}-{at}"), pinned(0.0))).collect();
        assert_eq!(pin(&full, NEW, pinned(0.0)), Err(Unpinnable::Full));
        assert!(pin(&full, &full[3].0, pinned(0.0)).is_ok(), "one that is there takes nobody's place");
        let long = format!("{OLD}{}", "x".repeat(3_000));
        let instead = Pinned { instead_of: Some(long.clone()), ..pinned(0.0) };
        for refused in [pin(&Vec::new(), &long, pinned(0.0)), pin(&Vec::new(), NEW, instead)] {
            assert_eq!(refused, Err(Unpinnable::Link));
        }
        assert_eq!(pin(&Vec::new(), "javascript:alert(1)", pinned(0.0)), Err(Unpinnable::Link));
    }

    #[test]
    fn who_meets_an_old_room_is_led_to_the_new_one_that_was_pinned_last() {
        let pins = vec![
            ("https://meet.jit.si/a".to_owned(), pinned(1.0)),
            ("https://meet.jit.si/b".to_owned(), pinned(2.0)),
            ("https://meet.jit.si/c".to_owned(), Pinned { instead_of: None, ..pinned(3.0) }),
        ];
        assert_eq!(instead_of(&pins, OLD), Some("https://meet.jit.si/b"));
        assert_eq!(instead_of(&pins, "https://meet.jit.si/other"), None);
        let links: Vec<String> = latest_first(pins).into_iter().map(|(link, _)| link).collect();
        assert_eq!(links, ["c", "b", "a"].map(|name| format!("https://meet.jit.si/{name}")));
    }

    #[test]
    fn nothing_is_pinned_in_private_or_against_the_administrators_will() {
        let policy = |recent_rooms| Policy { recent_rooms, ..Policy::default() };
        assert_eq!(refusal(false, &policy(None)), None);
        assert_eq!(refusal(false, &policy(Some(true))), None);
        assert_eq!(refusal(true, &policy(Some(true))), Some("pins_private"));
        assert_eq!(refusal(false, &policy(Some(false))), Some("pins_policy"));
    }

    #[test]
    fn what_another_version_stored_is_read_as_far_as_it_goes() {
        let read: Pinned = serde_json::from_str(r#"{"name":"x","colour":"red"}"#).unwrap();
        assert_eq!(read, Pinned { name: "x".to_owned(), ..Pinned::default() });
        let stored = serde_json::to_string(&pinned(1.0)).unwrap();
        assert!(stored.contains("insteadOf"), "{stored}");
        assert_eq!(serde_json::from_str::<Pinned>(&stored).unwrap(), pinned(1.0));
    }
}
