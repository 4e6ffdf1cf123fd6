//! The warning, ready to be shown.

use super::off::until_closed;
use super::replacement::to_everybody;
use super::tab::Alone;
use super::{Button, Say, Spoken, Warning, Words};
use crate::call::letter;
use crate::guess::Verdict;
use crate::text::{Text, Tone};
use crate::warning::{Act, Choice, Finding, Shape, Visitor};

/// The style sheet of the warning, in the package too for when there is no WebAssembly. A page that is not warned never
/// loads it.
const WARNING_STYLE: &str = include_str!("../../extension/warning.css");

/// The way out of a page that is warned about.
pub(super) struct Out {
    /// The link to the room that is the way out.
    pub(super) link: String,
    /// Whether the user pinned that room in the place of this one.
    pub(super) is_pinned: bool,
    /// Whether they can pin it, to find it again.
    pub(super) can_be_pinned: bool,
    /// Whether people may meet there already, or will: the page around a frame must not learn of it.
    pub(super) is_secret: bool,
}

/// The warning about `finding` that says `notice` in this `shape`, with this way out.
pub(super) fn warning(
    finding: &Finding,
    mut notice: Spoken,
    shape: Shape,
    out: &Out,
    visitor: Visitor,
    say: Say,
) -> Warning {
    let button = |choice: &Choice| Button {
        id: choice.id,
        label: match choice.label {
            "warning_open_safe" if out.is_pinned => say(&Text::new("warning_open_pinned")),
            // Whoever puts it away for longer is to see what.
            "warning_silence" => say(&Text::with(choice.label, [finding.name()])),
            label => say(&Text::new(label)),
        },
        quiet: choice.quiet,
        later: choice.later,
        copies: match choice.act {
            Act::CopyLink => Some(out.link.clone()),
            Act::CopyInvitation => Some(letter(&to_everybody(finding, &out.link), &out.link, say)),
            Act::Other => None,
        },
    };
    if shape == Shape::Box
        && let Finding::Room(room) = finding
        && room.assessment.verdict != Verdict::Strong
    {
        notice.reasons.push(say(&Text::new("warning_jitsi_box")));
    }
    // The page around a frame may steal a press, and have what was copied pasted into it.
    let copies_nothing = visitor.framed && out.is_secret;
    let choices = Choice::all(finding, shape, visitor);
    let choices = choices.iter().filter(|choice| choice.act == Act::Other || !copies_nothing);
    // What comes next.
    let copied = match finding.cleaned() {
        Some(_) => "warning_copied",
        None if out.can_be_pinned => "warning_copied_pin",
        None => "leave_copied",
    };
    Warning {
        choices: choices.map(button).collect(),
        notice,
        shape,
        brief: false,
        words: Words { copied: say(&Text::new(copied)), ..words(say) },
        style: WARNING_STYLE,
        safe_link: out.link.clone(),
    }
}

/// What is said to somebody who is `alone` in a new room, in one line that stands there until they have told the others.
pub(super) fn alone(alone: &Alone, say: Say) -> Warning {
    let button = |choice: &Choice| Button {
        label: if choice.id == "go-back" { alone.back.clone() } else { say(&Text::new(choice.label)) },
        copies: (choice.act == Act::CopyInvitation).then(|| alone.message.clone()),
        ..plain(choice, say)
    };
    line(say(&Text::new("alone_title")), Choice::ALONE.iter().map(button).collect(), say)
}

/// What is said to somebody who has put the warning about `finding` away, in one line that goes by itself; if that is to
/// last, also where it is made to.
pub(super) fn put_away(finding: &Finding, lasts: bool, visitor: Visitor, say: Say) -> Warning {
    let mut title = say(&Text::with(until_closed(visitor), [finding.name()]));
    if lasts && visitor.can_last() {
        title = format!("{title} {}", say(&Text::new("warning_dismissed")));
    }
    let choices = Choice::PUT_AWAY.iter().map(|choice| plain(choice, say)).collect();
    Warning { brief: true, ..line(title, choices, say) }
}

/// A button that copies nothing.
fn plain(choice: &Choice, say: Say) -> Button {
    let label = say(&Text::new(choice.label));
    Button { id: choice.id, label, quiet: choice.quiet, later: choice.later, copies: None }
}

/// A line that says nothing bad.
fn line(title: String, choices: Vec<Button>, say: Say) -> Warning {
    Warning {
        choices,
        notice: Spoken::new(Tone::Calm, title),
        shape: Shape::Strip,
        brief: false,
        words: words(say),
        style: WARNING_STYLE,
        safe_link: String::new(),
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
        language: word("language"),
        direction: word("direction"),
    }
}
