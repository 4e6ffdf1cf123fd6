//! What was said of the pages in a tab: of its own and of frames in it.
//!
//! It speaks of the addresses that were heard last, whatever order things come in: a document that was replaced takes
//! back nothing that was said of the next one, and a page that went away without a word is found by asking (see
//! [`Doubt`]). Of frames only warnings are kept: a frame that says that all is well says so of itself, and the page
//! around it would be called safe.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::dropped::Dropped;
use super::{Say, Sender, Spoken};
use crate::memory::offer::Offered;
use crate::text::{Text, Tone};

/// Maximum number of pages kept of a tab. Chosen because a page with more frames that all deserve a warning wants nothing
/// but to be a burden; the most urgent ones are kept, and the tab's own page always. Of the others the worst is told: see
/// [`Dropped`].
pub(super) const PAGES: usize = 20;

/// A new room that a warning led to, of which nobody else knows yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Alone {
    /// The room, as [`Address::link`](crate::jitsi::Address::link) writes it.
    pub(super) room: String,
    /// What leads back to the page that was left for it.
    pub(super) back: String,
    /// The message that brings the others along.
    pub(super) message: String,
}

/// What was said of the pages in a tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tab {
    #[serde(default)]
    alone: Option<Alone>,
    /// The new room that was drawn for a page in it, with its key: see [`Replacement`](super::Replacement).
    #[serde(default)]
    drawn: Option<(String, Offered)>,
    /// The document of the tab's own page when that page was heard last.
    document: Option<String>,
    #[serde(default)]
    dropped: Dropped,
    pages: Vec<Page>,
    /// Counts what was said, to tell what was said meanwhile from what was said before.
    turn: u32,
}

/// What was said of one page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Page {
    /// The frame that it is in; 0 is the tab's own.
    frame: i64,
    document: String,
    /// Nothing for a page that is kept only because it hides a warning at other addresses.
    said: Option<Spoken>,
    /// Whether the page does not let its warning be seen.
    hidden: bool,
    turn: u32,
}

/// A page that may have gone away without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The frame that it was in.
    pub frame: i64,
    turn: u32,
}

/// `said`, of a page that does not let its warning be seen: nothing good is said of it.
pub(super) fn hiding(said: Spoken, say: Say) -> Spoken {
    let hides = say(&Text::new("page_hides_warning"));
    if said.tone >= Tone::Off {
        return Spoken { tone: Tone::Caution, title: hides, reasons: Vec::new(), ..said };
    }
    Spoken { reasons: [hides].into_iter().chain(said.reasons).collect(), ..said }
}

/// `said`, of a frame.
fn framed(said: Spoken, say: Say) -> Spoken {
    Spoken { title: say(&Text::with("tab_frame_title", [said.title])), ..said }
}

impl Page {
    /// What there is to say of it now.
    fn spoken(&self, say: Say) -> Option<Spoken> {
        let mut said = self.said.clone()?;
        if self.hidden {
            said = hiding(said, say);
        }
        if self.frame != 0 {
            said = framed(said, say);
        }
        Some(said)
    }

    fn tone(&self) -> Tone {
        let Some(said) = &self.said else { return Tone::Calm };
        if self.hidden { said.tone.min(Tone::Caution) } else { said.tone }
    }

    /// What goes first has the highest rank: the more urgent page, and of two that are as urgent the tab's own.
    fn rank(&self) -> Reverse<(Tone, i64)> {
        Reverse((self.tone(), self.frame))
    }

    /// What is kept has the highest weight. One that hides a warning comes first: by another name it does not say so itself.
    fn weight(&self) -> (bool, Reverse<(Tone, i64)>) {
        (self.hidden, self.rank())
    }

    const fn doubt(&self) -> Doubt {
        Doubt { frame: self.frame, turn: self.turn }
    }

    /// Whether this was said of the document that `sender` is.
    fn is_of(&self, sender: &Sender) -> bool {
        self.frame == sender.frame && self.document == sender.document
    }
}

impl Tab {
    /// Hears that `said` is what there is to say of the page that `sender` is, or nothing; whether it takes the place of
    /// what another document said in that frame. That may be the newer one: a page may speak while it is left.
    pub(super) fn say(&mut self, sender: &Sender, said: Option<Spoken>) -> bool {
        let frame = sender.frame;
        self.turn = self.turn.wrapping_add(1);
        let before = self.take(frame);
        // Of the tab's own page the document is known even where nothing was to be said of it.
        let spoke = if frame == 0 {
            self.document.replace(sender.document.clone())
        } else {
            before.as_ref().map(|before| before.document.clone())
        };
        let replaces = spoke.is_some_and(|before| before != sender.document);
        if replaces && frame == 0 {
            // The frames of the document before are gone with it.
            self.pages.clear();
            self.dropped.clear();
        }
        // A page that hides a warning does so until it is loaded anew, whatever it calls itself meanwhile.
        let hidden = before.is_some_and(|before| before.hidden && before.is_of(sender));
        let page = Page { frame, document: sender.document.clone(), said, hidden, turn: self.turn };
        let is_own = frame == 0 && page.said.is_some();
        if is_own || page.hidden || page.tone() != Tone::Calm {
            self.keep(page);
        }
        replaces
    }

    /// Hears that the page does not let its warning be seen.
    pub(super) fn hide(&mut self, sender: &Sender) {
        if let Some(page) = self.pages.iter_mut().find(|page| page.frame == sender.frame) {
            page.hidden |= page.is_of(sender);
        } else if sender.frame != 0 && self.dropped.worst().is_some() {
            // It may be one that was dropped. What it says comes when it is asked.
            self.turn = self.turn.wrapping_add(1);
            let (frame, document, turn) = (sender.frame, sender.document.clone(), self.turn);
            self.keep(Page { frame, document, said: None, hidden: true, turn });
        }
    }

    /// Hears that the page is closed. Another one may be in its frame already.
    pub(super) fn leave(&mut self, sender: &Sender) {
        self.pages.retain(|page| !page.is_of(sender));
    }

    /// Hears that nobody answers where these pages were.
    pub fn gone(&mut self, doubts: &[Doubt]) {
        self.pages.retain(|page| !doubts.contains(&page.doubt()));
    }

    /// Whether all pages are to be asked what there is to say of them: some were dropped, and there is room for one.
    pub(super) fn asks_anew(&mut self) -> bool {
        let Some(worst) = self.dropped.worst() else { return false };
        let is_full = self.pages.len() >= PAGES;
        let stay = is_full && self.frames().filter(|page| !page.hidden).all(|page| page.tone() <= worst.tone);
        !stay && self.dropped.ask()
    }

    /// Hears that all pages had time to answer what there is to say of them.
    pub(super) fn answered(&mut self) {
        self.dropped.answered();
    }

    /// The page that marks the icon. Whether it is still there has to be asked, even if it has just spoken: by the time
    /// that it is heard, another one may be in its place.
    pub(super) fn doubt(&self) -> Option<Doubt> {
        let marks = self.pages.iter().max_by_key(|page| page.rank());
        marks.filter(|page| page.tone() != Tone::Calm).map(Page::doubt)
    }

    /// All of its pages.
    pub fn doubts(&self) -> impl Iterator<Item = Doubt> {
        self.pages.iter().map(Page::doubt)
    }

    /// What was said of the tab's own page, and whether that page does not let its warning be seen.
    pub(super) fn own(&self) -> Option<(&Spoken, bool)> {
        let own = self.pages.iter().find(|page| page.frame == 0)?;
        Some((own.said.as_ref()?, own.hidden))
    }

    /// The most urgent of what was said of frames.
    pub(super) fn framed(&self, say: Say) -> Option<Spoken> {
        let kept = self.frames().max_by_key(|page| page.rank()).and_then(|page| page.spoken(say));
        self.or_dropped(kept, say)
    }

    /// The most urgent of all.
    pub(super) fn most_urgent(&self, say: Say) -> Option<Spoken> {
        let kept = self.pages.iter().max_by_key(|page| page.rank()).and_then(|page| page.spoken(say));
        self.or_dropped(kept, say)
    }

    fn frames(&self) -> impl Iterator<Item = &Page> {
        self.pages.iter().filter(|page| page.frame != 0)
    }

    /// `kept`, or what was said of a frame that was dropped, where that is worse.
    fn or_dropped(&self, kept: Option<Spoken>, say: Say) -> Option<Spoken> {
        let worse =
            self.dropped.worst().filter(|worst| kept.as_ref().is_none_or(|kept| worst.tone < kept.tone));
        worse.cloned().map(|said| framed(said, say)).or(kept)
    }

    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
            && self.dropped.worst().is_none()
            && self.alone.is_none()
            && self.drawn.is_none()
    }

    /// Hears which new room was drawn, and under which key: that of another page is forgotten.
    pub(super) fn draw(&mut self, key: String, drawn: Offered) {
        self.drawn = Some((key, drawn));
    }

    /// The new room that was drawn last, if it was under this key.
    pub(super) fn drawn(&self, key: &str) -> Option<&Offered> {
        self.drawn.as_ref().filter(|(of, _)| of == key).map(|(_, drawn)| drawn)
    }

    /// Hears that the user is led to a room of which nobody else knows, or that somebody does now; whether that is news.
    pub(super) fn lead(&mut self, alone: Option<Alone>) -> bool {
        let is_news = self.alone != alone;
        self.alone = alone;
        is_news
    }

    /// What there is to say to the user who is alone in `room`, as [`Address::link`](crate::jitsi::Address::link) writes
    /// it.
    pub(super) fn alone_in(&self, room: &str) -> Option<&Alone> {
        self.alone.as_ref().filter(|alone| alone.room == room)
    }

    fn take(&mut self, frame: i64) -> Option<Page> {
        let at = self.pages.iter().position(|page| page.frame == frame)?;
        Some(self.pages.swap_remove(at))
    }

    /// Keeps `page`, if need be instead of one that matters less.
    fn keep(&mut self, page: Page) {
        self.pages.push(page);
        if self.pages.len() > PAGES {
            // The tab's own page stays, however little it matters.
            let least = (0..self.pages.len()).filter(|&at| self.pages[at].frame != 0);
            if let Some(least) = least.min_by_key(|&at| self.pages[at].weight())
                && let Some(said) = self.pages.swap_remove(least).said
            {
                self.dropped.add(said);
            }
        }
    }
}

#[cfg(test)]
mod tests;
