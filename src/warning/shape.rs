//! What a warning looks like.

use serde::Serialize;

use super::{Finding, Visitor};
use crate::settings::Watched;
use crate::text::Tone;

/// What a warning looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A box, where the page has nothing to press. Where it has no room for one, or a dialog, what is shown of it is
    /// less.
    Box,
    /// One line.
    Strip,
    /// A dialog that holds the page until the user has chosen.
    Hold,
}

impl Shape {
    /// The shape of a warning about `finding`, whose tone is `tone`; `None`, where icon and popup tell and the page is left
    /// alone: what is calm, and a name that is only weak or has spaces, unless the user wants to hear of it; and whatever
    /// name a room has that the user's organisation knows.
    #[must_use]
    pub fn of(finding: &Finding, tone: Tone, watched: &Watched) -> Option<Self> {
        match (tone, finding) {
            (Tone::Calm, _) => None,
            _ if finding.is_known(watched) => None,
            (Tone::Danger, _) if watched.hold_page => Some(Self::Hold),
            (Tone::Caution, Finding::Room(room)) => {
                (watched.warn_of_weak || room.is_weakened()).then_some(Self::Strip)
            }
            _ => Some(Self::Box),
        }
    }

    /// Whether the warning about `finding` becomes smaller where the user has answered it before: that of a room, for those
    /// who asked for it, where an answer may last. Not what is said of the link, which may be another one each time, and
    /// not where pages are held: whoever set that wants to be asked.
    #[must_use]
    pub fn fades(finding: &Finding, watched: &Watched, visitor: Visitor) -> bool {
        let is_wanted = watched.warn_less && !watched.hold_page;
        let is_of_name = matches!(finding, Finding::Room(room) if !room.is_weakened());
        is_wanted && is_of_name && visitor.can_last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::warning::{Notice, visit};

    fn shape(url: &str, watched: &Watched) -> Option<Shape> {
        let finding = visit(url, watched).unwrap();
        Shape::of(&finding, Notice::of(&finding).tone, watched)
    }

    /// A strong name with a space in it.
    const SPACES: &str = "https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic";

    #[test]
    fn a_weak_room_is_no_emergency() {
        let default = Watched::default();
        assert_eq!(shape("https://meet.jit.si/standup", &default), Some(Shape::Box));
        assert_eq!(shape("https://meet.jit.si/amber-trumpet-lagoon-visor-clinic", &default), None);
        assert_eq!(
            shape("https://teams.live.com/", &default),
            Some(Shape::Box),
            "its sentence must be readable"
        );
        for weak in [SPACES, "https://meet.jit.si/fresh-otter-9k2m"] {
            assert_eq!(shape(weak, &default), None, "{weak}");
            let wanted = Watched { warn_of_weak: true, ..Watched::default() };
            assert_eq!(shape(weak, &wanted), Some(Shape::Strip), "{weak}");
        }
    }

    #[test]
    fn the_page_is_held_only_when_that_was_asked_for_and_only_when_it_matters() {
        let hold = Watched { hold_page: true, warn_of_weak: true, ..Watched::default() };
        assert_eq!(shape("https://meet.jit.si/standup", &hold), Some(Shape::Hold));
        assert_eq!(shape("https://web.skype.com/", &hold), Some(Shape::Hold));
        assert_eq!(shape(SPACES, &hold), Some(Shape::Strip));
    }

    #[test]
    fn a_room_that_the_organisation_knows_is_left_alone_but_for_what_its_link_does() {
        let known = "https://meet.jit.si/open-house";
        let known_rooms = vec![known.to_owned().try_into().unwrap()];
        let watched = Watched { known_rooms, hold_page: true, warn_of_weak: true, ..Watched::default() };
        assert_eq!(shape(known, &watched), None);
        assert_eq!(shape("https://meet.jit.si/open-house-2", &watched), Some(Shape::Hold));
        assert_eq!(shape("https://web.skype.com/", &watched), Some(Shape::Hold));
        let weakened = format!("{known}#config.e2ee.disabled=true");
        assert_eq!(shape(&weakened, &watched), Some(Shape::Hold));
        // What the name is worth is said as before.
        let finding = visit(known, &watched).unwrap();
        assert_eq!(Notice::of(&finding).tone, Tone::Danger);
    }

    #[test]
    fn only_the_warning_of_a_rooms_name_fades_and_only_where_that_was_asked_for() {
        let fades = |url: &str, watched: &Watched, visitor| {
            Shape::fades(&visit(url, watched).unwrap(), watched, visitor)
        };
        let open = Visitor::default();
        let wanted = Watched { warn_less: true, ..Watched::default() };
        let room = "https://meet.jit.si/standup";
        assert!(fades(room, &wanted, open));
        assert!(!fades(room, &Watched::default(), open));
        assert!(!fades(room, &Watched { hold_page: true, ..wanted.clone() }, open));
        assert!(!fades("https://meet.jit.si/standup#config.e2ee.disabled=true", &wanted, open));
        assert!(!fades("https://web.skype.com/", &wanted, open));
        for visitor in [Visitor { framed: true, ..open }, Visitor { private: true, ..open }] {
            assert!(!fades(room, &wanted, visitor), "{visitor:?}");
        }
    }

    #[test]
    fn a_link_that_weakens_the_call_is_told_of_in_the_page_whatever_its_name() {
        let room = "https://meet.jit.si/amber-trumpet-lagoon-visor-clinic";
        let Some(Finding::Room(room)) = visit(room, &Watched::default()) else { panic!("no room") };
        let finding = Finding::Room(room.opened_by("https://meet.jit.si/x#config.e2ee.disabled=true"));
        let tone = Notice::of(&finding).tone;
        assert_eq!(Shape::of(&finding, tone, &Watched::default()), Some(Shape::Strip));
    }
}
