//! The page in the current tab: what there is to know about it, and what can be done.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement};

use super::invitation::{invitation, meet_at, moves_to};
use super::offer::Offer;
use super::share::Shared;
use super::status::report;
use super::{notice, off, room, rooms, team, unknown, view};
use crate::background::{self, Here, Off, Tab, Team, Unknown, Way, here, shown, with_home};
use crate::browser::log::log;
use crate::browser::storage::Stored;
use crate::browser::{dom, i18n, tabs, webext};
use crate::jitsi::Server;
use crate::memory::pinned::{Pins, instead_of};
use crate::settings::{Policy, Settings, Watched};
use crate::text::{Text, Tone};
use crate::warning::Finding;

/// The page that the popup was opened on.
pub(super) struct Page {
    /// The tab that it is in, as the browser describes it.
    pub(super) id: Option<i32>,
    /// Its address, which the browser tells now that the user clicked the icon.
    url: String,
    /// What was said of the pages in the tab.
    tab: Tab,
    watched: Watched,
    settings: Settings,
    policy: Policy,
    pins: Pins,
    /// The server that nobody has named and that the page could be a room of, with what is offered about it.
    unknown: RefCell<Option<Unknown>>,
    /// What is offered to be done about it.
    here: RefCell<Here>,
    /// The link to the room that is pinned in the place of this one.
    moved: RefCell<Option<String>>,
}

impl Page {
    /// The page in `tab`, which is nothing where the browser does not say.
    pub(super) fn of(tab: &JsValue, stored: &Stored) -> Self {
        let id = webext::tab_id(tab);
        let settings = stored.settings();
        Self {
            id,
            url: webext::field(tab, "url").as_string().unwrap_or_default(),
            tab: stored
                .tabs()
                .into_iter()
                .find_map(|(of, tab)| (Some(of) == id).then_some(tab))
                .unwrap_or_default(),
            watched: with_home(stored.watched(), &settings),
            settings,
            policy: stored.policy.clone(),
            pins: stored.pins(),
            unknown: RefCell::default(),
            here: RefCell::default(),
            moved: RefCell::default(),
        }
    }

    /// Shows what is known, and then no longer what was said of pages that are gone from the tab.
    pub(super) fn start(
        self,
        offer: &Rc<Offer>,
        shared: &Rc<Shared>,
        stored: &Rc<Stored>,
    ) -> Result<(), JsValue> {
        self.show(&self.tab)?;
        let pinned = self.team().and_then(|team| instead_of(&self.pins, team.old_link()).map(str::to_owned));
        self.set_moved(pinned)?;
        if let Some(off) = Off::at(&self.url, &self.watched, offer.private) {
            off::start(off, stored)?;
        }
        let page = Rc::new(self);
        team::start(&page, offer, stored)?;
        rooms::start(&page, offer)?;
        unknown::start(&page, offer)?;
        on_click("here-copy", &page, |page| async move {
            if let Some(link) = page.link() {
                report(&dom::copy(&link).await, "copied", "copy_failed");
            }
        })?;
        on_click("here-invite", &page, |page| async move {
            if let Some(link) = page.link() {
                report(&dom::copy(&invitation(&link)).await, "copied", "copy_failed");
            }
        })?;
        let (sharing, shared_page) = (Rc::clone(shared), Rc::clone(&page));
        view::on_open("here-share", move || sharing.show_other(shared_page.link()))?;
        let offered = Rc::clone(offer);
        on_click("leave-copy", &page, move |page| {
            let offer = Rc::clone(&offered);
            async move {
                if let Some((team, link)) = page.team().zip(page.moved()) {
                    let copied = dom::copy(&moves_to(&team, &link)).await;
                    report(&copied, "leave_copied", "copy_failed");
                } else if let Some(finding) = page.left() {
                    let copied = dom::copy(&meet_at(&finding, &offer.link())).await;
                    room::used(&offer, &copied).await;
                    report(&copied, "leave_copied", "copy_failed");
                }
            }
        })?;
        let offered = Rc::clone(offer);
        on_click("leave-go", &page, move |page| {
            let offer = Rc::clone(&offered);
            async move {
                let Some(id) = page.id else { return };
                if let Some(link) = page.moved() {
                    let went = tabs::navigate(id, &link).await;
                    room::left(&link, &went).await;
                } else {
                    let went = tabs::navigate(id, &offer.link()).await;
                    room::opened(&offer, &went).await;
                }
            }
        })?;
        on_click("close-page", &page, |page| async move {
            let closed = match page.id {
                Some(id) => JsFuture::from(webext::remove_tab(id)).await.map(drop),
                None => Err(JsValue::NULL),
            };
            report(&closed, "closed", "close_failed");
        })?;
        spawn_local(async move {
            let Some(id) = page.id else { return };
            let mut tab = page.tab.clone();
            let gone = tabs::gone(id, tab.doubts().collect()).await;
            if !gone.is_empty() {
                tab.gone(&gone);
                log(page.show(&tab));
            }
        });
        Ok(())
    }

    /// The server that nobody has named and that the page could be a room of.
    pub(super) fn unknown(&self) -> Option<Server> {
        self.unknown.borrow().as_ref().map(|unknown| unknown.server.clone())
    }

    fn show(&self, tab: &Tab) -> Result<(), JsValue> {
        let shown = shown(&self.url, tab, &self.watched, &i18n::say);
        let here = here(&self.url, &shown, &self.watched, &self.settings);
        let heading: Element = dom::element("tab-heading")?;
        if let Some(room) = &here.room {
            heading.set_text_content(Some(&i18n::say(room)));
        }
        heading.set_class_name(if here.room.is_some() { "" } else { "unseen" });
        let is = |wanted: fn(&Way) -> bool| here.way.as_ref().is_some_and(wanted);
        for (id, shown) in [
            ("invite", is(|way| matches!(way, Way::Invite { .. }))),
            ("leave", is(|way| matches!(way, Way::Leave(_)))),
            // Whoever calls with a service may want another than Jitsi.
            ("ask-tool", is(|way| matches!(way, Way::Stay | Way::Leave(Finding::Service(_))))),
            ("close", is(|way| *way == Way::Close)),
        ] {
            dom::element::<HtmlElement>(id)?.set_hidden(!shown);
        }
        // Where a service may have a way out of its own, no other comes first.
        let urges = is(|way| match way {
            Way::Leave(Finding::Service(service)) => service.says().0 == Tone::Danger,
            _ => true,
        });
        dom::element::<HtmlElement>("leave-copy")?.set_class_name(if urges { "primary" } else { "" });
        let (place, why): (Element, Element) = (dom::element("tab-status")?, dom::element("tab-why")?);
        why.set_text_content(None);
        // What is not what it looks like says why at once, and so does what nothing is offered for.
        let folds = here.room.is_some() || is(|way| matches!(way, Way::Leave(_) | Way::Stay));
        notice::mark(&dom::element("tab")?, shown.notices.first().map(|notice| notice.tone))?;
        notice::show_all(&place, folds.then_some(&why), &shown.notices, shown.note.as_deref())?;
        if !shown.notices.is_empty() && !is(|way| *way == Way::Stay) {
            dom::set_text("room-heading", &i18n::word("room_heading_or"))?;
        }
        self.here.replace(here);
        let unknown = background::unknown(&self.url, &shown, &self.watched, &self.settings, &self.policy);
        unknown::show(unknown.as_ref())?;
        self.unknown.replace(unknown);
        Ok(())
    }

    /// The team that can leave the page's room for good.
    pub(super) fn team(&self) -> Option<Team> {
        Team::at(&self.url, &self.left()?)
    }

    /// The link to the room that is pinned in the place of this one.
    pub(super) fn moved(&self) -> Option<String> {
        self.moved.borrow().clone()
    }

    /// Shows which room is pinned in the place of this one.
    pub(super) fn set_moved(&self, link: Option<String>) -> Result<(), JsValue> {
        let (said, button): (HtmlElement, HtmlElement) = (dom::element("moved")?, dom::element("to-team")?);
        said.set_hidden(link.is_none());
        dom::set_text("moved-to", link.as_deref().unwrap_or_default())?;
        let opens = match (&link, self.team()) {
            (Some(_), _) => i18n::word("team_again"),
            (None, Some(team)) => i18n::say(&Text::with("team_open", [team.name().clone()])),
            (None, None) => String::new(),
        };
        dom::element::<HtmlElement>("for-good")?.set_hidden(opens.is_empty());
        button.set_text_content(Some(&opens));
        self.moved.replace(link);
        Ok(())
    }

    /// The link of the room that others are invited to.
    pub(super) fn link(&self) -> Option<String> {
        match &self.here.borrow().way {
            Some(Way::Invite { link }) => Some(link.clone()),
            _ => None,
        }
    }

    fn left(&self) -> Option<Finding> {
        match &self.here.borrow().way {
            Some(Way::Leave(finding)) => Some(finding.clone()),
            _ => None,
        }
    }
}

fn on_click<F: Future<Output = ()> + 'static>(
    id: &str,
    page: &Rc<Page>,
    act: impl Fn(Rc<Page>) -> F + 'static,
) -> Result<(), JsValue> {
    let page = Rc::clone(page);
    dom::on(id, "click", move |_| spawn_local(act(Rc::clone(&page))))
}
