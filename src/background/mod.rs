//! What the background decides: what a content script is answered, and what is to happen besides.
//!
//! A [`Request`] and its [`Sender`] come in, with what the user chose and what is stored; out come a [`Reply`] and
//! [`Effect`]s, which are data: `browser` carries them out and decides nothing. What was said of the pages in a tab
//! is a [`Tab`]: it marks the icon, and [`shown()`] says what the popup shows of it, [`here()`] what it offers to do about
//! it; a server that nobody has named is [`Unknown`]. Warnings that the user has put away are [`Off`], which the popup makes
//! last or ends; the new room that takes a page's place is its [`Replacement`].
//!
//! ```text
//! content script ── Request, Sender ──▶ answer(…) ──▶ Reply, Effects ──▶ browser
//!                                          ▲   │
//!                               Tabs ──────┘   └──▶ Tabs
//! ```

mod answer;
mod dropped;
mod effect;
mod message;
mod newest;
mod off;
mod replacement;
mod sender;
mod shown;
mod tab;
mod tabs;
mod team;
mod typed;
mod unknown;
mod warned;
mod way;

pub use answer::{Answer, Asked, Known, answer};
pub use effect::{Effect, Mark};
pub use message::{Button, Judged, Reply, Request, Spoken, Warning, Words};
pub use newest::Newest;
pub use off::Off;
pub use replacement::{Replacement, former, pinned_here, to_everybody};
pub use sender::{Fields, Sender};
pub use shown::{Shown, shown};
pub use tab::{Doubt, Tab};
pub use tabs::Tabs;
pub use team::Team;
pub use unknown::{Unknown, unknown};
pub use way::{Here, Way, here, with_home};

use crate::text::Text;

/// Says a sentence in the user's language.
pub type Say<'a> = &'a dyn Fn(&Text) -> String;

#[cfg(test)]
pub(crate) mod tests {
    use super::sender::tests::OWN;
    use super::{Sender, Spoken};
    use crate::text::{Gap, Text, Tone};
    use serde_json::json;

    /// A language whose sentences are their keys, with what stands in their gaps.
    pub(crate) fn speak(text: &Text) -> String {
        let gap = |gap: &Gap| match gap {
            Gap::Words(words) | Gap::Language(words) => format!(" {words}"),
            Gap::List(all) => format!(" {}", all.join(" and ")),
            Gap::Number(number) => format!(" {number}"),
            Gap::Bits(bits) => format!(" {bits}"),
        };
        text.gaps.iter().map(gap).fold(text.key.to_owned(), |said, gap| format!("{said}{gap}"))
    }

    pub(super) fn spoken(tone: Tone, title: &str) -> Spoken {
        Spoken::new(tone, title.to_owned())
    }

    /// The page in `frame` of a tab, by the browser's name for its document.
    pub(super) fn sender(frame: i64, document: &str) -> Sender {
        at("https://meet.jit.si/", frame, document, false)
    }

    /// The page at `url`.
    pub(super) fn at(url: &str, frame: i64, document: &str, private: bool) -> Sender {
        let sender = json!({
            "id": OWN,
            "url": url,
            "frameId": frame,
            "documentId": document,
            "tab": { "id": 7, "incognito": private },
        });
        let path = url.splitn(4, '/').nth(3).unwrap_or_default();
        Sender::of(&json!({ "path": format!("/{path}") }), &sender, OWN).unwrap()
    }
}
