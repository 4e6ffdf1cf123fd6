//! Where the user is warned, and how firmly.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::anew;
use super::control::{changed, input, problem, set_locked};
use super::rows::{self, Button};
use super::saved::{remember, save, tell};
use crate::browser::watching::{self, Switched, switch_server, switch_service};
use crate::browser::{dom, i18n};
use crate::jitsi::Server;
use crate::service::Service;
use crate::settings::{Policy, Watched};
use crate::text::Text;

thread_local! {
    /// The hosts that wait for the user's permission, as shown: browsers let a page ask only in the very handler
    /// of a click, which has no time to find out.
    static UNPERMITTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

pub(super) fn start() -> Result<(), JsValue> {
    let list: Element = dom::element("services")?;
    Service::all().try_for_each(|service| draw_service(&list, service))?;
    changed("hold-page", |input| {
        let on = input.checked();
        save(move |watched: &mut Watched| watched.hold_page = on);
    })?;
    changed("warn-of-weak", |input| {
        let on = input.checked();
        save(move |watched: &mut Watched| watched.warn_of_weak = on);
    })?;
    dom::on("permit", "click", |_| {
        let hosts = UNPERMITTED.with_borrow(Clone::clone);
        let asked = watching::permit(hosts.iter().map(String::as_str));
        // The button goes with what it asks for: the keyboard goes on where servers are added.
        show_outcome(watching::answered(asked), Some("watched-server"));
    })?;
    // By its button or by Enter.
    dom::on("watch", "submit", |event| {
        event.prevent_default();
        if let Ok(field) = input("watched-server") {
            add_server(&field);
        }
    })
}

/// Shows what is watched, and what waits for the user's permission.
pub(super) fn show(watched: &Watched, policy: &Policy, unpermitted: Vec<String>) -> Result<(), JsValue> {
    input("hold-page")?.set_checked(watched.hold_page);
    set_locked("hold-page", policy.hold_page.is_some())?;
    input("warn-of-weak")?.set_checked(watched.warn_of_weak);
    set_locked("warn-of-weak", policy.warn_of_weak.is_some())?;

    for service in Service::all() {
        input(service.id)?.set_checked(watched.has_service(service));
        let set = if service.always { &policy.unwatched_services } else { &policy.watched_services };
        set_locked(service.id, set.is_some())?;
    }

    let is_locked = policy.watched_servers.is_some();
    let delete: fn(Server) = |server| show_outcome(switch_server(server, false), Some("watched-server"));
    let delete = (!is_locked).then_some(Button::delete("options_delete_room", delete));
    rows::show("watched-servers", &watched.watched_servers, draw_server, delete.as_ref())?;
    set_locked("watched-server", is_locked)?;

    dom::element::<HtmlElement>("permit-setting")?.set_hidden(unpermitted.is_empty());
    let hint = Text::with("options_permit_hint", [unpermitted.join(" · ")]);
    dom::set_text("permit-hint", &i18n::say(&hint))?;
    UNPERMITTED.set(unpermitted);
    Ok(())
}

fn draw_server(row: &Element, server: &Server) -> Result<(), JsValue> {
    // Letters of other scripts can look like Latin ones; their ASCII form tells the two apart.
    let written = server.unicode().map(|unicode| format!(" ({unicode})")).unwrap_or_default();
    dom::child(row, "bdi", "", &format!("{server}{written}")).map(drop)
}

fn draw_service(list: &Element, service: Service) -> Result<(), JsValue> {
    let item = dom::child(list, "div", "setting", "")?;
    item.set_id(&format!("{}-setting", service.id));
    let label = dom::child(&item, "label", "choice", "")?;
    let check: HtmlInputElement = dom::child(&label, "input", "", "")?.unchecked_into();
    let hint = format!("{}-hint", service.id);
    check.set_type("checkbox");
    check.set_id(service.id);
    check.set_attribute("aria-describedby", &hint)?;
    dom::child(&label, "span", "", service.name)?;
    dom::child(&item, "p", "hint", &i18n::word(service.sentence()))?.set_id(&hint);
    changed(service.id, move |check| show_outcome(switch_service(service, check.checked()), None))
}

fn add_server(field: &HtmlInputElement) {
    match Server::parse(&field.value()) {
        Ok(server) if server.is_meet_jit_si() => {
            problem("watched-server", Some(&Text::new("options_watched_already")));
        }
        Ok(server) => {
            problem("watched-server", None);
            show_outcome(switch_server(server, true), None);
        }
        Err(error) => problem("watched-server", Some(&Text::from(error))),
    }
}

/// Waits for the user's answer to the browser's question, then shows and says what came of it. What was pressed may
/// be gone then: the keyboard goes on at `focus`.
pub(super) fn show_outcome(
    switching: impl Future<Output = Result<Switched, JsValue>> + 'static,
    focus: Option<&'static str>,
) {
    spawn_local(async move {
        let (outcome, said) = match switching.await {
            Ok(Switched::Changed(change)) => {
                if let Some(change) = change {
                    clear_if_added(&change.1);
                    remember((*change).into());
                }
                (Ok(()), "options_watching_settled")
            }
            Ok(Switched::Refused) => (Ok(()), "options_refused"),
            Err(error) => (Err(error), ""),
        };
        let shown = anew::show().await;
        tell(&outcome.and(shown), said);
        if let Some(focus) = focus {
            dom::focus(&format!("#{focus}")).ok();
        }
    });
}

/// Clears the field whose server is watched now. What else was typed there stays.
fn clear_if_added(watched: &Watched) {
    if let Ok(field) = input("watched-server")
        && Server::parse(&field.value()).is_ok_and(|server| watched.watched_servers.contains(&server))
    {
        field.set_value("");
    }
}
