//! What a meeting is called in the call, apart from its name.

use std::fmt::Write as _;

use percent_encoding::utf8_percent_encode;

use super::fragment::set_by;
use crate::platform::{Json, RESERVED};

/// Maximum length of a title, in characters. Chosen because Jitsi shows a longer one cut off, beside its clock.
pub const TITLE_MAX: usize = 60;

/// The key of it in a link; the value is a JSON text.
const KEY: &str = "config.localSubject";

/// A readable title over a random name, which whoever opens the link sees at the top of the call instead of the name.
/// It stands in the fragment, which the browser sends to no server; everybody who has the link can read it, and it makes
/// no name stronger or weaker. It may be empty.
///
/// Read in jitsi-meet 13.2.0 and not tried: `config.localSubject`, of `configWhitelist.ts`, goes before a moderator's
/// subject and before the name in `getConferenceName`. The title of the browser's tab still has the name.
///
/// A secret path, `/RANDOM/weekly-standup`, would show a readable name too, and stay when somebody copies the invitation out
/// of the call. It is not made, for it is better nowhere: Jitsi's own warning judges the last piece of the path alone, so
/// that it would call each such room unsafe, before everybody who comes in; who is told the name without the path comes
/// into a room that anybody can guess; and the path needs a server that keeps rooms below a tenant apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title(String);

impl Title {
    /// Makes a title of what a person typed: its words, one space between two, cut at [`TITLE_MAX`] characters.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let printed: String = typed.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
        let words: Vec<&str> = printed.split_whitespace().collect();
        Self(words.join(" ").chars().take(TITLE_MAX).collect::<String>().trim_end().to_owned())
    }

    /// The title that `link` gives its meeting; empty where it gives none.
    #[must_use]
    pub fn of_link(link: &str) -> Self {
        let (_, fragment) = link.split_once('#').unwrap_or_default();
        let titled = fragment.split('&').flat_map(|pair| set_by(pair, &[KEY])).find_map(|set| match set {
            (key, Json::Text(text)) if key == KEY => Some(Self::new(&text)),
            _ => None,
        });
        titled.unwrap_or_default()
    }

    /// The title as people read it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it stands in the fragment of a link; `None` for an empty one.
    pub(super) fn setting(&self) -> Option<String> {
        let mut json = String::from("\"");
        for sign in self.0.chars() {
            match sign {
                // A title has no control characters, so this and a backslash are all that JSON asks to be marked.
                '"' => json.push_str("\\\""),
                // Jitsi changes these, the first one before an ampersand, before it reads the JSON (`parseURLParams`).
                '\\' | '‘' | '’' | '“' | '”' => {
                    let _ = write!(json, "\\u{:04x}", u32::from(sign));
                }
                _ => json.push(sign),
            }
        }
        json.push('"');
        (!self.0.is_empty()).then(|| format!("{KEY}={}", utf8_percent_encode(&json, RESERVED)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_what_was_typed_in_one_line() {
        for (typed, title) in [
            ("Weekly  stand-up\n", "Weekly stand-up"),
            ("  ", ""),
            ("a\u{7}b", "a b"),
            ("Совещание 😀", "Совещание 😀"),
        ] {
            assert_eq!(Title::new(typed).as_str(), title);
        }
        assert_eq!(Title::new(&"word ".repeat(50)).as_str().chars().count(), TITLE_MAX - 1);
    }

    #[test]
    fn a_title_is_read_again_from_the_link_that_holds_it() {
        for typed in [
            "Weekly stand-up",
            "a \"b\" & c=d #e %f \\ /",
            "Lab \\& Co",
            "the “big” ‘one’, it’s",
            "اجتماع",
            "😀",
            "",
        ] {
            let title = Title::new(typed);
            let link = format!(
                "https://meet.jit.si/x#config.p2p.enabled=false&{}",
                title.setting().unwrap_or_default()
            );
            assert_eq!(Title::of_link(&link), title);
            assert_eq!(link.matches('#').count(), 1);
            assert_eq!(link.matches('&').count(), 1);
        }
    }

    #[test]
    fn a_title_is_read_however_it_is_set() {
        for fragment in [
            "config={%22localSubject%22:%22Retro%22}",
            "config.localSubject=%22Retro%5Cn%22",
            "config.localSubject=%22%5Cu0052etro%22",
            "config.subject=%22Other%22&config.localSubject=%22Retro%22",
        ] {
            assert_eq!(
                Title::of_link(&format!("https://meet.jit.si/x#{fragment}")).as_str(),
                "Retro",
                "{fragment}"
            );
        }
    }

    #[test]
    fn what_is_no_title_is_none() {
        for fragment in [
            "",
            "#config.localSubject=1",
            "#config.localSubject=%22",
            "#config.localSubject=%ff",
            "#x=1",
            "#config.localSubject=%22a%22b%22",
            "#config.localSubject={}",
        ] {
            assert_eq!(Title::of_link(&format!("https://meet.jit.si/x{fragment}")), Title::default());
        }
    }
}
