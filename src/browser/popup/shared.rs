//! Which link is handed on.

use std::cell::RefCell;
use std::rc::Rc;

use super::offer::Offer;

/// What is handed on: the room that is offered, or the one that the user is in.
pub(super) struct Shared {
    pub(super) offer: Rc<Offer>,
    other: RefCell<Option<String>>,
}

impl Shared {
    pub(super) fn new(offer: &Rc<Offer>) -> Rc<Self> {
        Rc::new(Self { offer: Rc::clone(offer), other: RefCell::default() })
    }

    /// The link that is handed on.
    pub(super) fn link(&self) -> String {
        self.other.borrow().clone().unwrap_or_else(|| self.offer.link())
    }

    /// Has the link at `other` handed on, or the room that is offered.
    pub(super) fn hand_on(&self, other: Option<String>) {
        self.other.replace(other);
    }
}
