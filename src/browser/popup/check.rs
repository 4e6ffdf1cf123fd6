//! The field that judges a name, a link or a whole invitation as it is typed, and offers a better name.

use std::cell::RefCell;
use std::rc::Rc;

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::offer::Offer;
use super::status::report;
use crate::browser::log::log;
use crate::browser::{dom, styles, verdict};
use crate::check::check;
use crate::room::{Better, Label, Room};
use crate::settings::Watched;

pub(super) fn start(offer: &Rc<Offer>, watched: Watched) -> Result<(), JsValue> {
    let better = Rc::new(RefCell::new(Better::default()));
    let (asked, suggested) = (Rc::clone(offer), Rc::clone(&better));
    verdict::on_asked(move |text| log(judge(text, &asked, &watched, &mut suggested.borrow_mut())))?;
    for (id, event) in [("style", "change"), ("length", "input")] {
        let (offer, better) = (Rc::clone(offer), Rc::clone(&better));
        dom::on(id, event, move |_| {
            let mut better = better.borrow_mut();
            let label = better.label();
            log(suggest(label, &offer, &mut better));
        })?;
    }
    dom::on("copy-cleaned", "click", |_| {
        spawn_local(async {
            let link =
                dom::element::<Element>("cleaned-link").map(|link| link.text_content().unwrap_or_default());
            let copied = match link {
                Ok(link) => dom::copy(&link).await,
                Err(error) => Err(error),
            };
            report(&copied, "copied", "copy_failed");
        });
    })?;
    let offer = Rc::clone(offer);
    dom::on("use-better", "click", move |_| {
        if let Some((label, room)) = better.borrow_mut().take() {
            report(&adopt(&offer, label, room), "better_used", "new_room_failed");
        }
    })
}

fn judge(text: &str, offer: &Offer, watched: &Watched, better: &mut Better) -> Result<(), JsValue> {
    let answer = check(text, &offer.settings().server, watched);
    let said = verdict::show(&answer)?;
    offer_cleaned(said.as_ref().and_then(|said| said.cleaned.as_deref()))?;
    let label = answer.ok().and_then(|checked| checked.label);
    // A label that the organisation has set stands in front of every name.
    let keeps = |label| if offer.policy.label.is_some() { offer.label() } else { label };
    suggest(label.map(keeps), offer, better)
}

/// Offers `link`, without what weakens the call, beside the one that was judged.
fn offer_cleaned(link: Option<&str>) -> Result<(), JsValue> {
    dom::element::<HtmlElement>("check-cleaned")?.set_hidden(link.is_none());
    dom::set_text("cleaned-link", link.unwrap_or_default())
}

/// Offers a room with `label`, or none.
fn suggest(label: Option<Label>, offer: &Offer, better: &mut Better) -> Result<(), JsValue> {
    let recipe = offer.settings().recipe();
    let offered =
        better.offer(label, &recipe, &mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    dom::element::<HtmlElement>("check-better")?.set_hidden(offered.is_none());
    if let Some(room) = offered {
        dom::set_text("better-name", room.name.as_str())?;
        styles::mark_language("better-name", offer.settings().style())?;
    }
    Ok(())
}

/// Makes the better name the popup's room, and leads back to it.
fn adopt(offer: &Offer, label: Label, room: Room) -> Result<(), JsValue> {
    dom::element::<HtmlInputElement>("label-input")?.set_value(label.as_str());
    offer.adopt(label, room)?;
    dom::element::<HtmlElement>("check-better")?.set_hidden(true);
    dom::element::<HtmlElement>("copy-link")?.focus()
}
