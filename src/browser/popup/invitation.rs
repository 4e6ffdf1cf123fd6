//! What the invited read.

use crate::background::to_everybody;
use crate::browser::i18n;
use crate::call;
use crate::warning::Finding;

/// The words that invite to the room at `link`.
pub(super) fn invitation(link: &str) -> String {
    call::letter(&call::invitation(link), link, &i18n::say)
}

/// The words that ask everybody at `finding` to meet in the room at `link` instead.
pub(super) fn asks_over(finding: &Finding, link: &str) -> String {
    call::letter(&to_everybody(finding, link), link, &i18n::say)
}

/// What guests of the room at `link` need, which goes beside a link.
pub(super) fn needs(link: &str) -> String {
    call::needs(link).iter().map(i18n::say).collect::<Vec<_>>().join("\n")
}
