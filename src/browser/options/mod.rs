//! The settings page: every setting with its consequence, what is remembered, and how to forget it.
//!
//! A change is stored at once and said; nothing waits for a button. What an administrator has set is shown
//! and cannot be changed. A text that cannot be used stays in its field with the reason beside it, and what
//! was stored before holds.

mod control;
mod memory;
mod saved;
mod switches;
mod texts;
mod warnings;
mod wording;

use std::cell::Cell;

use wasm_bindgen::prelude::*;

use super::{dom, i18n, recent, storage, watching};

/// Starts the settings page.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn options() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    // What can be chosen from is there before what was chosen is shown.
    wording::start()?;
    show().await?;
    switches::start()?;
    texts::start()?;
    warnings::start()?;
    memory::start()?;
    saved::start()
}

/// Shows what holds now, and what the administrator has set. Everything is asked for before anything is
/// shown, and what another change has made old by then is not shown at all.
async fn show() -> Result<(), JsValue> {
    thread_local!(static TURN: Cell<u32> = const { Cell::new(0) });
    let turn = TURN.get() + 1;
    TURN.set(turn);
    let policy = storage::policy().await;
    let settings = policy.over(storage::own_settings().await);
    let watched = storage::watched().await;
    let unpermitted = watching::unpermitted().await?;
    let rooms = recent::rooms().await;
    if TURN.get() != turn || saved::is_saving() {
        return Ok(());
    }
    switches::show(&settings, &policy)?;
    wording::show(&settings, &policy)?;
    texts::show(&settings, &policy)?;
    warnings::show(&watched, &policy, unpermitted)?;
    memory::show(&settings, rooms)
}
