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
use super::{calendar, lead, view};
use crate::background::Team;
use crate::browser::log::log;
use crate::browser::storage;
use crate::browser::{dom, i18n, pins};
use crate::memory::pinned::{Pinned, refusal};
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
}

pub(super) fn start(page: &Rc<Page>, offer: &Rc<Offer>) -> Result<(), JsValue> {
    let view = Rc::new(View { page: Rc::clone(page), offer: Rc::clone(offer), moving: RefCell::default() });
    let opened = Rc::clone(&view);
    view::on_open("to-team", move || opened.open())?;
    on(&view, "team-copy", |view| {
        let Some(((_, link), finding)) = view.now().zip(view.page.left()) else { return };
        let view = Rc::clone(view);
        spawn_local(async move {
            let copied = dom::copy(&asks_over(&finding, &link)).await;
            if copied.is_ok() {
                view.page.tell(&link, view.offer.private).await;
            }
            report(&copied, "leave_copied", "copy_failed");
        });
    })?;
    on(&view, "team-go", |view| {
        let Some((_, link)) = view.now() else { return };
        let view = Rc::clone(view);
        spawn_local(async move {
            lead::go(&view.page, view.offer.private, &link, view.page.is_told(&link)).await;
        });
    })?;
    on(&view, "team-new", |view| report(&view.renew(), "new_room_made", "new_room_failed"))?;
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

    fn open(&self) -> Result<(), JsValue> {
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
                self.draw(&team)?
            };
            self.moving.replace(Some(Moving { team, link }));
        }
        self.show()
    }

    /// Draws a room for the team, and keeps it in memory.
    fn draw(&self, team: &Team) -> Result<String, JsValue> {
        let renewed = team.renew(&self.offer.settings(), js_sys::Date::now(), &mut SysRng);
        let (link, kept) = renewed.map_err(|error| JsError::new(&error.to_string()))?;
        if !self.offer.private {
            spawn_local(async move { log(storage::carry_out(kept).await) });
        }
        self.page.set_drawn(self.offer.settings().server.clone(), link.clone());
        Ok(link)
    }

    fn renew(self: &Rc<Self>) -> Result<(), JsValue> {
        let Some((team, old)) = self.now() else { return Ok(()) };
        let link = self.draw(&team)?;
        self.moving.replace(Some(Moving { team: team.clone(), link: link.clone() }));
        let refused = refusal(self.offer.private, &self.offer.policy);
        if self.page.moved().is_some() && refused.is_none() {
            // It is pinned: the pin goes along, but for what is private, which leaves no trace.
            let view = Rc::clone(self);
            spawn_local(async move {
                let pinned = pins::replace(&old, &link, js_sys::Date::now()).await;
                if matches!(pinned, Ok(None)) {
                    log(view.page.set_moved(Some(link)));
                } else {
                    say("options_save_failed", false);
                }
            });
        }
        self.show()
    }

    async fn pin(&self, tick: HtmlInputElement) {
        let Some((team, link)) = self.now() else { return };
        let outcome = if tick.checked() {
            let pinned = Pinned {
                instead_of: Some(team.old_link().to_owned()),
                since: js_sys::Date::now(),
                ..<_>::default()
            };
            pins::pin(&link, pinned).await
        } else {
            pins::unpin(&link).await.map(|()| None)
        };
        match outcome {
            Ok(None) => {
                let pinned = tick.checked();
                log(self.page.set_moved(pinned.then_some(link)));
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
        Ok(())
    }
}
