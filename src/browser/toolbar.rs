//! What the toolbar icon and the popup say about a tab, where no page can touch it.
//!
//! A tab may hold several watched pages: its own and frames in it. Each keeps what was said about it
//! under a key of its own; the most urgent one marks the icon. A page that went away without a word is
//! found by asking whether its content script still answers.

use std::cmp::Reverse;

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::lock::Lock;
use super::message::Spoken;
use super::webext::{self, field, object};
use super::{i18n, storage};
use crate::text::Tone;

/// How long a page may take to say that it is there, in milliseconds. One that is busy with something else counts as
/// there: only one that is gone has nobody who could answer.
const PATIENCE: i32 = 300;

/// Remembers what was said about the page in `frame` of `tab`, or that nothing was, and marks the icon.
pub(super) async fn tell(tab: i32, frame: i64, spoken: Option<&Spoken>) -> Result<(), JsValue> {
    let _turn = turn(tab).await;
    remember_and_mark(tab, frame, spoken).await
}

/// The turn to mark the icon of `tab`: what was found out before something else was said is not to be marked after it.
/// Who waited in vain goes on without, for an icon that may be wrong is better than one that is.
async fn turn(tab: i32) -> Option<Lock> {
    Lock::acquire(&format!("toolbar:{tab}")).await.ok()
}

async fn remember_and_mark(tab: i32, frame: i64, spoken: Option<&Spoken>) -> Result<(), JsValue> {
    storage::remember_said(tab, frame, spoken).await?;
    mark(tab, said(tab).await.as_ref()).await;
    Ok(())
}

/// Tells that the page in `frame` of `tab` does not let its warning be seen.
pub(super) async fn tell_hidden(tab: i32, frame: i64) -> Result<(), JsValue> {
    let _turn = turn(tab).await;
    let Some((_, mut spoken)) = storage::said_in(tab).await.into_iter().find(|(at, _)| *at == frame) else {
        return Ok(());
    };
    let hidden = i18n::word("page_hides_warning");
    if !spoken.reasons.contains(&hidden) {
        spoken.reasons.insert(0, hidden);
    }
    remember_and_mark(tab, frame, Some(&spoken)).await
}

/// The most urgent of what was said about the pages that are still in `tab`; its own page goes first.
pub(super) async fn said(tab: i32) -> Option<Spoken> {
    let rank = |(frame, spoken): &(i64, Spoken)| (urgency(spoken.tone), Reverse(*frame));
    let mut worst = None;
    for said in storage::said_in(tab).await {
        if is_present(tab, said.0).await {
            if worst.as_ref().is_none_or(|worst| rank(&said) > rank(worst)) {
                worst = Some(said);
            }
        } else {
            storage::remember_said(tab, said.0, None).await.ok();
        }
    }
    worst.map(|(_, spoken)| spoken)
}

const fn urgency(tone: Tone) -> u8 {
    match tone {
        Tone::Calm => 0,
        Tone::Caution => 1,
        Tone::Danger => 2,
    }
}

/// Whether a content script answers in `frame`. It answers once its page is judged; one that is slower than
/// [`PATIENCE`] counts as there.
pub(super) async fn is_present(tab: i32, frame: i64) -> bool {
    let frame = object(&[("frameId", (frame as f64).into())]);
    let answer = webext::send_to_frame(tab, &"present".into(), &frame);
    JsFuture::from(Promise::race(&Array::of2(&answer, &webext::after(PATIENCE)))).await.is_ok()
}

/// The tab that the user looks at.
pub(super) async fn current_tab() -> Result<JsValue, JsValue> {
    let current = object(&[("active", true.into()), ("lastFocusedWindow", true.into())]);
    let tabs = JsFuture::from(webext::query_tabs(&current)).await?;
    Reflect::get_u32(&tabs, 0)
}

/// Whether that tab is in a private window. If the browser does not say, it counts as one: what is not kept does
/// no harm.
pub(super) async fn is_private() -> bool {
    let Ok(tab) = current_tab().await else { return true };
    field(&tab, "incognito").as_bool().unwrap_or(true)
}

/// Whether there is a tab in a private window beside `closed`, which some browsers still count.
pub(super) async fn has_private_tab_but(closed: i32) -> Result<bool, JsValue> {
    let tabs = JsFuture::from(webext::query_tabs(&Object::new())).await?;
    let is_private =
        |tab: JsValue| field(&tab, "incognito").is_truthy() && webext::tab_id(&tab) != Some(closed);
    Ok(tabs.unchecked_into::<Array>().iter().any(is_private))
}

/// The icon in the two sizes that toolbars show: by itself, and where there is danger.
const ICON: [&str; 2] = ["/icons/icon-16.png", "/icons/icon-32.png"];
const DANGER_ICON: [&str; 2] = ["/icons/danger-16.png", "/icons/danger-32.png"];

async fn mark(tab: i32, spoken: Option<&Spoken>) {
    let (text, color, icon) = match spoken.map(|spoken| spoken.tone) {
        Some(Tone::Danger) => ("!", "#b3261e", DANGER_ICON),
        Some(Tone::Caution) => ("?", "#8a5a00", ICON),
        Some(Tone::Calm) | None => ("", "#1f6f5c", ICON),
    };
    let title = spoken.filter(|spoken| spoken.tone != Tone::Calm).map(|spoken| spoken.title.as_str());
    let title = title.map_or_else(|| i18n::word("action_title"), str::to_owned);
    // A path for each width in pixels.
    let [small, large] = icon.map(JsValue::from);
    let icon = object(&[("16", small), ("32", large)]);
    let of_tab = |what, value| object(&[("tabId", tab.into()), (what, value)]);
    let calls = [
        webext::set_badge_text(&of_tab("text", text.into())),
        webext::set_badge_background_color(&of_tab("color", color.into())),
        webext::set_title(&of_tab("title", title.into())),
        webext::set_icon(&of_tab("path", icon.into())),
    ];
    for call in calls {
        // The tab may have been closed meanwhile, which is no error of ours.
        JsFuture::from(call).await.ok();
    }
}

/// Opens `url` in `tab`, as if the user had typed it: no page can stop that.
pub(super) async fn navigate(tab: i32, url: &str) -> Result<(), JsValue> {
    JsFuture::from(webext::update_tab(tab, &object(&[("url", url.into())]))).await?;
    Ok(())
}

/// Goes back to the page before; to an empty one when there is none.
pub(super) async fn go_back(tab: i32) -> Result<(), JsValue> {
    match JsFuture::from(webext::go_back(tab)).await {
        Ok(_) => Ok(()),
        Err(_) => navigate(tab, "about:blank").await,
    }
}
