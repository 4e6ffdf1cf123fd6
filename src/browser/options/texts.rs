//! The settings that are typed: the server and the beginning of names.

use wasm_bindgen::prelude::*;

use super::control::{changed, input, problem, set_locked};
use super::saved::save;
use crate::browser::{dom, i18n};
use crate::jitsi::Server;
use crate::room::{LABEL_MAX, Label, LabelTooLong};
use crate::settings::{Policy, Settings};
use crate::text::Text;

pub(super) fn start() -> Result<(), JsValue> {
    changed("server", |input| {
        let typed = input.value();
        // An empty field is the way back.
        let read = if typed.trim().is_empty() { Ok(Server::default()) } else { Server::parse(&typed) };
        match read {
            Ok(server) => {
                problem("server", None);
                save(move |settings: &mut Settings| settings.server = server);
            }
            Err(error) => problem("server", Some(&Text::from(error))),
        }
    })?;
    changed("label", |input| {
        let typed = input.value().trim().to_owned();
        match Label::new(&typed) {
            Ok(label) if label.as_str().is_empty() && !typed.is_empty() => {
                problem("label", Some(&Text::new("label_error_nothing")));
            }
            Ok(_) => {
                problem("label", None);
                save(move |settings: &mut Settings| settings.label = typed);
            }
            Err(LabelTooLong { length }) => {
                problem("label", Some(&Text::with("options_label_too_long", [length, LABEL_MAX])));
            }
        }
    })
}

pub(super) fn show(settings: &Settings, policy: &Policy) -> Result<(), JsValue> {
    fill("server", &settings.server.written())?;
    set_locked("server", policy.server.is_some())?;
    // Letters of other scripts can look like Latin ones; their ASCII form tells the two apart.
    dom::set_text("server-note", &i18n::both_spellings(&settings.server).unwrap_or_default())?;

    fill("label", settings.usual_label())?;
    set_locked("label", policy.label.is_some())?;
    let label = Label::new(settings.usual_label()).unwrap_or_default();
    let beginning = match label.as_str() {
        "" => String::new(),
        label => i18n::say(&Text::with("options_label_result", [format!("{label}-")])),
    };
    dom::set_text("label-note", &beginning)
}

/// Writes what holds into a field, unless the user is still mending what it says.
fn fill(id: &str, value: &str) -> Result<(), JsValue> {
    let input = input(id)?;
    if !input.has_attribute("aria-invalid") {
        input.set_value(value);
    }
    Ok(())
}
