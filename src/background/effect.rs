//! What is to happen besides an answer.

use super::Say;
use super::tab::{Doubt, Tab};
use crate::memory::Change;
use crate::text::{Text, Tone};

/// Something that the browser is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The icon of this tab is marked.
    Mark(i32, Mark),
    /// What was said of the pages in this tab is kept, for the popup and for a background that starts anew.
    Keep(i32, Tab),
    /// A page of this tab is asked whether it is still there. If it is not, [`Tabs::gone`](super::Tabs::gone) is told.
    Ask(i32, Doubt),
    /// All pages of this tab are asked what there is to say of them, as some were dropped of which there may be room now. Once
    /// they had time to answer, [`Tabs::answered`](super::Tabs::answered) is told.
    AskAnew(i32),
    /// The page in this frame of this tab, whichever it is, is asked what there is to say of it; with the tab's own page those
    /// in its frames are.
    Tell(i32, i64),
    /// Something else that is stored changes.
    Change(Change),
    /// This tab opens this address, as if the user had typed it: no page can stop that.
    Navigate(i32, String),
    /// A tab of its own opens this address.
    Open(String),
    /// This tab goes back to the page before.
    GoBack(i32),
    /// This text is copied, where no page can read it.
    Copy(String),
    /// The room at this link was used.
    Remember(String),
}

/// How the icon of a tab looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How urgent it is.
    pub tone: Tone,
    /// What is said of it when the pointer rests there.
    pub title: String,
}

impl Mark {
    /// The mark of a tab with these pages.
    #[must_use]
    pub fn of(tab: &Tab, say: Say) -> Self {
        match tab.most_urgent(say).filter(|said| said.tone != Tone::Calm) {
            Some(said) if said.tone == Tone::Off => {
                Self { tone: Tone::Off, title: say(&Text::with("action_off", [said.title])) }
            }
            Some(said) => Self { tone: said.tone, title: said.title },
            None => Self { tone: Tone::Calm, title: say(&Text::new("action_title")) },
        }
    }
}
