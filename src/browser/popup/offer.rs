//! The room that the popup offers, and the settings that it was made by.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;

use crate::browser::fresh::fresh_room;
use crate::browser::storage::Stored;
use crate::room::{Label, Room};
use crate::settings::{Policy, Settings};

/// Shows a room and its link, which the settings led to, wherever they stand in the popup.
pub(super) type Show = fn(&Room, &Settings) -> Result<(), JsValue>;

/// The room that the popup offers.
pub(super) struct Offer {
    show: Show,
    /// The user's own settings, and those that hold.
    own: RefCell<Settings>,
    settings: RefCell<Settings>,
    label: RefCell<Label>,
    room: RefCell<Room>,
    /// What the administrator has set.
    pub(super) policy: Policy,
    /// Whether the settings could be read. If not, the room is made the usual way.
    pub(super) settings_read: bool,
}

impl Offer {
    /// Makes a room as the stored settings say. From then on every change is shown by `show`.
    pub(super) fn make(stored: &Stored, show: Show) -> Result<Rc<Self>, JsValue> {
        let settings = stored.settings();
        let label = Label::new(settings.usual_label()).unwrap_or_default();
        let room = fresh_room(&settings.recipe().with_label(label.clone()))?;
        show(&room, &settings)?;
        Ok(Rc::new(Self {
            show,
            own: RefCell::new(stored.own_settings()),
            settings: RefCell::new(settings),
            label: RefCell::new(label),
            room: RefCell::new(room),
            policy: stored.policy.clone(),
            settings_read: stored.unread.is_none(),
        }))
    }

    /// The room's link.
    pub(super) fn link(&self) -> String {
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

    /// A room of the same kind with `label`, which is not offered yet.
    pub(super) fn another(&self, label: Label) -> Result<Room, JsValue> {
        fresh_room(&self.settings.borrow().recipe().with_label(label))
    }

    /// Draws another room. If that fails the present one stays.
    pub(super) fn renew(&self) -> Result<(), JsValue> {
        let room = self.another(self.label())?;
        self.replace(room)
    }

    /// Puts another label before what was drawn.
    pub(super) fn relabel(&self, label: Label) -> Result<(), JsValue> {
        let room = self.room.borrow().with_label(&label);
        self.label.replace(label);
        self.replace(room)
    }

    /// Changes what the name is made of, and so draws another one.
    pub(super) fn reshape(&self, edit: impl FnOnce(&mut Settings)) -> Result<(), JsValue> {
        self.edit(edit);
        self.renew()
    }

    /// Changes what the link sets, and keeps the room.
    pub(super) fn relink(&self, edit: impl FnOnce(&mut Settings)) -> Result<(), JsValue> {
        self.edit(edit);
        let room = self.room.borrow().clone();
        self.replace(room)
    }

    /// What the administrator has set holds for what the user chose just now: another style has another length.
    fn edit(&self, edit: impl FnOnce(&mut Settings)) {
        edit(&mut self.own.borrow_mut());
        self.settings.replace(self.policy.over(self.own.borrow().clone()));
    }

    /// Offers `room`, which has `label`.
    pub(super) fn adopt(&self, label: Label, room: Room) -> Result<(), JsValue> {
        self.label.replace(label);
        self.replace(room)
    }

    fn replace(&self, room: Room) -> Result<(), JsValue> {
        self.room.replace(room);
        (self.show)(&self.room.borrow(), &self.settings.borrow())
    }
}
