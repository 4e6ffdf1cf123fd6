//! The field that judges any name or link as it is typed.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement};

use super::notice;
use crate::browser::dom;
use crate::browser::i18n::{self, spoken};
use crate::jitsi::{Address, AddressError, Server};
use crate::watch::{Notice, Text, VisitedRoom};

pub(super) fn start() -> Result<(), JsValue> {
    let input: HtmlInputElement = dom::element("check-input")?;
    dom::on("check-input", "input", move |_| {
        if let Err(error) = judge(&input.value()) {
            web_sys::console::error_1(&error);
        }
    })
}

fn judge(text: &str) -> Result<(), JsValue> {
    let verdict: HtmlElement = dom::element("check-verdict")?;
    match Address::parse(text, &Server::default()) {
        Ok(address) => {
            let room = VisitedRoom::judge(address);
            let mut said = spoken(&Notice::of_room(&room));
            said.reasons.push(i18n::say(&Text::with("check_bits", [room.assessment.bits.to_string()])));
            notice::show(&verdict, &said)?;
        }
        Err(AddressError::Empty) => verdict.set_text_content(None),
        Err(error) => {
            verdict.remove_attribute("data-tone")?;
            verdict.set_text_content(Some(&i18n::word(error.key())));
        }
    }
    verdict.set_hidden(text.trim().is_empty());
    Ok(())
}
