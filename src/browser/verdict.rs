//! What is said of a text that somebody asked about: in the popup, and on the page that shows the judge alone.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement};

use super::log::log;
use super::{dom, i18n, webext};
use crate::check::{Checked, Said, Unjudged};
use crate::text::{Gap, Text, Tone};

/// Time without typing after which the verdict is said to the ear, in milliseconds. Chosen because letters follow each
/// other sooner than that.
const PAUSE: i32 = 800;

/// The tone as an attribute for the style sheet; what is said says the same in words.
const TONE: &str = "data-tone";

/// Where a button that stands for a name keeps it.
const NAME: &str = "data-name";

/// Has `judge` judge what stands in `#check-input`, from now on whenever that changes, and each of the names that are
/// offered when somebody presses its button.
pub(super) fn on_asked(judge: impl Fn(&str) + 'static) -> Result<(), JsValue> {
    let field: HtmlTextAreaElement = dom::element("check-input")?;
    // Somebody may have typed before anything listened.
    judge(&field.value());
    let judge = Rc::new(judge);
    let (typed, judge_typed) = (field.clone(), Rc::clone(&judge));
    dom::on("check-input", "input", move |_| judge_typed(&typed.value()))?;
    dom::on("check-names", "click", move |event| {
        if let Some(name) = named(&event) {
            field.set_value(&name);
            judge(&name);
            log(field.focus());
        }
    })
}

/// The name that the button stands for which was pressed.
fn named(event: &Event) -> Option<String> {
    event.target()?.dyn_into::<Element>().ok()?.get_attribute(NAME)
}

/// Marks `place` with `tone`, or with none.
pub(super) fn mark(place: &Element, tone: Option<Tone>) -> Result<(), JsValue> {
    match tone {
        Some(tone) => {
            let tone = serde_wasm_bindgen::to_value(&tone)?.as_string().unwrap_or_default();
            place.set_attribute(TONE, &tone)
        }
        None => place.remove_attribute(TONE),
    }
}

/// Shows `answer` in `#check-verdict`, why in `#check-reasons`, which `#check-why` folds, and in `#check-names` names that
/// could be judged instead; says its title to the ear in `#check-said`, as a heading of what follows. Gives what is said;
/// `None` where nothing was asked.
pub(super) fn show(answer: &Result<Checked, Unjudged>) -> Result<Option<Said>, JsValue> {
    let said = (!answer.as_ref().is_err_and(Unjudged::is_empty)).then(|| Said::of(answer));
    let place: HtmlElement = dom::element("check-verdict")?;
    place.set_hidden(said.is_none());
    place.set_text_content(None);
    mark(&place, said.as_ref().and_then(|said| said.tone))?;
    if let Some(said) = &said {
        fill(&place, said)?;
    }
    explain(said.as_ref())?;
    offer_names(said.as_ref().map_or(&[], |said| &said.names))?;
    say_after_pause(said.iter().map(|said| i18n::say(&said.title)).collect());
    Ok(said)
}

fn fill(place: &Element, said: &Said) -> Result<(), JsValue> {
    // The ear has it from `#check-said`, and once is enough.
    dom::child(place, "p", "title", &i18n::say(&said.title))?.set_attribute("aria-hidden", "true")?;
    if let Some(room) = &said.place {
        dom::child(place, "p", "place", &i18n::say(room))?;
    }
    list(place, &written(&said.notes))
}

/// Says why, to those who unfold it.
fn explain(said: Option<&Said>) -> Result<(), JsValue> {
    let said = said.filter(|said| !said.reasons.is_empty());
    dom::element::<HtmlElement>("check-why")?.set_hidden(said.is_none());
    let place: Element = dom::element("check-reasons")?;
    place.set_text_content(None);
    let Some(said) = said else { return Ok(()) };
    list(&place, &written(&said.reasons))?;
    if let Some(advice) = &said.advice {
        dom::child(&place, "p", "advice", &i18n::say(advice))?;
    }
    Ok(())
}

fn written(sentences: &[Text]) -> Vec<String> {
    sentences.iter().map(i18n::say).collect()
}

/// Adds a list of `sentences` to `place`, if there are any.
pub(super) fn list(place: &Element, sentences: &[String]) -> Result<(), JsValue> {
    if sentences.is_empty() {
        return Ok(());
    }
    dom::fill(&dom::child(place, "ul", "reasons", "")?, "li", sentences)
}

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

/// Says `title`, if there is one, to the ear, unless more is typed meanwhile: somebody who listens does not want to
/// hear of every letter, nor all that the eye may skip.
fn say_after_pause(title: Vec<String>) {
    thread_local!(static TURN: Cell<u32> = const { Cell::new(0) });
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    spawn_local(async move {
        JsFuture::from(webext::after(PAUSE)).await.ok();
        if TURN.get() == turn {
            log(dom::element::<Element>("check-said").and_then(|place| dom::fill(&place, "h3", &title)));
        }
    });
}
