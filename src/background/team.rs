//! The new room of a team that has met in a room that can be guessed: one for all times, with the old name in front.

use rand::TryRng;

use super::warned::Out;
use crate::check::recognisable;
use crate::guess::Verdict;
use crate::memory::offer::Offered;
use crate::memory::pinned::instead_of;
use crate::memory::{Area, Change, RoomKey, Stored, Value, team};
use crate::room::{Label, Recipe, Room, make};
use crate::settings::Settings;
use crate::text::{Gap, Text};
use crate::warning::Finding;

/// A room that a team leaves for good.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// What the old room is called.
    name: Gap,
    /// The link to the old room.
    link: String,
    /// The key of the new room that was drawn, in the session area.
    key: String,
    /// What the new room's name begins with.
    label: Label,
}

impl Team {
    /// The team that has met at `finding`, whose address `url` tells where its words begin; `None` where that is no room,
    /// or one whose name is no reason to leave.
    #[must_use]
    pub fn at(url: &str, finding: &Finding) -> Option<Self> {
        let Finding::Room(room) = finding else { return None };
        (room.assessment.verdict != Verdict::Strong && !room.is_moderated()).then(|| {
            let link = room.address.link();
            Self { name: finding.name(), key: team(&RoomKey::of(finding)), label: recognisable(url), link }
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

    /// Draws a new room, `now`, in milliseconds since 1970. Gives the link to it, and the change that keeps it in memory.
    ///
    /// # Errors
    /// The generator's, when it has no randomness to give.
    pub fn renew<R: TryRng>(
        &self,
        settings: &Settings,
        now: f64,
        rng: &mut R,
    ) -> Result<(String, Change), R::Error> {
        let recipe = settings.recipe();
        let room = self.draw(recipe.clone(), rng)?;
        let drawn = Offered::new(&room, &recipe, &self.label, &settings.server, now);
        let kept = Change::Set(Area::Session, self.key.clone(), Value::Offered(drawn));
        Ok((settings.link_to(&room), kept))
    }

    fn draw<R: TryRng>(&self, recipe: Recipe, rng: &mut R) -> Result<Room, R::Error> {
        make(&recipe.with_label(self.label.clone()), rng)
    }

    /// The link to the room that was drawn for it before, in this run of the browser, if it is on the server where rooms are
    /// made.
    #[must_use]
    pub fn drawn(&self, stored: &dyn Stored, settings: &Settings) -> Option<String> {
        let (_, room) = stored.drawn_for(&self.key)?.kept(&settings.server)?;
        Some(settings.link_to(&room))
    }

    /// The way out for good: to the room that is pinned in the place of the old one, else to the one that was drawn before,
    /// else to a new one, which the change keeps, as drawn `now`, in milliseconds since 1970.
    ///
    /// # Errors
    /// The generator's, when it has no randomness to give.
    pub(super) fn out<R: TryRng>(
        &self,
        settings: &Settings,
        stored: &dyn Stored,
        now: f64,
        rng: &mut R,
    ) -> Result<(Out, Option<Change>), R::Error> {
        let pinned = instead_of(&stored.pins(), &self.link).map(str::to_owned);
        let (link, kept) = match pinned.or_else(|| self.drawn(stored, settings)) {
            Some(link) => (link, None),
            None => self.renew(settings, now, rng).map(|(link, kept)| (link, Some(kept)))?,
        };
        let title = Text::with("warning_for_good", [self.name.clone()]);
        Ok((Out { title: Some(title), message: self.message(&link), link }, kept))
    }

    /// A message to everybody: from now on the room is the one at `link`.
    #[must_use]
    pub fn message(&self, link: &str) -> Text {
        Text::with("team_message", [self.name.clone(), link.to_owned().into()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Watched;
    use crate::warning::visit;
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    fn team(url: &str) -> Option<Team> {
        Team::at(url, &visit(url, &Watched::default()).unwrap())
    }

    #[test]
    fn the_new_room_is_known_by_the_old_ones_name() {
        let team = team("https://meet.jit.si/WeeklyStandup?jwt=secret#config.x=true").unwrap();
        let room = team.draw(Recipe::default(), &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        assert!(room.name.as_str().starts_with("weekly-standup-"), "{}", room.name);
        assert_eq!(room.bits, Recipe::default().bits());
        let said = team.message("https://meet.jit.si/new");
        assert_eq!(said.gaps, [Gap::quoted("weeklystandup"), "https://meet.jit.si/new".to_owned().into()]);
        assert_eq!(team.old_link(), "https://meet.jit.si/weeklystandup");
    }

    #[test]
    fn each_room_has_a_new_one_of_its_own() {
        let [standup, other] =
            ["standup", "retro"].map(|name| team(&format!("https://meet.jit.si/{name}")).unwrap());
        assert_ne!(standup.key, other.key);
        assert_eq!(standup.key, team("https://meet.jit.si/StandUp").unwrap().key);
        assert!(!standup.key.contains("standup"), "{}", standup.key);
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
        assert!(team("https://meet.jit.si/4711").unwrap().label.as_str().is_empty());
    }
}
