//! What there is to know about the page in the current tab.

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use super::notice;
use crate::browser::message::Spoken;
use crate::browser::{dom, i18n, toolbar, webext};

pub(super) async fn start() {
    if let Err(error) = show().await {
        web_sys::console::error_1(&error);
    }
}

async fn show() -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("tab-status")?;
    if let Some(spoken) = said_in_current_tab().await? {
        return notice::show(&place, &spoken);
    }
    place.set_text_content(Some(&i18n::word("tab_nothing")));
    Ok(())
}

/// What was said about the current page.
async fn said_in_current_tab() -> Result<Option<Spoken>, JsValue> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Current {
        active: bool,
        current_window: bool,
    }
    let current = serde_wasm_bindgen::to_value(&Current { active: true, current_window: true })?;
    let tabs = JsFuture::from(webext::query_tabs(&current)).await?;
    let id = Reflect::get(&Reflect::get_u32(&tabs, 0)?, &"id".into()).ok().and_then(|id| id.as_f64());
    let Some(id) = id else { return Ok(None) };
    // Tab ids are small whole numbers.
    #[expect(clippy::cast_possible_truncation)]
    let id = id as i32;
    Ok(toolbar::said(id).await)
}
