//! What is stored, and where.
//!
//! | area | key | value | until |
//! |---|---|---|---|
//! | local | a field of [`Settings`] | its value | the user changes it |
//! | local | `tick:NAME` | `true`: the user ticked this in the guide | the user unticks it |
//! | local | `recent:LINK` | see [`super::recent`] | the user deletes it |
//! | local | `salt`, `silenced:HASH` | see [`RoomKey::hashed`] | the user undoes it |
//! | local | `policy` | the administrator's policy that was heard last, see [`super::managed`] | there is none |
//! | session | `dismissed:KEY` | `true` | the browser closes |
//! | session | `dismissed-privately:KEY` | `true` | the last private tab closes |
//! | session | `dismissed:framed:KEY`, `dismissed-privately:framed:KEY` | the same, in a frame | the same |
//! | session | `wish` | what a shortcut wants of the popup that it opens | the popup opens |
//! | session | `said:TAB:FRAME` | what was said about the page | the tab or the browser closes |
//!
//! Each thing has a key of its own; what is read to be changed and written back, as the lists of what is watched
//! are, is changed by one page at a time: [`change`] takes a [`Lock`]. So two pages that write at once lose nothing.
//! The session area is in memory, and content scripts cannot read it. The managed area holds the administrator's
//! [`Policy`] and can only be read.

use js_sys::{Array, Object, Promise, Reflect};
use rand::rngs::SysRng;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsError, JsThreadLocal, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::lock::Lock;
use super::managed;
use super::message::Spoken;
pub(super) use super::webext::LOCAL;
use super::webext::{MANAGED, SESSION, StorageArea, field, object};
use crate::settings::{Policy, Settings, Watched};
use crate::warning::{RoomKey, Salt, Visitor};

/// What those take who change what is stored.
const LOCK: &str = "stored";

/// All that decides what is said about a page and offered instead, asked for at once: somebody waits.
pub(super) struct Stored {
    local: JsValue,
    session: JsValue,
    /// What the administrator has set.
    pub(super) policy: Policy,
    /// Why what the user has chosen could not be asked for: it then counts as not set.
    pub(super) unread: Option<JsValue>,
}

/// What is stored now. The browser is asked when this is called, not when the future is first polled.
pub(super) fn stored() -> impl Future<Output = Stored> {
    let [local, session, managed] = [&LOCAL, &SESSION, &MANAGED].map(ask_all);
    async move {
        let (local, unread) = match JsFuture::from(local).await {
            Ok(local) => (local, None),
            Err(error) => (JsValue::UNDEFINED, Some(error)),
        };
        let session = JsFuture::from(session).await.unwrap_or_default();
        let policy = managed::policy(managed, &local).await;
        Stored { local, session, policy, unread }
    }
}

impl Stored {
    /// The user's own settings. Whatever is stored, what cannot be read counts as not set and is not erased.
    pub(super) fn own_settings(&self) -> Settings {
        read_from(self.local.clone())
    }

    /// The settings that hold: the user's, but for what the administrator has set.
    pub(super) fn settings(&self) -> Settings {
        self.policy.over(self.own_settings())
    }

    /// Where the user wants to be warned, but for what the administrator has set.
    pub(super) fn watched(&self) -> Watched {
        self.policy.over_watched(read_from(self.local.clone()))
    }

    /// Whether the user does not want `visitor` to be warned about `key` now.
    pub(super) fn is_silenced(&self, key: &RoomKey, visitor: Visitor) -> bool {
        let is_set = |area: &JsValue, key: &str| at(area, key).is_some_and(|value| value.is_truthy());
        let salt: Option<Salt> =
            at(&self.local, "salt").map(serde_wasm_bindgen::from_value).and_then(Result::ok);
        is_set(&self.session, &dismissed(key, visitor))
            || salt.is_some_and(|salt| is_set(&self.local, &silenced(key, &salt)))
    }
}

/// What stands under `key` among the items of an area.
fn at(area: &JsValue, key: &str) -> Option<JsValue> {
    Some(field(area, key)).filter(|value| !value.is_undefined())
}

/// What the administrator has set, however long the browser takes to say so.
pub(super) async fn policy() -> Policy {
    read_from(managed::heard(ask_all(&MANAGED)).await)
}

/// A change of the user's own [`Settings`] or [`Watched`]. Boxed, for storing is compiled for each type of one.
pub(super) type Edit<'a, T> = Box<dyn FnOnce(&mut T) + 'a>;

/// Changes the user's own [`Settings`] or [`Watched`] by `edit`; gives them as they were and as they are.
/// No other window writes meanwhile, and only what differs is written.
pub(super) async fn change<T>(edit: Edit<'_, T>) -> Result<(T, T), JsValue>
where
    T: Clone + Default + Serialize + DeserializeOwned,
{
    let _lock = Lock::acquire(LOCK).await?;
    // What could not be read is still there: to take it for nothing would be to write over it.
    let before: T = read_from(JsFuture::from(ask_all(&LOCAL)).await?);
    let mut after = before.clone();
    edit(&mut after);
    let [old, new] = [&before, &after].map(serde_wasm_bindgen::to_value);
    write_difference(&old?.into(), &new?.into()).await?;
    Ok((before, after))
}

/// Writes what is different in `after`; what is not set there is removed.
async fn write_difference(before: &Object, after: &Object) -> Result<(), JsValue> {
    // In a list, for what is not set has no JSON of its own.
    let text = |value: &JsValue| js_sys::JSON::stringify(&Array::of1(value)).ok().map(String::from);
    for key in Object::keys(after).iter() {
        let value = Reflect::get(after, &key)?;
        if text(&value) == text(&Reflect::get(before, &key)?) {
            continue;
        }
        let key = key.as_string().unwrap_or_default();
        if value.is_undefined() {
            remove(&LOCAL, &key).await?;
        } else {
            write_js(&LOCAL, &key, &value).await?;
        }
    }
    Ok(())
}

/// Erases all that was ever stored, in every area; gives how many things are left, which is 0 unless the
/// browser failed.
pub(super) async fn forget_everything() -> Result<u32, JsValue> {
    // What another page is just writing is erased with the rest.
    let _lock = Lock::acquire(LOCK).await?;
    let mut left = 0;
    for area in [&LOCAL, &SESSION] {
        JsFuture::from(area.with(StorageArea::clear)).await?;
        let found: Object = JsFuture::from(ask_all(area)).await?.unchecked_into();
        left += Object::keys(&found).length();
    }
    Ok(left)
}

/// Everything in `area` whose key begins with `prefix`, by what follows it.
pub(super) async fn with_prefix<T: DeserializeOwned>(
    area: &'static JsThreadLocal<StorageArea>,
    prefix: &str,
) -> Vec<(String, T)> {
    let Ok(found) = JsFuture::from(ask_all(area)).await else { return Vec::new() };
    let found: Object = found.unchecked_into();
    let read = |key: JsValue| {
        let value = Reflect::get(&found, &key).ok()?;
        Some((key.as_string()?.strip_prefix(prefix)?.to_owned(), serde_wasm_bindgen::from_value(value).ok()?))
    };
    Object::keys(&found).iter().filter_map(read).collect()
}

/// Removes everything in `area` whose key begins with `prefix`, whether it can be read or not.
pub(super) async fn remove_with_prefix(
    area: &'static JsThreadLocal<StorageArea>,
    prefix: &str,
) -> Result<(), JsValue> {
    let found: Object = JsFuture::from(ask_all(area)).await?.unchecked_into();
    for key in Object::keys(&found).iter().filter_map(|key| key.as_string()) {
        if key.starts_with(prefix) {
            remove(area, &key).await?;
        }
    }
    Ok(())
}

fn ask_all(area: &'static JsThreadLocal<StorageArea>) -> Promise {
    area.with(|area| area.get(&JsValue::NULL))
}

/// Whatever is there, what cannot be read counts as not set.
fn read_from<T: DeserializeOwned + Default>(found: JsValue) -> T {
    serde_wasm_bindgen::from_value(found).unwrap_or_default()
}

/// Does not warn about `key` until the browser closes; in private windows until the last of them does.
pub(super) async fn dismiss(key: &RoomKey, visitor: Visitor) -> Result<(), JsValue> {
    write(&SESSION, &dismissed(key, visitor), &true).await
}

/// Forgets what was dismissed in private windows.
pub(super) async fn forget_private() -> Result<(), JsValue> {
    remove_with_prefix(&SESSION, DISMISSED_PRIVATELY).await
}

/// Never warns about `key` again.
pub(super) async fn silence(key: &RoomKey) -> Result<(), JsValue> {
    let salt = salt().await?;
    write(&LOCAL, &silenced(key, &salt), &true).await
}

/// Warns about `key` again.
pub(super) async fn undo(key: &RoomKey, visitor: Visitor) -> Result<(), JsValue> {
    if let Some(salt) = read::<Salt>(&LOCAL, "salt").await? {
        remove(&LOCAL, &silenced(key, &salt)).await?;
    }
    remove(&SESSION, &dismissed(key, visitor)).await
}

/// What was said about the pages in the tab, with the frame that each is in.
pub(super) async fn said_in(tab: i32) -> Vec<(i64, Spoken)> {
    let said = with_prefix(&SESSION, &format!("said:{tab}:")).await;
    said.into_iter().filter_map(|(frame, spoken)| Some((frame.parse().ok()?, spoken))).collect()
}

/// Remembers what was said about the page in `frame` of `tab`, or that nothing was.
pub(super) async fn remember_said(tab: i32, frame: i64, spoken: Option<&Spoken>) -> Result<(), JsValue> {
    let key = format!("said:{tab}:{frame}");
    match spoken {
        Some(spoken) => write(&SESSION, &key, spoken).await,
        None => remove(&SESSION, &key).await,
    }
}

const DISMISSED_PRIVATELY: &str = "dismissed-privately:";

/// What is dismissed in a frame counts in frames: the page around may have stolen the press.
fn dismissed(key: &RoomKey, visitor: Visitor) -> String {
    let window = if visitor.private { DISMISSED_PRIVATELY } else { "dismissed:" };
    let place = if visitor.framed { "framed:" } else { "" };
    format!("{window}{place}{}", key.as_str())
}

fn silenced(key: &RoomKey, salt: &Salt) -> String {
    format!("silenced:{}", key.hashed(salt))
}

/// The salt of this installation, drawn when it is first needed. Only the background needs it, which answers one
/// question after the other.
async fn salt() -> Result<Salt, JsValue> {
    if let Some(stored) = read(&LOCAL, "salt").await? {
        return Ok(stored);
    }
    let salt = Salt::draw(&mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    write(&LOCAL, "salt", &salt).await?;
    Ok(salt)
}

/// What is stored under `key`; `None` as well for what is no `T`.
pub(super) async fn read<T: DeserializeOwned>(
    area: &'static JsThreadLocal<StorageArea>,
    key: &str,
) -> Result<Option<T>, JsValue> {
    let found = JsFuture::from(area.with(|area| area.get(&key.into()))).await?;
    Ok(at(&found, key).and_then(|value| serde_wasm_bindgen::from_value(value).ok()))
}

/// Stores `value` under `key`.
pub(super) async fn write<T: Serialize>(
    area: &'static JsThreadLocal<StorageArea>,
    key: &str,
    value: &T,
) -> Result<(), JsValue> {
    write_js(area, key, &serde_wasm_bindgen::to_value(value)?).await
}

pub(super) async fn write_js(
    area: &'static JsThreadLocal<StorageArea>,
    key: &str,
    value: &JsValue,
) -> Result<(), JsValue> {
    JsFuture::from(area.with(|area| area.set(&object(&[(key, value.clone())])))).await?;
    Ok(())
}

/// Removes what is stored under `key`, if anything is.
pub(super) async fn remove(area: &'static JsThreadLocal<StorageArea>, key: &str) -> Result<(), JsValue> {
    JsFuture::from(area.with(|area| area.remove(key))).await?;
    Ok(())
}
