//! Handing a link on: by e-mail, by the system's share sheet, as a QR code.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlElement};

use super::invitation::{invitation, needs};
use super::shared::Shared;
use super::status::report;
use super::{calendar, qr, series, sheet, view};
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
    dom::element::<HtmlElement>("share-system")?.set_hidden(!sheet::exists());
    let shared = Rc::clone(shared);
    dom::on("share-system", "click", move |_| {
        let link = shared.link();
        spawn_local(async move {
            let outcome = sheet::share(&i18n::word("meeting_title"), &needs(&link), &link).await;
            // Whoever closes the sheet knows that nothing was handed over.
            if !matches!(outcome, Ok(false)) {
                report(&outcome.map(drop), "shared", "share_failed");
            }
        });
    })
}
