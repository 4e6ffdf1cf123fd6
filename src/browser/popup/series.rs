//! A calendar file with a new room for each date.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement};

use super::every;
use super::offer::Offer;
use crate::browser::log::log;
use crate::browser::{dom, i18n};
use crate::share::{Civil, DATES_MAX, Series};
use crate::text::{Gap, Text};

pub(super) fn start() -> Result<(), JsValue> {
    every::fill("series-every")?;
    dom::element::<HtmlInputElement>("series-dates")?.set_max(&DATES_MAX.to_string());
    dom::on("meeting-series", "change", |_| log(show()))
}

/// Offers a series of the room that is offered, and of no other.
pub(super) fn offer_for(other: bool) -> Result<(), JsValue> {
    dom::element::<HtmlElement>("series")?.set_hidden(other);
    if other {
        dom::element::<HtmlInputElement>("meeting-series")?.set_checked(false);
    }
    show()
}

/// Shows what there is to choose. A calendar on the web takes one date at a time.
fn show() -> Result<(), JsValue> {
    let wanted = is_wanted();
    dom::element::<HtmlElement>("series-choices")?.set_hidden(!wanted);
    for id in ["calendar-google", "calendar-outlook", "calendar-note"] {
        dom::element::<HtmlElement>(id)?.set_hidden(wanted);
    }
    Ok(())
}

/// Whether each date is to have a room of its own.
pub(super) fn is_wanted() -> bool {
    dom::element::<HtmlInputElement>("meeting-series").is_ok_and(|tick| tick.checked())
}

/// The dates that were chosen, the first one at `start`; `None` where they are none, which is said.
pub(super) fn starts(start: Civil) -> Result<Option<Vec<Civil>>, JsValue> {
    let input: HtmlInputElement = dom::element("series-dates")?;
    let dates = input.value().trim().parse().unwrap_or_default();
    let series = Series::new(every::days("series-every")?, dates);
    let error = Text::with("series_error", [Gap::Number(2), Gap::Number(DATES_MAX)]);
    let error = if series.is_none() { i18n::say(&error) } else { String::new() };
    dom::set_text("meeting-error", &error)?;
    Ok(series.map(|series| series.starts(start).collect()))
}

/// The links of so many rooms: the one that is offered, and new ones like it, which are kept nowhere.
pub(super) fn links(offer: &Rc<Offer>, count: usize) -> Result<Vec<String>, JsValue> {
    let new = (1..count).map(|_| Ok(offer.link_of(&offer.another(offer.label())?)));
    [Ok(offer.link())].into_iter().chain(new).collect()
}
