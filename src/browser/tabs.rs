//! The browser's tabs: which one the user looks at, and where it goes.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::webext::{self, field, object};
use crate::background::Doubt;

/// Maximum time that a page may take to say that it is there, in milliseconds. Chosen because nobody should wait for
/// the icon or the popup any longer. One that is busy with something else counts as there: only one that is gone has
/// nobody who could answer.
const PATIENCE: i32 = 300;

/// For how long pages that are asked anew may answer, in milliseconds, before what was dropped of them is told no longer.
/// Chosen because dozens of frames are judged in less. A page that is slower is heard all the same.
const TIME_TO_TELL: i32 = 1000;

/// Sends `message` to the pages in `tab` that `to` names, all without; waits for the first one that answers, or [`PATIENCE`].
/// It fails where nobody listens.
fn send(tab: i32, message: &str, to: &Object) -> JsFuture {
    let answer = webext::send_to_frame(tab, &message.into(), to);
    JsFuture::from(Promise::race(&Array::of2(&answer, &webext::after(PATIENCE))))
}

/// Names `frame`, as the place that a message goes to.
fn of_frame(frame: i64) -> Object {
    object(&[("frameId", (frame as f64).into())])
}

/// Whether a content script answers in `frame`. It answers once its page is judged; one that is slower than
/// [`PATIENCE`] counts as there. The page is asked when this is called, not when the future is first polled.
pub(super) fn is_present(tab: i32, frame: i64) -> impl Future<Output = bool> {
    let answer = send(tab, "present", &of_frame(frame));
    async move { answer.await.is_ok() }
}

/// Those of `doubts` where nobody answers any more. All are asked at once.
pub(super) async fn gone(tab: i32, doubts: Vec<Doubt>) -> Vec<Doubt> {
    let asked: Vec<_> = doubts.into_iter().map(|doubt| (doubt, is_present(tab, doubt.frame))).collect();
    let mut gone = Vec::new();
    for (doubt, present) in asked {
        if !present.await {
            gone.push(doubt);
        }
    }
    gone
}

/// Asks for the tab that the user looks at, the only one in the list that is answered.
pub(super) fn ask_current() -> Promise {
    webext::query_tabs(&object(&[("active", true.into()), ("lastFocusedWindow", true.into())]))
}

/// The tab that the user looks at.
async fn current() -> Result<JsValue, JsValue> {
    Reflect::get_u32(&JsFuture::from(ask_current()).await?, 0)
}

/// Whether that tab is in a private window. If the browser does not say, it counts as one: what is not kept does
/// no harm.
pub(super) async fn is_private() -> bool {
    let Ok(tab) = current().await else { return true };
    field(&tab, "incognito").as_bool().unwrap_or(true)
}

/// Whether there is a tab in a private window beside `closed`, which some browsers still count.
pub(super) async fn has_private_but(closed: i32) -> Result<bool, JsValue> {
    let tabs = JsFuture::from(webext::query_tabs(&Object::new())).await?;
    let is_private =
        |tab: JsValue| field(&tab, "incognito").is_truthy() && webext::tab_id(&tab) != Some(closed);
    Ok(tabs.unchecked_into::<Array>().iter().any(is_private))
}

/// Opens `url` in `tab`, as if the user had typed it: no page can stop that.
pub(super) async fn navigate(tab: i32, url: &str) -> Result<(), JsValue> {
    JsFuture::from(webext::update_tab(tab, &object(&[("url", url.into())]))).await?;
    Ok(())
}

/// Opens `url` in a tab of its own.
pub(super) async fn open(url: &str) -> Result<(), JsValue> {
    JsFuture::from(webext::create_tab(&object(&[("url", url.into())]))).await?;
    Ok(())
}

/// Goes back to the page before; to an empty one when there is none.
pub(super) async fn go_back(tab: i32) -> Result<(), JsValue> {
    match JsFuture::from(webext::go_back(tab)).await {
        Ok(_) => Ok(()),
        Err(_) => navigate(tab, "about:blank").await,
    }
}

/// Has the pages in `tab` ask anew what there is to say of them. Nobody waits for one that is busy, or not watched.
pub(super) async fn look_again(tab: i32) {
    send(tab, "again", &Object::new()).await.ok();
}

/// Has the page in `frame` say anew what there is to say of it, and those in its frames if it is the tab's own. Nobody waits
/// for one that is busy, or not watched.
pub(super) async fn ask_in(tab: i32, frame: i64) {
    let to = if frame == 0 { Object::new() } else { of_frame(frame) };
    send(tab, "tell", &to).await.ok();
}

/// Has the pages in `tab` say anew what there is to say of them, and gives them time for it. The browser tells of the first
/// one that has answered, and not of the others.
pub(super) async fn ask_anew(tab: i32) {
    // Where nobody listens there is nobody to wait for.
    if send(tab, "tell", &Object::new()).await.is_ok() {
        JsFuture::from(webext::after(TIME_TO_TELL)).await.ok();
    }
}
