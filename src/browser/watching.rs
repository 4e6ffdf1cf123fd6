//! Where the content script runs by the user's choice: own Jitsi servers, and services by choice.
//!
//! What the user chose is stored ([`Watched`](crate::watch::Watched)); the browser is asked for a
//! permission when it is chosen; the content script is registered where there are both. The browser keeps
//! the registration over restarts, but not over an update of the extension.

use js_sys::{Array, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{storage, toolbar, webext};
use crate::jitsi::Server;
use crate::watch::Service;

/// The files of the content script. Which pages of other servers welcome is not known, so all get all of it.
const FILES: [&str; 4] = ["keep.js", "warning.js", "welcome.js", "content.js"];

#[derive(Serialize)]
struct Origins {
    origins: Vec<String>,
}

impl Origins {
    fn of<'a>(hosts: impl IntoIterator<Item = &'a str>) -> Result<JsValue, JsValue> {
        let origins = hosts.into_iter().map(pattern).collect();
        Ok(serde_wasm_bindgen::to_value(&Self { origins })?)
    }
}

fn pattern(host: &str) -> String {
    format!("https://{host}/*")
}

/// Registers the content script where it was chosen and is permitted, and unregisters it elsewhere.
pub(super) async fn settle() -> Result<(), JsValue> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Script<'a> {
        id: &'a str,
        matches: [String; 1],
        js: [&'static str; 4],
        run_at: &'static str,
        all_frames: bool,
    }
    #[derive(Serialize)]
    struct Ids {
        ids: Vec<String>,
    }
    let watched = storage::watched().await;
    let mut wanted = watched.hosts_by_choice();
    let unpermitted = unpermitted().await?;
    wanted.retain(|host| !unpermitted.iter().any(|not| not == host));
    let registered: Array = JsFuture::from(webext::registered_content_scripts()).await?.unchecked_into();
    let registered: Vec<String> = registered
        .iter()
        .filter_map(|script| Reflect::get(&script, &"id".into()).ok()?.as_string())
        .collect();
    let ids: Vec<String> = registered.iter().filter(|id| !wanted.contains(&id.as_str())).cloned().collect();
    if !ids.is_empty() {
        let ids = serde_wasm_bindgen::to_value(&Ids { ids })?;
        JsFuture::from(webext::unregister_content_scripts(&ids)).await?;
    }
    let fresh: Vec<&str> =
        wanted.iter().copied().filter(|host| !registered.iter().any(|id| id == host)).collect();
    if !fresh.is_empty() {
        let scripts: Vec<Script> = fresh
            .iter()
            .map(|host| Script {
                id: host,
                matches: [pattern(host)],
                js: FILES,
                run_at: "document_start",
                all_frames: true,
            })
            .collect();
        JsFuture::from(webext::register_content_scripts(&serde_wasm_bindgen::to_value(&scripts)?)).await?;
    }
    if wanted.is_empty() { Ok(()) } else { catch_up(&wanted).await }
}

/// Runs the content script in those open pages of `hosts` that are without it: they were open before their host was
/// chosen, or the browser restored them before it knew which scripts are registered.
async fn catch_up(hosts: &[&str]) -> Result<(), JsValue> {
    #[derive(Serialize)]
    struct Open {
        url: Vec<String>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Target {
        tab_id: i32,
        all_frames: bool,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Injection {
        target: Target,
        files: [&'static str; 4],
        inject_immediately: bool,
    }
    let open = Open { url: hosts.iter().copied().map(pattern).collect() };
    let tabs = JsFuture::from(webext::query_tabs(&serde_wasm_bindgen::to_value(&open)?)).await?;
    for tab in tabs.unchecked_into::<Array>().iter() {
        let Some(id) = Reflect::get(&tab, &"id".into())?.as_f64() else { continue };
        // Tab ids are small whole numbers.
        #[expect(clippy::cast_possible_truncation)]
        let tab_id = id as i32;
        if !toolbar::is_present(tab_id, 0).await {
            let target = Target { tab_id, all_frames: true };
            let injection = Injection { target, files: FILES, inject_immediately: true };
            // The page may be gone by now, or be the browser's own about an error.
            JsFuture::from(webext::execute_script(&serde_wasm_bindgen::to_value(&injection)?)).await.ok();
        }
    }
    Ok(())
}

/// The hosts that are to be watched and that the browser does not let Hushroom watch: an administrator has set
/// them, or the user took the permission back in the browser's own settings.
///
/// # Errors
/// The browser's, when it does not answer.
pub(super) async fn unpermitted() -> Result<Vec<String>, JsValue> {
    let mut hosts = Vec::new();
    for host in storage::watched().await.hosts_by_choice() {
        if !JsFuture::from(webext::has_permissions(&Origins::of([host])?)).await?.is_truthy() {
            hosts.push(host.to_owned());
        }
    }
    Ok(hosts)
}

/// Asks the user to permit `hosts`; the answer is whether they did. To be called in the very handler of a
/// click: browsers show their question only then.
pub(super) fn permit<'a>(hosts: impl IntoIterator<Item = &'a str>) -> Result<Promise, JsValue> {
    Ok(webext::request_permissions(&Origins::of(hosts)?))
}

/// Gives the permission for `hosts` back, unless something else that is watched needs it.
pub(super) async fn give_back(hosts: Vec<String>) -> Result<(), JsValue> {
    let watched = storage::watched().await;
    let needed = watched.hosts_by_choice();
    let unneeded: Vec<&str> =
        hosts.iter().map(String::as_str).filter(|host| !needed.contains(host)).collect();
    if !unneeded.is_empty() {
        // Where the manifest itself asks for a host, the browser refuses, and nothing is lost.
        JsFuture::from(webext::remove_permissions(&Origins::of(unneeded)?)).await.ok();
    }
    Ok(())
}

/// Whether the user is warned about each of the services that can be chosen.
pub async fn services() -> Vec<(Service, bool)> {
    let watched = storage::watched().await;
    let chosen = Service::all().filter(|service| !service.always);
    chosen.map(|service| (service, watched.has_service(service))).collect()
}

/// Switches the warning about `service` on or off. The browser asks the user for its permission before
/// anything is awaited; the answer of the future is whether the service is watched now.
///
/// # Errors
/// The browser's, when it cannot ask the user or reach its storage.
pub fn switch_service(service: Service, on: bool) -> impl Future<Output = Result<bool, JsValue>> + 'static {
    let permitted = on.then(|| permit(service.hosts()));
    async move {
        let on = granted(permitted).await?;
        storage::change_watched(|watched| {
            watched.watched_services.retain(|id| id != service.id);
            if on {
                watched.watched_services.push(service.id.to_owned());
            }
        })
        .await?;
        if !on {
            give_back(service.hosts().map(str::to_owned).collect()).await?;
        }
        Ok(on)
    }
}

/// The Jitsi servers of the user's own that are watched.
pub async fn servers() -> Vec<Server> {
    storage::watched().await.watched_servers
}

/// Watches a Jitsi server of the user's own, or no longer. As with [`switch_service`], the browser is
/// asked first, and the answer is whether the server is watched now.
///
/// # Errors
/// The browser's, when it cannot ask the user or reach its storage.
pub fn switch_server(server: Server, on: bool) -> impl Future<Output = Result<bool, JsValue>> + 'static {
    // meet.jit.si is watched by the manifest.
    let permitted = (on && !server.is_meet_jit_si()).then(|| permit([server.host()]));
    async move {
        let on = granted(permitted).await?;
        let changed = server.clone();
        storage::change_watched(move |watched| {
            watched.watched_servers.retain(|own| *own != changed);
            if on {
                watched.watched_servers.push(changed);
            }
        })
        .await?;
        if !on {
            give_back(vec![server.host().to_owned()]).await?;
        }
        Ok(on)
    }
}

async fn granted(asked: Option<Result<Promise, JsValue>>) -> Result<bool, JsValue> {
    match asked {
        Some(promise) => Ok(JsFuture::from(promise?).await?.is_truthy()),
        None => Ok(false),
    }
}
