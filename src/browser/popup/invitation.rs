//! What the invited read.

use crate::browser::i18n;
use crate::call;
use crate::warning::Finding;

/// The words that invite to the room at `link`.
pub(super) fn invitation(link: &str) -> String {
    call::invitation(link).iter().map(i18n::say).collect::<Vec<_>>().join("\n")
}

/// The words that ask everybody at `finding` to meet in the room at `link` instead.
pub(super) fn meet_at(finding: &Finding, link: &str) -> String {
    i18n::say(&finding.invitation(link))
}
