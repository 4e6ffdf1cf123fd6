//! Pages that are to be watched and wait for the user's permission, because an administrator has set them or the user took
//! it back: the popup says so, and lets the browser ask.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::status::say;
use crate::browser::log::log;
use crate::browser::watching::{self, Switched};
use crate::browser::{dom, i18n};
use crate::settings::{Watched, named_hosts};
use crate::text::{Gap, Text};

/// Says what waits of what is to be `watched`, if anything does.
pub(super) async fn start(watched: Watched) -> Result<(), JsValue> {
    let hosts = watching::unpermitted(&watched).await?;
    if hosts.is_empty() {
        return Ok(());
    }
    let said = Text::with("permit_waiting", [Gap::Words(named_hosts(&hosts))]);
    dom::set_text("waiting-for", &i18n::say(&said))?;
    dom::element::<HtmlElement>("waiting")?.set_hidden(false);
    // The browser lets a page ask only in the very handler of a click, which has no time to find out what for.
    let hosts = Rc::new(hosts);
    dom::on("permit", "click", move |_| {
        let asked = watching::permit(hosts.iter().map(String::as_str));
        // If the question closes the popup, the background hears the answer.
        spawn_local(async move {
            match watching::answered(asked).await {
                Ok(Switched::Changed(_)) => {
                    say("permit_done", true);
                    log(dom::element::<HtmlElement>("waiting").map(|waiting| waiting.set_hidden(true)));
                    // The button that was pressed is gone.
                    log(dom::focus("#copy-link"));
                }
                Ok(Switched::Refused) => say("options_refused", false),
                Err(error) => {
                    log(Err(error));
                    say("options_save_failed", false);
                }
            }
        });
    })
}
