//! The field that judges a name, a link or a whole invitation as it is typed, and offers a better name.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use super::notice;
use super::offer::Offer;
use super::status::report;
use crate::browser::i18n;
use crate::browser::log::log;
use crate::browser::{dom, styles, webext};
use crate::check::{Said, Unjudged, check};
use crate::room::{Better, Label, Room};
use crate::settings::Watched;
use crate::text::{Gap, Text};

/// Time without typing after which the verdict is said to the ear, in milliseconds. Chosen because letters follow each
/// other sooner than that.
const PAUSE: i32 = 800;

pub(super) fn start(offer: &Rc<Offer>, watched: Watched) -> Result<(), JsValue> {
    let input: HtmlTextAreaElement = dom::element("check-input")?;
    let better = Rc::new(RefCell::new(Better::default()));
    let (asked, suggested) = (Rc::clone(offer), Rc::clone(&better));
    let field = input.clone();
    let judge_typed =
        Rc::new(move || log(judge(&field.value(), &asked, &watched, &mut suggested.borrow_mut())));
    // Somebody may have typed before anything listened.
    judge_typed();
    let judge_name = Rc::clone(&judge_typed);
    dom::on("check-input", "input", move |_| judge_typed())?;
    dom::on("check-names", "click", move |event| {
        if let Some(name) = named(&event) {
            input.set_value(&name);
            judge_name();
            log(input.focus());
        }
    })?;
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
    let verdict: HtmlElement = dom::element("check-verdict")?;
    verdict.set_hidden(text.trim().is_empty());
    let answer = check(text, &offer.settings().server, watched);
    let mut title = String::new();
    if answer.as_ref().is_err_and(Unjudged::is_empty) {
        verdict.set_text_content(None);
        offer_names(&[])?;
        offer_cleaned(None)?;
    } else {
        let said = Said::of(&answer);
        title = i18n::say(&said.title);
        show(&verdict, &said)?;
        offer_names(&said.names)?;
        offer_cleaned(said.cleaned.as_deref())?;
    }
    say_after_pause(title);
    let label = answer.ok().and_then(|checked| checked.label);
    // A label that the organisation has set stands in front of every name.
    let keeps = |label| if offer.policy.label.is_some() { offer.label() } else { label };
    suggest(label.map(keeps), offer, better)
}

/// Shows `said` in `verdict`.
fn show(verdict: &Element, said: &Said) -> Result<(), JsValue> {
    notice::mark(verdict, said.tone)?;
    verdict.set_text_content(None);
    dom::child(verdict, "p", "title", &i18n::say(&said.title))?;
    if let Some(place) = &said.place {
        dom::child(verdict, "p", "place", &i18n::say(place))?;
    }
    let reasons: Vec<String> = said.reasons.iter().map(i18n::say).collect();
    if !reasons.is_empty() {
        dom::fill(&dom::child(verdict, "ul", "reasons", "")?, "li", &reasons)?;
    }
    if let Some(advice) = &said.advice {
        dom::child(verdict, "p", "advice", &i18n::say(advice))?;
    }
    Ok(())
}

/// Where a button that stands for a name keeps it.
const NAME: &str = "data-name";

/// Offers to judge one of `names` instead.
fn offer_names(names: &[String]) -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("check-names")?;
    place.set_hidden(names.is_empty());
    place.set_text_content(None);
    for name in names {
        let label = i18n::say(&Text::with("check_judge_name", [Gap::quoted(name)]));
        let button = dom::child(&place, "button", "", &label)?;
        button.set_attribute("type", "button")?;
        button.set_attribute(NAME, name)?;
    }
    Ok(())
}

/// Offers `link`, without what weakens the call, beside the one that was judged.
fn offer_cleaned(link: Option<&str>) -> Result<(), JsValue> {
    dom::element::<HtmlElement>("check-cleaned")?.set_hidden(link.is_none());
    dom::set_text("cleaned-link", link.unwrap_or_default())
}

/// The name that the button stands for which was pressed.
fn named(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute(NAME)
}

/// Says `title` to the ear, unless more is typed meanwhile: somebody who listens does not want to hear of every
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
