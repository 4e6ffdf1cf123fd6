//! The field that judges a name, a link or a whole invitation as it is typed, and offers a better name.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::notice;
use super::offer::Offer;
use super::status::{log, report};
use crate::browser::dom;
use crate::browser::i18n::{self, spoken};
use crate::jitsi::AddressError;
use crate::room::{Label, Room};
use crate::watch::{Checked, Finding, Notice, Text, Watched, check};

/// The better name that is offered. What was drawn for it stays while its label follows what is typed.
#[derive(Default)]
struct Better {
    drawn: Option<Room>,
    offered: Option<(Label, Room)>,
}

pub(super) fn start(offer: &Rc<Offer>, watched: Watched) -> Result<(), JsValue> {
    let input: HtmlTextAreaElement = dom::element("check-input")?;
    let better = Rc::new(RefCell::new(Better::default()));
    let (asked, suggested) = (Rc::clone(offer), Rc::clone(&better));
    let judge_typed = move || log(judge(&input.value(), &asked, &watched, &mut suggested.borrow_mut()));
    // Somebody may have typed before anything listened.
    judge_typed();
    dom::on("check-input", "input", move |_| judge_typed())?;
    let offer = Rc::clone(offer);
    dom::on("use-better", "click", move |_| {
        if let Some((label, room)) = better.take().offered {
            report(&adopt(&offer, label, room), "better_used", "new_room_failed");
        }
    })
}

fn judge(text: &str, offer: &Offer, watched: &Watched, better: &mut Better) -> Result<(), JsValue> {
    let verdict: HtmlElement = dom::element("check-verdict")?;
    verdict.set_hidden(text.trim().is_empty());
    let mut label = None;
    match check(text, &offer.settings().server, watched) {
        Ok(checked) => {
            notice::show(&verdict, &said(&checked))?;
            label = checked.label;
        }
        Err(AddressError::Empty) => verdict.set_text_content(None),
        Err(error) => {
            verdict.remove_attribute("data-tone")?;
            verdict.set_text_content(Some(&i18n::say(&error.into())));
        }
    }
    // A label that the organisation has set stands in front of every name.
    let keeps = |label| if offer.policy.label.is_some() { offer.label() } else { label };
    suggest(label.map(keeps), offer, better)
}

fn said(checked: &Checked) -> crate::browser::message::Spoken {
    let mut said = spoken(&Notice::of(&checked.finding));
    let mut add = |text: Text| said.reasons.push(i18n::say(&text));
    if let Finding::Room(room) = &checked.finding {
        add(Text::with("check_bits", [i18n::bits(room.assessment.bits)]));
    }
    if let Some(server) = checked.unknown_server() {
        add(Text::with("check_unknown_server", [server.to_string()]));
    }
    if !checked.others.is_empty() {
        add(Text::with("check_others", [checked.others.join(" · ")]));
    }
    said
}

/// Offers a room with `label`, or none.
fn suggest(label: Option<Label>, offer: &Offer, better: &mut Better) -> Result<(), JsValue> {
    better.offered = match label {
        Some(label) => {
            let drawn = match better.drawn.take() {
                Some(drawn) => drawn,
                None => offer.another(&Label::default())?,
            };
            let room = drawn.with_label(&label);
            better.drawn = Some(drawn);
            dom::set_text("better-name", room.name.as_str())?;
            Some((label, room))
        }
        None => None,
    };
    dom::element::<HtmlElement>("check-better")?.set_hidden(better.offered.is_none());
    Ok(())
}

/// Makes the better name the popup's room, and leads back to it.
fn adopt(offer: &Offer, label: Label, room: Room) -> Result<(), JsValue> {
    dom::element::<HtmlInputElement>("label-input")?.set_value(label.as_str());
    offer.adopt(label, room)?;
    dom::element::<HtmlElement>("check-better")?.set_hidden(true);
    dom::element::<HtmlElement>("copy-link")?.focus()
}
