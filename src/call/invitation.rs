//! What the invited read: the link, what they need for it, and what to be careful with.

use crate::jitsi::{Address, LinkOptions, Server};
use crate::text::Text;

/// The sentences that invite to the room at `link`, by what is true of its server and of what it sets.
#[must_use]
pub fn invitation(link: &str) -> Vec<Text> {
    let on_meet_jit_si =
        Address::parse(link, &Server::default()).is_ok_and(|address| address.server.is_meet_jit_si());
    let browser = if LinkOptions::encrypts_everywhere(link) { "share_any_browser" } else { "share_browser" };
    [
        Some(Text::with("share_invitation", [link.to_owned()])),
        Some(Text::new(browser)),
        on_meet_jit_si.then(|| Text::new("share_wait")),
        Some(Text::new("share_apart")),
        Some(Text::new("share_keep")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Title;

    fn keys(link: &str) -> Vec<&'static str> {
        invitation(link).iter().map(|text| text.key).collect()
    }

    #[test]
    fn guests_read_what_is_true_of_the_room_they_come_to() {
        let usual = ["share_invitation", "share_browser", "share_wait", "share_apart", "share_keep"];
        assert_eq!(keys("https://meet.jit.si/a"), usual);
        let elsewhere = ["share_invitation", "share_browser", "share_apart", "share_keep"];
        assert_eq!(keys("https://meet.example.org/a"), elsewhere);
    }

    #[test]
    fn a_link_that_admits_more_browsers_asks_for_none_of_them() {
        let options =
            LinkOptions { encrypt_everywhere: true, hide_addresses: true, ..LinkOptions::default() };
        let link = Address::parse("https://meet.example.org/a", &Server::default())
            .unwrap()
            .link_with(options, &Title::default());
        assert_eq!(keys(&link)[1], "share_any_browser");
    }
}
