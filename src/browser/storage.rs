//! What is stored, asked for and changed. What there is, and under which keys, is in [`crate::memory`].
//!
//! What is read to be changed and written back, as the lists of what is watched are, is changed by one page at a time:
//! [`change`] takes a [`Lock`]. Content scripts cannot read what is stored. The managed area holds the administrator's
//! [`Policy`] and can only be read.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::area::{self, LOCAL, MANAGED, SESSION, among, ask_all, at, read_from};
use super::lock::Lock;
use super::{managed, webext};
use crate::background::Tab;
use crate::memory::familiar::{FAMILIAR, Familiar};
use crate::memory::offer::{OFFER, Offered};
use crate::memory::pinned::{self, Pins, latest_first};
use crate::memory::{self, Area, Change, SAID, SALT, SILENCED, Salt, TEAM};
use crate::settings::{Policy, Settings, Watched};

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

    /// The settings that hold: the user's, but for what the administrator has set and what goes by the browser's
    /// language.
    pub(super) fn settings(&self) -> Settings {
        self.policy.over(self.own_settings(), &webext::ui_language())
    }

    /// Where the user wants to be warned, but for what the administrator has set.
    pub(super) fn watched(&self) -> Watched {
        self.policy.over_watched(read_from(self.local.clone()))
    }

    /// The room that the popup offered last.
    pub(super) fn offered(&self) -> Option<Offered> {
        at(&self.session, OFFER).and_then(|offered| serde_wasm_bindgen::from_value(offered).ok())
    }

    /// What was said of the pages in each tab.
    pub(super) fn tabs(&self) -> Vec<(i32, Tab)> {
        let tabs = among(&self.session, SAID);
        tabs.into_iter().filter_map(|(id, tab)| Some((id.parse().ok()?, tab))).collect()
    }
}

impl memory::Stored for Stored {
    fn is_set(&self, area: Area, key: &str) -> bool {
        let items = match area {
            Area::Local => &self.local,
            Area::Session => &self.session,
        };
        at(items, key).is_some_and(|value| value.is_truthy())
    }

    fn salt(&self) -> Option<Salt> {
        at(&self.local, SALT).and_then(|salt| serde_wasm_bindgen::from_value(salt).ok())
    }

    fn silenced(&self) -> Vec<String> {
        let all = among::<bool>(&self.local, SILENCED);
        all.into_iter().filter_map(|(hash, is_so)| is_so.then_some(hash)).collect()
    }

    fn familiar(&self) -> Vec<(String, Familiar)> {
        among(&self.local, FAMILIAR)
    }

    fn drawn_for(&self, key: &str) -> Option<Offered> {
        at(&self.session, key).and_then(|drawn| serde_wasm_bindgen::from_value(drawn).ok())
    }

    fn drawn_instead(&self) -> Vec<Offered> {
        among(&self.session, TEAM).into_iter().map(|(_, drawn)| drawn).collect()
    }

    fn pins(&self) -> Pins {
        latest_first(among(&self.local, pinned::PREFIX))
    }
}

/// What the administrator has set, however long the browser takes to say so.
pub(super) async fn policy() -> Policy {
    read_from(managed::heard(ask_all(&MANAGED)).await)
}

/// Changes what is stored as was decided.
pub(super) async fn carry_out(change: Change) -> Result<(), JsValue> {
    let of = |area| -> area::Area {
        match area {
            Area::Local => &LOCAL,
            Area::Session => &SESSION,
        }
    };
    match change {
        Change::Set(area, key, value) => area::write(of(area), &key, &value).await,
        Change::Remove(area, key) => area::remove(of(area), &key).await,
        Change::RemoveAll(area, prefix) => area::remove_with_prefix(of(area), &prefix).await,
    }
}

/// Makes several changes, one after the other, until one fails.
pub(super) async fn carry_out_all(changes: impl IntoIterator<Item = Change>) -> Result<(), JsValue> {
    for change in changes {
        carry_out(change).await?;
    }
    Ok(())
}

/// A change of the user's own [`Settings`] or [`Watched`]. Boxed, for storing is compiled for each type of one.
pub(super) type Edit<'a, T> = Box<dyn FnOnce(&mut T) + 'a>;

/// Nobody else changes what is stored until what this gives is dropped.
pub(super) async fn alone() -> Result<Lock, JsValue> {
    Lock::acquire(LOCK).await
}

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
            area::remove(&LOCAL, &key).await?;
        } else {
            area::write_js(&LOCAL, &key, &value).await?;
        }
    }
    Ok(())
}

/// Erases all that was ever stored, in every area; gives how many things are left, which is 0 unless the
/// browser failed.
pub(super) async fn forget_everything() -> Result<u32, JsValue> {
    // What another page is just writing is erased with the rest.
    let _lock = Lock::acquire(LOCK).await?;
    Ok(area::clear(&LOCAL).await? + area::clear(&SESSION).await?)
}
