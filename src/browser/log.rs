//! What went wrong, for developers.

use wasm_bindgen::JsValue;

/// Tells a developer of an error after which the work goes on.
pub(super) fn log(outcome: Result<(), JsValue>) {
    if let Err(error) = outcome {
        web_sys::console::error_1(&error);
    }
}
