//! Shows the whole page anew, for whatever is part of it and has changed something.
//!
//! What is shown where is for the page to know, which is above its parts.

use std::cell::Cell;
use std::pin::Pin;

use wasm_bindgen::JsValue;

/// Shows everything, as it is stored by then.
type Show = fn() -> Pin<Box<dyn Future<Output = Result<(), JsValue>>>>;

thread_local!(static SHOW: Cell<Option<Show>> = const { Cell::new(None) });

/// Says how the page is shown.
pub(super) fn start(show: Show) {
    SHOW.set(Some(show));
}

/// Shows the page anew.
///
/// # Errors
/// The browser's, when it does not say what is stored.
pub(super) async fn show() -> Result<(), JsValue> {
    match SHOW.get() {
        Some(show) => show().await,
        None => Ok(()),
    }
}
