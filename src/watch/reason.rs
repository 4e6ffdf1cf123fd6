//! Why a name is as guessable as it is, part by part.

use super::Text;
use crate::guess::{Part, PartKind};

/// What to say about one part of a name.
pub(super) fn reason(part: &Part) -> Text {
    match &part.kind {
        PartKind::Unknown => Text::with("part_unknown", [part.text.clone()]),
    }
}
