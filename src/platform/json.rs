//! Values of JSON, as JavaScript reads them.

/// A value that is no object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    /// A text.
    Text(String),
    /// Anything else, as it is written: `false`, `0`, `[1]`.
    Other(String),
}

/// The members of `text` with their paths: of `{"a":{"b":1}}` the pair `.a.b` and `1`; of what is no object itself with an
/// empty path. `None` for what is no JSON.
///
/// Only objects whose path `is_wanted` are looked into, so that a text goes no deeper than its reader; any other one is
/// `{}`.
#[cfg(target_arch = "wasm32")]
pub(crate) fn members(text: &str, is_wanted: impl Fn(&str) -> bool) -> Option<Vec<(String, Json)>> {
    use js_sys::{Array, JSON, Object};
    use wasm_bindgen::JsCast as _;

    let mut found = Vec::new();
    let mut open = vec![(String::new(), JSON::parse(text).ok()?)];
    while let Some((path, value)) = open.pop() {
        match value.dyn_ref::<Object>().filter(|_| !Array::is_array(&value)) {
            Some(object) if is_wanted(&path) => {
                open.extend(Object::entries(object).iter().map(|entry| {
                    let entry = Array::from(&entry);
                    (format!("{path}.{}", entry.get(0).as_string().unwrap_or_default()), entry.get(1))
                }));
            }
            Some(_) => found.push((path, Json::Other("{}".to_owned()))),
            None => {
                let written = || JSON::stringify(&value).map(String::from).unwrap_or_default();
                let read = value.as_string().map_or_else(|| Json::Other(written()), Json::Text);
                found.push((path, read));
            }
        }
    }
    Some(found)
}

/// The members of `text` with their paths, as in a browser.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn members(text: &str, is_wanted: impl Fn(&str) -> bool) -> Option<Vec<(String, Json)>> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), serde_json::from_str::<serde_json::Value>(text).ok()?)];
    while let Some((path, value)) = open.pop() {
        match value {
            serde_json::Value::Object(object) if is_wanted(&path) => {
                open.extend(object.into_iter().map(|(key, value)| (format!("{path}.{key}"), value)));
            }
            serde_json::Value::Object(_) => found.push((path, Json::Other("{}".to_owned()))),
            serde_json::Value::String(text) => found.push((path, Json::Text(text))),
            value => found.push((path, Json::Other(value.to_string()))),
        }
    }
    Some(found)
}
