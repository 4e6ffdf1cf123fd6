//! Whether a browser can take part in Jitsi's end-to-end encryption.

/// What a browser can do of it, by the same features that Jitsi looks for: `E2EEncryption.isSupported` and
/// `BrowserCapabilities` of lib-jitsi-meet, as jitsi-meet 13.2.0 uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndToEnd {
    /// Whatever the link says.
    Always,
    /// In calls whose link admits it: see [`LinkOptions::encrypt_everywhere`](crate::jitsi::LinkOptions).
    WithLink,
    /// Never.
    Never,
}

impl EndToEnd {
    /// What a browser can do that has `createEncodedStreams` of `RTCRtpSender`, which Chromium alone has, or
    /// `RTCRtpScriptTransform`, which is the standard's.
    #[must_use]
    pub const fn of(encoded_streams: bool, script_transform: bool) -> Self {
        match (encoded_streams, script_transform) {
            (true, _) => Self::Always,
            (false, true) => Self::WithLink,
            (false, false) => Self::Never,
        }
    }

    /// The key of the sentence that says so. That of [`EndToEnd::WithLink`] has a gap for the option's name.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Always => "ability_always",
            Self::WithLink => "ability_with_link",
            Self::Never => "ability_never",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_jitsi_looks_for_decides() {
        assert_eq!(EndToEnd::of(true, true), EndToEnd::Always);
        assert_eq!(EndToEnd::of(true, false), EndToEnd::Always);
        assert_eq!(EndToEnd::of(false, true), EndToEnd::WithLink);
        assert_eq!(EndToEnd::of(false, false), EndToEnd::Never);
    }
}
