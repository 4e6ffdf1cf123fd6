//! Warnings that the user has put away, as the popup shows them.
//!
//! A page may have stolen the press: nothing that is pressed in a page lasts longer than the browser runs, but for the days
//! that make a warning smaller, where the user asked for that. What is to last is confirmed in the popup, which no page
//! reaches, and there it can be seen and taken back as well.

use rand::TryRng;

use crate::memory::familiar::{Day, Stage, stage};
use crate::memory::{Answered, Change, RoomKey, Stored, answered, silence, undo};
use crate::settings::Watched;
use crate::text::{Gap, Text, Tone};
use crate::warning::{Finding, Notice, Shape, Visitor, visit};

/// A page whose warnings may have been put away.
#[derive(Clone, Debug)]
pub struct Off {
    key: RoomKey,
    name: Gap,
    visitor: Visitor,
    /// Whether the user's organisation wants no warning in the page.
    known: bool,
    /// The day, where warnings become smaller.
    fades: Option<Day>,
    /// Whether they could, if the user wanted that.
    could_fade: bool,
}

/// The key of what to say of warnings that `visitor` has put away until the browser, or a window of it, closes.
pub(super) const fn until_closed(visitor: Visitor) -> &'static str {
    match (visitor.framed, visitor.private) {
        (true, _) => "off_within",
        (false, true) => "off_privately",
        (false, false) => "off_until_closed",
    }
}

impl Off {
    /// A tab's own page, at `url`, on the day `today`; `None` where there is nothing to warn of.
    #[must_use]
    pub fn at(url: &str, watched: &Watched, private: bool, today: Day) -> Option<Self> {
        let finding = visit(url, watched).filter(|finding| Notice::of(finding).tone != Tone::Calm)?;
        let name = match &finding {
            Finding::Room(room) => Gap::place(&room.address.readable()),
            Finding::Service(service) => service.name.to_owned().into(),
        };
        let (key, known) = (RoomKey::of(&finding), finding.is_known(watched));
        let visitor = Visitor { framed: false, private };
        let fades = Shape::fades(&finding, watched, visitor).then_some(today);
        let wanted = Watched { warn_less: true, ..watched.clone() };
        let could_fade = fades.is_none() && Shape::fades(&finding, &wanted, visitor);
        Some(Self { key, name, visitor, known, fades, could_fade })
    }

    /// Whether the warning is smaller than it was at first.
    fn is_smaller(&self, stored: &dyn Stored) -> bool {
        self.fades.is_some_and(|today| stage(stored, &self.key, today) != Stage::New)
    }

    /// What to say of it, if there are no warnings now, or smaller ones.
    #[must_use]
    pub fn said(&self, stored: &dyn Stored) -> Option<Text> {
        if self.known {
            return Some(Text::with("off_by_policy", [self.name.clone()]));
        }
        let key = match answered(stored, &self.key, self.visitor) {
            Some(Answered::ForGood) => "off_for_good",
            Some(Answered::UntilClosed) => until_closed(self.visitor),
            None if self.is_smaller(stored) => "off_smaller",
            None => return None,
        };
        Some(Text::with(key, [self.name.clone()]))
    }

    /// Whether they were switched off on purpose, by the user or by their organisation: that is no alarm.
    #[must_use]
    pub fn is_on_purpose(&self, stored: &dyn Stored) -> bool {
        self.known || answered(stored, &self.key, self.visitor) == Some(Answered::ForGood)
    }

    /// Whether it can be made to last: not what lasts already, nor where it would leave a trace.
    #[must_use]
    pub fn can_last(&self, stored: &dyn Stored) -> bool {
        !self.known
            && self.key.can_last()
            && match answered(stored, &self.key, self.visitor) {
                Some(Answered::ForGood) => false,
                Some(Answered::UntilClosed) => self.visitor.can_last(),
                None => self.is_smaller(stored),
            }
    }

    /// Whether the user can have warnings again, as they were at first: not where it was the organisation that wanted none.
    #[must_use]
    pub fn can_end(&self, stored: &dyn Stored) -> bool {
        let is_off = answered(stored, &self.key, self.visitor).is_some();
        !self.known && (is_off || self.is_smaller(stored))
    }

    /// Whether to offer smaller warnings to somebody who has put this one away: they may come here often.
    #[must_use]
    pub fn offers_less(&self, stored: &dyn Stored) -> bool {
        let is_put_away = answered(stored, &self.key, self.visitor) == Some(Answered::UntilClosed);
        !self.known && self.could_fade && is_put_away
    }

    /// What to say once there are warnings again.
    #[must_use]
    pub fn ended(&self) -> Text {
        Text::with("off_ended", [self.name.clone()])
    }

    /// No warnings, for good.
    ///
    /// # Errors
    /// The generator's, when it has no randomness to give.
    pub fn last<R: TryRng>(&self, stored: &dyn Stored, rng: &mut R) -> Result<Vec<Change>, R::Error> {
        silence(stored, &self.key, rng)
    }

    /// Warnings again.
    #[must_use]
    pub fn end(&self, stored: &dyn Stored) -> Vec<Change> {
        undo(stored, &self.key, self.visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::familiar::answer;
    use crate::memory::{Area, Shelf, dismiss};
    use rand_chacha::{ChaCha12Rng, rand_core::SeedableRng as _};

    const GUESSABLE: &str = "https://meet.jit.si/standup";

    fn off(url: &str, private: bool) -> Option<Off> {
        Off::at(url, &Watched::default(), private, Day::of(0.0))
    }

    fn said(off: &Off, shelf: &Shelf) -> Option<&'static str> {
        off.said(shelf).map(|said| said.key)
    }

    #[test]
    fn what_was_put_away_is_made_to_last_and_taken_back() {
        let mut shelf = Shelf::default();
        let off = off(GUESSABLE, false).unwrap();
        assert_eq!((said(&off, &shelf), off.can_last(&shelf)), (None, false));
        shelf.carry_out(dismiss(&off.key, off.visitor));
        assert_eq!((said(&off, &shelf), off.can_last(&shelf)), (Some("off_until_closed"), true));
        assert!(!off.is_on_purpose(&shelf));
        let last = off.last(&shelf, &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        shelf.carry_out(last);
        assert_eq!((said(&off, &shelf), off.can_last(&shelf)), (Some("off_for_good"), false));
        assert!(off.is_on_purpose(&shelf));
        let end = off.end(&shelf);
        shelf.carry_out(end);
        assert_eq!(said(&off, &shelf), None);
    }

    #[test]
    fn what_the_organisation_knows_is_said_and_not_taken_back() {
        let known_rooms = vec![GUESSABLE.to_owned().try_into().unwrap()];
        let watched = Watched { known_rooms, ..Watched::default() };
        let mut shelf = Shelf::default();
        let known = Off::at(GUESSABLE, &watched, false, Day::of(0.0)).unwrap();
        shelf.carry_out(dismiss(&known.key, known.visitor));
        assert_eq!(said(&known, &shelf), Some("off_by_policy"));
        assert!(!known.can_last(&shelf) && !known.can_end(&shelf));
        let weakened =
            Off::at(&format!("{GUESSABLE}#config.e2ee.disabled=true"), &watched, false, Day::of(0.0))
                .unwrap();
        assert_eq!((said(&weakened, &shelf), weakened.can_end(&shelf)), (None, false));
        shelf.carry_out(dismiss(&weakened.key, weakened.visitor));
        assert_eq!((said(&weakened, &shelf), weakened.can_end(&shelf)), (Some("off_until_closed"), true));
        assert!(!weakened.can_last(&shelf), "what a link sets may be another thing each time");
    }

    #[test]
    fn a_warning_that_has_become_smaller_is_told_of_and_taken_back() {
        let mut shelf = Shelf::default();
        let wanted = Watched { warn_less: true, ..Watched::default() };
        let today = Day::of(1e12);
        let at = |watched: &Watched| Off::at(GUESSABLE, watched, false, today).unwrap();
        let off = at(&wanted);
        let answered = answer(&shelf, &off.key, today, &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        shelf.carry_out(answered);
        assert_eq!((said(&off, &shelf), off.can_last(&shelf)), (Some("off_smaller"), true));
        assert!(off.can_end(&shelf));
        assert_eq!(said(&at(&Watched::default()), &shelf), None, "nobody wants that any more");
        shelf.carry_out(dismiss(&off.key, off.visitor));
        assert_eq!(said(&off, &shelf), Some("off_until_closed"));
        let end = off.end(&shelf);
        shelf.carry_out(end);
        assert_eq!((said(&off, &shelf), off.can_last(&shelf)), (None, false));
    }

    #[test]
    fn smaller_warnings_are_offered_to_whoever_put_one_away_and_has_none_yet() {
        let mut shelf = Shelf::default();
        let today = Day::of(1e12);
        let offers = |url: &str, watched: &Watched, private, shelf: &Shelf| {
            Off::at(url, watched, private, today).unwrap().offers_less(shelf)
        };
        let default = Watched::default();
        assert!(!offers(GUESSABLE, &default, false, &shelf), "nothing was put away");
        for url in [GUESSABLE, "https://web.skype.com/"] {
            for private in [false, true] {
                let off = off(url, private).unwrap();
                shelf.carry_out(dismiss(&off.key, off.visitor));
            }
        }
        assert!(offers(GUESSABLE, &default, false, &shelf));
        assert!(!offers(GUESSABLE, &default, true, &shelf), "nothing is kept of a private window");
        assert!(!offers("https://web.skype.com/", &default, false, &shelf), "only rooms have smaller ones");
        let has = Watched { warn_less: true, ..Watched::default() };
        assert!(!offers(GUESSABLE, &has, false, &shelf));
        let held = Watched { hold_page: true, ..Watched::default() };
        assert!(!offers(GUESSABLE, &held, false, &shelf));
        let off = off(GUESSABLE, false).unwrap();
        let silenced = off.last(&shelf, &mut ChaCha12Rng::seed_from_u64(1)).unwrap();
        shelf.carry_out(silenced);
        assert!(!offers(GUESSABLE, &default, false, &shelf), "there are none to become smaller");
    }

    #[test]
    fn in_a_private_window_nothing_can_be_made_to_last() {
        let mut shelf = Shelf::default();
        let off = off(GUESSABLE, true).unwrap();
        shelf.carry_out(dismiss(&off.key, off.visitor));
        assert_eq!((said(&off, &shelf), off.can_last(&shelf)), (Some("off_privately"), false));
        assert!(shelf.0.keys().all(|(area, _)| *area == Area::Session));
    }

    #[test]
    fn the_page_is_named_as_it_can_be_read_and_no_longer_than_it_has_to_be() {
        let name = |url: &str| off(url, false).map(|off| off.ended().gaps);
        assert_eq!(name(GUESSABLE), Some(vec![Gap::quoted("meet.jit.si/standup")]));
        assert_eq!(name("https://web.skype.com/"), Some(vec!["Skype".to_owned().into()]));
        let long = name(&format!("https://meet.jit.si/{}", "a".repeat(3_000))).unwrap();
        assert!(matches!(&long[0], Gap::Words(words) if words.chars().count() < 50), "{long:?}");
    }

    #[test]
    fn where_nothing_is_warned_of_there_is_nothing_to_put_away() {
        for url in ["https://meet.jit.si/amber-trumpet-lagoon-visor-clinic", "https://example.org/", ""] {
            assert!(off(url, false).is_none(), "{url}");
        }
    }
}
