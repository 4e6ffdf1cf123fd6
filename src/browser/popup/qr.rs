//! The link as a picture that a phone can scan.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::browser::{dom, i18n};
use crate::share::QrCode;

const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");

/// Draws the code of `link`, or says that it is too long for one.
pub(super) fn show(link: &str) -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("qr")?;
    place.set_text_content(None);
    let code = QrCode::of(link);
    dom::set_text("qr-hint", &i18n::word(if code.is_some() { "qr_hint" } else { "qr_too_long" }))?;
    let Some(code) = code else { return Ok(()) };
    let document = dom::document()?;
    let svg = document.create_element_ns(SVG, "svg")?;
    svg.set_attribute("viewBox", &format!("0 0 {0} {0}", code.size))?;
    svg.set_attribute("role", "img")?;
    svg.set_attribute("aria-label", &i18n::word("qr_label"))?;
    let path: Element = document.create_element_ns(SVG, "path")?;
    path.set_attribute("d", &code.path)?;
    svg.append_child(&path)?;
    place.append_child(&svg)?;
    Ok(())
}
