//! What was said of the pages in all tabs, as long as the background runs.

use super::tab::Alone;
use super::{Doubt, Effect, Mark, Say, Sender, Spoken, Tab};
use crate::memory::offer::Offered;
use crate::memory::{Area, Change, DISMISSED_PRIVATELY};

/// What was said of the pages in all tabs. What is stored of it is for the popup and for a background that starts anew;
/// while this one runs it goes by its own memory, which no full storage takes from it.
#[derive(Debug, Default)]
pub struct Tabs {
    /// Each with its id. `None` until it is known what a background before this one has kept. A list, for there are few,
    /// and a map adds 5 kB to the wasm.
    tabs: Option<Vec<(i32, Tab)>>,
}

impl Tabs {
    /// Hears what is stored, which counts only if nothing was heard before.
    pub fn start_with(&mut self, stored: impl FnOnce() -> Vec<(i32, Tab)>) {
        if self.tabs.is_none() {
            self.tabs = Some(stored());
        }
    }

    /// As [`Tab::say`].
    pub(super) fn say(&mut self, sender: &Sender, said: Option<Spoken>, say: Say) -> Vec<Effect> {
        let Sender { tab, frame, .. } = *sender;
        let again = self.tab(tab).say(sender, said).then_some(Effect::Tell(tab, frame));
        self.changed(tab, say).into_iter().chain(again).collect()
    }

    /// As [`Tab::hide`].
    pub(super) fn hide(&mut self, sender: &Sender, say: Say) -> Vec<Effect> {
        self.tab(sender.tab).hide(sender);
        self.changed(sender.tab, say)
    }

    /// As [`Tab::leave`].
    pub(super) fn leave(&mut self, sender: &Sender, say: Say) -> Vec<Effect> {
        self.tab(sender.tab).leave(sender);
        self.changed(sender.tab, say)
    }

    /// As [`Tab::lead`].
    pub(super) fn lead(&mut self, id: i32, alone: Option<Alone>) -> Option<Effect> {
        let tab = self.tab(id);
        tab.lead(alone).then(|| Effect::Keep(id, tab.clone()))
    }

    /// As [`Tab::alone_in`].
    pub(super) fn alone_in(&mut self, id: i32, room: &str) -> Option<Alone> {
        self.tab(id).alone_in(room).cloned()
    }

    /// As [`Tab::draw`].
    pub(super) fn draw(&mut self, id: i32, key: String, drawn: Offered) -> Effect {
        let tab = self.tab(id);
        tab.draw(key, drawn);
        Effect::Keep(id, tab.clone())
    }

    /// What was said of the pages in a tab.
    pub(super) fn of(&mut self, id: i32) -> &Tab {
        self.tab(id)
    }

    /// Hears that nobody answers where the page was that marks the icon.
    pub fn gone(&mut self, id: i32, doubt: Doubt, say: Say) -> Vec<Effect> {
        self.tab(id).gone(&[doubt]);
        self.changed(id, say)
    }

    /// Hears that all pages of a tab had time to answer what there is to say of them.
    pub fn answered(&mut self, id: i32, say: Say) -> Vec<Effect> {
        self.tab(id).answered();
        self.changed(id, say)
    }

    /// Hears that a tab was closed; `private_left` is whether there is still one in a private window.
    pub fn closed(&mut self, id: i32, private_left: bool) -> Vec<Effect> {
        self.tabs.get_or_insert_default().retain(|(of, _)| *of != id);
        let forgotten = Change::RemoveAll(Area::Session, DISMISSED_PRIVATELY.to_owned());
        let private = (!private_left).then_some(Effect::Change(forgotten));
        [Effect::Keep(id, Tab::default())].into_iter().chain(private).collect()
    }

    fn tab(&mut self, id: i32) -> &mut Tab {
        let tabs = self.tabs.get_or_insert_default();
        let at = tabs.iter().position(|(of, _)| *of == id).unwrap_or_else(|| {
            tabs.push((id, Tab::default()));
            tabs.len() - 1
        });
        &mut tabs[at].1
    }

    /// The icon first: it is marked whether anything can be stored or not. Then whoever marks it is asked for, and all are
    /// asked anew where need be.
    fn changed(&mut self, id: i32, say: Say) -> Vec<Effect> {
        let tab = self.tab(id);
        let anew = tab.asks_anew().then_some(Effect::AskAnew(id));
        let asked = tab.doubt().map(|doubt| Effect::Ask(id, doubt));
        let told = [Effect::Mark(id, Mark::of(tab, say)), Effect::Keep(id, tab.clone())];
        told.into_iter().chain(asked).chain(anew).collect()
    }
}

#[cfg(test)]
mod tests;
