//! The rooms that are kept, as a file that is saved and read.

use js_sys::JSON;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlElement};

use super::control::input;
use super::saved::tell;
use crate::browser::{dom, file, i18n, pins, recent, storage};
use crate::memory::rooms::RoomsFile;
use crate::text::Text;

pub(super) fn start() -> Result<(), JsValue> {
    dom::on("rooms-save", "click", |_| {
        spawn_local(async {
            let file = RoomsFile::of(pins::all().await, recent::stored().await);
            let saved =
                json(&file).and_then(|text| file::save(&text, "application/json", "hushroom-rooms.json"));
            tell(&saved, "options_rooms_saved");
        });
    })?;
    // The browser's own field for files says what it is in the browser's language, which may be another one.
    dom::on("rooms-read", "click", |_| {
        if let Ok(field) = dom::element::<HtmlElement>("rooms-file") {
            field.click();
        }
    })?;
    dom::on("rooms-file", "change", |_| spawn_local(take()))
}

/// The file as people can read it.
fn json(file: &RoomsFile) -> Result<String, JsValue> {
    let value = serde_wasm_bindgen::to_value(file)?;
    let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into())?;
    Ok(text.into())
}

/// Takes the rooms out of the file that was chosen.
async fn take() {
    let Ok(field) = input("rooms-file") else { return };
    let Some(chosen) = field.files().and_then(|files| files.get(0)) else { return };
    let (problem, done) = match add(&chosen).await {
        Ok(true) => (String::new(), Ok(())),
        Ok(false) => (i18n::say(&Text::new("options_rooms_bad")), Ok(())),
        Err(error) => (String::new(), Err(error)),
    };
    // The same file can be chosen once more.
    field.set_value("");
    dom::set_text("rooms-file-problem", &problem).ok();
    if problem.is_empty() {
        let shown = match done {
            Ok(()) => super::show().await,
            failed => failed,
        };
        tell(&shown, "options_rooms_taken");
    }
}

/// Keeps the rooms in `chosen` as far as rooms are kept; `false` for another file.
async fn add(chosen: &Blob) -> Result<bool, JsValue> {
    /// Maximum size of a file, in bytes. Chosen because 150 rooms with the longest links that are kept have less.
    const MAX: f64 = 1e6;
    if chosen.size() > MAX {
        return Ok(false);
    }
    let text = JsFuture::from(chosen.text()).await?.as_string().unwrap_or_default();
    let read =
        JSON::parse(&text).ok().and_then(|read| serde_wasm_bindgen::from_value::<RoomsFile>(read).ok());
    let Some((pinned, lately)) = read.map(RoomsFile::rooms) else { return Ok(false) };
    for (link, pin) in pinned {
        pins::pin(&link, pin).await?;
    }
    if storage::stored().await.settings().recent_rooms {
        for (link, used) in lately {
            recent::restore(&link, used).await?;
        }
    }
    Ok(true)
}

/// Lets nothing be read from a file where the administrator wants no rooms to be kept.
pub(super) fn show(locked: bool) -> Result<(), JsValue> {
    super::control::set_locked("rooms-file", locked)
}
