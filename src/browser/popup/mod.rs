//! The page behind the toolbar icon: the page in the current tab, a new room and all that can be done with it, a field
//! that judges names.
//!
//! One way: a control changes the [`Offer`], which knows no control and calls [`show`] then.

mod calendar;
mod change;
mod check;
mod every;
mod guests;
mod invitation;
mod keep;
mod lead;
mod notice;
mod off;
mod offer;
mod page;
mod qr;
mod room;
mod rooms;
mod saved;
mod series;
mod server;
mod share;
mod shared;
mod sheet;
mod status;
mod tab;
mod talk;
mod team;
mod unknown;
mod view;
mod waiting;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::shortcuts::{self, Wish};
use super::{dom, i18n, managed, storage, tabs, tools, webext};
use crate::settings::Policy;
use offer::Offer;
use page::Page;
use shared::Shared;

/// Does what a shortcut opened the popup for.
async fn grant_wish(offer: std::rc::Rc<Offer>) {
    match shortcuts::wish().await {
        Some(Wish::Copy) => {
            // Whoever asks for a link without looking wants another one each time.
            if offer.is_used() {
                super::log::log(offer.renew());
            }
            if let Ok(button) = dom::element::<HtmlElement>("copy-link") {
                button.click();
            }
        }
        Some(Wish::Say) => status::say("menu_failed", false),
        None => {}
    }
}

/// Shows the room wherever it or its link stands.
fn show(offer: &Offer) -> Result<(), JsValue> {
    room::show(offer)?;
    server::show(offer)?;
    talk::show(&offer.settings().server)
}

/// Starts the popup: the link and the page of the tab first, then the rest.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn popup() -> Result<(), JsValue> {
    // Both are looked up by the browser while the words are written into the page.
    let tab = tabs::ask_current();
    let stored = storage::stored();
    i18n::translate(&dom::document()?)?;
    let stored = std::rc::Rc::new(stored.await);
    let tab = JsFuture::from(tab).await.map(|tabs| js_sys::Reflect::get_u32(&tabs, 0).unwrap_or_default());
    let tab = tab.unwrap_or_default();
    // If the browser does not say, it counts as private: what is not kept does no harm.
    let private = webext::field(&tab, "incognito").as_bool().unwrap_or(true);
    let offer = Offer::make(&stored, private, show)?;
    let shared = Shared::new(&offer);
    room::start(&offer)?;
    let page = Page::of(&tab, &stored);
    tab::start(page, &offer, &shared, &stored)?;
    // Not from under the hands of somebody who was quicker.
    if !dom::has_focus()? {
        dom::focus(":is(#tab, #tab-more) > .actions:not([hidden]) button, #copy-link")?;
    }
    status::start()?;
    view::start()?;
    change::start(&offer)?;
    server::start(&offer)?;
    share::start(&shared)?;
    calendar::start(&shared)?;
    series::start()?;
    talk::start()?;
    guests::start()?;
    tools::start()?;
    managed::show_help(&stored.policy)?;
    check::start(&offer, stored.watched())?;
    offer.keep();
    let watched = stored.watched();
    spawn_local(async { super::log::log(waiting::start(watched).await) });
    spawn_local(grant_wish(offer));
    spawn_local(async move { super::log::log(obey(&stored.policy).await) });
    Ok(())
}

/// Starts the popup anew where the administrator has set something else than was `known`: a browser that starts, or
/// that has much to do, takes its time to say so, and a room on another server than the one that is set is no offer.
async fn obey(known: &Policy) -> Result<(), JsValue> {
    if storage::policy().await == *known {
        return Ok(());
    }
    web_sys::window().ok_or(JsValue::NULL)?.location().reload()
}
