//! What can be done about the page that the popup was opened on.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::invitation::{asks_over, invitation};
use super::offer::Offer;
use super::page::Page;
use super::shared::Shared;
use super::status::report;
use super::{keep, lead, off, room, rooms, share, team, unknown, view};
use crate::browser::log::log;
use crate::browser::storage::Stored;
use crate::browser::{dom, webext};

/// Shows what is known of the page and offers what can be done, and then says no longer what was said of pages that are gone
/// from the tab.
pub(super) fn start(
    page: Page,
    offer: &Rc<Offer>,
    shared: &Rc<Shared>,
    stored: &Rc<Stored>,
) -> Result<(), JsValue> {
    page.show_known(stored)?;
    // Whoever is in the room that was offered has its link there, and wants another room, if any.
    if page.link().is_some_and(|here| offer.plain_link().split('#').next() == Some(&here)) {
        offer.renew()?;
    }
    if let Some(off) = page.off(offer.private) {
        off::start(off, page.id, stored)?;
    }
    let page = Rc::new(page);
    team::start(&page, offer, stored)?;
    rooms::start(&page, offer)?;
    keep::start(&page, offer, stored)?;
    let asked = Rc::clone(&page);
    unknown::start(offer, move || asked.unknown())?;
    on_click("here-copy", &page, |page| async move {
        if let Some(link) = page.link() {
            report(&dom::copy(&link).await, "copied", "copy_failed");
        }
    })?;
    on_click("here-invite", &page, |page| async move {
        if let Some(link) = page.link() {
            report(&dom::copy(&invitation(&link)).await, "copied", "copy_failed");
        }
    })?;
    let offered = Rc::clone(offer);
    on_click("here-sheet", &page, move |page| {
        let offer = Rc::clone(&offered);
        async move {
            if let Some(link) = page.link() {
                share::hand_over(link, offer).await;
            }
        }
    })?;
    let (sharing, shared_page) = (Rc::clone(shared), Rc::clone(&page));
    view::on_open("here-share", move || share::show(&sharing, shared_page.link()))?;
    let offered = Rc::clone(offer);
    on_click("leave-copy", &page, move |page| {
        let offer = Rc::clone(&offered);
        async move {
            let Some(finding) = page.left() else { return };
            let instead = page.instead(&offer.settings().server);
            let link = instead.clone().unwrap_or_else(|| offer.link());
            let copied = dom::copy(&asks_over(&finding, &link)).await;
            if instead.is_none() {
                room::used(&offer, &copied).await;
            } else if copied.is_ok() {
                page.tell(&link, offer.private).await;
                if page.team().is_some() {
                    log(keep::show(&page, &offer));
                }
            }
            report(&copied, "leave_copied", "copy_failed");
        }
    })?;
    let offered = Rc::clone(offer);
    on_click("leave-go", &page, move |page| {
        let offer = Rc::clone(&offered);
        async move {
            let instead = page.instead(&offer.settings().server);
            if let Some(link) = instead {
                lead::go(&page, offer.private, &link, page.is_told(&link)).await;
            } else {
                let told = offer.is_used();
                offer.set_used();
                lead::go(&page, offer.private, &offer.link(), told).await;
            }
        }
    })?;
    on_click("close-page", &page, |page| async move {
        let closed = match page.id {
            Some(id) => JsFuture::from(webext::remove_tab(id)).await.map(drop),
            None => Err(JsValue::NULL),
        };
        report(&closed, "closed", "close_failed");
    })?;
    spawn_local(async move { page.forget_gone().await });
    Ok(())
}

fn on_click<F: Future<Output = ()> + 'static>(
    id: &str,
    page: &Rc<Page>,
    act: impl Fn(Rc<Page>) -> F + 'static,
) -> Result<(), JsValue> {
    let page = Rc::clone(page);
    dom::on(id, "click", move |_| spawn_local(act(Rc::clone(&page))))
}
