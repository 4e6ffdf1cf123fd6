//! What there is to know about the page in the current tab.

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::notice;
use crate::browser::i18n::spoken;
use crate::browser::log::log;
use crate::browser::message::Spoken;
use crate::browser::{dom, i18n, storage, toolbar, webext};
use crate::text::{Text, Tone};
use crate::warning::{Likeness, Notice, likeness, visit};

pub(super) async fn start() {
    log(show().await);
}

async fn show() -> Result<(), JsValue> {
    let place: HtmlElement = dom::element("tab-status")?;
    let tab = toolbar::current_tab().await?;
    // The browser tells it now that the user clicked the icon.
    let url = webext::field(&tab, "url").as_string().unwrap_or_default();
    let said = match said_in(&tab).await {
        Some(said) => Some(said),
        // The page was open before Hushroom, or before its last update, and has nobody to ask.
        None => visit(&url, &storage::stored().await.watched()).map(|found| spoken(&Notice::of(&found))),
    };
    match (said, likeness(&url)) {
        (_, Likeness::Unproven(host)) => notice::show(&place, &impostor(&UNPROVEN, host)),
        (Some(mut said), Likeness::Real(host)) => {
            said.reasons.push(real(host));
            notice::show(&place, &said)
        }
        (Some(said), _) => notice::show(&place, &said),
        (None, Likeness::LooksLike(host)) => notice::show(&place, &impostor(&LOOKALIKE, host)),
        (None, Likeness::Real(host)) => {
            place.set_text_content(Some(&real(host)));
            Ok(())
        }
        (None, Likeness::Other) => {
            place.set_text_content(Some(&i18n::word("tab_nothing")));
            Ok(())
        }
    }
}

/// The keys of what to say of a page that is not what it is taken for: its title, the reason and what to do.
type Impostor = [&'static str; 3];

const LOOKALIKE: Impostor = ["tab_lookalike_title", "tab_lookalike_reason", "tab_lookalike_advice"];
const UNPROVEN: Impostor = ["tab_unproven_title", "tab_unproven_reason", "tab_unproven_advice"];

fn impostor([title, reason, advice]: &Impostor, host: &str) -> Spoken {
    Spoken {
        tone: Tone::Danger,
        title: i18n::say(&Text::with(title, [host.to_owned()])),
        reasons: vec![i18n::word(reason)],
        advice: i18n::word(advice),
    }
}

fn real(host: &str) -> String {
    i18n::say(&Text::with("tab_real", [host.to_owned()]))
}

/// What was said about the page in the tab.
async fn said_in(tab: &JsValue) -> Option<Spoken> {
    toolbar::said(webext::tab_id(tab)?).await
}
