//! Shortcuts where hands already are: the keyboard, the context menu of text fields, the address bar.
//!
//! The browser's events reach `extension/shortcuts.js`, which asks here what to do.

use js_sys::Array;
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::area::{self, SESSION};
use super::fresh::fresh_room;
use super::log::log;
use super::webext::{self, object};
use super::{i18n, recent, storage, tabs};
use crate::check::{Entered, Suggestion, as_xml, entered, suggestions};

/// Where a shortcut leaves its wish for the popup that it opens.
const WISH: &str = "wish";

/// The lines to show below the address bar while `typed` stands in it. The first is for what was typed.
#[wasm_bindgen]
pub async fn suggest(typed: String) -> Array {
    let stored = storage::stored().await;
    let settings = stored.settings();
    let xml = !webext::is_firefox();
    let line = |suggestion: Suggestion| {
        let said: Vec<String> = suggestion.texts.iter().map(i18n::say).collect();
        let said = said.join(" ");
        let description = if xml { as_xml(&said) } else { said };
        object(&[("content", suggestion.content.into()), ("description", description.into())])
    };
    suggestions(&typed, &settings, &stored.policy).into_iter().map(line).collect()
}

/// The address to open for what was typed: a new room's or the named room's.
///
/// # Errors
/// When no room could be made.
#[wasm_bindgen]
pub async fn enter(typed: String) -> Result<String, JsValue> {
    let stored = storage::stored().await;
    let settings = stored.settings();
    match entered(&typed, &settings, &stored.policy) {
        Entered::Open { link } => Ok(link),
        Entered::NewRoom { label } => {
            let recipe = if label.as_str().is_empty() {
                settings.usual_recipe()
            } else {
                settings.recipe().with_label(label)
            };
            used(settings.link_to(&fresh_room(&recipe)?)).await
        }
    }
}

/// Whether the guide opens after installing, which an administrator may not want. Whatever is not known yet is waited for.
#[wasm_bindgen]
pub async fn welcomes() -> bool {
    storage::policy().await.welcome != Some(false)
}

/// The link to a new room.
///
/// # Errors
/// When no room could be made.
#[wasm_bindgen]
pub async fn fresh_link() -> Result<String, JsValue> {
    let settings = storage::stored().await.settings();
    Ok(settings.link_to(&fresh_room(&settings.usual_recipe())?))
}

/// Remembers, if the settings say so, the room at `link`, which was used just now, but nothing of a `private` window.
///
/// # Errors
/// The browser's, when it could not be stored.
#[wasm_bindgen]
pub async fn remember(link: String, private: bool) -> Result<(), JsValue> {
    recent::remember(&link, private).await
}

async fn used(link: String) -> Result<String, JsValue> {
    // The room is as good when it could not be remembered.
    log(recent::remember(&link, tabs::is_private().await).await);
    Ok(link)
}

/// What a shortcut wants of the popup.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Wish {
    /// To copy the link at once.
    Copy,
    /// To say that nothing could be typed into the page.
    Say,
}

/// What the popup was opened for, if a shortcut opened it. It is asked once: whatever comes of it, it is
/// over.
pub(super) async fn wish() -> Option<Wish> {
    let wish = area::read(&SESSION, WISH).await.ok()??;
    area::remove(&SESSION, WISH).await.ok();
    Some(wish)
}
