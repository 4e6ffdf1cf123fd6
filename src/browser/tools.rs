//! Three questions of the guide, and which tool suits the call. What is answered is kept nowhere.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};

use super::log::log;
use super::{dom, i18n};
use crate::call::{Encrypted, KeptFrom, NO_TOOL, People, Tool};

pub(super) fn start() -> Result<(), JsValue> {
    dom::on("tools", "change", |_| log(answer()))
}

/// The value of what is chosen in the group `name`.
fn chosen(name: &str) -> Result<Option<String>, JsValue> {
    let found = dom::element::<Element>("tools")?.query_selector(&format!("[name={name}]:checked"))?;
    Ok(found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()).map(|input| input.value()))
}

/// Says which tool suits, once all three questions are answered.
fn answer() -> Result<(), JsValue> {
    let (Some(people), Some(install), Some(kept_from)) =
        (chosen("people")?, chosen("install")?, chosen("kept-from")?)
    else {
        return Ok(());
    };
    let people = match &*people {
        "two" => People::Two,
        "few" => People::Few,
        _ => People::Many,
    };
    let kept_from = match &*kept_from {
        "strangers" => KeptFrom::Strangers,
        "company" => KeptFrom::Company,
        _ => KeptFrom::CompanyAtAll,
    };
    let tool = Tool::fit(people, install == "yes", kept_from);
    let mut keys = tool.map_or(NO_TOOL.to_vec(), |tool| tool.sentences().to_vec());
    if tool.is_some_and(|tool| tool.encrypted() == Encrypted::No) {
        keys.push("tool_stay");
    }
    let place: Element = dom::element("tool-answer")?;
    place.set_text_content(None);
    for (at, key) in keys.into_iter().enumerate() {
        dom::child(&place, if at == 0 { "h3" } else { "p" }, "", &i18n::word(key))?;
    }
    Ok(())
}
