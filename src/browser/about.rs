//! What stands at the foot of the pages that fill a tab: which version this is.

use wasm_bindgen::prelude::*;

use super::webext::{self, field};
use super::{dom, i18n};
use crate::text::Text;

/// Says which version runs, as its manifest says.
pub(super) fn show() -> Result<(), JsValue> {
    let version = field(&webext::manifest(), "version").as_string().unwrap_or_default();
    dom::set_text("about-version", &i18n::say(&Text::with("about_version", [version])))
}
