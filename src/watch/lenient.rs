//! Reading what may be corrupt.
//!
//! What is read here comes from a value that is already in memory, as `serde_wasm_bindgen` and `serde_json::Value`
//! hand it over: each part is a value of its own, so one that cannot be read harms none that comes after it.

#![expect(clippy::unnecessary_wraps, reason = "what serde calls gives a `Result`")]

use serde::{Deserialize, Deserializer};

/// Reads a value, or takes the default for one that cannot be read.
pub(super) fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(T::deserialize(deserializer).unwrap_or_default())
}

/// Something that could be read, or not.
struct Item<T>(Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Item<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).ok()))
    }
}

/// Reads what can be read of a list.
pub(super) fn lenient_items<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let items = Vec::<Item<T>>::deserialize(deserializer).unwrap_or_default();
    Ok(items.into_iter().filter_map(|Item(item)| item).collect())
}
