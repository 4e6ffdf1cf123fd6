//! What a link can set in the meeting that it opens.

use serde::{Deserialize, Serialize};

use super::Address;

/// Choices that Jitsi honours when they stand in the link. They hold for whoever opens that link.
///
/// No link can switch on end-to-end encryption, the lobby or a password: a moderator does that inside
/// the room. (Jitsi Meet 13.2.0, the list of keys that a link may overwrite.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct LinkOptions {
    /// Everybody who opens the link starts with the microphone off.
    pub start_muted: bool,
    /// Everybody who opens the link starts with the camera off.
    pub start_without_video: bool,
    /// Jitsi asks no third party for anything (avatars, statistics, calendars).
    pub no_third_parties: bool,
}

impl Address {
    /// The link to the meeting with `options`, which are JSON values in the fragment.
    #[must_use]
    pub fn link_with(&self, options: LinkOptions) -> String {
        let chosen: Vec<&str> = [
            (options.start_muted, "config.startWithAudioMuted=true"),
            (options.start_without_video, "config.startWithVideoMuted=true"),
            (options.no_third_parties, "config.disableThirdPartyRequests=true"),
        ]
        .into_iter()
        .filter_map(|(on, setting)| on.then_some(setting))
        .collect();
        let fragment = if chosen.is_empty() { String::new() } else { format!("#{}", chosen.join("&")) };
        self.link() + &fragment
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Server;

    #[test]
    fn options_stand_in_the_fragment_and_do_not_change_the_room() {
        let address = Address::parse("Acme/Frühstück & mehr", &Server::default()).unwrap();
        assert_eq!(
            address.link_with(LinkOptions::default()),
            "https://meet.jit.si/acme/fr%C3%BChst%C3%BCck%20%20mehr"
        );
        let all = LinkOptions { start_muted: true, start_without_video: true, no_third_parties: true };
        let link = address.link_with(all);
        assert!(link.ends_with(
            "#config.startWithAudioMuted=true&config.startWithVideoMuted=true&config.disableThirdPartyRequests=true"
        ));
        assert_eq!(Address::parse(&link, &Server::default()), Ok(address));
    }
}
