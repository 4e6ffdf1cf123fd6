//! One at a time, over all windows and the background.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::webext;

/// The right to read, change and write back what is stored. It ends when this is dropped, or with its page.
pub(super) struct Lock {
    release: Function,
}

impl Lock {
    /// Waits until nobody else has it.
    pub(super) async fn acquire() -> Result<Self, JsValue> {
        let acquired = Promise::new(&mut |acquired, _| {
            // The browser takes the lock back when the promise is fulfilled that it is given here.
            let hold = move || {
                Promise::new(&mut |release, _| {
                    acquired.call1(&JsValue::UNDEFINED, &release).ok();
                })
            };
            webext::request_lock("stored", Closure::once_into_js(hold).unchecked_ref());
        });
        Ok(Self { release: JsFuture::from(acquired).await?.unchecked_into() })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.release.call0(&JsValue::UNDEFINED).ok();
    }
}
