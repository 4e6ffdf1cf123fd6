//! How it went, said to the eye and to the ear: the element is a live region.

use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

use crate::browser::log::log;
use crate::browser::{dom, i18n};

/// Whatever was said is over once the user does something else; what that does is said after it.
pub(super) fn start() -> Result<(), JsValue> {
    for event in ["click", "input"] {
        dom::on_capture(event, |_| log(dom::set_text("status", "")))?;
    }
    Ok(())
}

/// Says the sentence `done` or, if it went wrong, `failed`.
pub(super) fn report(outcome: &Result<(), JsValue>, done: &str, failed: &str) {
    log(outcome.clone());
    say(if outcome.is_ok() { done } else { failed }, outcome.is_ok());
}

/// Says the sentence `key`.
pub(super) fn say(key: &str, good: bool) {
    if let Ok(status) = dom::element::<HtmlElement>("status") {
        status.set_text_content(Some(&i18n::word(key)));
        status.set_class_name(if good { "done" } else { "failed" });
    }
}
