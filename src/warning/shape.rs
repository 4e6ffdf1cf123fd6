//! What a warning looks like.

use serde::Serialize;

use super::Finding;
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
    /// The shape of a warning about `finding`, whose tone is `tone`.
    #[must_use]
    pub fn of(finding: &Finding, tone: Tone, watched: &Watched) -> Self {
        match (tone, finding) {
            (Tone::Danger, _) if watched.hold_page => Self::Hold,
            (Tone::Caution | Tone::Calm, Finding::Room(_)) => Self::Strip,
            _ => Self::Box,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::warning::{Notice, visit};

    fn shape(url: &str, watched: &Watched) -> Shape {
        let finding = visit(url, watched).unwrap();
        Shape::of(&finding, Notice::of(&finding).tone, watched)
    }

    #[test]
    fn a_weak_room_is_no_emergency() {
        let default = Watched::default();
        assert_eq!(shape("https://meet.jit.si/standup", &default), Shape::Box);
        assert_eq!(shape("https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic", &default), Shape::Strip);
        assert_eq!(shape("https://teams.live.com/", &default), Shape::Box, "its sentence must be readable");
    }

    #[test]
    fn the_page_is_held_only_when_that_was_asked_for_and_only_when_it_matters() {
        let hold = Watched { hold_page: true, ..Watched::default() };
        assert_eq!(shape("https://meet.jit.si/standup", &hold), Shape::Hold);
        assert_eq!(shape("https://web.skype.com/", &hold), Shape::Hold);
        assert_eq!(shape("https://meet.jit.si/amber-trumpet-lagoon-visor%20clinic", &hold), Shape::Strip);
    }
}
