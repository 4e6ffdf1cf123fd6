//! A message of JavaScript, read field by field.

use std::cell::Cell;

use wasm_bindgen::JsValue;

use super::webext::{OWN_ID, field, url_of, whole};
use crate::background::{Fields, Request, Sender};

impl Fields for JsValue {
    fn field(&self, name: &str) -> Self {
        field(self, name)
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn whole(&self) -> Option<i64> {
        whole(self)
    }

    fn is_true(&self) -> bool {
        self.is_truthy()
    }
}

/// Reads a message, as [`Request::read`] does.
pub(super) fn read(message: &JsValue, sender: &JsValue) -> Option<(Request, Sender)> {
    let read = OWN_ID.with(|own| Request::read(message, sender, own, &url_of("popup.html")));
    if read.is_none() {
        log_refusal_once();
    }
    read
}

/// A page that floods the background with nonsense is not to flood the log too.
fn log_refusal_once() {
    thread_local!(static LOGGED: Cell<bool> = const { Cell::new(false) });
    if !LOGGED.replace(true) {
        web_sys::console::warn_1(&"Hushroom refused a message that it does not know.".into());
    }
}
