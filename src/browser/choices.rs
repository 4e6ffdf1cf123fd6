//! What links to new rooms can set, as the popup and the settings page offer it.

use crate::jitsi::LinkOptions;
use crate::settings::Policy;

/// A choice that is on or off.
pub(super) struct Choice {
    /// The id of its checkbox.
    pub(super) id: &'static str,
    /// Where it stands among the options.
    pub(super) of: fn(&mut LinkOptions) -> &mut bool,
    /// What the administrator has set it to, if anything.
    pub(super) policy: fn(&Policy) -> Option<bool>,
}

/// All of them.
pub(super) const CHOICES: [Choice; 5] = [
    Choice {
        id: "start-muted",
        of: |options| &mut options.start_muted,
        policy: |policy| policy.link_options.start_muted,
    },
    Choice {
        id: "start-without-video",
        of: |options| &mut options.start_without_video,
        policy: |policy| policy.link_options.start_without_video,
    },
    Choice {
        id: "no-third-parties",
        of: |options| &mut options.no_third_parties,
        policy: |policy| policy.link_options.no_third_parties,
    },
    Choice {
        id: "encrypt-everywhere",
        of: |options| &mut options.encrypt_everywhere,
        policy: |policy| policy.link_options.encrypt_everywhere,
    },
    Choice {
        id: "hide-addresses",
        of: |options| &mut options.hide_addresses,
        policy: |policy| policy.link_options.hide_addresses,
    },
];
