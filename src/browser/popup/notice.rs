//! A notice, as the popup shows it.

use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::background::Spoken;
use crate::browser::dom::child;
use crate::browser::i18n;
use crate::browser::verdict::{list, mark};
use crate::text::Tone;

/// Shows each of `notices` in `place`, and `note` above them. Of the first, where there is a `why`, what matters is in sight
/// and the rest is in there; of the others, everything is in sight.
pub(super) fn show_all(
    place: &Element,
    why: Option<&Element>,
    notices: &[Spoken],
    note: Option<&str>,
) -> Result<(), JsValue> {
    place.set_text_content(note);
    for (at, spoken) in notices.iter().enumerate() {
        let notice = child(place, "div", "notice", "")?;
        mark(&notice, Some(spoken.tone))?;
        child(&notice, "h3", "title", &spoken.title)?;
        match why.filter(|_| at == 0) {
            Some(why) => {
                // That all is well needs no reason.
                let seen = if spoken.tone == Tone::Calm { 0 } else { spoken.first.min(spoken.reasons.len()) };
                let (seen, folded) = spoken.reasons.split_at(seen);
                seen.iter().try_for_each(|reason| child(&notice, "p", "", reason).map(drop))?;
                reasons(&fold(why)?, folded, &spoken.advice)?;
            }
            None => reasons(&notice, &spoken.reasons, &spoken.advice)?,
        }
    }
    Ok(())
}

fn reasons(place: &Element, reasons: &[String], advice: &str) -> Result<(), JsValue> {
    list(place, reasons)?;
    child(place, "p", "advice", advice).map(drop)
}

/// What is folded away behind "Why?" in `place`.
fn fold(place: &Element) -> Result<Element, JsValue> {
    let details = child(place, "details", "", "")?;
    child(&details, "summary", "", &i18n::word("why"))?;
    Ok(details)
}
