//! A new room, drawn from the operating system's randomness.

use rand::rngs::SysRng;
use wasm_bindgen::{JsError, JsValue};

use super::storage;
use crate::watch::{FreshRoom, Settings};

/// Makes a room as the settings say.
pub(super) async fn fresh_room() -> Result<FreshRoom, JsValue> {
    usual_room(&storage::stored().await.settings())
}

/// Makes a room as `settings` say.
pub(super) fn usual_room(settings: &Settings) -> Result<FreshRoom, JsValue> {
    labelled_room(settings, settings.usual_label())
}

/// Makes a room as `settings` say, but with `label`.
pub(super) fn labelled_room(settings: &Settings, label: &str) -> Result<FreshRoom, JsValue> {
    settings.fresh_room(label, &mut SysRng).map_err(|error| JsError::new(&error.to_string()).into())
}
