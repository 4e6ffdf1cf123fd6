//! The settings page: every setting with its consequence, what is remembered, and how to forget it.
//!
//! A change is stored at once and said; nothing waits for a button. What an administrator has set is shown
//! and cannot be changed. A text that cannot be used stays in its field with the reason beside it, and what
//! was stored before holds.

mod anew;
mod control;
mod files;
mod home;
mod memory;
mod quiet;
mod rooms;
mod rows;
mod saved;
mod servers;
mod switches;
mod texts;
mod warnings;
mod wording;

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::log::log;
use super::{about, dom, i18n, managed, recent, storage, watching, ways_in};
use crate::settings::Policy;
use crate::text::Text;

/// Starts the settings page.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn options() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    // What can be chosen from is there before what was chosen is shown.
    wording::start()?;
    warnings::start()?;
    quiet::start()?;
    anew::start(|| Box::pin(show()));
    let known = shown().await?;
    switches::start()?;
    texts::start()?;
    home::start()?;
    servers::start()?;
    memory::start()?;
    rooms::start()?;
    about::show()?;
    ways_in::start().await?;
    saved::start()?;
    managed::on_change(|| spawn_local(async { log(show().await) }));
    // A browser that starts takes seconds to say what the administrator has set; until then holds what was set before.
    if storage::policy().await == known { Ok(()) } else { show().await }
}

/// Shows what holds now, and what the administrator has set.
async fn show() -> Result<(), JsValue> {
    shown().await.map(drop)
}

/// As [`show`]; gives what the administrator has set. Everything is asked for before anything is shown, and what
/// another change has made old by then is not shown at all.
async fn shown() -> Result<Policy, JsValue> {
    thread_local!(static TURN: Cell<u32> = const { Cell::new(0) });
    let turn = TURN.get() + 1;
    TURN.set(turn);
    let stored = storage::stored().await;
    let (settings, watched) = (stored.settings(), stored.watched());
    let unpermitted = watching::unpermitted(&watched).await?;
    let rooms = recent::rooms().await;
    if TURN.get() == turn && !saved::is_saving() {
        switches::show(&settings, &stored.policy)?;
        wording::show(&settings, &stored.policy)?;
        texts::show(&settings, &stored.policy)?;
        home::show(&settings, &watched, &stored.policy)?;
        servers::show(&settings, &stored.policy)?;
        warnings::show(&watched, &stored.policy, unpermitted)?;
        quiet::show(&stored, &watched)?;
        memory::show(&settings, &rooms)?;
        rooms::show(stored.policy.recent_rooms == Some(false))?;
        show_managed(&stored.policy)?;
    }
    Ok(stored.policy)
}

/// Says at the top how much of what is shown the administrator has set, and whom to ask.
fn show_managed(policy: &Policy) -> Result<(), JsValue> {
    let set = policy.count();
    dom::element::<HtmlElement>("managed")?.set_hidden(set == 0);
    dom::set_text("managed", &i18n::say(&Text::with("options_managed", [set])))?;
    managed::show_help(policy)
}
