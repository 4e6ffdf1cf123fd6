//! Saving at once, saying so, and taking it back.

use std::cell::{Cell, RefCell};

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::browser::log::log;
use crate::browser::storage::Edit;
use crate::browser::{dom, i18n, recent, storage, watching};
use crate::settings::{Merge, Settings, Watched};

/// Something that can be taken back.
pub(super) enum Undo {
    /// The settings as they were and as they became.
    Settings(Box<(Settings, Settings)>),
    /// What is watched, as it was and as it became.
    Watched(Box<(Watched, Watched)>),
    /// The link of a room that was forgotten, and when it was last used.
    Room(String, f64),
}

thread_local! {
    static UNDO: RefCell<Vec<Undo>> = const { RefCell::new(Vec::new()) };
    /// How many changes are on their way to the storage.
    static SAVING: Cell<u32> = const { Cell::new(0) };
}

/// Whether what is stored is about to change: a slider that is held down is not to jump back meanwhile.
pub(super) fn is_saving() -> bool {
    SAVING.get() > 0
}

pub(super) fn start() -> Result<(), JsValue> {
    // Whatever was said is over once the user does something else: the same words again would not be heard.
    for event in ["click", "input", "change"] {
        dom::on_capture(event, |_| {
            dom::set_text("status", "").ok();
        })?;
    }
    dom::on("undo", "click", |_| {
        spawn_local(async {
            let Some(undo) = UNDO.with_borrow_mut(Vec::pop) else { return };
            let outcome = take_back(undo).await;
            tell(&outcome, "options_undone");
            refocus();
        });
    })
}

impl From<(Settings, Settings)> for Undo {
    fn from(change: (Settings, Settings)) -> Self {
        Self::Settings(Box::new(change))
    }
}

impl From<(Watched, Watched)> for Undo {
    fn from(change: (Watched, Watched)) -> Self {
        Self::Watched(Box::new(change))
    }
}

/// Stores the change that `edit` makes to the settings or to what is watched.
pub(super) fn save<T>(edit: impl FnOnce(&mut T) + 'static)
where
    T: Clone + Default + Serialize + DeserializeOwned + 'static,
    Undo: From<(T, T)>,
{
    store(Box::new(edit));
}

fn store<T>(edit: Edit<'static, T>)
where
    T: Clone + Default + Serialize + DeserializeOwned + 'static,
    Undo: From<(T, T)>,
{
    SAVING.set(SAVING.get() + 1);
    spawn_local(async move {
        let changed = storage::change(edit).await;
        SAVING.set(SAVING.get() - 1);
        match changed {
            Ok(change) => {
                remember(change.into());
                let shown = super::show().await;
                tell(&shown, "options_saved");
            }
            Err(error) => {
                tell(&Err(error), "");
                // The controls go back to what is stored.
                super::show().await.ok();
            }
        }
    });
}

/// Remembers how to take back what was just done.
pub(super) fn remember(undo: Undo) {
    UNDO.with_borrow_mut(|stack| stack.push(undo));
}

/// Nothing can be taken back any more.
pub(super) fn forget_undo() {
    UNDO.with_borrow_mut(Vec::clear);
}

/// Says how it went, to the eye and to the ear, and offers to take it back if that is possible.
pub(super) fn tell(outcome: &Result<(), JsValue>, done: &str) {
    log(outcome.clone());
    let key = if outcome.is_ok() { done } else { "options_save_failed" };
    if let (Ok(status), Ok(undo)) =
        (dom::element::<HtmlElement>("status"), dom::element::<HtmlElement>("undo"))
    {
        status.set_text_content(Some(&i18n::word(key)));
        undo.set_hidden(UNDO.with_borrow(Vec::is_empty));
    }
}

async fn take_back(undo: Undo) -> Result<(), JsValue> {
    match undo {
        Undo::Settings(change) => {
            put_back(&change).await?;
            // Only what was remembered since: rooms may be there by another window's wish, or by a policy.
            if change.1.recent_rooms && !change.0.recent_rooms {
                recent::forget_all().await?;
            }
        }
        // What is watched again may have lost its permission; the page then asks for it.
        Undo::Watched(change) => {
            put_back(&change).await?;
            let hosts = change.1.hosts_by_choice().into_iter().map(str::to_owned);
            watching::give_back(hosts.collect()).await?;
        }
        Undo::Room(link, used) => recent::restore(&link, used).await?,
    }
    super::show().await
}

/// Undoes a change, and nothing that was changed since, here or in another window.
async fn put_back<T>((before, after): &(T, T)) -> Result<(), JsValue>
where
    T: Clone + Default + Serialize + DeserializeOwned + Merge,
{
    storage::change(Box::new(|now: &mut T| now.merge(after, before))).await.map(drop)
}

/// The button that was pressed is out of sight until it is said how that went, and gone when nothing is left to
/// take back: the keyboard is not to be lost with it.
fn refocus() {
    let next = if UNDO.with_borrow(Vec::is_empty) {
        "main :is(input, select, button):not(:disabled)"
    } else {
        "#undo"
    };
    dom::focus(next).ok();
}
