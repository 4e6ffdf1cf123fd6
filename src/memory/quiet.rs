//! The warnings that are off for good, or smaller, as the settings list them: each can be had again.
//!
//! Of a room nothing is kept but a hash. A service is known by it, for there are few, and so is a room whose link is kept
//! for a pin: it is pinned, or left for one that is. All other rooms are counted.

use super::familiar::{Day, forget_all};
use super::rooms::address;
use super::{Area, Change, RoomKey, SILENCED, Stored};
use crate::service::Service;
use crate::text::{Gap, Text};
use crate::warning::Finding;

/// Warnings that are off, or smaller.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiet {
    /// Which they are.
    pub said: Text,
    /// What brings them back.
    pub ends: Vec<Change>,
}

/// All of them `today`: those of services one by one, then those of rooms, one by one as far as it is known which they are.
#[must_use]
pub fn listed(stored: &dyn Stored, today: Day) -> Vec<Quiet> {
    let service_of = |hash: &String| {
        let salt = stored.salt()?;
        Service::all().find(|service| RoomKey::of(&Finding::Service(*service)).hashed(&salt) == *hash)
    };
    let end = |hash: &String| Change::Remove(Area::Local, format!("{SILENCED}{hash}"));
    let known = known_rooms(stored);
    let mut all = Vec::new();
    let mut named = Vec::new();
    let mut rooms = Vec::new();
    for hash in stored.silenced() {
        let end = end(&hash);
        if let Some(service) = service_of(&hash) {
            let said = Text::with("options_off_service", [service.name.to_owned()]);
            all.push(Quiet { said, ends: vec![end] });
        } else if let Some((_, name)) = known.iter().find(|(known, _)| *known == hash) {
            named.push(Quiet { said: Text::with("options_off_room", [name.clone()]), ends: vec![end] });
        } else {
            rooms.push(end);
        }
    }
    all.append(&mut named);
    if !rooms.is_empty() {
        all.push(Quiet { said: Text::with("options_off_rooms", [rooms.len()]), ends: rooms });
    }
    let familiar = stored.familiar().iter().filter(|(_, familiar)| familiar.counts(today)).count();
    if familiar > 0 {
        let said = Text::with("options_off_smaller", [familiar]);
        all.push(Quiet { said, ends: vec![forget_all()] });
    }
    all
}

/// The rooms whose links are kept, by their hashes, each with what it is called: those that are pinned, and those that they
/// take the place of.
fn known_rooms(stored: &dyn Stored) -> Vec<(String, Gap)> {
    let Some(salt) = stored.salt().filter(|_| !stored.silenced().is_empty()) else { return Vec::new() };
    let pins = stored.pins().into_iter();
    let links = pins.flat_map(|(link, pinned)| [Some(link), pinned.instead_of]).flatten();
    let known = |link: String| {
        let address = address(&link)?;
        Some((RoomKey::of_room(&address).hashed(&salt), Gap::place(&address.readable())))
    };
    links.filter_map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::familiar::answer;
    use crate::memory::pinned::{Pinned, pin};
    use crate::memory::{Shelf, silence};
    use crate::settings::Watched;
    use crate::warning::visit;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    fn today() -> Day {
        Day::of(1e12)
    }

    fn key(url: &str) -> RoomKey {
        RoomKey::of(&visit(url, &Watched::default()).unwrap())
    }

    #[test]
    fn each_is_listed_and_ends_alone() {
        let mut shelf = Shelf::default();
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        assert_eq!(listed(&shelf, today()), []);
        for url in ["https://meet.jit.si/standup", "https://web.skype.com/", "https://meet.jit.si/retro"] {
            let changes = silence(&shelf, &key(url), &mut rng).unwrap();
            shelf.carry_out(changes);
        }
        for room in ["standup", "weekly", "team"] {
            let key = key(&format!("https://meet.jit.si/{room}"));
            let changes = answer(&shelf, &key, today(), &mut rng).unwrap();
            shelf.carry_out(changes);
        }
        let said = |shelf: &Shelf| -> Vec<Text> {
            listed(shelf, today()).into_iter().map(|quiet| quiet.said).collect()
        };
        let all = [
            Text::with("options_off_service", ["Skype".to_owned()]),
            Text::with("options_off_rooms", [Gap::Number(2)]),
            Text::with("options_off_smaller", [Gap::Number(3)]),
        ];
        assert_eq!(said(&shelf), all);
        for (at, quiet) in listed(&shelf, today()).into_iter().enumerate() {
            let mut left = Shelf(shelf.0.clone());
            left.carry_out(quiet.ends);
            let others: Vec<Text> = (0..3).filter(|other| *other != at).map(|at| all[at].clone()).collect();
            assert_eq!(said(&left), others);
        }
    }

    #[test]
    fn a_room_that_is_kept_for_itself_is_named() {
        let mut shelf = Shelf::default();
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        for url in
            ["https://meet.jit.si/Standup", "https://meet.jit.si/acme/retro", "https://meet.jit.si/lunch"]
        {
            let changes = silence(&shelf, &key(url), &mut rng).unwrap();
            shelf.carry_out(changes);
        }
        let pinned = |old: &str| Pinned { instead_of: Some(old.to_owned()), ..Pinned::default() };
        let pins = vec![("https://meet.jit.si/new".to_owned(), pinned("https://meet.jit.si/standup"))];
        shelf.change(pin(&Vec::new(), &pins[0].0, pins[0].1.clone()).unwrap());
        shelf.change(pin(&pins, "https://meet.jit.si/acme/retro", Pinned::default()).unwrap());
        let said: Vec<Text> = listed(&shelf, today()).into_iter().map(|quiet| quiet.said).collect();
        let room = |place: &str| Text::with("options_off_room", [Gap::place(place)]);
        let others = Text::with("options_off_rooms", [1_usize]);
        let named = [room("meet.jit.si/acme/retro"), room("meet.jit.si/standup")];
        assert_eq!(said.len(), 3);
        assert!(named.iter().chain([&others]).all(|wanted| said.contains(wanted)), "{said:?}");
        let quiet = listed(&shelf, today()).into_iter().find(|quiet| quiet.said == named[1]).unwrap();
        shelf.carry_out(quiet.ends);
        let said: Vec<Text> = listed(&shelf, today()).into_iter().map(|quiet| quiet.said).collect();
        assert_eq!(said, [named[0].clone(), others]);
    }

    #[test]
    fn what_lost_its_salt_can_be_had_again_too() {
        let mut shelf = Shelf::default();
        shelf.change(Change::Set(Area::Local, "silenced:x".to_owned(), crate::memory::Value::Flag(true)));
        let [rooms] = &listed(&shelf, today())[..] else { panic!("{:?}", listed(&shelf, today())) };
        assert_eq!(rooms.ends, [Change::Remove(Area::Local, "silenced:x".to_owned())]);
    }

    #[test]
    fn a_room_whose_warning_is_whole_again_is_not_counted() {
        let mut shelf = Shelf::default();
        let answered =
            answer(&shelf, &key("https://meet.jit.si/standup"), today(), &mut ChaCha12Rng::seed_from_u64(1));
        shelf.carry_out(answered.unwrap());
        let day = 86_400_000.0;
        assert_eq!(listed(&shelf, Day::of(1e12 + 7.0 * day)).len(), 1);
        assert_eq!(listed(&shelf, Day::of(1e12 + 8.0 * day)), []);
    }
}
