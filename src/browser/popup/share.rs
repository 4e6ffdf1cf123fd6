//! Handing the link on: by e-mail, by the system's share sheet, as a QR code.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlAnchorElement, HtmlElement};

use super::invitation::invitation;
use super::offer::Offer;
use super::status::report;
use super::{calendar, qr, sheet};
use crate::browser::log::log;
use crate::browser::{dom, i18n};
use crate::share::mailto;

pub(super) fn start(offer: &Rc<Offer>) -> Result<(), JsValue> {
    let opened = Rc::clone(offer);
    dom::on("share", "toggle", move |_| log(show(&opened.link())))?;
    dom::element::<HtmlElement>("share-system")?.set_hidden(!sheet::exists());
    let offer = Rc::clone(offer);
    dom::on("share-system", "click", move |_| {
        let link = offer.link();
        spawn_local(async move {
            let outcome = sheet::share(&i18n::word("meeting_title"), &link).await;
            // Whoever closes the sheet knows that nothing was handed over.
            if !matches!(outcome, Ok(false)) {
                report(&outcome.map(drop), "shared", "share_failed");
            }
        });
    })
}

/// Shows what leads to `link`. Nothing is drawn while nobody looks.
pub(super) fn show(link: &str) -> Result<(), JsValue> {
    if !dom::element::<HtmlElement>("share")?.has_attribute("open") {
        return Ok(());
    }
    qr::show(link)?;
    let letter: HtmlAnchorElement = dom::element("share-email")?;
    letter.set_href(&mailto(&i18n::word("meeting_title"), &invitation(link)));
    calendar::show(link)
}
