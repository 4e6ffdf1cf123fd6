//! What the name is made of, and what the link sets. A change shows at once and is remembered as a setting;
//! the label is not, for it may tell what a call is about.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::offer::Offer;
use super::saved::save;
use super::{server, view};
use crate::browser::choices::{CHOICES, Choice};
use crate::browser::log::log;
use crate::browser::{ability, dom, i18n, styles};
use crate::jitsi::Title;
use crate::room::{LABEL_MAX, Label, LabelTooLong, Style};
use crate::settings::Policy;
use crate::text::{Gap, Text};

pub(super) fn start(offer: &Rc<Offer>) -> Result<(), JsValue> {
    view::on_open("to-change", || Ok(()))?;
    start_label(offer)?;
    start_title(offer)?;
    start_style(offer)?;
    start_length(offer)?;
    start_choices(offer)?;
    ability::show("ability")?;
    lock(&offer.policy)
}

fn start_label(offer: &Rc<Offer>) -> Result<(), JsValue> {
    let input: HtmlInputElement = dom::element("label-input")?;
    input.set_value(offer.label().as_str());
    let offer = Rc::clone(offer);
    dom::on("label-input", "input", move |_| {
        let typed = input.value();
        let label = Label::new(&typed);
        log(explain(&input, &typed, &label));
        if let Ok(label) = label {
            log(offer.relabel(label));
        }
    })
}

fn start_title(offer: &Rc<Offer>) -> Result<(), JsValue> {
    let input: HtmlInputElement = dom::element("title-input")?;
    let offer = Rc::clone(offer);
    dom::on("title-input", "input", move |_| log(offer.retitle(Title::new(&input.value()))))
}

/// Says why what was typed is no label. The room stays as it was.
fn explain(
    input: &HtmlInputElement,
    typed: &str,
    label: &Result<Label, LabelTooLong>,
) -> Result<(), JsValue> {
    let error = match label {
        Err(LabelTooLong { length }) => Some(Text::with("label_error_too_long", [*length, LABEL_MAX])),
        Ok(label) if label.as_str().is_empty() && !typed.trim().is_empty() => {
            Some(Text::new("label_error_nothing"))
        }
        Ok(_) => None,
    };
    input.set_attribute("aria-invalid", if error.is_some() { "true" } else { "false" })?;
    dom::set_text("label-error", &error.map(|error| i18n::say(&error)).unwrap_or_default())
}

fn start_style(offer: &Rc<Offer>) -> Result<(), JsValue> {
    let select: HtmlSelectElement = dom::element("style")?;
    let chosen = offer.settings().style();
    styles::offer(&select, Style::ALL)?;
    select.set_value(chosen.id());
    let offer = Rc::clone(offer);
    dom::on("style", "change", move |_| {
        let Ok(style) = Style::try_from(select.value()) else { return };
        log(offer.reshape(|settings| settings.style = Some(style)));
        log(show_length(&offer));
        save(Box::new(move |settings| settings.style = Some(style)));
    })
}

fn start_length(offer: &Rc<Offer>) -> Result<(), JsValue> {
    show_length(offer)?;
    let slider: HtmlInputElement = dom::element("length")?;
    let (shown, chosen, sliding) = (Rc::clone(offer), Rc::clone(offer), slider.clone());
    dom::on("length", "input", move |_| {
        if let Ok(length) = sliding.value().parse() {
            let style = shown.settings().style();
            log(shown.reshape(|settings| settings.choose_length(style, length)));
            log(show_length(&shown));
        }
    })?;
    dom::on("length", "change", move |_| {
        if let Ok(length) = slider.value().parse() {
            // The style in sight, which need not be the one that is stored.
            let style = chosen.settings().style();
            save(Box::new(move |settings| settings.choose_length(style, length)));
        }
    })
}

/// Shows how long a name is and how strong that makes it.
fn show_length(offer: &Offer) -> Result<(), JsValue> {
    let settings = offer.settings();
    let (style, recipe) = (settings.style(), settings.recipe());
    let slider: HtmlInputElement = dom::element("length")?;
    let (min, max) = style.lengths().into_inner();
    slider.set_min(&min.to_string());
    slider.set_max(&max.to_string());
    slider.set_value(&recipe.length().to_string());
    slider.set_disabled(offer.policy.length(style).is_some());
    dom::element::<HtmlElement>("change-locked")?.set_hidden(!is_locked(offer));
    let (name, value) = match style {
        Style::Words(_) => ("options_words", "length_words"),
        Style::Characters => ("options_characters", "length_characters"),
    };
    let (length, bits) = (recipe.length(), recipe.bits());
    slider.set_attribute("aria-valuetext", &i18n::say(&Text::with(value, [Gap::Number(length.into())])))?;
    dom::set_text("length-label", &i18n::word(name))?;
    dom::set_text("length-count", &i18n::number(length.into()))?;
    dom::set_text("length-strength", &i18n::say(&Text::of_strength("options_strength", bits)))
}

fn start_choices(offer: &Rc<Offer>) -> Result<(), JsValue> {
    let mut options = offer.settings().link_options;
    for Choice { id, of, .. } in CHOICES {
        let checkbox: HtmlInputElement = dom::element(id)?;
        checkbox.set_checked(*of(&mut options));
        let offer = Rc::clone(offer);
        dom::on(id, "change", move |_| {
            let on = checkbox.checked();
            log(offer.relink(|settings| *of(&mut settings.link_options) = on));
            save(Box::new(move |settings| *of(&mut settings.link_options) = on));
        })?;
    }
    Ok(())
}

/// The controls that the administrator may have set, with whether that is so; the length goes by the style.
fn locks(policy: &Policy) -> impl Iterator<Item = (&'static str, bool)> {
    [("label-input", policy.label.is_some()), ("style", policy.style.is_some())]
        .into_iter()
        .chain(CHOICES.map(|Choice { id, policy: set, .. }| (id, set(policy).is_some())))
}

/// Whether the administrator has set anything here.
fn is_locked(offer: &Offer) -> bool {
    let policy = &offer.policy;
    let is_set = policy.length(offer.settings().style()).is_some() || locks(policy).any(|(_, locked)| locked);
    is_set || server::is_locked(offer)
}

/// What the administrator has set cannot be changed.
fn lock(policy: &Policy) -> Result<(), JsValue> {
    for (id, locked) in locks(policy) {
        dom::element::<Element>(id)?.toggle_attribute_with_force("disabled", locked)?;
    }
    Ok(())
}
