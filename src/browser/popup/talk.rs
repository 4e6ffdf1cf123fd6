//! Before you talk: check words and a room password, drawn here and kept nowhere.

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::status::report;
use crate::browser::{dom, i18n};
use crate::jitsi::Server;
use crate::room::{CheckWords, check_words, password};
use crate::watch::Text;

pub(super) fn start() -> Result<(), JsValue> {
    draw_words()?;
    draw_password()?;
    dom::on("new-check-words", "click", |_| report(&draw_words(), "talk_words_made", "talk_draw_failed"))?;
    dom::on("new-password", "click", |_| report(&draw_password(), "talk_password_made", "talk_draw_failed"))?;
    dom::on("copy-check-words", "click", |_| {
        spawn_local(async {
            let words = read("check-word-call").and_then(|call| Ok([call, read("check-word-answer")?]));
            let outcome = match words {
                Ok(words) => dom::copy(&i18n::say(&Text::with("talk_words_copy", words))).await,
                Err(error) => Err(error),
            };
            report(&outcome, "talk_words_copied", "talk_copy_failed");
        });
    })?;
    dom::on("copy-password", "click", |_| {
        spawn_local(async {
            let outcome = match read("password") {
                Ok(password) => dom::copy(&password).await,
                Err(error) => Err(error),
            };
            report(&outcome, "talk_password_copied", "talk_copy_failed");
        });
    })
}

/// Shows what is true of calls on `server`.
pub(super) fn show(server: &Server) -> Result<(), JsValue> {
    dom::element::<HtmlElement>("talk-sign-in")?.set_hidden(!server.is_meet_jit_si());
    Ok(())
}

fn draw_words() -> Result<(), JsValue> {
    let drawn = check_words(&mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    let CheckWords { call, answer } = drawn;
    dom::set_text("check-word-call", &call)?;
    dom::set_text("check-word-answer", &answer)
}

fn draw_password() -> Result<(), JsValue> {
    let drawn = password(&mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    dom::set_text("password", &drawn)
}

fn read(id: &str) -> Result<String, JsValue> {
    Ok(dom::element::<HtmlElement>(id)?.text_content().unwrap_or_default())
}
