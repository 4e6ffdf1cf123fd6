//! The judge alone, on a page that is no part of the extension: what is typed there is judged as in the popup.
//!
//! The page has the sentences of every language and answers for the browser when they are asked for: see
//! `examples/demo`.

use wasm_bindgen::prelude::*;
use web_sys::HtmlTextAreaElement;

use super::log::log;
use super::{dom, i18n, verdict};
use crate::check::check;
use crate::jitsi::Server;
use crate::settings::Watched;

/// Starts the page.
///
/// # Errors
/// What the browser did not do. The page then says that Hushroom could not start.
#[wasm_bindgen]
pub fn demo() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    verdict::on_asked(|text| log(judge(text)))?;
    dom::on("language", "change", |_| log(speak()))
}

/// Says everything in the language that was chosen.
fn speak() -> Result<(), JsValue> {
    i18n::translate(&dom::document()?)?;
    judge(&dom::element::<HtmlTextAreaElement>("check-input")?.value())
}

/// Judges `text` as somebody's who has chosen nothing: a bare name is on meet.jit.si.
fn judge(text: &str) -> Result<(), JsValue> {
    verdict::show(&check(text, &Server::default(), &Watched::default())).map(drop)
}
