//! A notice, as the popup shows it.

use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::background::Spoken;
use crate::browser::dom::{child, fill};

/// Shows `spoken` in `place`. The tone is an attribute for the style sheet; the title says the same in
/// words.
pub(super) fn show(place: &Element, spoken: &Spoken) -> Result<(), JsValue> {
    let tone = serde_wasm_bindgen::to_value(&spoken.tone)?.as_string().unwrap_or_default();
    place.set_attribute("data-tone", &tone)?;
    place.set_text_content(None);
    child(place, "p", "title", &spoken.title)?;
    fill(&child(place, "ul", "reasons", "")?, "li", &spoken.reasons)?;
    child(place, "p", "advice", &spoken.advice)?;
    Ok(())
}

/// Shows each of `notices` in `place`, and `note` above them.
pub(super) fn show_all(place: &Element, notices: &[Spoken], note: Option<&str>) -> Result<(), JsValue> {
    if let ([only], None) = (notices, note) {
        return show(place, only);
    }
    place.set_text_content(note);
    notices.iter().try_for_each(|notice| show(&child(place, "div", "notice", "")?, notice))
}
