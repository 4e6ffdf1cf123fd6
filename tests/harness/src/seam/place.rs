//! Where in the browser something is, the keys that are pressed there, and how it ends.

/// Where in the browser something is to be read or done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The page in the current tab, as the page itself sees it.
    Page,
    /// Inside the closed shadow root of the warning in that page.
    Warning,
    /// The toolbar popup, while it is open.
    Popup,
    /// The extension's background: a service worker in Chromium, an event page in Firefox. It has no document,
    /// so functions run here get `null` for one.
    Background,
}

/// How the user wants pages to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// In few colours of the user's own, whatever the page says, for high contrast.
    Forced,
}

/// How a browser ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is told to, and puts its things in order.
    Quit,
    /// It is killed in the middle of whatever it does.
    Killed,
}

/// A key that is not a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Escape.
    Escape,
    /// Tab.
    Tab,
    /// Enter.
    Enter,
    /// Space, which presses buttons and ticks boxes.
    Space,
    /// The arrow to the right.
    ArrowRight,
    /// F6, which leads to the warning and back.
    F6,
    /// The arrow down, which goes on to the next of several choices.
    ArrowDown,
}

impl Key {
    /// The name that the browser's key events have for it, and its legacy key code (UI Events, section 7).
    pub(crate) fn name_and_code(self) -> (&'static str, u32) {
        match self {
            Self::Escape => ("Escape", 27),
            Self::Tab => ("Tab", 9),
            Self::Enter => ("Enter", 13),
            Self::Space => (" ", 32),
            Self::ArrowRight => ("ArrowRight", 39),
            Self::F6 => ("F6", 117),
            Self::ArrowDown => ("ArrowDown", 40),
        }
    }

    pub(crate) fn webdriver(self) -> thirtyfour::Key {
        match self {
            Self::Escape => thirtyfour::Key::Escape,
            Self::Tab => thirtyfour::Key::Tab,
            Self::Enter => thirtyfour::Key::Enter,
            Self::Space => thirtyfour::Key::Space,
            Self::ArrowRight => thirtyfour::Key::Right,
            Self::F6 => thirtyfour::Key::F6,
            Self::ArrowDown => thirtyfour::Key::Down,
        }
    }
}

/// Where an element is, in CSS pixels of its document's viewport.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Distance of the left edge.
    pub x: f64,
    /// Distance of the upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}
