//! Before you talk: which tool, check words and a room password, drawn here and kept nowhere.

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::status::report;
use super::view;
use crate::browser::{dom, i18n, styles};
use crate::jitsi::Server;
use crate::room::{CheckWords, Style, check_words, password};
use crate::text::Text;
use crate::wordlist::WordList;

pub(super) fn start() -> Result<(), JsValue> {
    view::on_open("to-talk", draw_once)?;
    // What leads here asks which tool suits: the card is unfolded.
    view::on_open_at("tools-open", "to-tools", || {
        dom::element::<Element>("which-tool")?.set_attribute("open", "")?;
        draw_once()
    })?;
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

/// The list that check words are drawn from, of the language that the sentences about them are in: somebody reads them
/// out. Where there is none they are numbers, and the sentences say so.
pub(super) fn list() -> Option<WordList> {
    WordList::read_out_in(&i18n::word("language"))
}

/// A check word or a number as the user's language writes it, digit by digit.
pub(super) fn shown(word: &str) -> String {
    let sign = |sign: char| sign.to_digit(10).map_or_else(|| sign.into(), |digit| i18n::number(digit.into()));
    word.chars().map(sign).collect()
}

/// Draws what the view shows. It stays while the window is open.
fn draw_once() -> Result<(), JsValue> {
    if read("password")?.is_empty() {
        draw_words()?;
        draw_password()?;
    }
    Ok(())
}

fn draw_words() -> Result<(), JsValue> {
    let list = list();
    let drawn = check_words(list, &mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    let CheckWords { call, answer } = drawn;
    let style = list.map_or(Style::Characters, Style::Words);
    for (id, word) in [("check-word-call", call), ("check-word-answer", answer)] {
        dom::set_text(id, &shown(&word))?;
        styles::mark_language(id, style)?;
    }
    Ok(())
}

fn draw_password() -> Result<(), JsValue> {
    let drawn = password(&mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    dom::set_text("password", &drawn)
}

fn read(id: &str) -> Result<String, JsValue> {
    Ok(dom::element::<HtmlElement>(id)?.text_content().unwrap_or_default())
}
