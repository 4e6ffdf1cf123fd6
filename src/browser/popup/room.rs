//! The new room: its link, its strength, and what can be done with it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use crate::browser::{dom, fresh::fresh_room, i18n, webext};
use crate::watch::{FreshRoom, Text};

pub(super) async fn start() -> Result<(), JsValue> {
    let room = Rc::new(RefCell::new(fresh_room().await?));
    show(&room.borrow())?;

    let shown = Rc::clone(&room);
    dom::on("copy-link", "click", move |_| {
        let link = shown.borrow().link.clone();
        spawn_local(async move { report(&copy(&link).await, "copied", "copy_failed") });
    })?;
    let shown = Rc::clone(&room);
    dom::on("open-room", "click", move |_| {
        let link = shown.borrow().link.clone();
        spawn_local(async move { report(&open(&link).await, "opened", "open_failed") });
    })?;
    dom::on("new-room", "click", move |_| {
        let room = Rc::clone(&room);
        spawn_local(async move { report(&renew(&room).await, "new_room_made", "new_room_failed") });
    })
}

/// Shows the link as the server and the name, so that the name can be read out at a glance.
fn show(room: &FreshRoom) -> Result<(), JsValue> {
    let (server, path) = split_after_server(&room.link);
    dom::element::<HtmlElement>("room-server")?.set_text_content(Some(server));
    dom::element::<HtmlElement>("room-name")?.set_text_content(Some(path));
    let strength = Text::with("room_strength", [room.room.bits.to_string()]);
    dom::element::<HtmlElement>("strength")?.set_text_content(Some(&i18n::say(&strength)));
    Ok(())
}

fn split_after_server(link: &str) -> (&str, &str) {
    let host = link.find("://").map_or(0, |at| at + 3);
    link.split_at(link[host..].find('/').map_or(link.len(), |at| host + at + 1))
}

async fn copy(text: &str) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.navigator().clipboard().write_text(text)).await?;
    Ok(())
}

async fn open(link: &str) -> Result<(), JsValue> {
    #[derive(serde::Serialize)]
    struct Tab<'a> {
        url: &'a str,
    }
    JsFuture::from(webext::create_tab(&serde_wasm_bindgen::to_value(&Tab { url: link })?)).await?;
    web_sys::window().ok_or(JsValue::NULL)?.close()
}

async fn renew(room: &RefCell<FreshRoom>) -> Result<(), JsValue> {
    let fresh = fresh_room().await?;
    show(&fresh)?;
    room.replace(fresh);
    Ok(())
}

/// Says how it went, to the eye and to the ear: the element is a live region.
fn report(outcome: &Result<(), JsValue>, done: &str, failed: &str) {
    if let Ok(status) = dom::element::<HtmlElement>("status") {
        let key = if outcome.is_ok() { done } else { failed };
        status.set_text_content(Some(&i18n::word(key)));
        status.set_class_name(if outcome.is_ok() { "done" } else { "failed" });
    }
}
