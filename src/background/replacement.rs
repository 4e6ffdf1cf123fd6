//! The new room in which people meet instead of on a page that is better left: one for each such page, and the same one
//! until another is drawn, so that whoever copied its link and comes back is led to that room and no other.
//!
//! While nobody has made use of it, it is kept with the tab alone ([`Tab`]): a page may call itself by a thousand names, and
//! takes no more room than by one. Of a private window it stays there.

use rand::TryRng;

use super::Tab;
use crate::check::recognisable;
use crate::guess::Verdict;
use crate::jitsi::{Address, Server};
use crate::memory::offer::Offered;
use crate::memory::pinned::{LINK_MAX, Pinned, pinned_now};
use crate::memory::{Area, Change, RoomKey, Stored, Value, team};
use crate::room::{Label, make};
use crate::settings::Settings;
use crate::text::Text;
use crate::warning::{Finding, VisitedRoom};

/// The new room in the place of a page that is better left.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement {
    /// The key of the room that was drawn, in the session area.
    key: String,
    /// What its name begins with: the old name, where that is a room's of people who know it; else what all names do.
    label: Option<Label>,
    /// The link to the room whose place it takes from now on, if that is no longer than one that is pinned.
    old: Option<String>,
}

/// The room that `finding` is, if it is left for its name, which those who meet there know.
pub(super) fn left_for_its_name(finding: &Finding) -> Option<&VisitedRoom> {
    match finding {
        Finding::Room(room) if room.assessment.verdict != Verdict::Strong && !room.is_moderated() => {
            Some(room)
        }
        _ => None,
    }
}

/// The link to a room that was drawn before, if it is on the server where rooms are made.
fn link(drawn: &Offered, settings: &Settings) -> Option<String> {
    drawn.kept(&settings.server).map(|(_, room)| settings.link_to(&room))
}

impl Replacement {
    /// In the place of `finding`, whose address `url` tells where the words of its name begin.
    #[must_use]
    pub fn of(url: &str, finding: &Finding) -> Self {
        let left = left_for_its_name(finding);
        let label = left.map(|_| recognisable(url));
        let old = left.map(|room| room.address.link()).filter(|link| link.len() <= LINK_MAX);
        Self { key: team(&RoomKey::of(finding)), label, old }
    }

    /// Draws a room, `now`, in milliseconds since 1970. Gives the link to it, and what is kept of it.
    ///
    /// # Errors
    /// The generator's, when it has no randomness to give.
    pub fn draw<R: TryRng>(
        &self,
        settings: &Settings,
        now: f64,
        rng: &mut R,
    ) -> Result<(String, Offered), R::Error> {
        let recipe = settings.recipe();
        let label = self.label.clone().or_else(|| Label::new(&settings.label).ok()).unwrap_or_default();
        let room = make(&recipe.clone().with_label(label.clone()), rng)?;
        let mut offered = Offered::new(&room, &recipe, &label, &settings.server, now);
        offered.instead_of.clone_from(&self.old);
        Ok((settings.link_to(&room), offered))
    }

    /// The link to the room that was drawn before: the one that somebody made use of in this run of the browser, or else the
    /// one that the warning in `tab` leads to.
    #[must_use]
    pub fn drawn(&self, stored: &dyn Stored, tab: &Tab, settings: &Settings) -> Option<String> {
        let used = stored.drawn_for(&self.key).and_then(|drawn| link(&drawn, settings));
        used.or_else(|| link(tab.drawn(&self.key)?, settings))
    }

    /// What keeps the room that was `drawn` for as long as the browser runs.
    #[must_use]
    pub fn keep(&self, drawn: Offered) -> Change {
        Change::Set(Area::Session, self.key.clone(), Value::Offered(drawn))
    }

    /// What keeps the room that the warning in `tab` leads to, once somebody goes there; if they have `told` others of it,
    /// that too.
    #[must_use]
    pub fn used(&self, stored: &dyn Stored, tab: &Tab, told: bool) -> Option<Change> {
        let before = stored.drawn_for(&self.key);
        let mut drawn = before.clone().or_else(|| tab.drawn(&self.key).cloned())?;
        drawn.used |= told;
        (before.as_ref() != Some(&drawn)).then(|| self.keep(drawn))
    }

    /// Whether others may know the room, for its link was copied.
    #[must_use]
    pub fn is_told(&self, stored: &dyn Stored) -> bool {
        stored.drawn_for(&self.key).is_some_and(|drawn| drawn.used)
    }

    /// The key of the room that was drawn, in the session area.
    pub(super) fn key(&self) -> &str {
        &self.key
    }
}

/// The link to the room in whose place the one at `link` was drawn, if somebody made use of it in this run of the browser.
#[must_use]
pub fn former(link: &str, stored: &dyn Stored) -> Option<String> {
    let here = Address::parse(link, &Server::default()).ok()?.link();
    let drawn = stored.drawn_instead().into_iter().find(|drawn| drawn.link().as_ref() == Some(&here));
    drawn?.instead_of
}

/// What is pinned of the room at `link` from `now` on, in milliseconds since 1970: what was said of it before stays, and
/// where it was drawn in the place of another, that one leads to it.
#[must_use]
pub fn pinned_here(link: &str, stored: &dyn Stored, now: f64) -> Pinned {
    let pinned = pinned_now(&stored.pins(), link, now);
    Pinned { instead_of: pinned.instead_of.or_else(|| former(link, stored)), ..pinned }
}

/// A message to everybody at `finding`: to meet at `link`, from now on where it is the name that they leave.
#[must_use]
pub fn to_everybody(finding: &Finding, link: &str) -> Text {
    if left_for_its_name(finding).is_some() {
        Text::with("team_message", [finding.name(), link.to_owned().into()])
    } else {
        finding.invitation(link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Watched;
    use crate::text::Gap;
    use crate::warning::visit;

    #[test]
    fn everybody_is_told_which_room_is_left_for_which() {
        let new = "https://meet.jit.si/new";
        let said = |url: &str| to_everybody(&visit(url, &Watched::default()).unwrap(), new);
        let left = said("https://meet.jit.si/WeeklyStandup");
        assert_eq!(
            (left.key, &left.gaps[..]),
            ("team_message", &[Gap::quoted("weeklystandup"), new.to_owned().into()][..])
        );
        assert_eq!(said("https://web.skype.com/").key, "invitation");
        // Its name is no reason to leave it for good.
        let spaces = said("https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic");
        assert_eq!(spaces.key, "invitation_instead");
    }
}
