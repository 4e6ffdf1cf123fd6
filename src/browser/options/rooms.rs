//! The rooms that are kept, as a file that is saved and read.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::files::{Taken, on_chosen};
use super::saved::tell;
use crate::browser::{dom, file, pins, recent, storage};
use crate::memory::pinned::PINS_MAX;
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
    let all = file.count();
    let (pinned, lately) = file.rooms();
    let mut kept = 0;
    for (link, pin) in pinned {
        kept += usize::from(pins::pin(&link, pin).await?.is_none());
    }
    if storage::stored().await.settings().recent_rooms {
        kept += lately.len() - recent::take_in(&lately).await?;
    }
    let left_out = all.saturating_sub(kept);
    Ok((left_out > 0).then(|| Text::with("options_rooms_some", [left_out, PINS_MAX])))
}

/// Lets nothing be read from a file where the administrator wants no rooms to be kept.
pub(super) fn show(locked: bool) -> Result<(), JsValue> {
    super::control::set_locked("rooms-file", locked)
}
