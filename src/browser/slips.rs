//! Slips of paper, one for each guest, to be printed and cut.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::area::{self, SESSION};
use super::log::log;
use super::{dom, i18n};
use crate::memory::SLIPS;

/// Starts the page with the slips that the popup has left for it. They are in no storage from then on.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn slips() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    let slips: Vec<(String, String)> = area::read(&SESSION, SLIPS).await?.unwrap_or_default();
    area::remove(&SESSION, SLIPS).await?;
    let list: Element = dom::element("slips")?;
    for (name, said) in &slips {
        let slip = dom::child(&list, "li", "", "")?;
        dom::child(&slip, "p", "name", name)?.set_attribute("dir", "auto")?;
        dom::child(&slip, "p", "", said)?;
    }
    for (id, shown) in [("slips-none", slips.is_empty()), ("slips-made", !slips.is_empty())] {
        dom::element::<HtmlElement>(id)?.set_hidden(!shown);
    }
    dom::on("print", "click", |_| {
        if let Some(window) = web_sys::window() {
            log(window.print());
        }
    })
}
