//! The rooms that were copied or opened lately; kept only for those who asked for it.
//!
//! Each is stored under a key of its own that holds its link, with the time when it was last used in
//! milliseconds since 1970.

use wasm_bindgen::JsValue;

use super::webext::LOCAL;
use super::{storage, toolbar};

/// How many are kept. The oldest make room.
const KEPT: usize = 50;

/// What stands before the link in its key.
const PREFIX: &str = "recent:";

/// Remembers the room at `link`, if the settings say so, but nothing of a private window: of the one that the user
/// looks at.
pub(super) async fn remember(link: &str) -> Result<(), JsValue> {
    remember_from(link, toolbar::is_private().await).await
}

/// As [`remember`], for a room that was opened in a window that is `private` or not.
pub(super) async fn remember_from(link: &str, private: bool) -> Result<(), JsValue> {
    if private || !storage::stored().await.settings().recent_rooms {
        return Ok(());
    }
    restore(link, js_sys::Date::now()).await?;
    for old in rooms().await.iter().skip(KEPT) {
        forget(old).await?;
    }
    Ok(())
}

/// The links, the latest first.
pub(super) async fn rooms() -> Vec<String> {
    let mut rooms: Vec<(String, f64)> = storage::with_prefix(&LOCAL, PREFIX).await;
    rooms.sort_unstable_by(|(_, one), (_, other)| other.total_cmp(one));
    rooms.into_iter().map(|(link, _)| link).filter(|link| link.starts_with("https://")).collect()
}

/// Remembers the room at `link` as last used at the time `used`.
pub(super) async fn restore(link: &str, used: f64) -> Result<(), JsValue> {
    storage::write(&LOCAL, &key(link), &used).await
}

/// Forgets the room at `link`; gives the time when it was last used.
pub(super) async fn forget(link: &str) -> Result<f64, JsValue> {
    let used = storage::read(&LOCAL, &key(link)).await?;
    storage::remove(&LOCAL, &key(link)).await?;
    Ok(used.unwrap_or_default())
}

/// Forgets all of them, and what only looks like one.
pub(super) async fn forget_all() -> Result<(), JsValue> {
    storage::remove_with_prefix(&LOCAL, PREFIX).await
}

fn key(link: &str) -> String {
    format!("{PREFIX}{link}")
}
