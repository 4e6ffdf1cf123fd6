//! Files that are made here and handed to the browser, which saves them like any other download.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
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
