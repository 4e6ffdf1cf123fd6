//! The guide page: the lesson that this product teaches, and a checklist that remembers its ticks.
//!
//! The page itself holds the words. Ticking is the user's wish to be reminded, so it is stored; see
//! [`crate::memory`].

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::area::{self, LOCAL};
use super::log::log;
use super::{about, dom, i18n, storage, tools, ways_in, webext};
use crate::jitsi::Server;
use crate::memory::{TICK, tick as tick_key};
use crate::text::{Gap, Text};

/// Starts the guide.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub async fn guide() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    unfold()?;
    where_the_icon_is()?;
    where_rooms_are(&storage::stored().await.settings().server)?;
    for (name, ticked) in area::with_prefix::<bool>(&LOCAL, TICK).await {
        // A tick of another version of the guide is not ours to lose.
        if let Ok(tick) = dom::element::<HtmlInputElement>(&name) {
            tick.set_checked(ticked);
        }
    }
    count()?;
    tools::start()?;
    about::show()?;
    ways_in::start().await?;
    dom::on("checklist", "change", |event| {
        let tick = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(tick) = tick {
            spawn_local(remember(tick));
        }
    })
}

/// Unfolds the part that the address names: a link leads there, and not to its heading alone.
fn unfold() -> Result<(), JsValue> {
    let document = dom::document()?;
    let address = document.url()?;
    let part = address.split_once('#').and_then(|(_, part)| document.get_element_by_id(part));
    part.filter(|part| part.tag_name() == "DETAILS").map_or(Ok(()), |part| part.set_attribute("open", ""))
}

/// Says where new rooms are made, which the user chose or an administrator, and whether anybody has to sign in there.
fn where_rooms_are(server: &Server) -> Result<(), JsValue> {
    let is_public = server.is_meet_jit_si();
    dom::element::<HtmlElement>("guide-sign-in")?.set_hidden(!is_public);
    dom::element::<HtmlElement>("first-server")?.set_hidden(is_public);
    dom::set_text("first-server", &i18n::say(&Text::with("first_server", [server.to_string()])))
}

/// Says and shows where this browser has the icon. A phone has a list of extensions alone, of which a picture says no more.
fn where_the_icon_is() -> Result<(), JsValue> {
    let window = web_sys::window();
    // Only to name a button: nothing else depends on what the browser says that it is.
    let agent = window.and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    let (sentence, picture) = if agent.contains("Android") {
        ("first_pin_phone", None)
    } else if webext::is_firefox() {
        let entry = [i18n::word("first_pin_entry")];
        dom::element::<Element>("pin-firefox")?
            .set_attribute("aria-label", &i18n::say(&Text::with("first_pin_picture_firefox", entry)))?;
        ("first_pin_firefox", Some("pin-firefox"))
    } else {
        ("first_pin_chromium", Some("pin-chromium"))
    };
    dom::set_text("first-pin", &i18n::word(sentence))?;
    picture.map_or(Ok(()), |id| dom::element::<HtmlElement>(id).map(|picture| picture.set_hidden(false)))
}

async fn remember(tick: HtmlInputElement) {
    let key = tick_key(&tick.id());
    let stored = if tick.checked() {
        area::write(&LOCAL, &key, &true).await
    } else {
        area::remove(&LOCAL, &key).await
    };
    let told = match stored {
        Ok(()) => count(),
        Err(error) => {
            log(Err(error));
            tick.set_checked(!tick.checked());
            dom::set_text("progress", &i18n::word("options_save_failed"))
        }
    };
    log(told);
}

/// Says how many of the precautions are ticked.
fn count() -> Result<(), JsValue> {
    let list: Element = dom::element("checklist")?;
    let all = list.query_selector_all("input")?.length();
    let ticked = list.query_selector_all("input:checked")?.length();
    dom::set_text("progress", &i18n::say(&Text::with("guide_progress", [ticked, all].map(Gap::Number))))
}
