//! Warnings that become smaller, and those that are off or smaller: a list, and a field for a room that it does not name.

use std::fmt;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::anew;
use super::control::{changed, input, problem, set_locked};
use super::rows::{self, Button};
use super::saved::{forget_undo, save, tell};
use crate::background::{Off, with_home};
use crate::browser::storage::{self, Stored};
use crate::browser::{dom, fading, i18n};
use crate::jitsi::Address;
use crate::memory::Change;
use crate::memory::familiar::Day;
use crate::memory::quiet::{Quiet, listed};
use crate::settings::Watched;
use crate::text::{Gap, Text};

/// A line of the list.
#[derive(Clone)]
struct Line(Quiet);

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&i18n::say(&self.0.said))
    }
}

pub(super) fn start() -> Result<(), JsValue> {
    changed("warn-less", |input| {
        if input.checked() {
            save(|watched: &mut Watched| watched.warn_less = true);
        } else {
            spawn_local(stop_fading());
        }
    })?;
    // By its button or by Enter.
    dom::on("quiet-one", "submit", |event| {
        event.prevent_default();
        spawn_local(end_one());
    })
}

pub(super) fn show(stored: &Stored, watched: &Watched) -> Result<(), JsValue> {
    input("warn-less")?.set_checked(watched.warn_less);
    set_locked("warn-less", stored.policy.warn_less.is_some())?;
    let lines: Vec<Line> = listed(stored, Day::of(js_sys::Date::now())).into_iter().map(Line).collect();
    dom::element::<HtmlElement>("quiet")?.set_hidden(lines.is_empty());
    let draw = |row: &_, line: &Line| dom::child(row, "span", "", &line.to_string()).map(drop);
    let press: fn(Line) = |line| spawn_local(end(line.0));
    let button = Button { word: "off_end", sentence: "options_off_end", press };
    rows::show("quiet-list", &lines, draw, Some(&button))
}

/// No warning becomes smaller any more, and those that have are whole again.
async fn stop_fading() {
    let outcome = async {
        fading::switch(false).await?;
        anew::show().await
    };
    let outcome = outcome.await;
    forget_undo();
    tell(&outcome, "options_saved");
}

/// The warnings are there again.
async fn end(quiet: Quiet) {
    change(quiet.ends).await;
    // The button that was pressed is gone: the keyboard goes on with the next one.
    dom::focus("#quiet:not([hidden]) button, #warn-less").ok();
}

/// The warnings about the room in the field are there again. What is not off stays in the field, and so does what is no room,
/// with the reason beside it.
async fn end_one() {
    let Ok(field) = input("quiet-room") else { return };
    let stored = storage::stored().await;
    let settings = stored.settings();
    let address = match Address::parse(&field.value(), &settings.server) {
        Ok(address) => address,
        Err(error) => return problem("quiet-room", Some(&Text::from(error))),
    };
    let watched = with_home(stored.watched(), &settings);
    let off = Off::at(&address.link(), &watched, false, Day::of(js_sys::Date::now()));
    let Some(off) = off.filter(|off| off.can_end(&stored)) else {
        let not = Text::with("options_off_not", [Gap::place(&address.readable())]);
        return problem("quiet-room", Some(&not));
    };
    problem("quiet-room", None);
    if change(off.end(&stored)).await {
        field.set_value("");
    }
    dom::focus("#quiet:not([hidden]) #quiet-room, #warn-less").ok();
}

/// Carries out what brings warnings back, and says so; whether all went well.
async fn change(changes: Vec<Change>) -> bool {
    let outcome = async {
        storage::carry_out_all(changes).await?;
        anew::show().await
    };
    let outcome = outcome.await;
    forget_undo();
    tell(&outcome, "options_off_ended");
    outcome.is_ok()
}
