//! What the invited read: the link, what they need for it, and what to be careful with.

use crate::jitsi::{Address, LinkOptions, Server};
use crate::text::Text;

/// Words that invite to the room at `link`.
#[must_use]
pub fn invitation(link: &str) -> Text {
    Text::with("share_invitation", [link.to_owned()])
}

/// What guests of the room at `link` need, a sentence each, by what is true of its server and of what the link sets.
#[must_use]
pub fn needs(link: &str) -> Vec<Text> {
    let on_meet_jit_si =
        Address::parse(link, &Server::default()).is_ok_and(|address| address.server.is_meet_jit_si());
    let browser = if LinkOptions::encrypts_everywhere(link) { "share_any_browser" } else { "share_browser" };
    let keys =
        [Some(browser), on_meet_jit_si.then_some("share_wait"), Some("share_apart"), Some("share_keep")];
    keys.into_iter().flatten().map(Text::new).collect()
}

/// The message that asks guests in these `words` to come to the room at `link`, with what they need.
pub fn letter(words: &Text, link: &str, say: &dyn Fn(&Text) -> String) -> String {
    let lines = [words].into_iter().chain(&needs(link)).map(say).collect::<Vec<_>>();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::Title;

    fn keys(link: &str) -> Vec<&'static str> {
        needs(link).iter().map(|text| text.key).collect()
    }

    #[test]
    fn guests_read_what_is_true_of_the_room_they_come_to() {
        let usual = ["share_browser", "share_wait", "share_apart", "share_keep"];
        assert_eq!(keys("https://meet.jit.si/a"), usual);
        let elsewhere = ["share_browser", "share_apart", "share_keep"];
        assert_eq!(keys("https://meet.example.org/a"), elsewhere);
    }

    #[test]
    fn a_link_that_admits_more_browsers_asks_for_none_of_them() {
        let options =
            LinkOptions { encrypt_everywhere: true, hide_addresses: true, ..LinkOptions::default() };
        let link = Address::parse("https://meet.example.org/a", &Server::default())
            .unwrap()
            .link_with(options, &Title::default());
        assert_eq!(keys(&link)[0], "share_any_browser");
    }

    #[test]
    fn a_message_says_first_what_it_asks_for() {
        let link = "https://meet.example.org/a";
        let said = letter(&invitation(link), link, &|text| text.key.to_owned());
        assert_eq!(said, "share_invitation\nshare_browser\nshare_apart\nshare_keep");
    }
}
