//! What a link can set in the meeting that it opens.

use serde::{Deserialize, Serialize};

use super::{Address, Title};

/// Choices that Jitsi honours when they stand in the link. They hold for whoever opens that link.
///
/// No link can switch on end-to-end encryption, the lobby or a password: a moderator does that inside
/// the room. (Jitsi Meet 13.2.0, the list of keys that a link may overwrite.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each stands for a choice of its own")]
pub struct LinkOptions {
    /// Everybody who opens the link starts with the microphone off.
    pub start_muted: bool,
    /// Everybody who opens the link starts with the camera off.
    pub start_without_video: bool,
    /// Jitsi asks no third party for anything (avatars, statistics, calendars).
    pub no_third_parties: bool,
    /// Browsers that have only the standard's way to transform media can take part in end-to-end encryption, and phones
    /// open the room in the browser and not in Jitsi's app, which cannot. A moderator still switches it on.
    ///
    /// Read and not tried: `E2EEncryption.isSupported` of lib-jitsi-meet, `getDeepLinkingPage` of jitsi-meet.
    pub encrypt_everywhere: bool,
    /// Two people are never connected directly, so that neither sees the other's IP address. Their call goes through
    /// the server. Read and not tried: `isP2PEnabled` of lib-jitsi-meet.
    pub hide_addresses: bool,
}

/// What stands in a link for [`LinkOptions::encrypt_everywhere`].
const ENCRYPT_EVERYWHERE: &str = "config.enableEncodedTransformSupport=true&config.deeplinking.disabled=true";

impl LinkOptions {
    /// Whether `link`, one of ours, sets [`LinkOptions::encrypt_everywhere`].
    #[must_use]
    pub fn encrypts_everywhere(link: &str) -> bool {
        link.split_once('#').is_some_and(|(_, fragment)| fragment.contains(ENCRYPT_EVERYWHERE))
    }
}

#[cfg(test)]
impl LinkOptions {
    /// All of them, chosen.
    pub(super) const ALL: Self = Self {
        start_muted: true,
        start_without_video: true,
        no_third_parties: true,
        encrypt_everywhere: true,
        hide_addresses: true,
    };
}

impl Address {
    /// The link to the meeting with `options` and `title`, which are JSON values in the fragment.
    #[must_use]
    pub fn link_with(&self, options: LinkOptions, title: &Title) -> String {
        let LinkOptions {
            start_muted,
            start_without_video,
            no_third_parties,
            encrypt_everywhere,
            hide_addresses,
        } = options;
        let chosen: Vec<String> = [
            (start_muted, "config.startWithAudioMuted=true"),
            (start_without_video, "config.startWithVideoMuted=true"),
            (no_third_parties, "config.disableThirdPartyRequests=true"),
            (encrypt_everywhere, ENCRYPT_EVERYWHERE),
            (hide_addresses, "config.p2p.enabled=false"),
        ]
        .into_iter()
        .filter(|(on, _)| *on)
        .map(|(_, setting)| setting.to_owned())
        .chain(title.setting())
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
            address.link_with(LinkOptions::default(), &Title::default()),
            "https://meet.jit.si/acme/fr%C3%BChst%C3%BCck%20%20mehr"
        );
        let link = address.link_with(LinkOptions::ALL, &Title::new("Weekly"));
        assert!(link.ends_with(
            "#config.startWithAudioMuted=true&config.startWithVideoMuted=true&config.disableThirdPartyRequests=true\
             &config.enableEncodedTransformSupport=true&config.deeplinking.disabled=true&config.p2p.enabled=false\
             &config.localSubject=%22Weekly%22"
        ));
        assert_eq!(Title::of_link(&link), Title::new("Weekly"));
        assert_eq!(Address::parse(&link, &Server::default()), Ok(address));
    }
}
