//! The servers to choose from: a list with a note each, and as a file.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Element};

use super::anew;
use super::control::{input, problem, set_locked};
use super::files::{Taken, on_chosen};
use super::rows::{self, Button};
use super::saved::{remember, tell};
use crate::browser::{dom, file, storage};
use crate::jitsi::Server;
use crate::settings::{Listed, Policy, SERVERS_MAX, ServersFile, Settings};
use crate::text::Text;

pub(super) fn start() -> Result<(), JsValue> {
    // By its button or by Enter.
    dom::on("list-server", "submit", |event| {
        event.prevent_default();
        spawn_local(add());
    })?;
    dom::on("servers-save", "click", |_| {
        spawn_local(async {
            let file = ServersFile::of(storage::stored().await.settings().servers);
            tell(&file::save_json(&file, "hushroom-servers.json"), "options_rooms_saved");
        });
    })?;
    on_chosen("servers", "options_servers_taken", take)
}

pub(super) fn show(settings: &Settings, policy: &Policy) -> Result<(), JsValue> {
    let is_locked = policy.servers.is_some();
    let delete: fn(Listed) = |listed| spawn_local(delete(listed));
    let delete = (!is_locked).then_some(Button::delete("options_servers_delete", delete));
    rows::show("servers", settings.servers.as_slice(), draw, delete.as_ref())?;
    set_locked("servers", is_locked)
}

fn draw(row: &Element, listed: &Listed) -> Result<(), JsValue> {
    let server = listed.server();
    let place = dom::child(row, "div", "", "")?;
    // Letters of other scripts can look like Latin ones; their ASCII form tells the two apart.
    let written = server.unicode().map(|unicode| format!(" ({unicode})")).unwrap_or_default();
    dom::child(&place, "bdi", "", &format!("{server}{written}"))?;
    if !listed.note().is_empty() {
        dom::child(&place, "p", "hint", listed.note())?.set_attribute("dir", "auto")?;
    }
    Ok(())
}

/// What is said where a list has no place.
fn full() -> Text {
    Text::with("options_servers_full", [SERVERS_MAX])
}

/// Adds what is typed. What cannot be added stays in the field with the reason beside it.
async fn add() {
    let (Ok(field), Ok(note)) = (input("listed-server"), input("listed-note")) else { return };
    let listed = match Server::parse(&field.value()) {
        Ok(server) => Listed::new(server, &note.value()),
        Err(error) => return problem("listed-server", Some(&Text::from(error))),
    };
    let mut has_place = false;
    let added = change(|settings| has_place = settings.servers.add(listed)).await;
    problem("listed-server", (added.is_ok() && !has_place).then(full).as_ref());
    if added.is_ok() && has_place {
        field.set_value("");
        note.set_value("");
    }
    if added.is_err() || has_place {
        tell(&added, "options_saved");
    }
}

async fn delete(listed: Listed) {
    tell(&change(|settings| settings.servers.remove(listed.server())).await, "options_deleted");
    // The button that was pressed is gone: the keyboard goes on with the next one.
    dom::focus("#servers button, #listed-server").ok();
}

/// Adds the servers in the file that was chosen, and takes none away.
async fn take(chosen: Blob) -> Taken {
    /// Maximum size of a file, in bytes. Chosen because a full list with the longest notes and names has less.
    const MAX: f64 = 1e5;
    let Some(file) = file::read_json::<ServersFile>(&chosen, MAX).await? else {
        return Ok(Some(Text::new("options_servers_bad")));
    };
    let servers = file.servers();
    let mut all = false;
    change(|settings| all = settings.servers.add_all(&servers)).await?;
    Ok((!all).then(full))
}

/// Changes the settings by `edit`, in a way that can be taken back, and shows them.
async fn change(edit: impl FnOnce(&mut Settings)) -> Result<(), JsValue> {
    let (before, after) = storage::change(Box::new(edit)).await?;
    if before != after {
        remember((before, after).into());
    }
    anew::show().await
}
