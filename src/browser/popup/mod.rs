//! The page behind the toolbar icon: a new room and all that can be done with it, a field that judges names,
//! and the current tab.
//!
//! One way: a control changes the [`Offer`], which knows no control and calls [`show`] then.

mod calendar;
mod change;
mod check;
mod invitation;
mod notice;
mod off;
mod offer;
mod qr;
mod room;
mod share;
mod sheet;
mod status;
mod tab;
mod talk;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::shortcuts::{self, Wish};
use super::{dom, i18n, storage};
use crate::room::Room;
use crate::settings::Settings;
use offer::Offer;

/// Does what a shortcut opened the popup for.
async fn grant_wish() {
    match shortcuts::wish().await {
        Some(Wish::Copy) => {
            if let Ok(button) = dom::element::<web_sys::HtmlElement>("copy-link") {
                button.click();
            }
        }
        Some(Wish::Say) => status::say("menu_failed", false),
        None => {}
    }
}

/// Shows the room wherever it or its link stands.
fn show(room: &Room, settings: &Settings) -> Result<(), JsValue> {
    let link = settings.link_to(room);
    room::show(room, &link, settings)?;
    talk::show(&settings.server)?;
    share::show(&link)
}

/// Starts the popup: the link first, then the rest.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn popup() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    let stored = storage::stored().await;
    let offer = Offer::make(&stored, show)?;
    room::start(&offer)?;
    // Not from under the hands of somebody who was quicker.
    if dom::document()?.active_element().is_none_or(|element| element.tag_name() == "BODY") {
        dom::element::<web_sys::HtmlElement>("copy-link")?.focus()?;
    }
    status::start()?;
    change::start(&offer)?;
    share::start(&offer)?;
    calendar::start(&offer)?;
    talk::start(&offer)?;
    check::start(&offer, stored.watched())?;
    spawn_local(grant_wish());
    spawn_local(tab::start());
    Ok(())
}
