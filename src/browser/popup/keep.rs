//! The offer to pin the room that one is in, and, once its message was copied, the new one in its place: unasked it is kept
//! until the browser closes at most.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::offer::Offer;
use super::page::Page;
use super::status::{report, say, tell};
use crate::background::{former, pinned_here};
use crate::browser::log::log;
use crate::browser::storage::{self, Stored};
use crate::browser::{dom, i18n, pins};
use crate::memory::Stored as _;
use crate::memory::pinned::{instead_of, refusal};
use crate::memory::rooms::is_same;
use crate::text::{Gap, Text};

/// Offers it to whoever is in such a room, or has told others of the one in its place.
pub(super) fn start(page: &Rc<Page>, offer: &Rc<Offer>, stored: &Stored) -> Result<(), JsValue> {
    let pins = stored.pins();
    let here = page.link();
    let takes_place =
        |link: &String| former(link, stored).is_some_and(|old| instead_of(&pins, &old).is_none());
    let told = || page.team().and_then(|_| page.instead(&offer.settings().server));
    if here.as_ref().is_some_and(takes_place) || told().is_some_and(|link| page.is_told(&link)) {
        show(page, offer)?;
    } else if let Some(link) = here
        && refusal(offer.private, &offer.policy).is_none()
    {
        let is_pinned = pins.iter().any(|(pinned, _)| is_same(pinned, &link));
        dom::element::<HtmlElement>("pin-it")?.set_hidden(is_pinned);
    }
    for id in ["keep-pin", "tab-pin"] {
        let (page, offer) = (Rc::clone(page), Rc::clone(offer));
        dom::on(id, "click", move |_| {
            let Some(link) = page.link().or_else(|| page.instead(&offer.settings().server)) else { return };
            let page = Rc::clone(&page);
            spawn_local(async move {
                if pin(&link).await {
                    // The old room leads there from now on.
                    if page.left().is_some() {
                        log(page.set_moved(Some(link)));
                    }
                    log(done());
                    log(dom::focus("#tab > .actions:not([hidden]) button"));
                }
            });
        })?;
    }
    Ok(())
}

/// Offers nothing any more.
pub(super) fn done() -> Result<(), JsValue> {
    for id in ["keep", "pin-it"] {
        dom::element::<HtmlElement>(id)?.set_hidden(true);
    }
    Ok(())
}

/// Offers it, unless the room that takes the page's place is pinned already, or none may be.
pub(super) fn show(page: &Page, offer: &Offer) -> Result<(), JsValue> {
    let keeps = page.moved().is_none() && refusal(offer.private, &offer.policy).is_none();
    dom::element::<HtmlElement>("keep")?.set_hidden(!keeps);
    Ok(())
}

/// Pins the room at `link`, and says how that went and which room leads to it; whether it is pinned.
pub(super) async fn pin(link: &str) -> bool {
    let pinned = pinned_here(link, &storage::stored().await, js_sys::Date::now());
    let old = pinned.instead_of.clone();
    match (pins::pin(link, pinned).await, old) {
        (Ok(None), Some(old)) => {
            let old = Gap::quoted(old.trim_start_matches("https://"));
            tell(&i18n::say(&Text::with("pinned_instead", [old])), true);
            return true;
        }
        (Ok(None), None) => {
            say("pinned", true);
            return true;
        }
        (Ok(Some(why)), _) => tell(&i18n::say(&why), false),
        (Err(error), _) => report(&Err(error), "", "options_save_failed"),
    }
    false
}
