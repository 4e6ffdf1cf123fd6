//! A new room, drawn from the operating system's randomness.

use rand::rngs::SysRng;
use wasm_bindgen::{JsError, JsValue};

use super::storage;
use crate::watch::FreshRoom;

/// Makes a room as the stored settings say.
pub(super) async fn fresh_room() -> Result<FreshRoom, JsValue> {
    let settings = storage::settings().await;
    let made = settings.fresh_room(settings.usual_label(), &mut SysRng);
    made.map_err(|error| JsError::new(&error.to_string()).into())
}
