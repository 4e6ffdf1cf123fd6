//! Warnings about the page in the current tab that the user has put away: made to last, or ended, here and nowhere else.

use std::rc::Rc;

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement};

use super::status;
use crate::background::Off;
use crate::browser::storage::{self, Stored};
use crate::browser::{dom, fading, i18n, tabs};
use crate::memory::Change;

pub(super) fn start(off: Off, tab: Option<i32>, stored: &Stored) -> Result<(), JsValue> {
    show(&off, stored)?;
    let off = Rc::new(off);
    let last = Rc::clone(&off);
    dom::on("off-last", "click", move |_| {
        act(&last, tab, |off, stored| {
            off.last(stored, &mut SysRng).map_err(|error| JsError::new(&error.to_string()).into())
        });
    })?;
    dom::on("off-less", "change", move |_| {
        if let Ok(tick) = dom::element::<HtmlInputElement>("off-less") {
            spawn_local(async move { wants_less(tick).await });
        }
    })?;
    dom::on("off-end", "click", move |_| act(&off, tab, |off, stored| Ok(off.end(stored))))
}

/// Keeps whether the user wants smaller warnings from now on.
async fn wants_less(tick: HtmlInputElement) {
    let wants = tick.checked();
    if fading::switch(wants).await.is_err() {
        tick.set_checked(!wants);
        status::say("options_save_failed", false);
    }
}

/// Carries out what is decided by what is stored now, and shows what came of it: here, on the icon and in the page.
fn act(
    off: &Rc<Off>,
    tab: Option<i32>,
    decide: impl FnOnce(&Off, &Stored) -> Result<Vec<Change>, JsValue> + 'static,
) {
    let off = Rc::clone(off);
    spawn_local(async move {
        let changed = async {
            storage::carry_out_all(decide(&off, &storage::stored().await)?).await?;
            show(&off, &storage::stored().await)?;
            if let Some(tab) = tab {
                tabs::look_again(tab).await;
            }
            dom::focus("#off-said")
        };
        if changed.await.is_err() {
            status::say("options_save_failed", false);
        }
    });
}

/// Shows what is off; that nothing is any more, once something was.
fn show(off: &Off, stored: &Stored) -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("off")?;
    let said = off.said(stored);
    if said.is_none() && place.hidden() {
        return Ok(());
    }
    dom::set_text("off-said", &i18n::say(&said.clone().unwrap_or_else(|| off.ended())))?;
    let is_free = stored.policy.warn_less.is_none();
    dom::element::<HtmlElement>("off-less-setting")?.set_hidden(!is_free || !off.offers_less(stored));
    dom::element::<HtmlElement>("off-last")?.set_hidden(!off.can_last(stored));
    dom::element::<HtmlElement>("off-end")?.set_hidden(!off.can_end(stored));
    place.set_hidden(false);
    // What was switched off on purpose is no alarm.
    dom::element::<HtmlElement>("tab")?
        .toggle_attribute_with_force("data-off", off.is_on_purpose(stored))
        .map(drop)
}
