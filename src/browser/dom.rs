//! Elements of our own pages.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, EventTarget, HtmlElement};

/// The document of the page that this runs in.
pub(super) fn document() -> Result<Document, JsValue> {
    web_sys::window().and_then(|window| window.document()).ok_or_else(|| JsError::new("no document").into())
}

/// The element `id` of the page, as what it is.
pub(super) fn element<T: JsCast>(id: &str) -> Result<T, JsValue> {
    let element = document()?.get_element_by_id(id);
    let element = element.and_then(|element| element.dyn_into().ok());
    element.ok_or_else(|| JsError::new(&format!("no element {id} of this kind")).into())
}

/// Leads the keyboard to the first element that `selector` finds and that takes it, if any: what is not shown does not.
pub(super) fn focus(selector: &str) -> Result<(), JsValue> {
    let found = document()?.query_selector_all(selector)?;
    for element in (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok()) {
        if takes_focus(&element)? {
            break;
        }
    }
    Ok(())
}

/// Leads the keyboard to `element`; whether it takes it.
pub(super) fn takes_focus(element: &HtmlElement) -> Result<bool, JsValue> {
    element.focus()?;
    Ok(document()?.active_element().is_some_and(|active| active == **element))
}

/// Whether some element of the page has the keyboard.
pub(super) fn has_focus() -> Result<bool, JsValue> {
    Ok(document()?.active_element().is_some_and(|element| element.tag_name() != "BODY"))
}

/// Calls `act` at each `event` of the element `id`, for as long as the page lives.
pub(super) fn on(id: &str, event: &str, act: impl FnMut(Event) + 'static) -> Result<(), JsValue> {
    let act = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
    element::<EventTarget>(id)?.add_event_listener_with_callback(event, act.unchecked_ref())
}

/// Calls `act` at each `event` in the page, before any element hears of it.
pub(super) fn on_capture(event: &str, act: impl FnMut(Event) + 'static) -> Result<(), JsValue> {
    let act = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
    document()?.add_event_listener_with_callback_and_bool(event, act.unchecked_ref(), true)
}

/// Writes `text` into the element `id`. It is set as text, never as markup.
pub(super) fn set_text(id: &str, text: &str) -> Result<(), JsValue> {
    element::<Element>(id)?.set_text_content(Some(text));
    Ok(())
}

/// Adds an element `tag` of `class` with `text` to `parent`. It is set as text, never as markup.
pub(super) fn child(parent: &Element, tag: &str, class: &str, text: &str) -> Result<Element, JsValue> {
    let child = document()?.create_element(tag)?;
    child.set_class_name(class);
    child.set_text_content(Some(text));
    parent.append_child(&child)?;
    Ok(child)
}

/// Fills `parent` with an element `tag` for each of `texts`.
pub(super) fn fill(parent: &Element, tag: &str, texts: &[String]) -> Result<(), JsValue> {
    parent.set_text_content(None);
    texts.iter().try_for_each(|text| child(parent, tag, "", text).map(drop))
}

/// Copies `text`.
pub(super) async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.navigator().clipboard().write_text(text)).await?;
    Ok(())
}
