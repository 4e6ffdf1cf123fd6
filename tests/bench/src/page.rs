//! What the page of `cargo xtask bench speed` calls.

use wasm_bindgen::prelude::wasm_bindgen;

/// How many bits `name` is worth.
#[wasm_bindgen]
#[must_use]
pub fn assess(name: &str) -> f64 {
    guessable::assess(name).bits.get()
}
