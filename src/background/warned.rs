//! The warning, ready to be shown.

use super::{Button, Judged, Say, Spoken, Warning, Words};
use crate::jitsi::{Address, Server};
use crate::settings::Watched;
use crate::text::Text;
use crate::warning::{Act, Choice, Finding, Notice, Shape, VisitedRoom, Visitor};

/// The style sheet of the warning. A page that is not warned never loads it.
const WARNING_STYLE: &str = include_str!("style/warning.css");

/// The style sheet of what is said beside the field of a welcome page.
const ADVICE_STYLE: &str = include_str!("style/advice.css");

/// The warning about `finding` that says `notice`, with a way out to `safe_link`.
pub(super) fn warning(
    finding: &Finding,
    notice: Spoken,
    safe_link: String,
    watched: &Watched,
    visitor: Visitor,
    say: Say,
) -> Warning {
    let shape = Shape::of(finding, notice.tone, watched);
    let button = |choice: &Choice| Button {
        id: choice.id,
        label: say(&Text::new(choice.label)),
        quiet: choice.quiet,
        later: choice.later,
        copies: match choice.act {
            Act::CopyLink => Some(safe_link.clone()),
            Act::CopyInvitation => Some(say(&finding.invitation(&safe_link))),
            Act::Other => None,
        },
    };
    let choices =
        if finding.cleaned().is_some() { Choice::CLEANED.to_vec() } else { Choice::all(shape, visitor) };
    Warning {
        choices: choices.iter().map(button).collect(),
        dismissed: Choice::DISMISSED.iter().map(button).collect(),
        notice,
        shape,
        words: words(say),
        style: WARNING_STYLE,
        safe_link,
    }
}

fn words(say: Say) -> Words {
    let word = |key| say(&Text::new(key));
    Words {
        product: word("extension_name"),
        keys: word("warning_keys"),
        close: word("warning_close"),
        copied: word("warning_copied"),
        copy_failed: word("warning_copy_failed"),
        dismissed: word("warning_dismissed"),
        language: word("language"),
        direction: word("direction"),
    }
}

/// What a name is worth that is being typed on the welcome page of `server`; `None` for what is no name yet.
pub(super) fn judged(name: &str, server: &Server, say: Say) -> Option<Judged> {
    let address = Address::parse(name, server).ok()?;
    let said = Spoken::of(&Notice::of_room(&VisitedRoom::judge(address)), say);
    let reason = said.reasons.into_iter().next().unwrap_or_default();
    Some(Judged {
        tone: said.tone,
        text: say(&Text::with("advice_typed", [said.title, reason])),
        language: say(&Text::new("language")),
        direction: say(&Text::new("direction")),
        style: ADVICE_STYLE,
    })
}
