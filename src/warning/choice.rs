//! The buttons of a warning.

use super::{Finding, Shape, Visitor};

/// A button of a warning. The content script knows each by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The id of its element.
    pub id: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// Whether it steps back behind the others.
    pub quiet: bool,
    /// Whether it is there only once more was asked for: what lasts is never within reach of a stray tap.
    pub later: bool,
    /// What it copies, if it does.
    pub act: Act,
}

/// What a choice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It copies the link to the new room.
    CopyLink,
    /// It copies a sentence with that link, to be sent to the others.
    CopyInvitation,
    /// Something else, which its id says.
    Other,
}

impl Choice {
    const NEW_ROOM: Self = Self::new("safe-room", "warning_open_safe");
    const OPEN_CLEANED: Self = Self::new("safe-room", "warning_open_cleaned");
    const COPY_CLEANED: Self = Self { label: "warning_copy_cleaned", ..Self::COPY_LINK };
    const GO_BACK: Self = Self::new("go-back", "warning_back");
    const COPY_LINK: Self =
        Self { act: Act::CopyLink, later: true, ..Self::new("copy-safe", "warning_copy_safe") };
    const COPY_MESSAGE: Self =
        Self { act: Act::CopyInvitation, ..Self::new("copy-message", "warning_copy_message") };
    const JOIN_ANYWAY: Self = Self { quiet: true, ..Self::new("join-anyway", "warning_dismiss") };
    const MORE: Self = Self { quiet: true, ..Self::new("more", "warning_more") };
    const NEVER: Self = Self { quiet: true, later: true, ..Self::new("never", "warning_silence") };
    const UNDO: Self = Self::new("undo", "undo");

    /// What is offered to somebody who is alone in a new room: the second one names where they came from.
    pub const ALONE: [Self; 2] =
        [Self::COPY_MESSAGE, Self { quiet: true, label: "alone_back", ..Self::GO_BACK }];

    /// What is offered once the warning was put away.
    pub const PUT_AWAY: [Self; 1] = [Self::UNDO];

    /// What is offered where only the link is at fault: the same room without what it sets.
    const CLEANED: [Self; 4] = [Self::OPEN_CLEANED, Self::COPY_CLEANED, Self::JOIN_ANYWAY, Self::MORE];

    const fn new(id: &'static str, label: &'static str) -> Self {
        Self { id, label, quiet: false, later: false, act: Act::Other }
    }

    /// What a warning about `finding` of `shape` offers to `visitor`, the way out first, if the new room is one: the message
    /// that brings everybody along, for whoever goes to the new room before that is alone there.
    #[must_use]
    pub fn all(finding: &Finding, shape: Shape, visitor: Visitor) -> Vec<Self> {
        if finding.cleaned().is_some() {
            return Self::CLEANED.to_vec();
        }
        // From a frame it would lead the whole tab away, which is the site's around.
        let back = (shape == Shape::Hold && !visitor.framed).then_some(Self::GO_BACK);
        let never = visitor.can_last().then_some(Self::NEVER);
        let out = [Self::COPY_MESSAGE, Self::NEW_ROOM, Self::COPY_LINK];
        let out = finding.is_better_left().then_some(out);
        out.into_iter().flatten().chain(back).chain([Self::JOIN_ANYWAY, Self::MORE]).chain(never).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Watched;
    use crate::warning::visit;

    fn at(url: &str) -> Finding {
        let watched_services = ["discord", "messenger", "zoom"].map(str::to_owned).into();
        visit(url, &Watched { watched_services, ..Watched::default() }).unwrap()
    }

    fn standup() -> Finding {
        at("https://meet.jit.si/standup")
    }

    fn ids(shape: Shape, visitor: Visitor) -> Vec<&'static str> {
        Choice::all(&standup(), shape, visitor).iter().map(|choice| choice.id).collect()
    }

    #[test]
    fn nobody_is_led_away_from_calls_that_are_encrypted_from_end_to_end() {
        for url in ["https://discord.com/channels/@me", "https://www.facebook.com/messages/t/1"] {
            let all = Choice::all(&at(url), Shape::Box, Visitor::default());
            let all: Vec<_> = all.iter().map(|choice| (choice.id, choice.act)).collect();
            let other = ["join-anyway", "more", "never"].map(|id| (id, Act::Other));
            assert_eq!(all, other, "{url}");
        }
        let zoom = Choice::all(&at("https://acme.zoom.us/j/1"), Shape::Box, Visitor::default());
        assert_eq!(zoom[1].id, "safe-room");
    }

    #[test]
    fn a_link_at_fault_offers_the_same_room_without_that() {
        let link = at("https://meet.jit.si/amber-trumpet-lagoon-visor-clinic#config.e2ee.disabled=true");
        assert_eq!(Choice::all(&link, Shape::Box, Visitor::default()), Choice::CLEANED);
    }

    #[test]
    fn every_warning_has_a_way_out_and_a_way_on() {
        for shape in [Shape::Box, Shape::Strip, Shape::Hold] {
            let ids = ids(shape, Visitor::default());
            assert_eq!(ids[..2], ["copy-message", "safe-room"], "whoever moves first is alone");
            assert!(ids.contains(&"join-anyway") && ids.contains(&"more"));
            assert_eq!(ids.contains(&"go-back"), shape == Shape::Hold);
        }
    }

    #[test]
    fn a_frame_leads_no_tab_back() {
        assert!(!ids(Shape::Hold, Visitor { framed: true, ..Visitor::default() }).contains(&"go-back"));
    }

    #[test]
    fn what_lasts_takes_a_second_step() {
        for shape in [Shape::Box, Shape::Strip, Shape::Hold] {
            let all = Choice::all(&standup(), shape, Visitor::default());
            let later: Vec<_> = all.iter().filter(|choice| choice.later).map(|choice| choice.id).collect();
            assert_eq!(later, ["copy-safe", "never"]);
        }
    }

    #[test]
    fn nothing_lasting_is_offered_where_a_click_can_be_stolen_or_would_leave_a_trace() {
        assert!(ids(Shape::Box, Visitor::default()).contains(&"never"));
        for visitor in
            [Visitor { framed: true, ..Visitor::default() }, Visitor { private: true, ..Visitor::default() }]
        {
            assert!(!ids(Shape::Box, visitor).contains(&"never"));
        }
    }
}
