//! For whom a warning is.

/// Where a warning is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Visitor {
    /// In a frame of another page, which may lay something over it.
    pub framed: bool,
    /// In a private window: nothing of it may be kept.
    pub private: bool,
}

impl Visitor {
    /// Whether an answer may last longer than the browser runs, and so whether "do not warn me here again" is offered: not
    /// where a click may have been stolen by the page around, nor where it would leave a trace. A press on that button only
    /// proposes it; it is confirmed in the popup.
    #[must_use]
    pub const fn can_last(self) -> bool {
        !self.framed && !self.private
    }
}
