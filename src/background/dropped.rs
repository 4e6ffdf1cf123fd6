//! What was said of frames of which a tab keeps no more than that, for want of room.
//!
//! One of them may be all that is left once the others are gone, and says nothing of its own accord by then. So the worst
//! that was said of any stays told until the pages of the tab were asked anew.

use serde::{Deserialize, Serialize};

use super::Spoken;

/// The worst of what was said of frames that are not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Dropped {
    /// Before the pages were asked anew.
    before: Option<Box<Spoken>>,
    /// Since then.
    since: Option<Box<Spoken>>,
    /// Whether the pages are being asked, by the background that runs: one that starts anew asks again.
    #[serde(skip)]
    is_asked: bool,
}

impl Dropped {
    /// Hears that a frame of which this was said is not kept.
    pub(super) fn add(&mut self, said: Spoken) {
        self.since = worse(self.since.take(), Some(Box::new(said)));
    }

    /// The worst of all.
    pub(super) fn worst(&self) -> Option<&Spoken> {
        self.before.iter().chain(&self.since).map(AsRef::as_ref).min_by_key(|said| said.tone)
    }

    /// Has the pages asked anew; whether they are not being asked already.
    pub(super) fn ask(&mut self) -> bool {
        if self.is_asked {
            return false;
        }
        self.is_asked = true;
        self.before = worse(self.before.take(), self.since.take());
        true
    }

    /// Hears that the pages had time to answer. What was dropped meanwhile is told as before.
    pub(super) fn answered(&mut self) {
        self.is_asked = false;
        self.before = None;
    }

    /// Hears that all the frames are gone.
    pub(super) fn clear(&mut self) {
        (self.before, self.since) = (None, None);
    }
}

fn worse(one: Option<Box<Spoken>>, other: Option<Box<Spoken>>) -> Option<Box<Spoken>> {
    one.into_iter().chain(other).min_by_key(|said| said.tone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::tests::spoken;
    use crate::text::Tone;

    fn tone(dropped: &Dropped) -> Option<Tone> {
        dropped.worst().map(|said| said.tone)
    }

    #[test]
    fn the_worst_stays_told_until_all_were_asked_and_what_was_dropped_meanwhile_after_that() {
        let mut dropped = Dropped::default();
        assert_eq!(tone(&dropped), None);
        dropped.add(spoken(Tone::Caution, "weak"));
        dropped.add(spoken(Tone::Danger, "guessable"));
        dropped.add(spoken(Tone::Caution, "weak"));
        assert_eq!(tone(&dropped), Some(Tone::Danger));
        assert!(dropped.ask());
        assert!(!dropped.ask(), "they are being asked");
        dropped.add(spoken(Tone::Caution, "weak"));
        assert_eq!(tone(&dropped), Some(Tone::Danger));
        dropped.answered();
        assert_eq!(tone(&dropped), Some(Tone::Caution));
        assert!(dropped.ask());
        dropped.answered();
        assert_eq!(dropped, Dropped::default());
    }

    #[test]
    fn a_background_that_ended_while_pages_were_asked_asks_again() {
        let mut dropped = Dropped::default();
        dropped.add(spoken(Tone::Danger, "guessable"));
        dropped.ask();
        let stored = serde_json::to_value(&dropped).unwrap();
        let mut read: Dropped = serde_json::from_value(stored).unwrap();
        assert_eq!(tone(&read), Some(Tone::Danger));
        assert!(read.ask());
    }
}
