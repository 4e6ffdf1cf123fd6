//! What is said of a name while it is typed on a welcome page.

use super::{Judged, Say, Spoken};
use crate::jitsi::{Address, Server};
use crate::text::Text;
use crate::warning::{Notice, VisitedRoom};

/// The style sheet of what is said beside the field.
const STYLE: &str = include_str!("style/advice.css");

/// Signs of a name that Jitsi's welcome page refuses with a message of its own. It takes white space, `<` and `>` out of
/// what it accepts. Seen in jitsi-meet 13.2.0.
const REFUSED: [char; 7] = ['?', '&', ':', '"', '\'', '%', '#'];

/// What a name is worth that is being typed on the welcome page of `server`; `None` for what is no name yet.
pub(super) fn judged(name: &str, server: &Server, say: Say) -> Option<Judged> {
    if name.contains(REFUSED) {
        return None;
    }
    let opened: String =
        name.chars().filter(|&sign| !(sign.is_whitespace() || "<>".contains(sign))).collect();
    // A slash at the end leads to no room, and what looks like a host is the name of one here.
    if opened.ends_with('/') {
        return None;
    }
    let address = Address::parse(&format!("https://{server}/{opened}"), server).ok()?;
    let said = Spoken::of(&Notice::of_room(&VisitedRoom::judge(address)), say);
    let reason = said.reasons.into_iter().next().unwrap_or_default();
    Some(Judged {
        tone: said.tone,
        text: say(&Text::with("advice_typed", [said.title, reason])),
        language: say(&Text::new("language")),
        direction: say(&Text::new("direction")),
        style: STYLE,
    })
}
