//! Reading what may be corrupt.
//!
//! What is read here comes from a value that is already in memory, as `serde_wasm_bindgen` and `serde_json::Value`
//! hand it over: each part is a value of its own, so one that cannot be read harms none that comes after it.

#![expect(clippy::unnecessary_wraps, reason = "what serde calls gives a `Result`")]

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Reads a value, or takes the default for one that cannot be read.
pub(super) fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(T::deserialize(deserializer).unwrap_or_default())
}

/// As [`lenient`], for an object: serde would take a list for one whose members stand in their order.
pub(super) fn lenient_object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(deserializer.deserialize_map(Object(PhantomData)).unwrap_or_default())
}

/// Reads an object and nothing else.
struct Object<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
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
    Ok(lenient_list(deserializer)?.unwrap_or_default())
}

/// As [`lenient_items`], and tells what is no list from one that is empty: `None` where nothing can be read.
pub(super) fn lenient_list<'de, D, T>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let Ok(items) = Vec::<Item<T>>::deserialize(deserializer) else { return Ok(None) };
    let is_empty = items.is_empty();
    let readable: Vec<T> = items.into_iter().filter_map(|Item(item)| item).collect();
    Ok((is_empty || !readable.is_empty()).then_some(readable))
}
