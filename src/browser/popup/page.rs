//! The page that the popup was opened on: what there is to know about it, and what that looks like.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use super::{notice, unknown};
use crate::background::{
    self, Here, Mark, Off, Replacement, Tab, Team, Unknown, Way, here, shown, with_home,
};
use crate::browser::log::log;
use crate::browser::storage::{self, Stored};
use crate::browser::{dom, i18n, tabs, toolbar, verdict, webext};
use crate::jitsi::Server;
use crate::memory::Stored as _;
use crate::memory::familiar::Day;
use crate::memory::pinned::Pins;
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
    /// What is watched, and where new rooms are made.
    watched: Watched,
    /// What is watched indeed: the content script runs there.
    runs: Watched,
    settings: Settings,
    policy: Policy,
    pins: Pins,
    /// The server that the page could be a room of and that nobody has named or that is not watched, with what is offered
    /// about it.
    unknown: RefCell<Option<Unknown>>,
    /// What is offered to be done about it.
    here: RefCell<Here>,
    /// The link to the room that is pinned in the place of this one.
    moved: RefCell<Option<String>>,
    /// The link to the room that was drawn in its place, and its server.
    drawn: RefCell<Option<(Server, String)>>,
    /// The links that others were told of.
    told: RefCell<Vec<String>>,
}

impl Page {
    /// The page in `tab`, which is nothing where the browser does not say.
    pub(super) fn of(tab: &JsValue, stored: &Stored) -> Self {
        let id = webext::tab_id(tab);
        let settings = stored.settings();
        let runs = stored.watched();
        Self {
            id,
            url: webext::field(tab, "url").as_string().unwrap_or_default(),
            tab: stored
                .tabs()
                .into_iter()
                .find_map(|(of, tab)| (Some(of) == id).then_some(tab))
                .unwrap_or_default(),
            watched: with_home(runs.clone(), &settings),
            runs,
            settings,
            policy: stored.policy.clone(),
            pins: stored.pins(),
            unknown: RefCell::default(),
            here: RefCell::default(),
            moved: RefCell::default(),
            drawn: RefCell::default(),
            told: RefCell::default(),
        }
    }

    /// The server that the page could be a room of and that nobody has named or that is not watched.
    pub(super) fn unknown(&self) -> Option<Server> {
        self.unknown.borrow().as_ref().map(|unknown| unknown.server.clone())
    }

    /// Its address.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Shows what is known when the popup opens.
    pub(super) fn show_known(&self, stored: &Stored) -> Result<(), JsValue> {
        self.show(&self.tab)?;
        if let Some(replacement) = self.replacement()
            && let Some(link) = replacement.drawn(stored, &self.tab, &self.settings)
        {
            if replacement.is_told(stored) {
                self.told.borrow_mut().push(link.clone());
            }
            self.replace_drawn(Some((self.settings.server.clone(), link)));
        }
        let pinned = self.team().and_then(|team| team.pinned(&self.pins).map(str::to_owned));
        self.set_moved(pinned)
    }

    /// The room that takes the place of what is warned of.
    fn replacement(&self) -> Option<Replacement> {
        Some(Replacement::of(&self.url, &self.left()?))
    }

    /// Hears which room was drawn in the place of this one, by its server and its link; gives the one before.
    pub(super) fn replace_drawn(&self, drawn: Option<(Server, String)>) -> Option<(Server, String)> {
        self.drawn.replace(drawn)
    }

    /// The link to the room in which everybody is to meet instead, where that is not the one that the popup offers: the one
    /// that is pinned in its place, or was drawn in it, if it is on `server`, where rooms are made now.
    pub(super) fn instead(&self, server: &Server) -> Option<String> {
        self.moved().or_else(|| {
            let drawn = self.drawn.borrow();
            drawn.as_ref().filter(|(of, _)| of == server).map(|(_, link)| link.clone())
        })
    }

    /// Keeps the room that was drawn, now that somebody goes there, or has `told` others of it; of a `private` window nothing
    /// is kept.
    pub(super) async fn keep(&self, private: bool, told: bool) {
        let Some(replacement) = self.replacement().filter(|_| !private) else { return };
        if let Some(change) = replacement.used(&storage::stored().await, &self.tab, told) {
            log(storage::carry_out(change).await);
        }
    }

    /// Hears that others were told of the room at `link`, in which everybody is to meet instead.
    pub(super) async fn tell(&self, link: &str, private: bool) {
        self.told.borrow_mut().push(link.to_owned());
        // What was drawn beside a room that is pinned, nobody was told of.
        if self.moved().as_deref() != Some(link) {
            self.keep(private, true).await;
        }
    }

    /// Whether others were told of the room at `link`, in which everybody is to meet instead.
    pub(super) fn is_told(&self, link: &str) -> bool {
        self.told.borrow().iter().any(|told| told == link)
    }

    /// Shows no longer what was said of pages that are gone from the tab, on the icon neither.
    pub(super) async fn forget_gone(&self) {
        let Some(id) = self.id else { return };
        let mut tab = self.tab.clone();
        let gone = tabs::gone(id, tab.doubts().collect()).await;
        if !gone.is_empty() {
            tab.gone(&gone);
            log(self.show(&tab));
            toolbar::mark(id, Mark::of(&tab, &i18n::say)).await;
        }
    }

    /// What is switched off here, of a window that is `private` or not.
    pub(super) fn off(&self, private: bool) -> Option<Off> {
        Off::at(&self.url, &self.watched, private, Day::of(js_sys::Date::now()))
    }

    fn show(&self, tab: &Tab) -> Result<(), JsValue> {
        let shown = shown(&self.url, tab, &self.watched, &i18n::say);
        let here = here(&self.url, &shown, &self.watched, &self.settings, &self.pins);
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
        verdict::mark(&dom::element("tab")?, shown.notices.first().map(|notice| notice.tone))?;
        notice::show_all(&place, folds.then_some(&why), &shown.notices, shown.note.as_deref())?;
        // What was said of pages that are gone is said no longer, here neither.
        let is_other = !shown.notices.is_empty() && !is(|way| *way == Way::Stay);
        dom::set_text(
            "room-heading",
            &i18n::word(if is_other { "room_heading_or" } else { "room_heading" }),
        )?;
        self.here.replace(here);
        let unknown = background::unknown(&self.url, &shown, &self.runs, &self.settings, &self.policy);
        unknown::show(unknown.as_ref(), shown.notices.is_empty())?;
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

    /// What is warned of, where others have to leave, too.
    pub(super) fn left(&self) -> Option<Finding> {
        match &self.here.borrow().way {
            Some(Way::Leave(finding)) => Some(finding.clone()),
            _ => None,
        }
    }
}
