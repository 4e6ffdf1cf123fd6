//! The background: it answers the content script and marks the toolbar icon.

use std::future::Future;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{future_to_promise, spawn_local};

use super::fresh::fresh_room;
use super::i18n::spoken;
use super::log::log;
use super::message::{
    ADVICE_STYLE, Button, Judged, Reply, Request, Sender, WARNING_STYLE, Warning, Words, read,
};
use super::storage::Stored;
use super::{i18n, recent, storage, toolbar, watching};
use crate::jitsi::{Address, Server};
use crate::settings::Watched;
use crate::text::{Text, Tone};
use crate::warning::{Act, Choice, Finding, Notice, RoomKey, Shape, VisitedRoom, visit, welcome};

/// Answers a message of the content script, whatever the browser could not do: then that it failed.
#[wasm_bindgen]
pub fn answer(message: JsValue, sender: JsValue) -> Promise {
    future_to_promise(async move {
        let reply = match read(&message, &sender) {
            Some((request, sender)) => act(request, &sender).await.unwrap_or_else(|error| {
                web_sys::console::error_1(&error);
                Reply::Failed
            }),
            None => Reply::Refused,
        };
        Ok(serde_wasm_bindgen::to_value(&reply)?)
    })
}

async fn act(request: Request, sender: &Sender) -> Result<Reply, JsValue> {
    if request == Request::Leave {
        in_the_toolbar(toolbar_tell(sender, None));
        return Ok(Reply::Done);
    }
    let stored = storage::stored();
    // The browser looks while the name is judged: what is always watched does not depend on what it finds.
    let (page, always) = (sender.page(), Watched::default());
    let found = visit(&page, &always);
    let stored = stored.await;
    let watched = stored.watched();
    let Some(finding) = found.or_else(|| visit(&page, &watched)) else {
        return Ok(at_no_room(request, sender, &watched));
    };
    let key = RoomKey::of(&finding);
    let visitor = sender.visitor();
    match request {
        Request::Visit => return tell(&finding, &key, sender, &stored),
        Request::Dismiss => storage::dismiss(&key, visitor).await?,
        Request::Silence if visitor.can_silence() => storage::silence(&key).await?,
        Request::Undo => storage::undo(&key, visitor).await?,
        Request::Hidden => in_the_toolbar(toolbar::tell_hidden(sender.tab, sender.frame_id)),
        Request::Back { alone: true } => toolbar::navigate(sender.tab, "about:blank").await?,
        Request::Back { alone: false } => toolbar::go_back(sender.tab).await?,
        Request::Move { to } if is_ours(&to, &stored.settings().server) && !visitor.framed => {
            toolbar::navigate(sender.tab, &to).await?;
            in_its_own_time(async move { recent::remember_from(&to, visitor.private).await });
        }
        Request::Silence | Request::Move { .. } | Request::Judge { .. } | Request::Leave => {
            return Ok(Reply::Refused);
        }
    }
    Ok(Reply::Done)
}

/// Whether `link` leads to a room where our own are made: nothing else sends a visitor away.
fn is_ours(link: &str, server: &Server) -> bool {
    let room = Address::parse(link, server);
    link.starts_with("https://") && room.is_ok_and(|room| room.server == *server)
}

/// What a page may ask that is not warned about.
fn at_no_room(request: Request, sender: &Sender, watched: &Watched) -> Reply {
    let server = welcome(&sender.page(), watched);
    match (request, server) {
        (Request::Visit, server) => {
            in_the_toolbar(toolbar_tell(sender, None));
            if server.is_some() { Reply::Welcome } else { Reply::Quiet }
        }
        (Request::Judge { name }, Some(server)) => judge(&name, &server),
        _ => Reply::Refused,
    }
}

/// What a name is worth that is being typed on the welcome page of `server`.
fn judge(name: &str, server: &Server) -> Reply {
    let Ok(address) = Address::parse(name, server) else { return Reply::Quiet };
    let said = spoken(&Notice::of_room(&VisitedRoom::judge(address)));
    let (language, direction) = i18n::language();
    let reason = said.reasons.into_iter().next().unwrap_or_default();
    Reply::Judged(Box::new(Judged {
        tone: said.tone,
        text: i18n::say(&Text::with("advice_typed", [said.title, reason])),
        language,
        direction,
        style: ADVICE_STYLE,
    }))
}

/// Says what there is to say about `finding`: in the toolbar always, in the page if it is a warning that
/// the user has not silenced.
fn tell(finding: &Finding, key: &RoomKey, sender: &Sender, stored: &Stored) -> Result<Reply, JsValue> {
    let notice = spoken(&Notice::of(finding));
    in_the_toolbar(toolbar_tell(sender, Some(notice.clone())));
    if notice.tone == Tone::Calm || stored.is_silenced(key, sender.visitor()) {
        return Ok(Reply::Quiet);
    }
    let settings = stored.settings();
    let safe_link = settings.link_to(&fresh_room(&settings.usual_recipe())?);
    let shape = Shape::of(finding, notice.tone, &stored.watched());
    let button = |choice: &Choice| Button {
        id: choice.id,
        label: i18n::word(choice.label),
        quiet: choice.quiet,
        copies: match choice.act {
            Act::CopyLink => Some(safe_link.clone()),
            Act::CopyInvitation => Some(i18n::say(&Text::with("invitation", [safe_link.clone()]))),
            Act::Other => None,
        },
    };
    Ok(Reply::Warning(Box::new(Warning {
        choices: Choice::all(shape, sender.visitor()).iter().map(button).collect(),
        silenced: Choice::SILENCED.iter().map(button).collect(),
        notice,
        shape,
        words: words(),
        style: WARNING_STYLE,
        safe_link,
    })))
}

fn words() -> Words {
    let (language, direction) = i18n::language();
    Words {
        product: i18n::word("extension_name"),
        close: i18n::word("warning_close"),
        copied: i18n::word("warning_copied"),
        copy_failed: i18n::word("warning_copy_failed"),
        silenced: i18n::word("warning_silenced"),
        language,
        direction,
    }
}

fn toolbar_tell(
    sender: &Sender,
    spoken: Option<super::message::Spoken>,
) -> impl Future<Output = Result<(), JsValue>> + 'static {
    let (tab, frame) = (sender.tab, sender.frame_id);
    async move { toolbar::tell(tab, frame, spoken.as_ref()).await }
}

/// The page is answered first: the icon can wait the few milliseconds, the warning cannot. Nor may an answer wait
/// for the icon, which asks pages that may be waiting for theirs.
fn in_the_toolbar(told: impl Future<Output = Result<(), JsValue>> + 'static) {
    in_its_own_time(told);
}

/// Nobody waits for `task`; how it failed is logged.
fn in_its_own_time(task: impl Future<Output = Result<(), JsValue>> + 'static) {
    spawn_local(async move {
        log(task.await);
    });
}

/// Forgets what was said about a tab that was closed, and with the last private one what was dismissed there.
///
/// # Errors
/// The browser's, when it cannot reach its storage.
#[wasm_bindgen]
pub async fn forget(tab: i32) -> Result<(), JsValue> {
    for (frame, _) in storage::said_in(tab).await {
        storage::remember_said(tab, frame, None).await?;
    }
    if toolbar::has_private_tab_but(tab).await? { Ok(()) } else { storage::forget_private().await }
}

/// Does what was chosen, by the user or by an administrator: runs the content script where it is to run and is
/// permitted, and nowhere else, and forgets the rooms that are no longer to be remembered.
///
/// # Errors
/// The browser's, when it cannot reach its storage or refuses a script.
#[wasm_bindgen]
pub async fn apply_choices() -> Result<(), JsValue> {
    // However long the browser takes to say it: what is registered goes by it too.
    let policy = storage::policy().await;
    // Neither waits for the other to go well.
    let settled = watching::settle().await;
    if policy.recent_rooms == Some(false) {
        recent::forget_all().await?;
    }
    settled
}
