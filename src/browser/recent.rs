//! The rooms that were copied or opened lately; kept only for those who asked for it.
//!
//! Each is stored under a key of its own that holds its link, with the time when it was last used in
//! milliseconds since 1970.

use wasm_bindgen::JsValue;

use super::storage;
use super::webext::LOCAL;

/// How many are kept. The oldest make room.
const KEPT: usize = 50;

/// Remembers the room at `link`, if the settings say so.
pub(super) async fn remember(link: &str) -> Result<(), JsValue> {
    if !storage::settings().await.recent_rooms {
        return Ok(());
    }
    storage::write(&LOCAL, &key(link), &js_sys::Date::now()).await?;
    for old in rooms().await.iter().skip(KEPT) {
        forget(old).await?;
    }
    Ok(())
}

/// The links, the latest first.
pub(super) async fn rooms() -> Vec<String> {
    let mut rooms: Vec<(String, f64)> = storage::with_prefix("recent:").await;
    rooms.sort_unstable_by(|(_, one), (_, other)| other.total_cmp(one));
    rooms.into_iter().map(|(link, _)| link).filter(|link| link.starts_with("https://")).collect()
}

/// Forgets the room at `link`.
pub(super) async fn forget(link: &str) -> Result<(), JsValue> {
    storage::remove(&LOCAL, &key(link)).await
}

/// Forgets all of them.
pub(super) async fn forget_all() -> Result<(), JsValue> {
    for link in rooms().await {
        forget(&link).await?;
    }
    Ok(())
}

fn key(link: &str) -> String {
    format!("recent:{link}")
}
