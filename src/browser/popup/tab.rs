//! What there is to know about the page in the current tab.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::notice;
use crate::browser::message::Spoken;
use crate::browser::{dom, i18n, toolbar};
use crate::watch::{Likeness, Text, Tone, likeness};

pub(super) async fn start() {
    if let Err(error) = show().await {
        web_sys::console::error_1(&error);
    }
}

async fn show() -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("tab-status")?;
    let tab = toolbar::current_tab().await?;
    match (said_in(&tab).await, likeness_of(&tab)) {
        (Some(mut spoken), Likeness::Real(host)) => {
            spoken.reasons.push(i18n::say(&Text::with("tab_real", [host.to_owned()])));
            notice::show(&place, &spoken)
        }
        (Some(spoken), _) => notice::show(&place, &spoken),
        (None, Likeness::LooksLike(host)) => notice::show(
            &place,
            &Spoken {
                tone: Tone::Danger,
                title: i18n::say(&Text::with("tab_lookalike_title", [host.to_owned()])),
                reasons: vec![i18n::word("tab_lookalike_reason")],
                advice: i18n::word("tab_lookalike_advice"),
            },
        ),
        (None, Likeness::Real(host)) => {
            place.set_text_content(Some(&i18n::say(&Text::with("tab_real", [host.to_owned()]))));
            Ok(())
        }
        (None, Likeness::Other) => {
            place.set_text_content(Some(&i18n::word("tab_nothing")));
            Ok(())
        }
    }
}

/// Whether the page is the real one. The browser tells its address now that the user clicked the icon.
fn likeness_of(tab: &JsValue) -> Likeness {
    let url = Reflect::get(tab, &"url".into()).ok().and_then(|url| url.as_string());
    url.map_or(Likeness::Other, |url| likeness(&url))
}

/// What was said about the page in the tab.
async fn said_in(tab: &JsValue) -> Option<Spoken> {
    let id = Reflect::get(tab, &"id".into()).ok()?.as_f64()?;
    // Tab ids are small whole numbers.
    #[expect(clippy::cast_possible_truncation)]
    toolbar::said(id as i32).await
}
