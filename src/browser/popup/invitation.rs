//! What the invited read.

use crate::browser::i18n;
use crate::text::Text;

/// The words that invite to the room at `link`.
pub(super) fn invitation(link: &str) -> String {
    i18n::say(&Text::with("share_invitation", [link.to_owned()]))
}
