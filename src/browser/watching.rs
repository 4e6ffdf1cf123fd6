//! Where the content script runs by the user's choice: own Jitsi servers, and services by choice.
//!
//! What the user chose is stored ([`Watched`]); the browser is asked for a
//! permission when it is chosen; the content script is registered where there are both. The browser keeps
//! the registration over restarts, but not over an update of the extension.

use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::storage::Edit;
use super::webext::{self, array, field, object};
use super::{storage, tabs, toolbar};
use crate::jitsi::Server;
use crate::service::Service;
use crate::settings::{Script, Watched};

/// The permission to run at `hosts`.
fn permission<'a>(hosts: impl IntoIterator<Item = &'a str>) -> Object {
    let origins: Vec<String> = hosts.into_iter().map(pattern).collect();
    object(&[("origins", array(&origins))])
}

fn pattern(host: &str) -> String {
    format!("https://{host}/*")
}

/// What is watched. What cannot be read is still there: to take it for nothing would be to stop watching it.
async fn watched() -> Result<Watched, JsValue> {
    let stored = storage::stored().await;
    let watched = stored.watched();
    stored.unread.map_or(Ok(watched), Err)
}

/// Registers the content script where it was chosen and is permitted, and unregisters it elsewhere. The icon says where it
/// waits for a permission.
pub(super) async fn settle() -> Result<(), JsValue> {
    let watched = watched().await?;
    let mut wanted = watched.hosts_by_choice();
    let unpermitted = unpermitted(&watched).await?;
    toolbar::mark_waiting(&unpermitted).await;
    wanted.retain(|host| !unpermitted.iter().any(|not| not == host));
    let registered: Array = JsFuture::from(webext::registered_content_scripts()).await?.unchecked_into();
    let registered: Vec<Script> = registered.iter().filter_map(|script| read(&script)).collect();
    let wanted: Vec<Script> = wanted.into_iter().map(|host| Script::at(host, &watched)).collect();
    let (over, fresh) = Script::changes(&registered, &wanted);
    if !over.is_empty() {
        JsFuture::from(webext::unregister_content_scripts(&object(&[("ids", array(&over))]))).await?;
    }
    if !fresh.is_empty() {
        let fresh: Array = fresh.iter().map(described).collect();
        JsFuture::from(webext::register_content_scripts(&fresh)).await?;
    }
    for script in &wanted {
        catch_up(script).await?;
    }
    Ok(())
}

/// A script that the browser says is registered.
fn read(script: &JsValue) -> Option<Script> {
    let files: Array = field(script, "js").dyn_into().unwrap_or_default();
    Some(Script::registered(
        field(script, "id").as_string()?,
        files.iter().filter_map(|file| file.as_string()),
    ))
}

/// A script as the browser is told to register it.
fn described(script: &Script) -> Object {
    object(&[
        ("id", script.host.as_str().into()),
        ("matches", array(&[pattern(&script.host)])),
        ("js", array(&script.files)),
        ("runAt", "document_start".into()),
        ("allFrames", true.into()),
    ])
}

/// Runs a script in those open pages of its host that are without it: they were open before their host was
/// chosen, or the browser restored them before it knew which scripts are registered.
async fn catch_up(script: &Script) -> Result<(), JsValue> {
    let open = object(&[("url", pattern(&script.host).into())]);
    let open = JsFuture::from(webext::query_tabs(&open)).await?;
    for tab in open.unchecked_into::<Array>().iter() {
        let Some(tab_id) = webext::tab_id(&tab) else { continue };
        if !tabs::is_present(tab_id, 0).await {
            let target = object(&[("tabId", tab_id.into()), ("allFrames", true.into())]);
            let injection = object(&[
                ("target", target.into()),
                ("files", array(&script.files)),
                ("injectImmediately", true.into()),
            ]);
            let injected = webext::execute_script(&injection);
            // The page may be gone by now, or be the browser's own about an error; or the browser has put it to sleep,
            // and answers when somebody wakes it. What is chosen meanwhile is not to wait for that.
            spawn_local(async move { drop(JsFuture::from(injected).await) });
        }
    }
    Ok(())
}

/// The hosts that are to be `watched` and that the browser does not let Hushroom watch: an administrator has
/// set them, or the user took the permission back in the browser's own settings.
///
/// # Errors
/// The browser's, when it does not answer.
pub(super) async fn unpermitted(watched: &Watched) -> Result<Vec<String>, JsValue> {
    let mut hosts = Vec::new();
    for host in watched.hosts_by_choice() {
        if !JsFuture::from(webext::has_permissions(&permission([host]))).await?.is_truthy() {
            hosts.push(host.to_owned());
        }
    }
    Ok(hosts)
}

/// Asks the user to permit `hosts`; the answer is whether they did. To be called in the very handler of a
/// click: browsers show their question only then.
pub(super) fn permit<'a>(hosts: impl IntoIterator<Item = &'a str>) -> Promise {
    webext::request_permissions(&permission(hosts))
}

/// Gives the permission for `hosts` back, unless something else that is watched needs it.
pub(super) async fn give_back(hosts: Vec<String>) -> Result<(), JsValue> {
    let watched = watched().await?;
    let needed = watched.hosts_by_choice();
    let unneeded: Vec<&str> =
        hosts.iter().map(String::as_str).filter(|host| !needed.contains(host)).collect();
    if !unneeded.is_empty() {
        // Where the manifest itself asks for a host, the browser refuses, and nothing is lost.
        JsFuture::from(webext::remove_permissions(&permission(unneeded))).await.ok();
    }
    Ok(())
}

/// What became of the user's wish to watch something, or no longer.
pub(super) enum Switched {
    /// It was granted; what is watched as it was and as it is, if that is another thing.
    Changed(Option<Box<(Watched, Watched)>>),
    /// The user did not permit it, and nothing was changed.
    Refused,
}

/// What the user answers to a question for a permission that changes nothing else.
pub(super) async fn answered(asked: Promise) -> Result<Switched, JsValue> {
    Ok(if is_granted(Some(asked)).await? { Switched::Changed(None) } else { Switched::Refused })
}

/// Switches the warning about `service` on or off. The browser asks the user for its permission before
/// anything is awaited.
///
/// # Errors
/// The browser's, when it cannot ask the user or reach its storage.
pub(super) fn switch_service(
    service: Service,
    on: bool,
) -> impl Future<Output = Result<Switched, JsValue>> + 'static {
    // What the manifest names is permitted from the start, and stays so.
    let hosts: Vec<String> = service.hosts().filter(|_| !service.always).map(str::to_owned).collect();
    let asked = (on && !service.always).then(|| permit(service.hosts()));
    let edit = move |watched: &mut Watched| watched.set_service(service, on);
    switch(asked, hosts, on, Box::new(edit))
}

/// Watches a Jitsi server of the user's own, or no longer, as [`switch_service`] does.
///
/// # Errors
/// The browser's, when it cannot ask the user or reach its storage.
pub(super) fn switch_server(
    server: Server,
    on: bool,
) -> impl Future<Output = Result<Switched, JsValue>> + 'static {
    let asked = on.then(|| permit([server.host()]));
    let hosts = vec![server.host().to_owned()];
    let edit = move |watched: &mut Watched| {
        watched.watched_servers.retain(|own| *own != server);
        if on {
            watched.watched_servers.push(server);
        }
    };
    switch(asked, hosts, on, Box::new(edit))
}

async fn switch(
    asked: Option<Promise>,
    hosts: Vec<String>,
    on: bool,
    edit: Edit<'static, Watched>,
) -> Result<Switched, JsValue> {
    if !is_granted(asked).await? {
        return Ok(Switched::Refused);
    }
    let changed = storage::change(edit).await?;
    if !on {
        give_back(hosts).await?;
    }
    Ok(Switched::Changed(Some(Box::new(changed))))
}

/// Whether the user said yes, or nothing had to be asked.
async fn is_granted(asked: Option<Promise>) -> Result<bool, JsValue> {
    match asked {
        Some(promise) => Ok(JsFuture::from(promise).await?.is_truthy()),
        None => Ok(true),
    }
}
