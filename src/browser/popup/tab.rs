//! What there is to know about the page in the current tab.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::{notice, off};
use crate::background::{Off, Shown, Tab, shown};
use crate::browser::area::{self, SESSION};
use crate::browser::i18n::say;
use crate::browser::log::log;
use crate::browser::{dom, storage, tabs, webext};
use crate::memory::said;

pub(super) async fn start() {
    log(show().await);
}

async fn show() -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("tab-status")?;
    let tab = tabs::current().await?;
    // The browser tells it now that the user clicked the icon.
    let url = webext::field(&tab, "url").as_string().unwrap_or_default();
    let private = webext::field(&tab, "incognito").is_truthy();
    let stored = storage::stored();
    let tab = match webext::tab_id(&tab) {
        Some(id) => known(id).await,
        None => Tab::default(),
    };
    let stored = stored.await;
    let watched = stored.watched();
    let Shown { notices, note } = shown(&url, &tab, &watched, &say);
    notice::show_all(&place, &notices, note.as_deref())?;
    Off::at(&url, &watched, private).map_or(Ok(()), |off| off::start(off, &stored))
}

/// What was said of the pages that are still in the tab. What cannot be read was not said: then the address tells.
async fn known(id: i32) -> Tab {
    let mut tab: Tab = area::read(&SESSION, &said(id)).await.ok().flatten().unwrap_or_default();
    let gone = tabs::gone(id, tab.doubts().collect()).await;
    tab.gone(&gone);
    tab
}
