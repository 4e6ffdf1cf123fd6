//! The views of the popup: what one sees first, and those that are opened from it and lead back.
//!
//! The style sheet shows what belongs to the view that stands on the body. The keyboard goes along: to the heading of
//! what was opened or to what was asked for in it, and back to what opened it.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement};

use crate::browser::log::log;
use crate::browser::webext::field;
use crate::browser::{dom, i18n};

/// Where the body says which view there is; the first one has no name.
const VIEW: &str = "data-view";

/// What says which view was opened.
const HEADING: &str = "view-heading";

thread_local! {
    /// What opened the view.
    static OPENER: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

pub(super) fn start() -> Result<(), JsValue> {
    dom::on("back", "click", |_| log(close()))?;
    dom::on_capture("keydown", |event| {
        if field(&event, "key") != "Escape" || !is_open() {
            return;
        }
        // Otherwise the browser closes the whole popup.
        event.prevent_default();
        if !keeps_escape(&event) {
            log(close());
        }
    })
}

/// What has something to leave of its own before the view is left.
pub(super) const KEEPS_ESCAPE: &str = "data-keeps-escape";

fn keeps_escape(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.has_attribute(KEEPS_ESCAPE))
}

/// Has the button `id` open the view that it names, after `first`.
pub(super) fn on_open(
    id: &'static str,
    first: impl Fn() -> Result<(), JsValue> + 'static,
) -> Result<(), JsValue> {
    on_open_at(HEADING, id, first)
}

/// The same, where the keyboard goes to the element `at` of the view.
pub(super) fn on_open_at(
    at: &'static str,
    id: &'static str,
    first: impl Fn() -> Result<(), JsValue> + 'static,
) -> Result<(), JsValue> {
    dom::on(id, "click", move |_| log(open(id, at, &first)))
}

/// Opens the view that the element `id` names, after `first`; the keyboard goes to the element `at` of it.
fn open(id: &str, at: &str, first: impl Fn() -> Result<(), JsValue>) -> Result<(), JsValue> {
    let opener: HtmlElement = dom::element(id)?;
    let said = |name| opener.get_attribute(name).unwrap_or_default();
    body()?.set_attribute(VIEW, &said("data-opens"))?;
    first()?;
    dom::set_text(HEADING, &i18n::word(&said("data-heading")))?;
    OPENER.set(Some(opener));
    show_from_the_top(at)
}

fn close() -> Result<(), JsValue> {
    body()?.remove_attribute(VIEW)?;
    if let Some(opener) = OPENER.take()
        && dom::takes_focus(&opener)?
    {
        return Ok(());
    }
    // It may be gone, with the room or the server that it was for.
    show_from_the_top("copy-link")
}

/// Whether a view was opened, which leads back.
fn is_open() -> bool {
    body().is_ok_and(|body| body.has_attribute(VIEW))
}

fn show_from_the_top(id: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.scroll_to_with_x_and_y(0.0, 0.0);
    dom::element::<HtmlElement>(id)?.focus()
}

fn body() -> Result<Element, JsValue> {
    dom::document()?.body().map(Into::into).ok_or(JsValue::NULL)
}
