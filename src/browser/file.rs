//! Files that are made here and handed to the browser, which saves them like any other download, and those that a person
//! chose.

use js_sys::{Array, JSON};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

use super::dom;

/// Hands over `text`, which is of the media type `kind`, as a file called `name`.
pub(super) fn save(text: &str, kind: &str, name: &str) -> Result<(), JsValue> {
    let properties = BlobPropertyBag::new();
    properties.set_type(&format!("{kind};charset=utf-8"));
    let file = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &properties)?;
    let address = Url::create_object_url_with_blob(&file)?;
    let anchor: HtmlAnchorElement = dom::document()?.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.unchecked_ref::<HtmlElement>().click();
    // The address dies with the window: revoked now, it would be gone before the browser reads it.
    Ok(())
}

/// Hands over `value`, as people can read it too, as a file called `name`.
pub(super) fn save_json<T: Serialize>(value: &T, name: &str) -> Result<(), JsValue> {
    let value = serde_wasm_bindgen::to_value(value)?;
    let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into())?;
    save(&String::from(text), "application/json", name)
}

/// What is in `chosen`, which has at most `max` bytes; `None` for another file.
pub(super) async fn read_json<T: DeserializeOwned>(chosen: &Blob, max: f64) -> Result<Option<T>, JsValue> {
    if chosen.size() > max {
        return Ok(None);
    }
    let text = JsFuture::from(chosen.text()).await?.as_string().unwrap_or_default();
    Ok(JSON::parse(&text).ok().and_then(|read| serde_wasm_bindgen::from_value(read).ok()))
}
