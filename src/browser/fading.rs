//! Whether warnings become smaller in rooms that are used often: switched in the settings and in the popup.

use wasm_bindgen::JsValue;

use super::storage;
use crate::memory::familiar::forget_all;
use crate::settings::Watched;

/// Has warnings become smaller from now on, or no more: those that have are whole again then.
pub(super) async fn switch(on: bool) -> Result<(), JsValue> {
    storage::change(Box::new(|watched: &mut Watched| watched.warn_less = on)).await?;
    if on { Ok(()) } else { storage::carry_out(forget_all()).await }
}
