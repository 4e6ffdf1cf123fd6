//! The browser's storage areas, key by key.

use js_sys::{Object, Promise, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsThreadLocal, JsValue};
use wasm_bindgen_futures::JsFuture;

pub(super) use super::webext::{LOCAL, MANAGED, SESSION};
use super::webext::{StorageArea, field, object};

/// One of the areas.
pub(super) type Area = &'static JsThreadLocal<StorageArea>;

/// Asks for everything in `area`.
pub(super) fn ask_all(area: Area) -> Promise {
    area.with(|area| area.get(&JsValue::NULL))
}

/// What stands under `key` among the items of an area.
pub(super) fn at(items: &JsValue, key: &str) -> Option<JsValue> {
    Some(field(items, key)).filter(|value| !value.is_undefined())
}

/// Whatever is there, what cannot be read counts as not set.
pub(super) fn read_from<T: DeserializeOwned + Default>(found: JsValue) -> T {
    serde_wasm_bindgen::from_value(found).unwrap_or_default()
}

/// What is stored under `key`; `None` as well for what is no `T`.
pub(super) async fn read<T: DeserializeOwned>(area: Area, key: &str) -> Result<Option<T>, JsValue> {
    let found = JsFuture::from(area.with(|area| area.get(&key.into()))).await?;
    Ok(at(&found, key).and_then(|value| serde_wasm_bindgen::from_value(value).ok()))
}

/// Stores `value` under `key`.
pub(super) async fn write<T: Serialize>(area: Area, key: &str, value: &T) -> Result<(), JsValue> {
    write_js(area, key, &serde_wasm_bindgen::to_value(value)?).await
}

/// As [`write()`], for a value of JavaScript.
pub(super) async fn write_js(area: Area, key: &str, value: &JsValue) -> Result<(), JsValue> {
    JsFuture::from(area.with(|area| area.set(&object(&[(key, value.clone())])))).await?;
    Ok(())
}

/// Removes what is stored under `key`, if anything is.
pub(super) async fn remove(area: Area, key: &str) -> Result<(), JsValue> {
    JsFuture::from(area.with(|area| area.remove(key))).await?;
    Ok(())
}

/// Those of `items` whose key begins with `prefix`, by what follows it.
pub(super) fn among<T: DeserializeOwned>(items: &JsValue, prefix: &str) -> Vec<(String, T)> {
    // What could not be asked for has no keys.
    let Some(items) = items.dyn_ref::<Object>() else { return Vec::new() };
    let read = |key: JsValue| {
        let key = key.as_string()?;
        let name = key.strip_prefix(prefix)?;
        let value = Reflect::get(items, &key.as_str().into()).ok()?;
        Some((name.to_owned(), serde_wasm_bindgen::from_value(value).ok()?))
    };
    Object::keys(items).iter().filter_map(read).collect()
}

/// Everything in `area` whose key begins with `prefix`, by what follows it.
pub(super) async fn with_prefix<T: DeserializeOwned>(area: Area, prefix: &str) -> Vec<(String, T)> {
    among(&JsFuture::from(ask_all(area)).await.unwrap_or_default(), prefix)
}

/// Removes everything in `area` whose key begins with `prefix`, whether it can be read or not.
pub(super) async fn remove_with_prefix(area: Area, prefix: &str) -> Result<(), JsValue> {
    let found: Object = JsFuture::from(ask_all(area)).await?.unchecked_into();
    for key in Object::keys(&found).iter().filter_map(|key| key.as_string()) {
        if key.starts_with(prefix) {
            remove(area, &key).await?;
        }
    }
    Ok(())
}

/// Erases everything in `area`; gives how many things are left, which is 0 unless the browser failed.
pub(super) async fn clear(area: Area) -> Result<u32, JsValue> {
    JsFuture::from(area.with(StorageArea::clear)).await?;
    let found: Object = JsFuture::from(ask_all(area)).await?.unchecked_into();
    Ok(Object::keys(&found).length())
}
