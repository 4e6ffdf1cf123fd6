//! The warnings that are off for good, or smaller, as the settings list them: each can be had again.
//!
//! Of a room nothing is kept but a hash, so rooms are counted; in the popup over one of them it is named. A service is
//! known by its hash, for there are few.

use super::familiar::{Day, forget_all};
use super::{Area, Change, RoomKey, SILENCED, Stored};
use crate::service::Service;
use crate::text::Text;
use crate::warning::Finding;

/// Warnings that are off, or smaller.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiet {
    /// Which they are.
    pub said: Text,
    /// What brings them back.
    pub ends: Vec<Change>,
}

/// All of them `today`: those of services one by one, then those of rooms.
#[must_use]
pub fn listed(stored: &dyn Stored, today: Day) -> Vec<Quiet> {
    let service_of = |hash: &String| {
        let salt = stored.salt()?;
        Service::all().find(|service| RoomKey::of(&Finding::Service(*service)).hashed(&salt) == *hash)
    };
    let end = |hash: &String| Change::Remove(Area::Local, format!("{SILENCED}{hash}"));
    let silenced: Vec<_> =
        stored.silenced().into_iter().map(|hash| (service_of(&hash), end(&hash))).collect();
    let mut all = Vec::new();
    let mut rooms = Vec::new();
    for (service, end) in silenced {
        match service {
            Some(service) => all.push(Quiet {
                said: Text::with("options_off_service", [service.name.to_owned()]),
                ends: vec![end],
            }),
            None => rooms.push(end),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::familiar::answer;
    use crate::memory::{Shelf, silence};
    use crate::settings::Watched;
    use crate::text::Gap;
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
