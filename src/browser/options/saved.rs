//! Saving at once, saying so, and taking it back.

use std::cell::RefCell;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::browser::{dom, i18n, recent, storage};
use crate::watch::{Settings, Watched};

/// Something that can be taken back.
pub(super) enum Undo {
    /// The settings as they were and as they became.
    Settings(Box<(Settings, Settings)>),
    /// What is watched, as it was and as it became.
    Watched(Box<(Watched, Watched)>),
    /// The link of a room that was forgotten.
    Room(String),
}

thread_local!(static UNDO: RefCell<Vec<Undo>> = const { RefCell::new(Vec::new()) });

pub(super) fn start() -> Result<(), JsValue> {
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
    spawn_local(async move {
        match storage::change(edit).await {
            Ok(change) => {
                UNDO.with_borrow_mut(|undo| undo.push(change.into()));
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
    if let Err(error) = outcome {
        web_sys::console::error_1(error);
    }
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
        Undo::Settings(change) => storage::replace(&change.1, &change.0).await?,
        Undo::Watched(change) => storage::replace(&change.1, &change.0).await?,
        Undo::Room(link) => recent::remember(&link).await?,
    }
    super::show().await
}

/// The button is gone when nothing is left to take back: the keyboard is not to be lost with it.
fn refocus() {
    if UNDO.with_borrow(Vec::is_empty)
        && let Ok(main) = dom::element::<HtmlElement>("server")
    {
        main.focus().ok();
    }
}
