//! The rooms that are kept on this computer: pinned ones, and those that were used lately.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::offer::Offer;
use super::page::Page;
use super::status::{report, tell};
use super::{keep, view};
use crate::browser::log::log;
use crate::browser::webext::field;
use crate::browser::{dom, i18n, pins, recent, tabs};
use crate::memory::forgotten::Forgotten;
use crate::memory::pinned::{Pinned, refusal};
use crate::memory::rooms::{Kept, is_same, listed};
use crate::text::Text;

/// What was forgotten, to be taken back. That a room was used lately is a trace, and kept no longer than the popup is open.
#[derive(Clone)]
enum Gone {
    Pinned(Forgotten),
    Recent(String, f64),
}

struct Rooms {
    page: Rc<Page>,
    offer: Rc<Offer>,
    gone: RefCell<Option<Gone>>,
    /// The link of the room whose name is being changed.
    renaming: RefCell<Option<String>>,
}

/// What can be done with a room: what its button is called, by the key of the words, and what it does.
type Act = fn(Rc<Rooms>, Kept);

pub(super) fn start(page: &Rc<Page>, offer: &Rc<Offer>) -> Result<(), JsValue> {
    let rooms = Rc::new(Rooms {
        page: Rc::clone(page),
        offer: Rc::clone(offer),
        gone: RefCell::default(),
        renaming: RefCell::default(),
    });
    let opened = Rc::clone(&rooms);
    view::on_open("to-rooms", move || {
        opened.renaming.replace(None);
        let rooms = Rc::clone(&opened);
        spawn_local(async move { log(rooms.show(None).await) });
        Ok(())
    })?;
    let new = Rc::clone(&rooms);
    dom::on("pin-new", "click", move |_| pin(&new, new.offer.plain_link()))?;
    let here = Rc::clone(&rooms);
    dom::on("pin-here", "click", move |_| {
        if let Some(link) = here.page.link() {
            pin(&here, link);
        }
    })?;
    dom::on("rooms-undo", "click", move |_| {
        let rooms = Rc::clone(&rooms);
        spawn_local(async move {
            let Some(gone) = rooms.gone.borrow().clone() else { return };
            let outcome = match gone {
                Gone::Pinned(forgotten) => pins::take_back(forgotten).await,
                Gone::Recent(link, used) => recent::restore(&link, used).await.map(|()| None),
            };
            match outcome {
                Ok(Some(why)) => tell(&i18n::say(&why), false),
                outcome => {
                    if outcome.is_ok() {
                        rooms.gone.replace(None);
                    }
                    report(&outcome.map(drop), "options_undone", "options_save_failed");
                    log(rooms.show(Some("view-heading")).await);
                }
            }
        });
    })
}

/// Pins the room at `link`, or puts it first if it is pinned already.
fn pin(rooms: &Rc<Rooms>, link: String) {
    let rooms = Rc::clone(rooms);
    spawn_local(async move {
        if keep::pin(&link).await && rooms.page.link().as_ref() == Some(&link) {
            log(keep::done());
        }
        // What is pinned last stands first.
        log(rooms.show(Some("room-0-rename")).await);
    });
}

impl Rooms {
    /// Shows all rooms, and leads the keyboard to the element `focus`.
    async fn show(self: Rc<Self>, focus: Option<&str>) -> Result<(), JsValue> {
        let rooms = listed(pins::all().await, recent::rooms().await);
        let refused = refusal(self.offer.private, &self.offer.policy);
        dom::element::<HtmlElement>("rooms-none")?.set_hidden(!rooms.is_empty());
        let hint = dom::element::<HtmlElement>("rooms-hint")?;
        hint.set_text_content(Some(&i18n::word(refused.unwrap_or("rooms_recent_off"))));
        hint.set_hidden(refused.is_none() && self.offer.settings().recent_rooms);
        let is_pinned =
            |link: &String| rooms.iter().any(|room| room.pinned.is_some() && is_same(&room.link, link));
        let here = self.page.link().filter(|link| !is_pinned(link));
        dom::element::<HtmlElement>("pin-here")?.set_hidden(here.is_none());
        for id in ["pin-new", "pin-here"] {
            dom::element::<HtmlElement>(id)?.toggle_attribute_with_force("disabled", refused.is_some())?;
        }
        for (id, pinned) in [("rooms-pinned", true), ("rooms-recent", false)] {
            let list: Element = dom::element(id)?;
            list.set_text_content(None);
            let any = rooms.iter().any(|room| room.pinned.is_some() == pinned);
            dom::element::<HtmlElement>(&format!("{id}-heading"))?.set_hidden(!any);
            list.unchecked_ref::<HtmlElement>().set_hidden(!any);
            for (at, room) in rooms.iter().enumerate().filter(|(_, room)| room.pinned.is_some() == pinned) {
                self.draw(&list, at, room, refused.is_none())?;
            }
        }
        self.show_gone().await?;
        match focus {
            Some(id) if dom::element::<HtmlElement>(id).is_ok() => dom::element::<HtmlElement>(id)?.focus(),
            Some(_) => dom::element::<HtmlElement>("view-heading")?.focus(),
            None => Ok(()),
        }
    }

    /// Shows what was forgotten, also before the popup was closed and opened again.
    async fn show_gone(&self) -> Result<(), JsValue> {
        if self.gone.borrow().is_none() {
            let kept = pins::forgotten().await;
            self.gone.replace(kept.map(Gone::Pinned));
        }
        let room = match self.gone.borrow().clone() {
            Some(Gone::Pinned(Forgotten { link, pinned, .. })) => {
                listed(vec![(link, pinned)], Vec::new()).pop()
            }
            Some(Gone::Recent(link, _)) => listed(Vec::new(), vec![link]).pop(),
            None => None,
        };
        dom::element::<HtmlElement>("rooms-forgotten")?.set_hidden(room.is_none());
        let said = room.map(|room| i18n::say(&Text::with("rooms_forgotten", [room.name])));
        dom::set_text("rooms-forgotten-said", &said.unwrap_or_default())
    }

    fn draw(self: &Rc<Self>, list: &Element, at: usize, room: &Kept, may_pin: bool) -> Result<(), JsValue> {
        let row = dom::child(list, "li", "", "")?;
        let name = dom::child(&row, "p", "name", &room.name)?;
        name.set_id(&format!("room-{at}-name"));
        name.set_attribute("dir", "auto")?;
        dom::child(&row, "p", "hint", &room.link)?.set_attribute("dir", "ltr")?;
        if self.renaming.borrow().as_deref() == Some(&*room.link) {
            return self.draw_renaming(&row, at, room);
        }
        let actions = dom::child(&row, "div", "actions", "")?;
        let change: Option<(&str, &str, Act)> = match &room.pinned {
            Some(_) => Some(("rename", "rooms_rename", Self::rename)),
            None if may_pin => Some(("pin", "rooms_pin", |rooms, room| pin(&rooms, room.link))),
            None => None,
        };
        let acts: [(&str, &str, Act); 2] =
            [("copy", "copy_link", Self::copy), ("open", "open_room", Self::open)];
        let at_the_end: (&str, &str, Act) = ("forget", "rooms_forget", Self::forget);
        for (name, key, act) in acts.into_iter().chain(change).chain([at_the_end]) {
            let button = dom::child(&actions, "button", "small", &i18n::word(key))?;
            let id = format!("room-{at}-{name}");
            button.set_attribute("type", "button")?;
            button.set_attribute("aria-labelledby", &format!("{id} room-{at}-name"))?;
            button.set_id(&id);
            let (rooms, room) = (Rc::clone(self), room.clone());
            let act = Closure::<dyn FnMut()>::new(move || act(Rc::clone(&rooms), room.clone()));
            button.add_event_listener_with_callback("click", act.into_js_value().unchecked_ref())?;
        }
        Ok(())
    }

    fn draw_renaming(self: &Rc<Self>, row: &Element, at: usize, room: &Kept) -> Result<(), JsValue> {
        let form = dom::child(row, "form", "actions", "")?;
        let input: HtmlInputElement = dom::child(&form, "input", "", "")?.unchecked_into();
        input.set_type("text");
        input.set_id("room-name-input");
        input.set_max_length(60);
        input.set_value(&room.name);
        input.set_attribute(view::KEEPS_ESCAPE, "")?;
        let rooms = Rc::clone(self);
        let give_up = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            if field(&event, "key") == "Escape" {
                rooms.renaming.replace(None);
                let (rooms, id) = (Rc::clone(&rooms), format!("room-{at}-rename"));
                spawn_local(async move { log(rooms.show(Some(&id)).await) });
            }
        });
        input.add_event_listener_with_callback("keydown", give_up.into_js_value().unchecked_ref())?;
        for (name, value) in
            [("dir", "auto"), ("autocomplete", "off"), ("aria-label", &i18n::word("rooms_name"))]
        {
            input.set_attribute(name, value)?;
        }
        let save = dom::child(&form, "button", "", &i18n::word("rooms_save"))?;
        save.set_attribute("type", "submit")?;
        save.set_id("room-name-save");
        let (rooms, room) = (Rc::clone(self), room.clone());
        let act = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            rooms.renaming.replace(None);
            let (rooms, link, name) = (Rc::clone(&rooms), room.link.clone(), input.value());
            let pinned = Pinned { name, ..room.pinned.clone().unwrap_or_default() };
            spawn_local(async move {
                let outcome = pins::pin(&link, pinned).await.map(drop);
                report(&outcome, "options_saved", "options_save_failed");
                log(rooms.show(Some(&format!("room-{at}-rename"))).await);
            });
        });
        form.add_event_listener_with_callback("submit", act.into_js_value().unchecked_ref())
    }

    fn rename(rooms: Rc<Self>, room: Kept) {
        rooms.renaming.replace(Some(room.link));
        spawn_local(async move {
            log(rooms.show(Some("room-name-input")).await);
            if let Ok(input) = dom::element::<HtmlInputElement>("room-name-input") {
                input.select();
            }
        });
    }

    fn copy(_: Rc<Self>, room: Kept) {
        spawn_local(async move {
            report(&dom::copy(&room.link).await, "copied", "copy_failed");
        });
    }

    fn open(rooms: Rc<Self>, room: Kept) {
        spawn_local(async move {
            let opened = tabs::open(&room.link).await;
            super::room::left(&room.link, rooms.offer.private, &opened).await;
        });
    }

    fn forget(rooms: Rc<Self>, room: Kept) {
        spawn_local(async move {
            let outcome = match &room.pinned {
                Some(pinned) => pins::forget(&room.link, pinned, rooms.offer.private).await.map(Gone::Pinned),
                None => recent::forget(&room.link).await.map(|used| Gone::Recent(room.link.clone(), used)),
            };
            match outcome {
                Ok(gone) => {
                    rooms.gone.replace(Some(gone));
                    log(rooms.show(Some("rooms-undo")).await);
                }
                Err(error) => report(&Err(error), "", "options_save_failed"),
            }
        });
    }
}
