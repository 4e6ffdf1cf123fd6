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

use wasm_bindgen::prelude::*;

use super::{dom, i18n, storage};

/// Starts the settings page.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn options() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    show().await?;
    switches::start()?;
    wording::start()?;
    texts::start()?;
    warnings::start()?;
    memory::start()?;
    saved::start()
}

/// Shows what holds now, and what the administrator has set.
async fn show() -> Result<(), JsValue> {
    let policy = storage::policy().await;
    let settings = policy.over(storage::own_settings().await);
    switches::show(&settings, &policy)?;
    wording::show(&settings, &policy)?;
    texts::show(&settings, &policy)?;
    warnings::show(&policy).await?;
    memory::show(&settings).await
}
