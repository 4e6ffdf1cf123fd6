//! The rooms that are kept, as a file that is saved and read.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::files::{Taken, on_chosen};
use super::saved::tell;
use crate::browser::{dom, file, pins, recent, storage};
use crate::memory::rooms::RoomsFile;
use crate::text::Text;

pub(super) fn start() -> Result<(), JsValue> {
    dom::on("rooms-save", "click", |_| {
        spawn_local(async {
            let file = RoomsFile::of(pins::all().await, recent::stored().await);
            tell(&file::save_json(&file, "hushroom-rooms.json"), "options_rooms_saved");
        });
    })?;
    on_chosen("rooms", "options_rooms_taken", add)
}

/// Keeps the rooms in `chosen` as far as rooms are kept.
async fn add(chosen: Blob) -> Taken {
    /// Maximum size of a file, in bytes. Chosen because 150 rooms with the longest links that are kept have less.
    const MAX: f64 = 1e6;
    let Some(file) = file::read_json::<RoomsFile>(&chosen, MAX).await? else {
        return Ok(Some(Text::new("options_rooms_bad")));
    };
    let (pinned, lately) = file.rooms();
    for (link, pin) in pinned {
        pins::pin(&link, pin).await?;
    }
    if storage::stored().await.settings().recent_rooms {
        for (link, used) in lately {
            recent::restore(&link, used).await?;
        }
    }
    Ok(None)
}

/// Lets nothing be read from a file where the administrator wants no rooms to be kept.
pub(super) fn show(locked: bool) -> Result<(), JsValue> {
    super::control::set_locked("rooms-file", locked)
}
