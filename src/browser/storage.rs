//! What is stored, and where.
//!
//! | area | key | value | until |
//! |---|---|---|---|
//! | local | a field of [`Settings`] | its value | the user changes it |
//! | local | `salt`, `silenced:HASH` | see [`RoomKey::hashed`] | the user undoes it |
//! | session | `dismissed:KEY` | `true` | the browser closes |
//! | session | `said:TAB:FRAME` | what was said about the page | the tab or the browser closes |
//!
//! Each thing has a key of its own, so that two pages that write at once lose nothing. The session area
//! is in memory, and content scripts cannot read it.

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use rand::rngs::SysRng;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsError, JsThreadLocal, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::message::Spoken;
use super::webext::{LOCAL, SESSION, StorageArea};
use crate::watch::{RoomKey, Salt, Settings, Watched};

/// The settings. Whatever is stored, what cannot be read counts as not set and is not erased.
pub(super) async fn settings() -> Settings {
    let stored = JsFuture::from(LOCAL.with(|area| area.get(&JsValue::NULL))).await;
    stored.ok().and_then(|stored| serde_wasm_bindgen::from_value(stored).ok()).unwrap_or_default()
}

/// Whether the user does not want to be warned about `key` now.
pub(super) async fn is_silenced(key: &RoomKey) -> bool {
    if read::<bool>(&SESSION, &dismissed(key)).await == Some(true) {
        return true;
    }
    let Some(salt) = read::<Salt>(&LOCAL, "salt").await else { return false };
    read::<bool>(&LOCAL, &silenced(key, &salt)).await == Some(true)
}

/// Does not warn about `key` until the browser closes.
pub(super) async fn dismiss(key: &RoomKey) -> Result<(), JsValue> {
    write(&SESSION, &dismissed(key), &true).await
}

/// Never warns about `key` again.
pub(super) async fn silence(key: &RoomKey) -> Result<(), JsValue> {
    let salt = salt().await?;
    write(&LOCAL, &silenced(key, &salt), &true).await
}

/// Warns about `key` again.
pub(super) async fn undo(key: &RoomKey) -> Result<(), JsValue> {
    if let Some(salt) = read::<Salt>(&LOCAL, "salt").await {
        remove(&LOCAL, &silenced(key, &salt)).await?;
    }
    remove(&SESSION, &dismissed(key)).await
}

/// What was said about the pages in the tab, with the frame that each is in, the tab's own first.
pub(super) async fn said_in(tab: i32) -> Vec<(i32, Spoken)> {
    let prefix = format!("said:{tab}:");
    let Ok(all) = JsFuture::from(SESSION.with(|area| area.get(&JsValue::NULL))).await else {
        return Vec::new();
    };
    let entries = Object::entries(all.unchecked_ref());
    let mut said: Vec<_> = entries
        .iter()
        .filter_map(|entry| {
            let entry: Array = entry.unchecked_into();
            let frame = entry.get(0).as_string()?.strip_prefix(&prefix)?.parse().ok()?;
            Some((frame, serde_wasm_bindgen::from_value(entry.get(1)).ok()?))
        })
        .collect();
    said.sort_by_key(|(frame, _)| *frame);
    said
}

/// Remembers what was said about the page in `frame` of `tab`, or that nothing was.
pub(super) async fn remember_said(tab: i32, frame: i32, spoken: Option<&Spoken>) -> Result<(), JsValue> {
    let key = format!("said:{tab}:{frame}");
    match spoken {
        Some(spoken) => write(&SESSION, &key, spoken).await,
        None => remove(&SESSION, &key).await,
    }
}

/// Where the user wants to be warned. Whatever is stored, what cannot be read counts as not set.
pub(super) async fn watched() -> Watched {
    let stored = JsFuture::from(LOCAL.with(|area| area.get(&JsValue::NULL))).await;
    stored.ok().and_then(|stored| serde_wasm_bindgen::from_value(stored).ok()).unwrap_or_default()
}

/// Changes where the user wants to be warned.
pub(super) async fn change_watched(edit: impl FnOnce(&mut Watched)) -> Result<(), JsValue> {
    let mut watched = watched().await;
    edit(&mut watched);
    write(&LOCAL, "holdPage", &watched.hold_page).await?;
    write(&LOCAL, "watchedServers", &watched.watched_servers).await?;
    write(&LOCAL, "watchedServices", &watched.watched_services).await
}

fn dismissed(key: &RoomKey) -> String {
    format!("dismissed:{}", key.as_str())
}

fn silenced(key: &RoomKey, salt: &Salt) -> String {
    format!("silenced:{}", key.hashed(salt))
}

/// The salt of this installation, drawn when it is first needed.
async fn salt() -> Result<Salt, JsValue> {
    // Two questions may come here before either has stored its salt: the first one's holds.
    thread_local!(static DRAWN: RefCell<Option<Salt>> = const { RefCell::new(None) });
    if let Some(stored) = read(&LOCAL, "salt").await {
        return Ok(stored);
    }
    let fresh = Salt::draw(&mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    let salt = DRAWN.with_borrow_mut(|drawn| drawn.get_or_insert(fresh).clone());
    write(&LOCAL, "salt", &salt).await?;
    Ok(salt)
}

async fn read<T: DeserializeOwned>(area: &'static JsThreadLocal<StorageArea>, key: &str) -> Option<T> {
    let found = JsFuture::from(area.with(|area| area.get(&key.into()))).await.ok()?;
    serde_wasm_bindgen::from_value(Reflect::get(&found, &key.into()).ok()?).ok()
}

async fn write<T: Serialize>(
    area: &'static JsThreadLocal<StorageArea>,
    key: &str,
    value: &T,
) -> Result<(), JsValue> {
    let items = Object::new();
    Reflect::set(&items, &key.into(), &serde_wasm_bindgen::to_value(value)?)?;
    JsFuture::from(area.with(|area| area.set(&items))).await?;
    Ok(())
}

async fn remove(area: &'static JsThreadLocal<StorageArea>, key: &str) -> Result<(), JsValue> {
    JsFuture::from(area.with(|area| area.remove(key))).await?;
    Ok(())
}
