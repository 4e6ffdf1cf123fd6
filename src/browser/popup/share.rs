//! Handing a link on: by e-mail, by the system's share sheet, as a QR code.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlElement};

use super::invitation::{invitation, needs};
use super::offer::Offer;
use super::shared::Shared;
use super::status::report;
use super::{calendar, qr, room, series, sheet, view};
use crate::browser::{dom, i18n};
use crate::share::mailto;

/// Shows what leads to the link at `other`, or to the room that is offered.
pub(super) fn show(shared: &Shared, other: Option<String>) -> Result<(), JsValue> {
    series::offer_for(other.is_some())?;
    shared.hand_on(other);
    let link = shared.link();
    dom::set_text("share-link", &link)?;
    qr::show(&link)?;
    let letter: HtmlAnchorElement = dom::element("share-email")?;
    letter.set_href(&mailto(&i18n::word("meeting_title"), &invitation(&link)));
    calendar::show(&link)
}

pub(super) fn start(shared: &Rc<Shared>) -> Result<(), JsValue> {
    let opened = Rc::clone(shared);
    view::on_open("to-share", move || show(&opened, None))?;
    for id in ["share-system", "room-sheet", "here-sheet"] {
        dom::element::<HtmlElement>(id)?.set_hidden(!sheet::exists());
    }
    let (here, offered) = (Rc::clone(shared), Rc::clone(shared));
    dom::on("share-system", "click", move |_| spawn_local(hand_over(here.link(), Rc::clone(&here.offer))))?;
    dom::on("room-sheet", "click", move |_| {
        spawn_local(hand_over(offered.offer.link(), Rc::clone(&offered.offer)));
    })
}

/// Offers `link` to the system's other programs; the room of `offer` is used when one took its link.
pub(super) async fn hand_over(link: String, offer: Rc<Offer>) {
    let outcome = sheet::share(&i18n::word("meeting_title"), &needs(&link), &link).await;
    // Whoever closes the sheet knows that nothing was handed over.
    if matches!(outcome, Ok(false)) {
        return;
    }
    let outcome = outcome.map(drop);
    report(&outcome, "shared", "share_failed");
    if link == offer.link() {
        room::used(&offer, &outcome).await;
    }
}
