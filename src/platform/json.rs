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
#[cfg(target_arch = "wasm32")]
pub(crate) fn members(text: &str) -> Option<Vec<(String, Json)>> {
    use wasm_bindgen::JsCast as _;

    fn collect(path: &str, value: &wasm_bindgen::JsValue, found: &mut Vec<(String, Json)>) {
        let object = value.dyn_ref::<js_sys::Object>().filter(|_| !js_sys::Array::is_array(value));
        let Some(object) = object else {
            let written = || js_sys::JSON::stringify(value).map(String::from).unwrap_or_default();
            found.push((
                path.to_owned(),
                value.as_string().map_or_else(|| Json::Other(written()), Json::Text),
            ));
            return;
        };
        for entry in js_sys::Object::entries(object) {
            let entry = js_sys::Array::from(&entry);
            let key = entry.get(0).as_string().unwrap_or_default();
            collect(&format!("{path}.{key}"), &entry.get(1), found);
        }
    }
    let mut found = Vec::new();
    collect("", &js_sys::JSON::parse(text).ok()?, &mut found);
    Some(found)
}

/// The members of `text` with their paths: of `{"a":{"b":1}}` the pair `.a.b` and `1`; of what is no object itself with an
/// empty path. `None` for what is no JSON.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn members(text: &str) -> Option<Vec<(String, Json)>> {
    fn collect(path: &str, value: &serde_json::Value, found: &mut Vec<(String, Json)>) {
        let Some(object) = value.as_object() else {
            let written = || Json::Other(value.to_string());
            found.push((
                path.to_owned(),
                value.as_str().map_or_else(written, |text| Json::Text(text.to_owned())),
            ));
            return;
        };
        for (key, value) in object {
            collect(&format!("{path}.{key}"), value, found);
        }
    }
    let mut found = Vec::new();
    collect("", &serde_json::from_str(text).ok()?, &mut found);
    Some(found)
}
