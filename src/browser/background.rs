//! The background: it answers the content script and marks the toolbar icon.

use js_sys::Promise;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::fresh::fresh_room;
use super::i18n::spoken;
use super::message::{Labels, Reply, Request, Sender, Spoken, Warning, read};
use super::{i18n, storage, webext};
use crate::jitsi::Server;
use crate::watch::{Finding, Notice, RoomKey, Text, Tone, visit};

/// Answers a message of the content script. The promise is always fulfilled, with a reply.
#[wasm_bindgen]
pub fn answer(message: JsValue, sender: JsValue) -> Promise {
    future_to_promise(async move {
        let reply = match read(message, sender) {
            Some((request, sender)) => act(request, &sender).await?,
            None => Reply::Refused,
        };
        Ok(serde_wasm_bindgen::to_value(&reply)?)
    })
}

async fn act(request: Request, sender: &Sender) -> Result<Reply, JsValue> {
    let Some(finding) = visit(&sender.url, &[Server::default()]) else {
        if request == Request::Visit && sender.is_top() {
            show_in_toolbar(sender.tab(), None).await?;
        }
        return Ok(Reply::Quiet);
    };
    let key = RoomKey::of(&finding);
    match request {
        Request::Visit => return tell(&finding, &key, sender).await,
        Request::Dismiss => storage::dismiss(&key).await?,
        Request::Silence => storage::silence(&key).await?,
        Request::Undo => storage::undo(&key).await?,
    }
    Ok(Reply::Done)
}

/// Says what there is to say about `finding`: in the toolbar always, in the page if it is a warning that
/// the user has not silenced.
async fn tell(finding: &Finding, key: &RoomKey, sender: &Sender) -> Result<Reply, JsValue> {
    let notice = spoken(&Notice::of(finding));
    if sender.is_top() || notice.tone != Tone::Calm {
        show_in_toolbar(sender.tab(), Some(&notice)).await?;
    }
    if notice.tone == Tone::Calm || storage::is_silenced(key).await {
        return Ok(Reply::Quiet);
    }
    let safe_link = fresh_room().await?.link;
    let (language, direction) = i18n::language();
    Ok(Reply::Warning(Box::new(Warning {
        invitation: i18n::say(&Text::with("invitation", [safe_link.clone()])),
        safe_link,
        notice,
        labels: labels(),
        language,
        direction,
    })))
}

fn labels() -> Labels {
    Labels {
        open_safe: i18n::word("warning_open_safe"),
        copy_safe: i18n::word("warning_copy_safe"),
        copy_message: i18n::word("warning_copy_message"),
        copied: i18n::word("warning_copied"),
        copy_failed: i18n::word("warning_copy_failed"),
        close: i18n::word("warning_close"),
        dismiss: i18n::word("warning_dismiss"),
        silence: i18n::word("warning_silence"),
        silenced: i18n::word("warning_silenced"),
        undo: i18n::word("undo"),
        product: i18n::word("extension_name"),
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OfTab<'a> {
    tab_id: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

/// Marks the icon of the tab and keeps the words for the popup, where no page can touch them.
async fn show_in_toolbar(tab: i32, notice: Option<&Spoken>) -> Result<(), JsValue> {
    storage::remember_said(tab, notice).await?;
    let (text, color) = match notice.map(|notice| notice.tone) {
        Some(Tone::Danger) => ("!", "#b3261e"),
        Some(Tone::Caution) => ("?", "#8a5a00"),
        Some(Tone::Calm) | None => ("", "#1f6f5c"),
    };
    let title = notice.filter(|notice| notice.tone != Tone::Calm).map(|notice| notice.title.as_str());
    let title = title.map_or_else(|| i18n::word("action_title"), str::to_owned);
    let of_tab = OfTab { tab_id: tab, text: None, color: None, title: None };
    let calls = [
        webext::set_badge_text(&serde_wasm_bindgen::to_value(&OfTab { text: Some(text), ..of_tab })?),
        webext::set_badge_background_color(&serde_wasm_bindgen::to_value(&OfTab {
            color: Some(color),
            ..of_tab
        })?),
        webext::set_title(&serde_wasm_bindgen::to_value(&OfTab { title: Some(&title), ..of_tab })?),
    ];
    for call in calls {
        // The tab may have been closed meanwhile, which is no error of ours.
        JsFuture::from(call).await.ok();
    }
    Ok(())
}

/// Forgets what was said about a tab that was closed.
///
/// # Errors
/// The browser's, when it cannot reach its storage.
#[wasm_bindgen]
pub async fn forget(tab: i32) -> Result<(), JsValue> {
    storage::remember_said(tab, None).await
}
