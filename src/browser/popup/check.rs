//! The field that judges a name, a link or a whole invitation as it is typed, and offers a better name.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::notice;
use super::offer::Offer;
use super::status::report;
use crate::background::Spoken;
use crate::browser::i18n;
use crate::browser::log::log;
use crate::browser::{dom, styles, webext};
use crate::jitsi::AddressError;
use crate::room::{Better, Label, Room};
use crate::settings::Watched;
use crate::text::Text;
use crate::warning::{Finding, Notice};
use crate::watch::{Checked, check};

/// How long nothing more has to be typed, in milliseconds, before the verdict is said to the ear. Letters
/// follow each other sooner than that.
const PAUSE: i32 = 800;

pub(super) fn start(offer: &Rc<Offer>, watched: Watched) -> Result<(), JsValue> {
    let input: HtmlTextAreaElement = dom::element("check-input")?;
    let better = Rc::new(RefCell::new(Better::default()));
    let (asked, suggested) = (Rc::clone(offer), Rc::clone(&better));
    let judge_typed = move || log(judge(&input.value(), &asked, &watched, &mut suggested.borrow_mut()));
    // Somebody may have typed before anything listened.
    judge_typed();
    dom::on("check-input", "input", move |_| judge_typed())?;
    for (id, event) in [("style", "change"), ("length", "input")] {
        let (offer, better) = (Rc::clone(offer), Rc::clone(&better));
        dom::on(id, event, move |_| {
            let mut better = better.borrow_mut();
            let label = better.label();
            log(suggest(label, &offer, &mut better));
        })?;
    }
    let offer = Rc::clone(offer);
    dom::on("use-better", "click", move |_| {
        if let Some((label, room)) = better.borrow_mut().take() {
            report(&adopt(&offer, label, room), "better_used", "new_room_failed");
        }
    })
}

fn judge(text: &str, offer: &Offer, watched: &Watched, better: &mut Better) -> Result<(), JsValue> {
    let verdict: HtmlElement = dom::element("check-verdict")?;
    verdict.set_hidden(text.trim().is_empty());
    let (mut label, mut title) = (None, String::new());
    match check(text, &offer.settings().server, watched) {
        Ok(checked) => {
            let said = said(&checked);
            notice::show(&verdict, &said)?;
            (label, title) = (checked.label, said.title);
        }
        Err(AddressError::Empty) => verdict.set_text_content(None),
        Err(error) => {
            verdict.remove_attribute("data-tone")?;
            title = i18n::say(&error.into());
            verdict.set_text_content(Some(&title));
        }
    }
    say_after_pause(title);
    // A label that the organisation has set stands in front of every name.
    let keeps = |label| if offer.policy.label.is_some() { offer.label() } else { label };
    suggest(label.map(keeps), offer, better)
}

/// Says `title` to the ear, unless more is typed meanwhile: who listens does not want to hear of every
/// letter, nor all that the eye may skip.
fn say_after_pause(title: String) {
    thread_local!(static TURN: Cell<u32> = const { Cell::new(0) });
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    spawn_local(async move {
        JsFuture::from(webext::after(PAUSE)).await.ok();
        if TURN.get() == turn {
            log(dom::set_text("check-said", &title));
        }
    });
}

fn said(checked: &Checked) -> Spoken {
    let mut said = Spoken::of(&Notice::of(&checked.finding), &i18n::say);
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
    let recipe = offer.settings().recipe();
    let offered =
        better.offer(label, &recipe, &mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    dom::element::<HtmlElement>("check-better")?.set_hidden(offered.is_none());
    if let Some(room) = offered {
        dom::set_text("better-name", room.name.as_str())?;
        styles::mark_language("better-name", offer.settings().style)?;
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
