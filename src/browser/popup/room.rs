//! The new room: its link, its strength, and what can be done with it.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::offer::Offer;
use super::status::{report, say};
use crate::browser::{dom, i18n, recent, styles, webext};
use crate::room::Room;
use crate::settings::Settings;
use crate::text::Text;

pub(super) fn start(offer: &Rc<Offer>) -> Result<(), JsValue> {
    if !offer.settings_read {
        say("settings_unread", false);
    }
    let shown = Rc::clone(offer);
    dom::on("copy-link", "click", move |_| {
        let link = shown.link();
        spawn_local(async move {
            let copied = dom::copy(&link).await;
            report(&copied, "copied", "copy_failed");
            if copied.is_ok() && !remember(&link).await {
                say("recent_unsaved", false);
            }
        });
    })?;
    let shown = Rc::clone(offer);
    dom::on("open-room", "click", move |_| {
        let link = shown.link();
        spawn_local(async move {
            let opened = open(&link).await;
            report(&opened.as_ref().map(drop).map_err(Clone::clone), "opened", "open_failed");
            if matches!(opened, Ok(false)) {
                say("recent_unsaved", false);
            }
        });
    })?;
    let offer = Rc::clone(offer);
    dom::on("new-room", "click", move |_| report(&offer.renew(), "new_room_made", "new_room_failed"))
}

/// Shows the link as the server, the name and the options, so that the name can be read out at a glance.
/// Letters that a link writes as `%` and digits are shown as themselves.
pub(super) fn show(room: &Room, link: &str, settings: &Settings) -> Result<(), JsValue> {
    let server = &settings.server;
    let options = link.split_once('#').map_or(String::new(), |(_, options)| format!("#{options}"));
    for (id, text) in [
        ("room-server", format!("https://{server}/")),
        ("room-name", room.name.to_string()),
        ("room-options", options),
        ("strength", i18n::say(&Text::with("room_strength", [i18n::bits(room.bits)]))),
    ] {
        dom::set_text(id, &text)?;
    }
    styles::mark_language("room-name", settings.style)?;
    let written = dom::element::<HtmlElement>("server-written")?;
    let said = i18n::both_spellings(server);
    written.set_hidden(said.is_none());
    written.set_text_content(said.as_deref());
    Ok(())
}

/// Opens the room in a tab; the answer is whether all went well. If not, the window stays, to say so.
async fn open(link: &str) -> Result<bool, JsValue> {
    let remembered = remember(link).await;
    JsFuture::from(webext::create_tab(&webext::object(&[("url", link.into())]))).await?;
    if remembered {
        web_sys::window().ok_or(JsValue::NULL)?.close()?;
    }
    Ok(remembered)
}

/// Remembers the room for those who asked for it; the answer is whether that worked. A full storage is not to
/// stand between them and their call.
async fn remember(link: &str) -> bool {
    recent::remember(link).await.is_ok()
}
