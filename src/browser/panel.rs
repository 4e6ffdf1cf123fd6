//! The steps of a call, beside it: in a side panel, a sidebar or a tab.
//!
//! The page itself holds the words, and its style sheet unfolds the first step that is not ticked. It has no access to
//! the call, and what was ticked is kept nowhere else.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::log::log;
use super::{ability, dom, i18n};
use crate::text::{Gap, Text};

/// Starts the panel.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub fn panel() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    ability::show("ability")?;
    tell()?;
    dom::on("steps", "change", |_| log(tell()))?;
    dom::on("steps", "reset", |event| {
        // The boxes are empty only after this event.
        event.prevent_default();
        log(clear().and_then(|()| tell()));
    })
}

fn ticks() -> Result<Vec<HtmlInputElement>, JsValue> {
    let found = dom::element::<Element>("steps")?.query_selector_all("input")?;
    Ok((0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect())
}

fn clear() -> Result<(), JsValue> {
    let ticks = ticks()?;
    for tick in &ticks {
        tick.set_checked(false);
    }
    // Where the next call begins.
    ticks.first().map_or(Ok(()), |tick| tick.focus())
}

/// Says how many steps are done, and which one is next.
fn tell() -> Result<(), JsValue> {
    let ticks = ticks()?;
    let count = |ticks: usize| Gap::Number(u32::try_from(ticks).unwrap_or(u32::MAX));
    let done = ticks.iter().filter(|tick| tick.checked()).count();
    let [done, all] = [done, ticks.len()].map(count);
    let next = ticks.iter().find(|tick| !tick.checked());
    let said = match next.and_then(|tick| tick.parent_element()?.text_content()) {
        Some(next) => Text::with("panel_next", [done, all, Gap::Words(next.trim().to_owned())]),
        None => Text::with("guide_progress", [done, all]),
    };
    dom::set_text("progress", &i18n::say(&said))
}
