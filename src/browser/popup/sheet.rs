//! The system's share sheet, where there is one.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::browser::webext::{field, object};

#[wasm_bindgen]
extern "C" {
    /// A navigator that can share: the Web Share API, which `web-sys` calls unstable.
    type Sharing;

    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharing, data: &JsValue) -> Result<Promise, JsValue>;
}

/// Whether this system has a share sheet.
pub(super) fn exists() -> bool {
    web_sys::window()
        .is_some_and(|window| Reflect::has(&window.navigator(), &"share".into()).unwrap_or_default())
}

/// Offers `link`, with what its guests need in `text`, to the system's other programs; the answer is whether one of them
/// took it. To close the sheet is no failure.
pub(super) async fn share(title: &str, text: &str, link: &str) -> Result<bool, JsValue> {
    let navigator: Sharing = web_sys::window().ok_or(JsValue::NULL)?.navigator().unchecked_into();
    let data = object(&[("title", title.into()), ("text", text.into()), ("url", link.into())]);
    match JsFuture::from(navigator.share(&data)?).await {
        Ok(_) => Ok(true),
        Err(error) if field(&error, "name") == "AbortError" => Ok(false),
        Err(error) => Err(error),
    }
}
