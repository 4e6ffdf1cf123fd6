//! The rooms that were copied or opened lately: see [`crate::memory::recent`].

use wasm_bindgen::JsValue;

use super::area::{self, LOCAL};
use super::storage;
use crate::memory::recent::{self, PREFIX, key, latest_first};

/// Remembers the room at `link`, if the settings say so, but nothing of a `private` window.
pub(super) async fn remember(link: &str, private: bool) -> Result<(), JsValue> {
    if private || !storage::stored().await.settings().recent_rooms {
        return Ok(());
    }
    add(link).await
}

/// Remembers the room at `link` as used now.
pub(super) async fn add(link: &str) -> Result<(), JsValue> {
    storage::carry_out_all(recent::remember(stored().await, link, js_sys::Date::now())).await
}

/// The links, each with the time when it was last used.
pub(super) async fn stored() -> Vec<(String, f64)> {
    area::with_prefix(&LOCAL, PREFIX).await
}

/// The links, the latest first.
pub(super) async fn rooms() -> Vec<String> {
    latest_first(stored().await)
}

/// Remembers the room at `link` as last used at the time `used`.
pub(super) async fn restore(link: &str, used: f64) -> Result<(), JsValue> {
    storage::carry_out(recent::restore(link, used)).await
}

/// Remembers `others`, each as last used at its time; gives how many of them are not.
pub(super) async fn take_in(others: &[(String, f64)]) -> Result<usize, JsValue> {
    let (changes, left_out) = recent::take_in(&stored().await, others);
    storage::carry_out_all(changes).await?;
    Ok(left_out)
}

/// Forgets the room at `link`; gives the time when it was last used.
pub(super) async fn forget(link: &str) -> Result<f64, JsValue> {
    let used = area::read(&LOCAL, &key(link)).await?;
    area::remove(&LOCAL, &key(link)).await?;
    Ok(used.unwrap_or_default())
}

/// Forgets all of them, and what only looks like one.
pub(super) async fn forget_all() -> Result<(), JsValue> {
    area::remove_with_prefix(&LOCAL, PREFIX).await
}
