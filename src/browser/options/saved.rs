//! Saving at once, saying so, and taking it back.

use std::cell::{Cell, RefCell};

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::anew;
use crate::browser::log::log;
use crate::browser::storage::Edit;
use crate::browser::{dom, i18n, recent, storage, watching};
use crate::memory::familiar::forget_all;
use crate::settings::{Done, Step};

thread_local! {
    /// What can be taken back, the latest last.
    static UNDO: RefCell<Vec<Done>> = const { RefCell::new(Vec::new()) };
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
            let Some(done) = UNDO.with_borrow_mut(Vec::pop) else { return };
            let outcome = take_back(done).await;
            tell(&outcome, "options_undone");
            refocus();
        });
    })
}

/// Stores the change that `edit` makes to the settings or to what is watched.
pub(super) fn save<T>(edit: impl FnOnce(&mut T) + 'static)
where
    T: Clone + Default + Serialize + DeserializeOwned + 'static,
    Done: From<(T, T)>,
{
    store(Box::new(edit));
}

fn store<T>(edit: Edit<'static, T>)
where
    T: Clone + Default + Serialize + DeserializeOwned + 'static,
    Done: From<(T, T)>,
{
    SAVING.set(SAVING.get() + 1);
    spawn_local(async move {
        let changed = storage::change(edit).await;
        SAVING.set(SAVING.get() - 1);
        match changed {
            Ok(change) => {
                remember(change.into());
                let shown = anew::show().await;
                tell(&shown, "options_saved");
            }
            Err(error) => {
                tell(&Err(error), "");
                // The controls go back to what is stored.
                anew::show().await.ok();
            }
        }
    });
}

/// Remembers how to take back what was just done.
pub(super) fn remember(done: Done) {
    UNDO.with_borrow_mut(|stack| stack.push(done));
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

async fn take_back(done: Done) -> Result<(), JsValue> {
    for step in done.taken_back() {
        match step {
            Step::Settings(back) => drop(storage::change(Box::new(|now| back.apply(now))).await?),
            Step::Watched(back) => drop(storage::change(Box::new(|now| back.apply(now))).await?),
            Step::ForgetRooms => recent::forget_all().await?,
            Step::ForgetFamiliar => storage::carry_out(forget_all()).await?,
            Step::GiveBack(hosts) => watching::give_back(hosts).await?,
            Step::Remember(link, used) => recent::restore(&link, used).await?,
        }
    }
    anew::show().await
}

/// Gives the keyboard somewhere to be. The button that was pressed is hidden while its change is taken back, and stays
/// hidden when nothing is left to take back; the focus would be lost with it.
fn refocus() {
    let next = if UNDO.with_borrow(Vec::is_empty) {
        "main :is(input, select, button):not(:disabled)"
    } else {
        "#undo"
    };
    dom::focus(next).ok();
}
