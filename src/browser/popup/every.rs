//! How often a meeting may be.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlOptionElement, HtmlSelectElement};

use crate::browser::{dom, i18n};

/// Each with its sentence, and the days from one date to the next.
const EVERY: [(&str, u32); 3] = [("series_day", 1), ("series_week", 7), ("series_fortnight", 14)];
const USUAL_DAYS: u32 = 7;

/// Offers them all in the field `id`.
pub(super) fn fill(id: &str) -> Result<(), JsValue> {
    let select: HtmlSelectElement = dom::element(id)?;
    for (key, days) in EVERY {
        let option = dom::child(&select, "option", "", &i18n::word(key))?;
        option.unchecked_into::<HtmlOptionElement>().set_value(&days.to_string());
    }
    select.set_value(&USUAL_DAYS.to_string());
    Ok(())
}

/// The days from one date to the next that were chosen in the field `id`.
pub(super) fn days(id: &str) -> Result<u32, JsValue> {
    let select: HtmlSelectElement = dom::element(id)?;
    Ok(select.value().parse().unwrap_or(USUAL_DAYS))
}
