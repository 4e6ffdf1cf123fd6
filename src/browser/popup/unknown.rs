//! What is offered on a page that could be a room of a Jitsi server that nobody has named, or that is the user's own and not
//! watched: to watch it, or to make rooms there. Folded away, for most pages are none.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::offer::Offer;
use super::server::move_to;
use super::status::say;
use crate::background::Unknown;
use crate::browser::asking;
use crate::browser::log::log;
use crate::browser::watching::{Switched, switch_server};
use crate::browser::{dom, i18n};
use crate::jitsi::Server;
use crate::text::{Gap, Text};

/// Offers that of the server that `asked` gives by then.
pub(super) fn start(
    offer: &Rc<Offer>,
    asked: impl Fn() -> Option<Server> + Clone + 'static,
) -> Result<(), JsValue> {
    let (watched, private) = (asked.clone(), offer.private);
    dom::on("unknown-watch", "click", move |_| {
        if let Some(server) = watched() {
            watch(server, private);
        }
    })?;
    let offer = Rc::clone(offer);
    dom::on("unknown-home", "click", move |_| {
        if let Some(server) = asked() {
            move_to(&offer, server);
            say("unknown_home_made", true);
        }
    })
}

/// Shows what is offered about a server, if there is one. `is_all` is whether nothing else is said of the page.
pub(super) fn show(unknown: Option<&Unknown>, is_all: bool) -> Result<(), JsValue> {
    if let Some(Unknown { server, is_own, .. }) = unknown {
        let [open, hint] =
            if *is_own { ["unwatched_open", "unwatched_hint"] } else { ["unknown_open", "unknown_hint"] };
        dom::set_text("unknown-open", &i18n::word(open))?;
        dom::set_text("unknown-hint", &i18n::say(&Text::with(hint, [Gap::host(server.as_str())])))?;
    }
    // The question says to the eye that the page is not checked; two lines would push the rest out of sight.
    let said = if unknown.is_some() && is_all { "notice unseen" } else { "notice" };
    dom::element::<HtmlElement>("tab-status")?.set_class_name(said);
    let is = |wanted: fn(&Unknown) -> bool| unknown.is_some_and(wanted);
    for (id, shown) in [
        ("unknown", unknown.is_some()),
        ("unknown-watch", is(|unknown| unknown.can_watch)),
        ("unknown-home", is(|unknown| unknown.can_be_home)),
    ] {
        dom::element::<HtmlElement>(id)?.set_hidden(!shown);
    }
    Ok(())
}

/// Has the browser ask whether `server` may be watched: it asks only in the very handler of a click.
fn watch(server: Server, private: bool) {
    let switching = switch_server(server.clone(), true);
    spawn_local(async move {
        // Of a private window nothing is kept, and the answer is heard here or not at all.
        if !private {
            log(asking::wait(&server).await);
        }
        let switched = switching.await;
        log(asking::end().await);
        match switched {
            Ok(Switched::Changed(_)) => say("unknown_watched", true),
            Ok(Switched::Refused) => say("options_refused", false),
            Err(error) => {
                log(Err(error));
                say("options_save_failed", false);
            }
        }
    });
}
