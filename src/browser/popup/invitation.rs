//! What the invited read.

use crate::background::Team;
use crate::browser::i18n;
use crate::call;
use crate::warning::Finding;

/// The words that invite to the room at `link`.
pub(super) fn invitation(link: &str) -> String {
    call::letter(&call::invitation(link), link, &i18n::say)
}

/// The words that ask everybody at `finding` to meet in the room at `link` instead.
pub(super) fn meet_at(finding: &Finding, link: &str) -> String {
    call::letter(&finding.invitation(link), link, &i18n::say)
}

/// The words that ask `team` to meet in the room at `link` from now on.
pub(super) fn moves_to(team: &Team, link: &str) -> String {
    call::letter(&team.message(link), link, &i18n::say)
}

/// What guests of the room at `link` need, which goes beside a link.
pub(super) fn needs(link: &str) -> String {
    call::needs(link).iter().map(i18n::say).collect::<Vec<_>>().join("\n")
}
