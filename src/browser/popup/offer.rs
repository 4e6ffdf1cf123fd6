//! The room that the popup offers, and the settings that it was made by.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::area::{self, SESSION};
use crate::browser::fresh::fresh_room;
use crate::browser::log::log;
use crate::browser::storage::Stored;
use crate::browser::webext;
use crate::jitsi::{Server, Title};
use crate::memory::offer::{OFFER, Offered};
use crate::room::{Label, Room};
use crate::settings::{Policy, Settings};

/// Shows the room, wherever it or its link stands in the popup.
pub(super) type Show = fn(&Offer) -> Result<(), JsValue>;

/// The room that the popup offers.
pub(super) struct Offer {
    show: Show,
    /// The user's own settings, and those that hold.
    own: RefCell<Settings>,
    settings: RefCell<Settings>,
    label: RefCell<Label>,
    /// What the call is called, which no computer keeps.
    title: RefCell<Title>,
    room: RefCell<Room>,
    /// When the room was drawn, in milliseconds since 1970.
    made: Cell<f64>,
    /// Whether its link was copied or opened.
    used: Cell<bool>,
    /// Whether the popup is in a private window, of which nothing is kept.
    pub(super) private: bool,
    /// What the administrator has set.
    pub(super) policy: Policy,
    /// Whether the settings could be read. If not, the room is made the usual way.
    pub(super) settings_read: bool,
}

impl Offer {
    /// Makes a room as the stored settings say, or takes the one that was offered a moment ago. From then on every
    /// change is shown by `show`.
    pub(super) fn make(stored: &Stored, private: bool, show: Show) -> Result<Rc<Self>, JsValue> {
        let settings = stored.settings();
        let usual = Label::new(settings.usual_label()).unwrap_or_default();
        let now = js_sys::Date::now();
        let recipe = settings.recipe();
        let again = stored.offered().filter(|_| !private).and_then(|offered| {
            let (label, room) = offered.again(&recipe, &settings.server, now)?;
            let holds = stored.policy.label.is_none() || label == usual;
            holds.then_some((label, room, offered.made(), offered.used))
        });
        let (label, room, made, used) = match again {
            Some(again) => again,
            None => (usual.clone(), fresh_room(&recipe.with_label(usual))?, now, false),
        };
        let offer = Rc::new(Self {
            show,
            own: RefCell::new(stored.own_settings()),
            settings: RefCell::new(settings),
            label: RefCell::new(label),
            title: RefCell::default(),
            room: RefCell::new(room),
            made: Cell::new(made),
            used: Cell::new(used),
            private,
            policy: stored.policy.clone(),
            settings_read: stored.unread.is_none(),
        });
        show(&offer)?;
        Ok(offer)
    }

    /// The room.
    pub(super) fn room(&self) -> Ref<'_, Room> {
        self.room.borrow()
    }

    /// The room's link, as it is handed on.
    pub(super) fn link(&self) -> String {
        self.link_of(&self.room.borrow())
    }

    /// The link of another room, with all that this one's has.
    pub(super) fn link_of(&self, room: &Room) -> String {
        self.settings.borrow().link_titled(room, &self.title.borrow())
    }

    /// The room's link without a title, as it is remembered.
    pub(super) fn plain_link(&self) -> String {
        self.settings.borrow().link_to(&self.room.borrow())
    }

    /// The settings that hold in this window.
    pub(super) fn settings(&self) -> Ref<'_, Settings> {
        self.settings.borrow()
    }

    /// The label in front of the room's name.
    pub(super) fn label(&self) -> Label {
        self.label.borrow().clone()
    }

    /// Whether the link was copied or opened, now or when the room was offered before.
    pub(super) fn is_used(&self) -> bool {
        self.used.get()
    }

    /// A room of the same kind with `label`, which is not offered yet.
    pub(super) fn another(&self, label: Label) -> Result<Room, JsValue> {
        fresh_room(&self.settings.borrow().recipe().with_label(label))
    }

    /// Draws another room. If that fails the present one stays.
    pub(super) fn renew(&self) -> Result<(), JsValue> {
        let room = self.another(self.label())?;
        self.replace_drawn(room)
    }

    /// Puts another label before what was drawn.
    pub(super) fn relabel(&self, label: Label) -> Result<(), JsValue> {
        let room = self.room.borrow().with_label(&label);
        self.label.replace(label);
        self.replace(room)
    }

    /// Gives the call another title, and keeps the room.
    pub(super) fn retitle(&self, title: Title) -> Result<(), JsValue> {
        self.title.replace(title);
        (self.show)(self)
    }

    /// Changes what the name is made of, and so draws another one.
    pub(super) fn reshape(&self, edit: impl FnOnce(&mut Settings)) -> Result<(), JsValue> {
        self.edit(edit);
        self.renew()
    }

    /// Changes what the link sets, and keeps the room.
    pub(super) fn relink(&self, edit: impl FnOnce(&mut Settings)) -> Result<(), JsValue> {
        self.edit(edit);
        (self.show)(self)
    }

    /// Puts the room, by the name that it has, on `server`, and those that come after it.
    pub(super) fn move_to(&self, server: Server) -> Result<(), JsValue> {
        self.edit(|settings| settings.move_to(server));
        // There it is another link.
        self.used.set(false);
        self.keep();
        (self.show)(self)
    }

    /// What the administrator has set holds for what the user chose just now: another style has another length.
    fn edit(&self, edit: impl FnOnce(&mut Settings)) {
        edit(&mut self.own.borrow_mut());
        let own = self.own.borrow().clone();
        self.settings.replace(self.policy.over(own, &webext::ui_language()));
    }

    /// Offers `room`, which has `label`.
    pub(super) fn adopt(&self, label: Label, room: Room) -> Result<(), JsValue> {
        self.label.replace(label);
        self.replace_drawn(room)
    }

    /// Hears that the link was copied or opened.
    pub(super) fn set_used(&self) {
        self.used.set(true);
        self.keep();
    }

    fn replace_drawn(&self, room: Room) -> Result<(), JsValue> {
        self.made.set(js_sys::Date::now());
        self.replace(room)
    }

    fn replace(&self, room: Room) -> Result<(), JsValue> {
        self.room.replace(room);
        // Another name is another link.
        self.used.set(false);
        self.keep();
        (self.show)(self)
    }

    /// Keeps the room for when the popup is opened again soon. Nobody waits for that.
    pub(super) fn keep(&self) {
        if self.private {
            return;
        }
        let settings = self.settings.borrow();
        let (room, label) = (self.room.borrow(), self.label.borrow());
        let mut offered = Offered::new(&room, &settings.recipe(), &label, &settings.server, self.made.get());
        offered.used = self.used.get();
        spawn_local(async move { log(area::write(&SESSION, OFFER, &offered).await) });
    }
}
