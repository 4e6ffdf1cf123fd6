//! One at a time, over all pages of the extension.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::webext;

/// Maximum time to wait for somebody else's lock, in milliseconds. Chosen because reading and writing takes far less: a
/// page that holds it longer was put to sleep by the browser.
const PATIENCE: f64 = 5_000.0;

/// The right to do what only one may do at a time, such as to read, change and write back what is stored. It ends when
/// this is dropped, or with its page.
pub(super) struct Lock {
    release: Function,
}

impl Lock {
    /// Waits until nobody else has the lock `name`.
    ///
    /// # Errors
    /// The browser's, when it gives no locks, or when somebody has it for too long.
    pub(super) async fn acquire(name: &str) -> Result<Self, JsValue> {
        let options = webext::object(&[("signal", webext::signal_after(PATIENCE))]);
        let mut asked = None;
        let acquired = Promise::new(&mut |acquired, _| {
            // The browser takes the lock back when the promise is fulfilled that it is given here.
            let hold = move || {
                Promise::new(&mut |release, _| {
                    acquired.call1(&JsValue::UNDEFINED, &release).ok();
                })
            };
            asked = Some(webext::request_lock(name, &options, Closure::once_into_js(hold).unchecked_ref()));
        });
        // The browser's own promise ends first only if there is no lock to be had.
        let first =
            asked.map_or(acquired.clone(), |asked| Promise::race(&js_sys::Array::of2(&acquired, &asked)));
        Ok(Self { release: JsFuture::from(first).await?.dyn_into()? })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.release.call0(&JsValue::UNDEFINED).ok();
    }
}
