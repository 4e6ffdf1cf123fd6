//! Where the room is: one of the servers to choose from, each with what is said of it.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlOptionElement, HtmlSelectElement};

use super::offer::Offer;
use super::saved::save;
use crate::browser::dom;
use crate::browser::log::log;
use crate::jitsi::Server;
use crate::settings::Listed;

pub(super) fn start(offer: &Rc<Offer>) -> Result<(), JsValue> {
    let select: HtmlSelectElement = dom::element("server")?;
    let offer = Rc::clone(offer);
    dom::on("server", "change", move |_| {
        if let Ok(server) = Server::parse(&select.value()) {
            move_to(&offer, server);
        }
    })
}

/// Makes the room, and all that come after it, on `server`. What was drawn stays.
pub(super) fn move_to(offer: &Offer, server: Server) {
    let chosen = server.clone();
    log(offer.move_to(server));
    save(Box::new(move |settings| settings.move_to(chosen)));
}

/// Shows what can be chosen, and what is said of the one that is.
pub(super) fn show(offer: &Offer) -> Result<(), JsValue> {
    let settings = offer.settings();
    let choices = settings.choices();
    let select: HtmlSelectElement = dom::element("server")?;
    fill(&select, &choices)?;
    select.set_value(&settings.server.written());
    select.set_disabled(offer.policy.server.is_some());
    dom::element::<HtmlElement>("server-field")?.set_hidden(choices.len() < 2);
    // Whoever has others to choose from need not go to the settings.
    let is_to_choose = offer.policy.server.is_none() && choices.len() > 1;
    dom::element::<HtmlElement>("other-server")?.set_hidden(is_to_choose);
    let chosen = choices.iter().find(|listed| *listed.server() == settings.server);
    let (said, note) = (dom::element::<HtmlElement>("server-note")?, chosen.map_or("", Listed::note));
    said.set_text_content(Some(note));
    said.set_hidden(note.is_empty());
    Ok(())
}

/// Whether something can be seen here that the administrator has set.
pub(super) fn is_locked(offer: &Offer) -> bool {
    offer.policy.server.is_some() && offer.settings().choices().len() > 1
}

/// Offers `choices`, unless that is what is offered already: the list may be open.
fn fill(select: &HtmlSelectElement, choices: &[Listed]) -> Result<(), JsValue> {
    /// Says what is offered.
    const SHOWN: &str = "data-shown";
    let shown: Vec<&str> = choices.iter().map(|listed| listed.server().as_str()).collect();
    let shown = shown.join(" ");
    if select.get_attribute(SHOWN).as_ref() == Some(&shown) {
        return Ok(());
    }
    select.set_text_content(None);
    for listed in choices {
        let server = listed.server();
        // Letters of other scripts can look like Latin ones; their ASCII form tells the two apart.
        let written = server.unicode().map(|unicode| format!(" ({unicode})")).unwrap_or_default();
        let option = dom::child(select, "option", "", &format!("{server}{written}"))?;
        option.unchecked_into::<HtmlOptionElement>().set_value(&server.written());
    }
    select.set_attribute(SHOWN, &shown)
}
