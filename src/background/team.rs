//! The new room of a team that has met in a room that can be guessed: one for all times, with the old name in front.

use rand::TryRng;

use super::Replacement;
use super::replacement::left_for_its_name;
use crate::memory::offer::{Former, Offered};
use crate::memory::pinned::{Pins, instead_of};
use crate::memory::{Area, Change, Stored};
use crate::settings::Settings;
use crate::text::Gap;
use crate::warning::Finding;

/// A room that a team leaves for good.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// What the old room is called.
    name: Gap,
    /// The link to the old room.
    link: String,
    /// The new one.
    replacement: Replacement,
}

impl Team {
    /// The team that has met at `finding`, whose address `url` tells where its words begin; `None` where that is no room,
    /// or one whose name is no reason to leave.
    #[must_use]
    pub fn at(url: &str, finding: &Finding) -> Option<Self> {
        left_for_its_name(finding).map(|room| Self {
            name: finding.name(),
            link: room.address.link(),
            replacement: Replacement::of(url, finding),
        })
    }

    /// The link to the old room.
    #[must_use]
    pub fn old_link(&self) -> &str {
        &self.link
    }

    /// What the old room is called.
    #[must_use]
    pub const fn name(&self) -> &Gap {
        &self.name
    }

    /// The link to the room that is pinned in the place of the old one.
    #[must_use]
    pub fn pinned<'a>(&self, pins: &'a Pins) -> Option<&'a str> {
        instead_of(pins, &self.link)
    }

    /// What is kept in memory of its new room.
    #[must_use]
    pub fn kept(&self, stored: &dyn Stored) -> Option<Offered> {
        stored.drawn_for(self.replacement.key())
    }

    /// What keeps in memory what was `kept` before another room was drawn.
    #[must_use]
    pub fn put_back(&self, kept: Option<Offered>) -> Change {
        match kept {
            Some(drawn) => self.replacement.keep(drawn),
            None => Change::Remove(Area::Session, self.replacement.key().to_owned()),
        }
    }

    /// Draws a new room, `now`, in milliseconds since 1970, in the place of the `former` one, if there was one. Gives the link
    /// to it, and the change that keeps both in memory.
    ///
    /// # Errors
    /// The generator's, when it has no randomness to give.
    pub fn renew<R: TryRng>(
        &self,
        former: Option<Former>,
        settings: &Settings,
        now: f64,
        rng: &mut R,
    ) -> Result<(String, Change), R::Error> {
        let (link, mut drawn) = self.replacement.draw(settings, now, rng)?;
        drawn.former = former;
        Ok((link, self.replacement.keep(drawn)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::Tab;
    use crate::jitsi::Server;
    use crate::memory::Shelf;
    use crate::room::Recipe;
    use crate::settings::Watched;
    use crate::warning::visit;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    fn team(url: &str) -> Option<Team> {
        Team::at(url, &visit(url, &Watched::default()).unwrap())
    }

    #[test]
    fn the_new_room_is_known_by_the_old_ones_name() {
        let team = team("https://meet.jit.si/WeeklyStandup?jwt=secret#config.x=true").unwrap();
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        let (link, kept) = team.renew(None, &Settings::default(), 1e12, &mut rng).unwrap();
        assert!(link.starts_with("https://meet.jit.si/weekly-standup-"), "{link}");
        let mut shelf = Shelf::default();
        shelf.change(kept);
        assert_eq!(team.replacement.drawn(&shelf, &Tab::default(), &Settings::default()), Some(link));
        let drawn = shelf.drawn_for(team.replacement.key()).unwrap();
        let (label, room) = drawn.kept(&Server::default()).unwrap();
        assert_eq!((label.as_str(), room.bits), ("weekly-standup", Recipe::default().bits()));
        assert_eq!(team.old_link(), "https://meet.jit.si/weeklystandup");
    }

    #[test]
    fn another_room_is_taken_back_to_the_one_before_and_to_none() {
        let team = team("https://meet.jit.si/standup").unwrap();
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        let mut shelf = Shelf::default();
        let nothing = team.kept(&shelf);
        let (first, kept) = team.renew(None, &Settings::default(), 1e12, &mut rng).unwrap();
        shelf.change(kept);
        let before = team.kept(&shelf);
        let former = Former::new(first.clone(), None, before.clone());
        let (second, kept) = team.renew(Some(former.clone()), &Settings::default(), 1e12, &mut rng).unwrap();
        shelf.change(kept);
        assert_eq!(team.kept(&shelf).and_then(|kept| kept.former), Some(former));
        let shown = |shelf: &Shelf| team.replacement.drawn(shelf, &Tab::default(), &Settings::default());
        assert_eq!(shown(&shelf), Some(second));
        shelf.change(team.put_back(before));
        assert_eq!(shown(&shelf), Some(first));
        shelf.change(team.put_back(nothing));
        assert!(shelf.0.is_empty(), "{shelf:?}");
    }

    #[test]
    fn each_room_has_a_new_one_of_its_own() {
        let [standup, other, same] = ["standup", "retro", "StandUp"]
            .map(|name| team(&format!("https://meet.jit.si/{name}")).unwrap().replacement.key().to_owned());
        assert_ne!(standup, other);
        assert_eq!(standup, same);
        assert!(!standup.contains("standup"), "{standup}");
    }

    #[test]
    fn only_a_room_that_can_be_guessed_is_left_for_good() {
        for url in [
            "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic",
            "https://meet.jit.si/amber-trumpet%20lagoon-visor-clinic",
            "https://web.skype.com/",
        ] {
            assert_eq!(team(url), None, "{url}");
        }
        let numbered = team("https://meet.jit.si/4711").unwrap();
        let mut rng = ChaCha12Rng::seed_from_u64(1);
        let (link, _) = numbered.renew(None, &Settings::default(), 1e12, &mut rng).unwrap();
        assert_eq!(link.split('-').count(), 5, "{link}: nobody knows a number again");
    }
}
