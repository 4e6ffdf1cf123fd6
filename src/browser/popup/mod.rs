//! The page behind the toolbar icon: a new room, a field that judges names, and the current tab.

mod check;
mod notice;
mod room;
mod tab;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{dom, i18n, shortcuts};

/// Starts the popup: the link first, then the rest.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn popup() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    room::start().await?;
    check::start()?;
    dom::element::<web_sys::HtmlElement>("copy-link")?.focus()?;
    spawn_local(shortcuts::copy_if_asked());
    spawn_local(tab::start());
    Ok(())
}
