//! The way from the page to the new room.

use wasm_bindgen_futures::JsFuture;

use super::page::Page;
use super::{room, status};
use crate::browser::log::log;
use crate::browser::tabs;
use crate::browser::webext::{self, field, object};

/// Goes to the room at `link`, of which others have been `told` or not. The background decides what is said there, as it
/// does for whoever goes by the warning in the page. A page that it says nothing of is left without a word.
pub(super) async fn go(page: &Page, private: bool, link: &str, told: bool) {
    let Some(id) = page.id else { return };
    let from = object(&[("url", page.url().into()), ("tab", id.into()), ("private", private.into())]);
    let asked =
        object(&[("kind", "move".into()), ("to", link.into()), ("told", told.into()), ("page", from.into())]);
    let reply = JsFuture::from(webext::send(&asked)).await.unwrap_or_default();
    if field(&reply, "kind") != "done" {
        room::left(link, private, &tabs::navigate(id, link).await).await;
        return;
    }
    // It was remembered as well, for those who want that.
    status::say("opened", true);
    if let Some(window) = web_sys::window() {
        log(window.close());
    }
}
