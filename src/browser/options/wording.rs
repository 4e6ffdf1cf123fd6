//! What names are made of, and how long they are.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::control::{changed, input, lock, write};
use super::saved::save;
use crate::browser::{dom, i18n};
use crate::room::{Recipe, Style};
use crate::watch::{Policy, Settings, Text};

/// The slider of each style's length.
const LENGTHS: [(&str, Style); 2] = [("words", Style::Words), ("characters", Style::Characters)];

pub(super) fn start() -> Result<(), JsValue> {
    for (id, style) in [("style-words", Style::Words), ("style-characters", Style::Characters)] {
        changed(id, move |_| save(move |settings: &mut Settings| settings.style = style))?;
    }
    for (id, style) in LENGTHS {
        let slider = input(id)?;
        dom::on(id, "input", move |_| {
            if let Err(error) = show_length(id, style, length(&slider.value(), style)) {
                web_sys::console::error_1(&error);
            }
        })?;
        changed(id, move |slider| {
            let length = Some(length(&slider.value(), style));
            save(move |settings: &mut Settings| match style {
                Style::Words => settings.words = length,
                Style::Characters => settings.characters = length,
            });
        })?;
    }
    Ok(())
}

pub(super) fn show(settings: &Settings, policy: &Policy) -> Result<(), JsValue> {
    input("style-words")?.set_checked(settings.style == Style::Words);
    input("style-characters")?.set_checked(settings.style == Style::Characters);
    lock("style", policy.style.is_some())?;
    for (id, style) in LENGTHS {
        let recipe = Settings { style, ..settings.clone() }.recipe("").unwrap_or_default();
        let slider = input(id)?;
        slider.set_min(&style.lengths().start().to_string());
        slider.set_max(&style.lengths().end().to_string());
        slider.set_value(&recipe.length().to_string());
        show_length(id, style, recipe.length())?;
        dom::element::<HtmlElement>(&format!("{id}-setting"))?.set_hidden(settings.style != style);
        let set = match style {
            Style::Words => policy.words,
            Style::Characters => policy.characters,
        };
        lock(id, set.is_some())?;
    }
    Ok(())
}

fn length(value: &str, style: Style) -> u8 {
    value.parse().unwrap_or_else(|_| style.default_length())
}

/// Says what a length means.
fn show_length(id: &str, style: Style, length: u8) -> Result<(), JsValue> {
    let bits = Recipe::new(style, length, "").unwrap_or_default().bits();
    write(&format!("{id}-count"), &length.to_string())?;
    write(&format!("{id}-strength"), &i18n::say(&Text::with("options_strength", [bits.to_string()])))
}
