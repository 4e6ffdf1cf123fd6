//! How it went, said to the eye and to the ear: the element is a live region.

use std::cell::RefCell;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlElement};

use crate::browser::log::log;
use crate::browser::{dom, i18n};

/// Marks the button that did what it is there for.
const DONE: &str = "data-done";

thread_local! {
    /// What was clicked last.
    static CLICKED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Whatever was said is over once the user does something else; what that does is said after it.
pub(super) fn start() -> Result<(), JsValue> {
    for event in ["click", "input"] {
        dom::on_capture(event, |event| {
            let clicked = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(before) = CLICKED.replace(clicked) {
                log(before.remove_attribute(DONE));
            }
            log(dom::set_text("status", ""));
        })?;
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
    tell(&i18n::word(key), good);
}

/// Says these words.
pub(super) fn tell(words: &str, good: bool) {
    if let Ok(status) = dom::element::<HtmlElement>("status") {
        status.set_text_content(Some(words));
        status.set_class_name(if good { "done" } else { "failed" });
    }
    // Where it was done is where one looks.
    CLICKED.with_borrow(|clicked| {
        if let Some(button) = clicked.as_ref().filter(|clicked| good && clicked.tag_name() == "BUTTON") {
            log(button.set_attribute(DONE, ""));
        }
    });
}
