//! Says whether this browser can take part in Jitsi's end-to-end encryption.

use wasm_bindgen::prelude::*;

use super::webext::field;
use super::{dom, i18n};
use crate::call::EndToEnd;
use crate::text::Text;

/// Says so in the element `id`.
pub(super) fn show(id: &str) -> Result<(), JsValue> {
    let global = js_sys::global();
    let sender = field(&field(&global, "RTCRtpSender"), "prototype");
    let is_there = |object: &JsValue, name: &str| field(object, name).is_function();
    let ability =
        EndToEnd::of(is_there(&sender, "createEncodedStreams"), is_there(&global, "RTCRtpScriptTransform"));
    let said = match ability {
        EndToEnd::WithLink => Text::with(ability.sentence(), [i18n::word("option_encrypt_everywhere")]),
        EndToEnd::Always | EndToEnd::Never => Text::new(ability.sentence()),
    };
    dom::set_text(id, &i18n::say(&said))
}
