//! The judge of names for JavaScript.

use guessable::Assessment;
use tsify::{Ts, Tsify as _};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many guesses the room `name` withstands, and why.
///
/// Any string gets an answer. `name` may be written as a person types it or as it stands in an address.
///
/// # Errors
///
/// When the engine refuses to make the object of the answer, as it does for want of memory.
#[wasm_bindgen]
pub fn assess(name: &str) -> Result<Ts<Assessment>, JsError> {
    Ok(guessable::assess(name).into_ts()?)
}
