//! The server where new rooms are made: once it is the user's own, its rooms can be watched, too.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::warnings::show_outcome;
use crate::browser::watching::switch_server;
use crate::browser::{dom, i18n};
use crate::jitsi::Server;
use crate::settings::{Policy, Settings, Watched};
use crate::text::{Gap, Text};

thread_local! {
    /// The server that is offered, as shown: browsers let a page ask only in the very handler of a click, which has no
    /// time to find out.
    static OFFERED: RefCell<Option<Server>> = const { RefCell::new(None) };
}

pub(super) fn start() -> Result<(), JsValue> {
    dom::on("watch-home", "click", |_| {
        if let Some(server) = OFFERED.with_borrow(Clone::clone) {
            // The button goes with what it offers: the keyboard goes on where the server stands.
            show_outcome(switch_server(server, true), Some("server"));
        }
    })
}

/// Offers to watch the rooms where new ones are made, unless they are watched or nobody may choose that.
pub(super) fn show(settings: &Settings, watched: &Watched, policy: &Policy) -> Result<(), JsValue> {
    let server = &settings.server;
    let offered = policy.may_watch(server, watched).then(|| server.clone());
    dom::element::<HtmlElement>("watch-home-setting")?.set_hidden(offered.is_none());
    let hint = Text::with("options_watch_home", [Gap::host(server.as_str())]);
    dom::set_text("watch-home-hint", &i18n::say(&hint))?;
    OFFERED.set(offered);
    Ok(())
}
