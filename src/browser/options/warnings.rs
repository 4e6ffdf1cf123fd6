//! Where the user is warned, and how firmly.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::control::{changed, input, lock, problem, write};
use super::saved::{save, tell};
use crate::browser::watching::{self, switch_server, switch_service};
use crate::browser::{dom, i18n, storage};
use crate::jitsi::Server;
use crate::watch::{Policy, Service, Text, Watched};

thread_local! {
    /// The hosts that wait for the user's permission, as shown: browsers let a page ask only in the very handler
    /// of a click, which has no time to find out.
    static UNPERMITTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

pub(super) fn start() -> Result<(), JsValue> {
    changed("hold-page", |input| {
        let on = input.checked();
        save(move |watched: &mut Watched| watched.hold_page = on);
    })?;
    dom::on("permit", "click", |_| {
        let hosts = UNPERMITTED.with_borrow(Clone::clone);
        let asked = watching::permit(hosts.iter().map(String::as_str));
        settle(async move { Ok(JsFuture::from(asked?).await?.is_truthy()) }, None);
    })?;
    dom::on("watch-server", "click", |_| {
        if let Ok(field) = input("watched-server") {
            add_server(&field);
        }
    })
}

/// Shows what is watched. The services are those of the table that are not always watched.
pub(super) async fn show(policy: &Policy) -> Result<(), JsValue> {
    input("hold-page")?.set_checked(storage::watched().await.hold_page);
    lock("hold-page", policy.hold_page.is_some())?;

    let list: Element = dom::element("services")?;
    list.set_text_content(None);
    for (service, on) in watching::services().await {
        show_service(&list, service, on)?;
    }
    lock("services", policy.watched_services.is_some())?;

    let list: Element = dom::element("watched-servers")?;
    list.set_text_content(None);
    let locked = policy.watched_servers.is_some();
    for server in watching::servers().await {
        let item = dom::child(&list, "li", "", "")?;
        dom::child(&item, "bdi", "", server.as_str())?;
        if !locked {
            let label = Text::with("options_delete_room", [server.as_str().to_owned()]);
            let delete = dom::child(&item, "button", "", &i18n::word("options_delete"))?;
            delete.set_attribute("type", "button")?;
            delete.set_attribute("aria-label", &i18n::say(&label))?;
            let act = Closure::<dyn FnMut()>::new(move || {
                settle(switch_server(server.clone(), false), Some("watched-server"));
            });
            delete.add_event_listener_with_callback("click", act.into_js_value().unchecked_ref())?;
        }
    }
    lock("watched-server", locked)?;

    let unpermitted = watching::unpermitted().await?;
    dom::element::<HtmlElement>("permit-setting")?.set_hidden(unpermitted.is_empty());
    let hint = Text::with("options_permit_hint", [unpermitted.join(" · ")]);
    write("permit-hint", &i18n::say(&hint))?;
    UNPERMITTED.set(unpermitted);
    Ok(())
}

fn show_service(list: &Element, service: Service, on: bool) -> Result<(), JsValue> {
    let item = dom::child(list, "div", "setting", "")?;
    let label = dom::child(&item, "label", "choice", "")?;
    let check: HtmlInputElement = dom::child(&label, "input", "", "")?.unchecked_into();
    let hint = format!("{}-hint", service.id);
    check.set_type("checkbox");
    check.set_id(service.id);
    check.set_attribute("aria-describedby", &hint)?;
    check.set_checked(on);
    dom::child(&label, "span", "", service.name)?;
    dom::child(&item, "p", "hint", &i18n::word(service.sentence()))?.set_id(&hint);
    let switched = check.clone();
    let act = Closure::<dyn FnMut()>::new(move || {
        settle(switch_service(service, switched.checked()), Some(service.id));
    });
    check.add_event_listener_with_callback("change", act.into_js_value().unchecked_ref())
}

fn add_server(field: &HtmlInputElement) {
    match Server::parse(&field.value()) {
        Ok(server) => {
            problem("watched-server", None);
            field.set_value("");
            settle(switch_server(server, true), None);
        }
        Err(error) => problem("watched-server", Some(&Text::new(error.key()))),
    }
}

/// Waits for the user's answer to the browser's question, then shows and says what came of it. The list was
/// drawn anew, so the keyboard goes on at `focus`.
fn settle(switching: impl Future<Output = Result<bool, JsValue>> + 'static, focus: Option<&'static str>) {
    spawn_local(async move {
        let outcome = switching.await;
        let shown = match outcome {
            Ok(_) => super::show().await,
            Err(error) => Err(error),
        };
        tell(&shown, "options_watching_settled");
        if let Some(focus) = focus
            && let Ok(next) = input(focus)
        {
            next.focus().ok();
        }
    });
}
