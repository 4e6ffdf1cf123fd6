//! What all controls of the settings page have in common.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use crate::browser::log::log;
use crate::browser::{dom, i18n};
use crate::text::Text;

/// The input `id`.
pub(super) fn input(id: &str) -> Result<HtmlInputElement, JsValue> {
    dom::element(id)
}

/// Calls `act` when the user has changed the input `id`.
pub(super) fn changed(id: &'static str, act: impl Fn(&HtmlInputElement) + 'static) -> Result<(), JsValue> {
    let input = input(id)?;
    dom::on(id, "change", move |_| act(&input))
}

/// Lets the user change the inputs of `SETTING-setting` or, when the administrator has set it, not: then
/// it says so.
pub(super) fn set_locked(setting: &str, locked: bool) -> Result<(), JsValue> {
    let block: Element = dom::element(&format!("{setting}-setting"))?;
    let inputs = block.query_selector_all("input, button, select")?;
    for input in (0..inputs.length()).filter_map(|at| inputs.get(at)?.dyn_into::<Element>().ok()) {
        input.toggle_attribute_with_force("disabled", locked)?;
    }
    match block.query_selector(".locked")? {
        Some(said) if !locked => said.remove(),
        None if locked => drop(dom::child(&block, "p", "locked", &i18n::word("options_locked"))?),
        _ => {}
    }
    Ok(())
}

/// Says what is wrong with the text in the field, or that nothing is.
pub(super) fn problem(id: &str, what: Option<&Text>) {
    let said = (|| {
        dom::set_text(&format!("{id}-problem"), &what.map(i18n::say).unwrap_or_default())?;
        let input = input(id)?;
        match what {
            Some(_) => input.set_attribute("aria-invalid", "true"),
            None => input.remove_attribute("aria-invalid"),
        }
    })();
    log(said);
}
