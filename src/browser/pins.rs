//! The rooms that are pinned: see [`crate::memory::pinned`].

use wasm_bindgen::JsValue;

use super::area::{self, LOCAL, SESSION};
use super::storage::{self, alone};
use crate::memory::Change;
use crate::memory::forgotten::{FORGOTTEN, Forgotten};
use crate::memory::pinned::{self, PINS_MAX, PREFIX, Pinned, Pins, Unpinnable, latest_first};
use crate::text::Text;

/// All of them, the latest first.
pub(super) async fn all() -> Pins {
    latest_first(area::with_prefix(&LOCAL, PREFIX).await)
}

/// Pins the room at `link`. The answer is why not, if it cannot be pinned.
pub(super) async fn pin(link: &str, pinned: Pinned) -> Result<Option<Text>, JsValue> {
    let _lock = alone().await?;
    carry_out(pinned::pin(&all().await, link, pinned).map(|change| [change])).await
}

/// Forgets the room at `link`, of which this is `pinned`, and keeps that in memory, but of a `private` window nothing.
pub(super) async fn forget(link: &str, pinned: &Pinned, private: bool) -> Result<Forgotten, JsValue> {
    let forgotten = Forgotten::new(link.to_owned(), pinned.clone(), js_sys::Date::now());
    storage::carry_out_all(pinned::forget(&forgotten, private)).await?;
    Ok(forgotten)
}

/// The room that was forgotten lately, unless it is pinned again.
pub(super) async fn forgotten() -> Option<Forgotten> {
    let kept: Forgotten = area::read(&SESSION, FORGOTTEN).await.ok().flatten()?;
    let is_back = all().await.iter().any(|(link, _)| *link == kept.link);
    kept.lately(js_sys::Date::now()).filter(|_| !is_back)
}

/// Pins the room that was forgotten again. The answer is as of [`pin`].
pub(super) async fn take_back(Forgotten { link, pinned, .. }: Forgotten) -> Result<Option<Text>, JsValue> {
    let refused = pin(&link, pinned).await?;
    if refused.is_none() {
        storage::carry_out(pinned::let_go()).await?;
    }
    Ok(refused)
}

/// Pins the room at `new`, as `pinned`, in the place of the one at `old`. The answer is as of [`pin`].
pub(super) async fn replace(old: &str, new: &str, pinned: Pinned) -> Result<Option<Text>, JsValue> {
    let _lock = alone().await?;
    carry_out(pinned::replace(&all().await, old, new, pinned)).await
}

async fn carry_out(
    changes: Result<impl IntoIterator<Item = Change>, Unpinnable>,
) -> Result<Option<Text>, JsValue> {
    match changes {
        Ok(changes) => {
            storage::carry_out_all(changes).await?;
            Ok(None)
        }
        Err(Unpinnable::Full) => Ok(Some(Text::with("pins_full", [PINS_MAX]))),
        Err(Unpinnable::Link) => Ok(Some(Text::new("pins_link"))),
    }
}

/// Forgets all of them, and what only looks like one.
pub(super) async fn forget_all() -> Result<(), JsValue> {
    area::remove_with_prefix(&LOCAL, PREFIX).await
}
