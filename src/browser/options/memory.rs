//! What is remembered: the recent rooms, and how to forget them and everything else.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::anew;
use super::rows::{self, Button};
use super::saved::{forget_undo, remember, tell};
use crate::browser::log::log;
use crate::browser::{dom, i18n, recent, storage, watching};
use crate::settings::{Done, Settings};

pub(super) fn start() -> Result<(), JsValue> {
    dom::on("forget", "click", |_| {
        if let Ok(dialog) = dialog() {
            dialog.show_modal().ok();
        }
    })?;
    dom::on("confirm-keep", "click", |_| close())?;
    dom::on("confirm-forget", "click", |_| {
        close();
        spawn_local(forget_everything());
    })
}

/// Shows the rooms that are remembered. They stay in sight when nothing more is added, to be deleted.
pub(super) fn show(settings: &Settings, rooms: &[String]) -> Result<(), JsValue> {
    dom::element::<HtmlElement>("recent")?.set_hidden(!settings.recent_rooms && rooms.is_empty());
    dom::element::<HtmlElement>("recent-none")?.set_hidden(!rooms.is_empty());
    let draw = |row: &Element, link: &String| {
        let anchor = dom::child(row, "a", "", link)?;
        [("href", &**link), ("dir", "ltr"), ("target", "_blank"), ("rel", "noreferrer")]
            .into_iter()
            .try_for_each(|(name, value)| anchor.set_attribute(name, value))
    };
    let delete: fn(String) = |link| spawn_local(delete_room(link));
    rows::show("recent-list", rooms, draw, Some(&Button::delete("options_delete_room", delete)))
}

/// No longer remembers rooms, and forgets those that are remembered.
pub(super) async fn stop_remembering() {
    let outcome = async {
        storage::change(Box::new(|settings: &mut Settings| settings.recent_rooms = false)).await?;
        recent::forget_all().await?;
        anew::show().await
    };
    let outcome = outcome.await;
    forget_undo();
    tell(&outcome, "options_recent_forgotten");
}

async fn delete_room(link: String) {
    let outcome = async {
        let used = recent::forget(&link).await?;
        remember(Done::Forgotten(link, used));
        anew::show().await
    };
    tell(&outcome.await, "options_deleted");
    // The button that was pressed is gone: the keyboard goes on with the next one.
    dom::focus("#recent-list button, #recent-rooms").ok();
}

async fn forget_everything() {
    let hosts = storage::stored().await.watched().hosts_by_choice().into_iter().map(str::to_owned).collect();
    let outcome = storage::forget_everything().await;
    forget_undo();
    // What is no longer watched needs no permission; the background takes the content script away there.
    log(watching::give_back(hosts).await);
    let outcome = match outcome {
        Ok(0) => anew::show().await,
        Ok(left) => Err(JsError::new(&format!("{left} things are still stored")).into()),
        Err(error) => Err(error),
    };
    tell(&outcome, "options_forgotten");
    if outcome.is_err()
        && let Ok(status) = dom::element::<HtmlElement>("status")
    {
        status.set_text_content(Some(&i18n::word("options_forget_failed")));
    }
}

fn dialog() -> Result<HtmlDialogElement, JsValue> {
    dom::element("confirm")
}

fn close() {
    if let Ok(dialog) = dialog() {
        dialog.close();
    }
}
