//! A pair of check words for each guest, drawn here and stored nowhere.

use std::cell::RefCell;
use std::rc::Rc;

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

use super::status::report;
use super::talk;
use crate::browser::area::{self, SESSION};
use crate::browser::log::log;
use crate::browser::{dom, i18n, webext};
use crate::memory::SLIPS;
use crate::room::{CheckWords, GUESTS_MAX, Guest, guests, pairs};
use crate::text::Text;

/// What each guest is told: who it is, and the words.
type Slips = Vec<(String, String)>;

pub(super) fn start() -> Result<(), JsValue> {
    let slips: Rc<RefCell<Slips>> = Rc::default();
    let made = Rc::clone(&slips);
    dom::on("guests-make", "click", move |_| {
        log(make().and_then(|drawn| {
            made.replace(drawn);
            show(&made.borrow())
        }));
    })?;
    let copied = Rc::clone(&slips);
    dom::on("guests-copy", "click", move |_| {
        let lines: Vec<String> =
            copied.borrow().iter().map(|(name, said)| format!("{name}: {said}")).collect();
        spawn_local(async move {
            report(&dom::copy(&lines.join("\n")).await, "talk_words_copied", "talk_copy_failed");
        });
    })?;
    dom::on("guests-print", "click", move |_| {
        let slips = slips.borrow().clone();
        spawn_local(async move {
            // Browsers print no popups. The page takes the slips out of memory and shows them.
            let opened = async {
                area::write(&SESSION, SLIPS, &slips).await?;
                let page = webext::object(&[("url", webext::url_of("slips.html").into())]);
                JsFuture::from(webext::create_tab(&page)).await.map(drop)
            };
            report(&opened.await, "opened", "open_failed");
        });
    })
}

/// Draws a pair for each guest; none where there are none or too many, which is said.
fn make() -> Result<Slips, JsValue> {
    let typed = dom::element::<HtmlTextAreaElement>("guests")?.value();
    let read = guests(&typed);
    let error = match read {
        Ok(_) => String::new(),
        Err(_) => i18n::say(&Text::with("guests_error", [GUESTS_MAX])),
    };
    dom::set_text("guests-error", &error)?;
    let guests = read.unwrap_or_default();
    let drawn =
        pairs(guests.len(), talk::list(), &mut SysRng).map_err(|error| JsError::new(&error.to_string()))?;
    let said = |(guest, CheckWords { call, answer }): (Guest, CheckWords)| {
        let name = match guest {
            Guest::Named(name) => name,
            Guest::Numbered(number) => i18n::say(&Text::with("guests_number", [number])),
        };
        (name, i18n::say(&Text::with("talk_words_copy", [call, answer].map(|word| talk::shown(&word)))))
    };
    Ok(guests.into_iter().zip(drawn).map(said).collect())
}

fn show(slips: &Slips) -> Result<(), JsValue> {
    let list: Element = dom::element("guests-list")?;
    list.set_text_content(None);
    for (at, (name, said)) in slips.iter().enumerate() {
        let row = dom::child(&list, "li", "", "")?;
        let [called, words] = ["name", "words"].map(|kind| format!("guest-{at}-{kind}"));
        let shown = dom::child(&row, "p", "name", name)?;
        shown.set_attribute("dir", "auto")?;
        shown.set_id(&called);
        dom::child(&row, "p", "", said)?.set_id(&words);
        let button = dom::child(&row, "button", "small", &i18n::word("guests_copy_one"))?;
        let id = format!("guest-{at}-copy");
        button.set_attribute("type", "button")?;
        button.set_attribute("aria-labelledby", &format!("{id} {called}"))?;
        button.set_id(&id);
        let said = said.clone();
        let act = Closure::<dyn FnMut()>::new(move || {
            let said = said.clone();
            spawn_local(async move {
                report(&dom::copy(&said).await, "talk_words_copied", "talk_copy_failed");
            });
        });
        button.add_event_listener_with_callback("click", act.into_js_value().unchecked_ref())?;
    }
    let made: HtmlElement = dom::element("guests-made")?;
    made.set_hidden(slips.is_empty());
    // The whole list first: to hand out one pair closes the popup in most browsers, and the others are gone with it.
    if slips.is_empty() { dom::focus("#guests") } else { dom::focus("#guests-copy") }
}
