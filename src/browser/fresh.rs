//! A new room, drawn from the operating system's randomness.

use rand::rngs::SysRng;
use wasm_bindgen::{JsError, JsValue};

use crate::room::{Recipe, Room, make};

/// Makes a room by `recipe`.
pub(super) fn fresh_room(recipe: &Recipe) -> Result<Room, JsValue> {
    make(recipe, &mut SysRng).map_err(|error| JsError::new(&error.to_string()).into())
}
