//! What the administrator has set, without waiting for a browser that does not know yet.
//!
//! Chromium reads the machine's policies when it starts, and for about two seconds its managed area does not
//! answer. A page that is restored is there sooner. So the policy that was heard last is kept in the local
//! area, and holds until the browser says what holds now.

use js_sys::{Array, JSON, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::area::{self, LOCAL};
use super::log::log;
use super::{dom, i18n, webext};
use crate::settings::Policy;
use crate::text::Text;

/// Maximum time to wait for the managed area, in milliseconds. Chosen because a browser that knows its policies answers
/// in one or two, and a page waits for its warning meanwhile.
const PATIENCE: i32 = 50;

/// Where the policy is kept that was heard last.
const KEPT: &str = "policy";

/// The policy: the answer to `asked`, a question to the managed area, or what the items of the `local` area keep of the
/// last answer where there is none in time.
pub(super) async fn policy(asked: Promise, local: &JsValue) -> Policy {
    let kept = webext::field(local, KEPT);
    let answer = heard(Promise::race(&Array::of2(&asked, &webext::after(PATIENCE)))).await;
    // Nothing but the timeout answers with nothing.
    if answer.is_undefined() {
        let before = kept.clone();
        spawn_local(async move { keep(&heard(asked).await, &before).await });
        return read(kept);
    }
    let now = answer.clone();
    spawn_local(async move { keep(&now, &kept).await });
    read(answer)
}

/// Calls `act` whenever the administrator sets something else, for as long as the page lives. A Firefox that runs never
/// does: it reads what is set when it starts.
pub(super) fn on_change(mut act: impl FnMut() + 'static) {
    let hear = Closure::<dyn FnMut(JsValue, JsValue)>::new(move |_, area: JsValue| {
        if area == "managed" {
            act();
        }
    });
    webext::on_stored(hear.into_js_value().unchecked_ref());
}

/// Shows in `#help` where people of the organisation ask for help, if it says so.
pub(super) fn show_help(policy: &Policy) -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("help")?;
    place.set_hidden(policy.help_address.is_none());
    place.set_text_content(None);
    if let Some(address) = &policy.help_address {
        let said = i18n::say(&Text::with("help_at", [address.as_str().to_owned()]));
        let link = dom::child(&place, "a", "", &said)?;
        link.set_attribute("href", &address.link())?;
        link.set_attribute("target", "_blank")?;
    }
    Ok(())
}

/// An answer of the managed area. Firefox refuses to give one when there is no policy at all.
pub(super) async fn heard(asked: Promise) -> JsValue {
    JsFuture::from(asked).await.unwrap_or_else(|_| Object::new().into())
}

fn read(policy: JsValue) -> Policy {
    serde_wasm_bindgen::from_value(policy).unwrap_or_default()
}

/// Keeps `policy` if it is another than the one that was kept `before`; nothing where there is no policy.
async fn keep(policy: &JsValue, before: &JsValue) {
    let text = |value: &JsValue| JSON::stringify(value).ok().and_then(|text| text.as_string());
    let empty = Some("{}".to_owned());
    let (now, before) = (text(policy), text(before).or_else(|| empty.clone()));
    if now == before {
        return;
    }
    let kept = if now == empty {
        area::remove(&LOCAL, KEPT).await
    } else {
        area::write_js(&LOCAL, KEPT, policy).await
    };
    log(kept);
}
