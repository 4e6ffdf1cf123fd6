//! What names are made of, and how long they are.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlSelectElement};

use super::control::{changed, input, set_locked};
use super::saved::save;
use crate::browser::log::log;
use crate::browser::{dom, i18n, styles, webext};
use crate::room::{Recipe, Style};
use crate::settings::{Policy, Settings};
use crate::text::Text;

/// The slider of each kind of length.
const LENGTHS: [&str; 2] = ["words", "characters"];

pub(super) fn start() -> Result<(), JsValue> {
    let words = Style::usual_in(&webext::ui_language());
    for (id, style) in [("style-words", words), ("style-characters", Style::Characters)] {
        changed(id, move |_| save(move |settings: &mut Settings| settings.style = Some(style)))?;
    }
    let lists: HtmlSelectElement = dom::element("word-list")?;
    styles::offer(&lists, Style::ALL.into_iter().filter(|style| matches!(style, Style::Words(_))))?;
    let chosen = lists.clone();
    dom::on("word-list", "change", move |_| {
        if let Ok(style) = Style::try_from(chosen.value()) {
            save(move |settings: &mut Settings| settings.style = Some(style));
        }
    })?;
    for id in LENGTHS {
        let (slider, lists) = (input(id)?, lists.clone());
        // The list in sight; in the other style there is none.
        let style = move || match id {
            "words" => Style::try_from(lists.value()).unwrap_or_default(),
            _ => Style::Characters,
        };
        let shown = style.clone();
        dom::on(id, "input", move |_| {
            log(show_length(id, shown(), length(&slider.value(), shown())));
        })?;
        changed(id, move |slider| {
            let (style, value) = (style(), slider.value());
            save(move |settings: &mut Settings| settings.choose_length(style, length(&value, style)));
        })?;
    }
    Ok(())
}

pub(super) fn show(settings: &Settings, policy: &Policy) -> Result<(), JsValue> {
    let chosen = settings.style();
    input("style-words")?.set_checked(matches!(chosen, Style::Words(_)));
    input("style-characters")?.set_checked(chosen == Style::Characters);
    set_locked("style", policy.style.is_some())?;
    let lists: HtmlSelectElement = dom::element("word-list")?;
    lists.set_hidden(chosen == Style::Characters);
    lists.set_value(chosen.id());
    for id in LENGTHS {
        let style = style_of(id, chosen);
        let recipe = Settings { style: Some(style), ..settings.clone() }.recipe();
        let slider = input(id)?;
        slider.set_min(&style.lengths().start().to_string());
        slider.set_max(&style.lengths().end().to_string());
        slider.set_value(&recipe.length().to_string());
        show_length(id, style, recipe.length())?;
        dom::element::<HtmlElement>(&format!("{id}-setting"))?.set_hidden(chosen != style);
        set_locked(id, policy.length(style).is_some())?;
    }
    Ok(())
}

/// The style that the slider `id` is about: the `chosen` one, or the usual one of its kind.
fn style_of(id: &str, chosen: Style) -> Style {
    match (id, chosen) {
        ("words", words @ Style::Words(_)) => words,
        ("words", Style::Characters) => Style::default(),
        _ => Style::Characters,
    }
}

fn length(value: &str, style: Style) -> u8 {
    value.parse().unwrap_or_else(|_| style.default_length())
}

/// Says what a length means.
fn show_length(id: &str, style: Style, length: u8) -> Result<(), JsValue> {
    let bits = Recipe::new(style, length, "").unwrap_or_default().bits();
    dom::set_text(&format!("{id}-count"), &i18n::number(length.into()))?;
    dom::set_text(&format!("{id}-strength"), &i18n::say(&Text::of_strength("options_strength", bits)))
}
