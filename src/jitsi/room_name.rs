//! The name of a room as Jitsi compares it.

use std::fmt;

pub use guessable::fold;
use percent_encoding::utf8_percent_encode;

use crate::platform::RESERVED;

/// What Jitsi strips from the room in an address before it decodes it (`_ROOM_EXCLUDE_PATTERN` and
/// the literal space of `_fixRoom`).
const STRIPPED: &[char] = &[
    ':', '?', '#', '[', ']', '@', '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=', '>', '<', '/', '"',
    ' ',
];

/// The name of a room: decoded, normalised and folded, so that equal names are the same room.
///
/// Never empty. It may hold any character: one that Jitsi strips from an address can still come in
/// percent-encoded.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RoomName(String);

impl RoomName {
    /// The room that `segment`, the last piece of an address's path, names; `None` when nothing is left
    /// of it.
    #[must_use]
    pub fn from_segment(segment: &str) -> Option<Self> {
        let folded = fold(&segment.replace(STRIPPED, ""));
        // Browsers resolve `.` and `..` away, percent-encoded too: no address leads to such a room.
        (!matches!(&*folded, "" | "." | "..")).then_some(Self(folded))
    }

    /// A name that is folded already, like every name that is made here.
    pub(crate) const fn from_folded(name: String) -> Self {
        Self(name)
    }

    /// The name as Jitsi compares it, percent-decoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as it stands in an address.
    #[must_use]
    pub fn encoded(&self) -> String {
        Self::encode(&self.0)
    }

    /// A folded name as it stands in an address.
    pub(super) fn encode(folded: &str) -> String {
        // What Jitsi strips is among these characters.
        utf8_percent_encode(folded, RESERVED).to_string()
    }
}

impl fmt::Display for RoomName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(segment: &str) -> String {
        RoomName::from_segment(segment).map(|n| n.0).unwrap_or_default()
    }

    #[test]
    fn spellings_of_one_room_are_equal() {
        for spelling in
            ["standup", "StandUp", "%73tandup", "stand,up", "ｓｔａｎｄｕｐ", "stand up", "STAND(UP)"]
        {
            assert_eq!(name(spelling), "standup", "{spelling}");
        }
    }

    #[test]
    fn accents_and_encoded_spaces_count() {
        assert_ne!(name("reunión"), name("reunion"));
        assert_eq!(name("Team%20Meeting"), "team meeting");
        assert_eq!(name("%D1%81%D0%B5%D0%BC%D0%B8%D0%BD%D0%B0%D1%80"), "семинар");
        assert_eq!(name("re\u{301}union"), name("réunion"), "composed and decomposed are one");
    }

    #[test]
    fn bad_percent_encoding_is_left_as_it_is() {
        for bad in ["50%", "%zz", "a%2", "%ff", "%41%"] {
            assert_eq!(name(bad), bad.to_lowercase());
        }
    }

    #[test]
    fn a_name_of_nothing_is_no_name() {
        for nothing in ["", "???", " ", "/", ".", "%2E.", "!.%2e"] {
            assert_eq!(RoomName::from_segment(nothing), None);
        }
    }

    proptest! {
        #[test]
        fn folding_what_was_written_changes_nothing(segment in ".{0,40}") {
            if let Some(name) = RoomName::from_segment(&segment) {
                prop_assert_eq!(RoomName::from_segment(&name.encoded()), Some(name));
            }
        }

        #[test]
        fn decoding_agrees_with_the_url_crate(text in "\\PC{1,30}") {
            let encoded = RoomName(text).encoded();
            let url = url::Url::parse(&format!("https://meet.jit.si/?{encoded}=")).unwrap();
            // In a query a space may be written as +, which is a plus to Jitsi and is encoded here.
            let theirs = url.query_pairs().next().unwrap().0.into_owned();
            prop_assert_eq!(guessable::decode(&encoded), theirs);
        }
    }
}
