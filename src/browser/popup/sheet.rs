//! The system's share sheet, where there is one.

use js_sys::{Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// A navigator that can share: the Web Share API, which `web-sys` calls unstable.
    type Sharing;

    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharing, data: &JsValue) -> Result<Promise, JsValue>;
}

#[derive(Serialize)]
struct Shared<'a> {
    title: &'a str,
    url: &'a str,
}

/// Whether this system has a share sheet.
pub(super) fn exists() -> bool {
    web_sys::window()
        .is_some_and(|window| Reflect::has(&window.navigator(), &"share".into()).unwrap_or_default())
}

/// Offers `link` to the system's other programs; the answer is whether one of them took it. To close the
/// sheet is no failure.
pub(super) async fn share(title: &str, link: &str) -> Result<bool, JsValue> {
    let navigator: Sharing = web_sys::window().ok_or(JsValue::NULL)?.navigator().unchecked_into();
    let data = serde_wasm_bindgen::to_value(&Shared { title, url: link })?;
    match JsFuture::from(navigator.share(&data)?).await {
        Ok(_) => Ok(true),
        Err(error) if name(&error).as_deref() == Some("AbortError") => Ok(false),
        Err(error) => Err(error),
    }
}

fn name(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"name".into()).ok()?.as_string()
}
