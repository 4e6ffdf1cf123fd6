//! The background: it hands the questions of content scripts to [`crate::background`] and does what is decided there.

use std::cell::RefCell;

use js_sys::Promise;
use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{future_to_promise, spawn_local};

use super::fields::read;
use super::i18n::say;
use super::log::log;
use super::storage::Stored;
use super::{area, asking, dom, pins, recent, storage, tabs, toolbar, watching};
use crate::background::{Asked, Effect, Known, Newest, Reply, Request, Sender, Tabs};
use crate::memory::pinned::refusal;
use crate::memory::{familiar, said};

thread_local! {
    /// What was said of the pages in all tabs.
    static TABS: RefCell<Tabs> = RefCell::default();
    /// What is being done meanwhile.
    static NEWEST: RefCell<Newest> = RefCell::default();
}

/// Answers a message of the content script, whatever the browser could not do: then that it failed.
#[wasm_bindgen]
pub fn answer(message: JsValue, sender: JsValue) -> Promise {
    future_to_promise(async move {
        let reply = match read(&message, &sender) {
            Some((request, sender)) => act(request, sender).await.unwrap_or_else(|error| {
                log(Err(error));
                Reply::Failed
            }),
            None => Reply::Refused,
        };
        Ok(serde_wasm_bindgen::to_value(&reply)?)
    })
}

async fn act(request: Request, sender: Sender) -> Result<Reply, JsValue> {
    let stored = storage::stored();
    // The browser looks while the page is judged.
    let asked = Asked::new(request, sender);
    let stored = stored.await;
    let (settings, watched) = (stored.settings(), stored.watched());
    let now = js_sys::Date::now();
    let may_pin = refusal(false, &stored.policy).is_none();
    let known = Known { settings: &settings, watched: &watched, stored: &stored, may_pin, now, say: &say };
    let answer = with_tabs(&stored, |tabs| crate::background::answer(asked, &known, tabs, &mut SysRng));
    for effect in answer.first {
        carry_out(effect).await?;
    }
    meanwhile(answer.then);
    Ok(answer.reply)
}

/// What was said in all tabs, which a background that starts anew finds among what is stored.
fn with_tabs<T>(stored: &Stored, act: impl FnOnce(&mut Tabs) -> T) -> T {
    TABS.with_borrow_mut(|tabs| {
        tabs.start_with(|| stored.tabs());
        act(tabs)
    })
}

/// Carries out `effects`, in this order, while nobody waits for them, unless newer ones take their place; how one failed
/// is logged, and keeps no other from happening.
fn meanwhile(effects: Vec<Effect>) {
    for effect in effects {
        let mut next = NEWEST.with_borrow_mut(|newest| newest.begin(effect));
        spawn_local(async move {
            while let Some(effect) = next {
                log(carry_out(effect.clone()).await);
                next = NEWEST.with_borrow_mut(|newest| newest.end(&effect));
            }
        });
    }
}

async fn carry_out(effect: Effect) -> Result<(), JsValue> {
    match effect {
        Effect::Mark(tab, mark) => {
            toolbar::mark(tab, mark).await;
            Ok(())
        }
        Effect::Keep(id, tab) if tab.is_empty() => area::remove(&area::SESSION, &said(id)).await,
        Effect::Keep(id, tab) => {
            let written = area::write(&area::SESSION, &said(id), &tab).await;
            if written.is_err() {
                // Nothing old is to stand for what did not fit.
                area::remove(&area::SESSION, &said(id)).await?;
            }
            written
        }
        Effect::Ask(tab, doubt) => {
            if !tabs::is_present(tab, doubt.frame).await {
                meanwhile(TABS.with_borrow_mut(|tabs| tabs.gone(tab, doubt, &say)));
            }
            Ok(())
        }
        Effect::AskAnew(tab) => {
            tabs::ask_anew(tab).await;
            meanwhile(TABS.with_borrow_mut(|tabs| tabs.answered(tab, &say)));
            Ok(())
        }
        Effect::Tell(tab, frame) => {
            tabs::ask_in(tab, frame).await;
            Ok(())
        }
        Effect::Change(change) => storage::carry_out(change).await,
        Effect::Navigate(tab, url) => tabs::navigate(tab, &url).await,
        Effect::Open(url) => tabs::open(&url).await,
        Effect::GoBack(tab) => tabs::go_back(tab).await,
        Effect::Copy(text) => dom::copy(&text).await,
        Effect::Remember(link) => recent::add(&link).await,
    }
}

/// Forgets what was said about a tab that was closed, and with the last private one what was dismissed there.
///
/// # Errors
/// The browser's, when it does not tell which tabs there are.
#[wasm_bindgen]
pub async fn forget(tab: i32) -> Result<(), JsValue> {
    let stored = storage::stored().await;
    let private_left = tabs::has_private_but(tab).await?;
    meanwhile(with_tabs(&stored, |tabs| tabs.closed(tab, private_left)));
    Ok(())
}

/// Does what was chosen, by the user or by an administrator: runs the content script where it is to run and is
/// permitted, and nowhere else, and forgets what is no longer to be remembered or counts no more.
///
/// # Errors
/// The browser's, when it cannot reach its storage or refuses a script.
#[wasm_bindgen]
pub async fn apply_choices() -> Result<(), JsValue> {
    // What waited for a permission is watched like everything else.
    log(asking::take_up().await);
    // However long the browser takes to say it: what is registered goes by it too.
    let policy = storage::policy().await;
    for change in familiar::expire(&storage::stored().await, familiar::Day::of(js_sys::Date::now())) {
        log(storage::carry_out(change).await);
    }
    // Neither waits for the other to go well.
    let settled = watching::settle().await;
    if policy.recent_rooms == Some(false) {
        recent::forget_all().await?;
        pins::forget_all().await?;
    }
    if policy.warn_less == Some(false) {
        storage::carry_out(familiar::forget_all()).await?;
    }
    settled
}
