//! What is remembered: the recent rooms, and how to forget them and everything else.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::saved::{Undo, forget_undo, remember, tell};
use crate::browser::{dom, i18n, recent, storage, watching};
use crate::watch::{Settings, Text};

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
pub(super) fn show(settings: &Settings, rooms: Vec<String>) -> Result<(), JsValue> {
    dom::element::<HtmlElement>("recent")?.set_hidden(!settings.recent_rooms && rooms.is_empty());
    dom::element::<HtmlElement>("recent-none")?.set_hidden(!rooms.is_empty());
    let list: Element = dom::element("recent-list")?;
    list.set_text_content(None);
    for link in rooms {
        let item = dom::child(&list, "li", "", "")?;
        let anchor = dom::child(&item, "a", "", &link)?;
        for (name, value) in [("href", &*link), ("dir", "ltr"), ("target", "_blank"), ("rel", "noreferrer")] {
            anchor.set_attribute(name, value)?;
        }
        let delete = dom::child(&item, "button", "", &i18n::word("options_delete"))?;
        delete.set_attribute("type", "button")?;
        let label = i18n::say(&Text::with("options_delete_room", [link.clone()]));
        delete.set_attribute("aria-label", &label)?;
        let act = Closure::<dyn FnMut()>::new(move || spawn_local(delete_room(link.clone())));
        delete.add_event_listener_with_callback("click", act.into_js_value().unchecked_ref())?;
    }
    Ok(())
}

/// No longer remembers rooms, and forgets those that are remembered.
pub(super) async fn stop_remembering() {
    let outcome = async {
        storage::change(Box::new(|settings: &mut Settings| settings.recent_rooms = false)).await?;
        recent::forget_all().await?;
        super::show().await
    };
    let outcome = outcome.await;
    forget_undo();
    tell(&outcome, "options_recent_forgotten");
}

async fn delete_room(link: String) {
    let outcome = async {
        let used = recent::forget(&link).await?;
        remember(Undo::Room(link, used));
        super::show().await
    };
    tell(&outcome.await, "options_deleted");
    // The button that was pressed is gone: the keyboard goes on with the next one.
    let next =
        dom::document().and_then(|document| document.query_selector("#recent-list button, #recent-rooms"));
    if let Ok(Some(next)) = next
        && let Ok(next) = next.dyn_into::<HtmlElement>()
    {
        next.focus().ok();
    }
}

async fn forget_everything() {
    let hosts = storage::watched().await.hosts_by_choice().into_iter().map(str::to_owned).collect();
    let outcome = storage::forget_everything().await;
    forget_undo();
    // What is no longer watched needs no permission; the background takes the content script away there.
    if let Err(error) = watching::give_back(hosts).await {
        web_sys::console::error_1(&error);
    }
    let outcome = match outcome {
        Ok(0) => super::show().await,
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
