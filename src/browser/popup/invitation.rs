//! What the invited read.

use crate::browser::i18n;
use crate::text::Text;
use crate::warning::Finding;

/// The words that invite to the room at `link`.
pub(super) fn invitation(link: &str) -> String {
    i18n::say(&Text::with("share_invitation", [link.to_owned()]))
}

/// The words that ask everybody at `finding` to meet in the room at `link` instead.
pub(super) fn meet_at(finding: &Finding, link: &str) -> String {
    i18n::say(&finding.invitation(link))
}
