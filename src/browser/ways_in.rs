//! The ways to Hushroom beside its icon, as the settings and the guide list them, and the browser's page where keys are
//! changed.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement};

use super::log::log;
use super::webext::{self, field, object};
use super::{dom, i18n};
use crate::shortcut::{How, Present, Shortcut, shortcuts};

/// Where Chromium lets keys be changed; Firefox opens its own place when asked.
const CHROMIUM_KEYS: &str = "chrome://extensions/shortcuts";

/// Lists them, and has the button lead to where keys are changed.
pub(super) async fn start() -> Result<(), JsValue> {
    show().await?;
    // Whoever comes back from there finds the new keys.
    dom::on_capture("visibilitychange", |_| spawn_local(async { log(show().await) }))?;
    let hint = if webext::is_firefox() { "ways_change_firefox" } else { "ways_change_chromium" };
    dom::set_text("change-keys-hint", &i18n::word(hint))?;
    dom::on("change-keys", "click", |_| {
        let opened = webext::open_shortcut_settings()
            .unwrap_or_else(|_| webext::create_tab(&object(&[("url", CHROMIUM_KEYS.into())])));
        // The sentence beside the button says how to get there by hand.
        spawn_local(async move { log(JsFuture::from(opened).await.map(drop)) });
    })
}

async fn show() -> Result<(), JsValue> {
    let present = present().await;
    dom::element::<HtmlElement>("keys-setting")?.set_hidden(present.commands.is_empty());
    let listed = shortcuts(&present, &i18n::word("menu_insert"));
    dom::element::<HtmlElement>("ways")?.set_hidden(listed.is_empty());
    let list: Element = dom::element("ways-list")?;
    list.set_text_content(None);
    for Shortcut { title, how } in listed {
        dom::child(&list, "dt", "", &i18n::say(&title))?;
        match how {
            How::Said(text) => drop(dom::child(&list, "dd", "", &i18n::say(&text))?),
            How::Keys(keys) => {
                let how = dom::child(&list, "dd", "", "")?;
                dom::child(&how, "kbd", "", &keys)?.set_attribute("dir", "ltr")?;
            }
        }
    }
    Ok(())
}

/// What this browser has of them.
async fn present() -> Present {
    let commands = match webext::all_commands() {
        Ok(commands) => JsFuture::from(commands).await.unwrap_or_default(),
        // A phone has no keys.
        Err(_) => JsValue::UNDEFINED,
    };
    let text = |object: &JsValue, name| field(object, name).as_string();
    let commands = commands.dyn_ref::<Array>().map(|commands| {
        let read = |command: JsValue| {
            Some((text(&command, "name")?, text(&command, "shortcut").unwrap_or_default()))
        };
        commands.iter().filter_map(read).collect()
    });
    let keyword = webext::has("omnibox").then(|| text(&field(&webext::manifest(), "omnibox"), "keyword"));
    Present {
        commands: commands.unwrap_or_default(),
        keyword: keyword.flatten(),
        has_menu: webext::has("contextMenus"),
    }
}
