//! The styles of a name, to be chosen from.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlOptionElement, HtmlSelectElement};

use super::{dom, i18n};
use crate::room::Style;

/// Offers `styles` in `select`.
pub(super) fn offer(
    select: &HtmlSelectElement,
    styles: impl IntoIterator<Item = Style>,
) -> Result<(), JsValue> {
    for style in styles {
        let option = dom::child(select, "option", "", &i18n::word(style.sentence()))?;
        option.unchecked_into::<HtmlOptionElement>().set_value(style.id());
    }
    Ok(())
}

/// Marks the language of what the element `id` shows, which was drawn for `style`, so that it is read out as such.
pub(super) fn mark_language(id: &str, style: Style) -> Result<(), JsValue> {
    let element: Element = dom::element(id)?;
    match style.language() {
        Some(language) => element.set_attribute("lang", language),
        None => element.remove_attribute("lang"),
    }
}
