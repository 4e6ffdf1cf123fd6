//! The new room: its link, its strength, and what can be done with it.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::offer::Offer;
use super::status::{report, say};
use crate::browser::log::log;
use crate::browser::{dom, i18n, recent, styles, webext};

pub(super) fn start(offer: &Rc<Offer>) -> Result<(), JsValue> {
    if !offer.settings_read {
        say("settings_unread", false);
    }
    let copied = Rc::clone(offer);
    dom::on("copy-link", "click", move |_| {
        let offer = Rc::clone(&copied);
        spawn_local(async move {
            let copied = dom::copy(&offer.link()).await;
            report(&copied, "copied", "copy_failed");
            used(&offer, &copied).await;
        });
    })?;
    let shown = Rc::clone(offer);
    dom::on("open-room", "click", move |_| {
        let offer = Rc::clone(&shown);
        spawn_local(async move {
            let tab = webext::create_tab(&webext::object(&[("url", offer.link().into())]));
            opened(&offer, &JsFuture::from(tab).await.map(drop)).await;
        });
    })?;
    let offer = Rc::clone(offer);
    dom::on("new-room", "click", move |_| report(&offer.renew(), "new_room_made", "new_room_failed"))
}

/// Shows the link as the server, the name and the options, so that the name can be read out at a glance.
/// Letters that a link writes as `%` and digits are shown as themselves.
pub(super) fn show(offer: &Offer) -> Result<(), JsValue> {
    let (settings, link) = (offer.settings(), offer.link());
    let server = &settings.server;
    let options = link.split_once('#').map_or(String::new(), |(_, options)| format!("#{options}"));
    for (id, text) in [
        ("room-server", format!("https://{server}/")),
        ("room-name", offer.room().name.to_string()),
        ("room-options", options),
        ("strength", i18n::word("room_strength")),
    ] {
        dom::set_text(id, &text)?;
    }
    styles::mark_language("room-name", settings.style())?;
    let written = dom::element::<HtmlElement>("server-written")?;
    let said = i18n::both_spellings(server);
    written.set_hidden(said.is_none());
    written.set_text_content(said.as_deref());
    dom::element::<HtmlElement>("sign-in")?.set_hidden(!server.is_meet_jit_si());
    dom::element::<HtmlElement>("room-used")?.set_hidden(!offer.is_used());
    Ok(())
}

/// Hears how it went to copy or open the link: then it is used, and remembered for those who asked for it. A full
/// storage is not to stand between them and their call; whether all went well is the answer.
pub(super) async fn used(offer: &Offer, outcome: &Result<(), JsValue>) -> bool {
    if outcome.is_err() {
        return false;
    }
    offer.set_used();
    let remembered = recent::remember(&offer.plain_link(), offer.private).await.is_ok();
    if !remembered {
        say("recent_unsaved", false);
    }
    remembered
}

/// Hears how it went to open the room in a tab. If not all went well, the window stays, to say so.
pub(super) async fn opened(offer: &Offer, outcome: &Result<(), JsValue>) {
    report(outcome, "opened", "open_failed");
    if used(offer, outcome).await
        && let Some(window) = web_sys::window()
    {
        log(window.close());
    }
}

/// Hears how it went to open the room at `link`, which was not offered here, in the tab; `private` is whether its window is.
pub(super) async fn left(link: &str, private: bool, outcome: &Result<(), JsValue>) {
    report(outcome, "opened", "open_failed");
    if outcome.is_err() {
        return;
    }
    if recent::remember(link, private).await.is_err() {
        say("recent_unsaved", false);
    } else if let Some(window) = web_sys::window() {
        log(window.close());
    }
}
