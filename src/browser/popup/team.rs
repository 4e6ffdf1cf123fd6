//! A team's new room for good: the link, the message to everybody, the entry of a calendar, and the pin.

use std::cell::RefCell;
use std::rc::Rc;

use rand::rngs::SysRng;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, HtmlInputElement};

use super::invitation::asks_over;
use super::offer::Offer;
use super::page::Page;
use super::status::{report, say, tell};
use super::{calendar, keep, lead, view};
use crate::background::Team;
use crate::browser::log::log;
use crate::browser::storage::{self, Stored};
use crate::browser::{dom, i18n, pins};
use crate::memory::handed::{handed_back, taken_along, ticked};
use crate::memory::offer::Former;
use crate::memory::pinned::{Pinned, pinned_now, refusal};
use crate::memory::{Change, Stored as _};
use crate::text::{Gap, Text};

/// What the view is about, once it was opened.
struct Moving {
    team: Team,
    link: String,
}

/// What the view needs of the popup.
struct View {
    page: Rc<Page>,
    offer: Rc<Offer>,
    moving: RefCell<Option<Moving>>,
    /// Those before it, the latest last; at first the one that was kept when the popup was open before.
    former: RefCell<Vec<Former>>,
    /// What was pinned of a room until the user took the tick away, with its link.
    unticked: RefCell<Option<(String, Pinned)>>,
}

pub(super) fn start(page: &Rc<Page>, offer: &Rc<Offer>, stored: &Stored) -> Result<(), JsValue> {
    let former = page.team().and_then(|team| team.kept(stored)?.former);
    let view = Rc::new(View {
        page: Rc::clone(page),
        offer: Rc::clone(offer),
        moving: RefCell::default(),
        former: RefCell::new(former.into_iter().collect()),
        unticked: RefCell::default(),
    });
    let opened = Rc::clone(&view);
    view::on_open("to-team", move || opened.open())?;
    on(&view, "team-copy", |view| {
        let Some(((_, link), finding)) = view.now().zip(view.page.left()) else { return };
        let view = Rc::clone(view);
        spawn_local(async move {
            let copied = dom::copy(&asks_over(&finding, &link)).await;
            if copied.is_ok() {
                view.page.tell(&link, view.offer.private).await;
                log(view.show_other());
            }
            let lasts = view.page.moved().is_some() || !view.may_pin();
            report(&copied, if lasts { "leave_copied" } else { "team_copied" }, "copy_failed");
        });
    })?;
    on(&view, "team-go", |view| {
        let Some((_, link)) = view.now() else { return };
        let view = Rc::clone(view);
        spawn_local(async move {
            lead::go(&view.page, view.offer.private, &link, view.page.is_told(&link)).await;
        });
    })?;
    on(&view, "team-new", |view| {
        let view = Rc::clone(view);
        spawn_local(async move { view.renew().await });
    })?;
    on(&view, "team-undo", |view| {
        let view = Rc::clone(view);
        spawn_local(async move { view.undo().await });
    })?;
    on(&view, "team-file", |view| {
        if let Some((team, link)) = view.now() {
            let Gap::Words(title) = team.name() else { return };
            let title: String =
                title.chars().filter(|sign| !matches!(sign, '\u{2068}' | '\u{2069}')).collect();
            log(calendar::save_recurring(&title, &link));
        }
    })?;
    let view = Rc::clone(&view);
    dom::on("team-pin", "change", move |_| {
        let Ok(tick) = dom::element::<HtmlInputElement>("team-pin") else { return };
        let view = Rc::clone(&view);
        spawn_local(async move { view.pin(tick).await });
    })
}

fn on(view: &Rc<View>, id: &str, act: impl Fn(&Rc<View>) + 'static) -> Result<(), JsValue> {
    let view = Rc::clone(view);
    dom::on(id, "click", move |_| act(&view))
}

impl View {
    /// The team and the link to its new room.
    fn now(&self) -> Option<(Team, String)> {
        self.moving.borrow().as_ref().map(|moving| (moving.team.clone(), moving.link.clone()))
    }

    fn open(self: &Rc<Self>) -> Result<(), JsValue> {
        let Some(team) = self.page.team() else { return Ok(()) };
        let is_same = self.moving.borrow().as_ref().is_some_and(|moving| moving.team == team);
        if !is_same {
            let instead = self.page.instead(&self.offer.settings().server);
            let link = if let Some(link) = instead {
                // It stays the same from now on, also where it was only shown until now.
                let (page, private) = (Rc::clone(&self.page), self.offer.private);
                spawn_local(async move { page.keep(private, false).await });
                link
            } else {
                let (link, drawn) = self.draw(&team, None)?;
                self.former.borrow_mut().clear();
                self.replace_drawn(&link);
                let view = Rc::clone(self);
                spawn_local(async move { view.keep(drawn).await });
                link
            };
            self.moving.replace(Some(Moving { team, link }));
        }
        self.show()
    }

    /// Draws a room for the team; gives the link to it, and what keeps it in memory.
    fn draw(&self, team: &Team, former: Option<Former>) -> Result<(String, Change), JsValue> {
        let renewed = team.renew(former, &self.offer.settings(), js_sys::Date::now(), &mut SysRng);
        renewed.map_err(|error| JsError::new(&error.to_string()).into())
    }

    /// Keeps in memory what was drawn, but of a private window nothing.
    async fn keep(&self, change: Change) {
        if !self.offer.private {
            log(storage::carry_out(change).await);
        }
    }

    /// Has the popup show the room at `link` as the one that was drawn.
    fn replace_drawn(&self, link: &str) {
        self.page.replace_drawn(Some((self.offer.settings().server.clone(), link.to_owned())));
    }

    /// Whether what is pinned can be changed here.
    fn may_pin(&self) -> bool {
        refusal(self.offer.private, &self.offer.policy).is_none()
    }

    /// Whether the team's room is pinned, and that may be changed here: what is private leaves no trace.
    fn keeps_pin(&self) -> bool {
        self.page.moved().is_some() && self.may_pin()
    }

    /// Takes another room; the pin goes along.
    async fn renew(&self) {
        let Some((team, old)) = self.now() else { return };
        let stored = storage::stored().await;
        let pinned = taken_along(&stored.pins(), &old, self.keeps_pin());
        let former = Former::new(old.clone(), pinned.clone(), team.kept(&stored));
        let Ok((link, drawn)) = self.draw(&team, Some(former.clone())) else {
            return say("new_room_failed", false);
        };
        if let Some(pinned) = &pinned {
            let now = Pinned { since: js_sys::Date::now(), ..pinned.clone() };
            if !matches!(pins::replace(&old, &link, now).await, Ok(None)) {
                return say("options_save_failed", false);
            }
        }
        let moved = pinned.is_some();
        self.replace_drawn(&link);
        self.former.borrow_mut().push(former);
        self.keep(drawn).await;
        log(self.move_to(team, link, moved));
        say("new_room_made", true);
    }

    /// Takes the room before, with its pin. One that was pinned since hands its own over.
    async fn undo(&self) {
        let Some((team, new)) = self.now() else { return };
        let Some(former) = self.former.borrow_mut().pop() else { return };
        let pinned = handed_back(&former, &pins::all().await, &new, self.keeps_pin(), js_sys::Date::now());
        let moved = pinned.is_some();
        if let Some(pinned) = pinned
            && !matches!(pins::replace(&new, &former.link, pinned).await, Ok(None))
        {
            self.former.borrow_mut().push(former);
            return say("options_save_failed", false);
        }
        self.replace_drawn(&former.link);
        self.keep(team.put_back(former.kept.map(|kept| *kept))).await;
        log(self.move_to(team, former.link, moved));
        if self.former.borrow().is_empty() {
            log(dom::focus("#team-new"));
        }
        say("options_undone", true);
    }

    /// Shows the room at `link`, which is pinned now if the pin `moved`.
    fn move_to(&self, team: Team, link: String, moved: bool) -> Result<(), JsValue> {
        if moved {
            self.page.set_moved(Some(link.clone()))?;
        }
        self.moving.replace(Some(Moving { team, link }));
        self.show()
    }

    async fn pin(&self, tick: HtmlInputElement) {
        let Some((team, link)) = self.now() else { return };
        let (pins, now) = (pins::all().await, js_sys::Date::now());
        let outcome = if tick.checked() {
            pins::pin(&link, ticked(self.unticked.take(), &pins, &link, team.old_link(), now)).await
        } else {
            let pinned = pinned_now(&pins, &link, now);
            let forgotten = pins::forget(&link, &pinned, self.offer.private).await;
            self.unticked.replace(Some((link.clone(), pinned)));
            forgotten.map(|_| None)
        };
        match outcome {
            Ok(None) => {
                let pinned = tick.checked();
                log(keep::done());
                log(self.page.set_moved(pinned.then_some(link)).and_then(|()| self.show_other()));
                say(if pinned { "pinned" } else { "unpinned" }, true);
            }
            Ok(Some(why)) => {
                tick.set_checked(false);
                tell(&i18n::say(&why), false);
            }
            Err(error) => {
                tick.set_checked(!tick.checked());
                report(&Err(error), "", "options_save_failed");
            }
        }
    }

    fn show(&self) -> Result<(), JsValue> {
        let Some((team, link)) = self.now() else { return Ok(()) };
        dom::set_text("team-intro", &i18n::say(&Text::with("team_intro", [team.name().clone()])))?;
        dom::set_text("team-link", &link)?;
        calendar::fill_recurring()?;
        dom::element::<HtmlInputElement>("team-pin")?.set_checked(self.page.moved().is_some());
        let refused = refusal(self.offer.private, &self.offer.policy);
        dom::element::<HtmlInputElement>("team-pin")?.set_disabled(refused.is_some());
        dom::set_text("team-pin-hint", &i18n::word(refused.unwrap_or("team_pin_hint")))?;
        dom::element::<HtmlElement>("team-go")?.set_hidden(self.page.id.is_none());
        self.show_other()
    }

    /// Shows what it means to take another room, and the way back to the one before.
    fn show_other(&self) -> Result<(), JsValue> {
        let Some((_, link)) = self.now() else { return Ok(()) };
        let is_known = self.page.moved().is_some() || self.page.is_told(&link);
        dom::set_text("team-new", &i18n::word(if is_known { "team_instead" } else { "new_room" }))?;
        dom::element::<HtmlElement>("team-former")?.set_hidden(self.former.borrow().is_empty());
        Ok(())
    }
}
