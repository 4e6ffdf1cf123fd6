//! Sentences without a language: keys of `extension/_locales` with what stands in their gaps.

use serde::{Deserialize, Serialize};

use crate::Bits;
use crate::guess::STRONG_FROM;
use crate::jitsi::{AddressError, ServerError};

/// How urgent something is that is said; the most urgent comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Others can hear, or come in by guessing.
    Danger,
    /// Not for secrets.
    Caution,
    /// What the user wants no warning of, for good: the icon tells of it in grey.
    Off,
    /// Nothing to warn about.
    Calm,
}

/// A sentence of `extension/_locales`: its key, and what stands in its gaps `$1`, `$2` …
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The key of the message.
    pub key: &'static str,
    /// What stands in its gaps, in their order.
    pub gaps: Vec<Gap>,
}

/// What stands in a gap of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Gap {
    /// These very words. Plain text, never markup.
    Words(String),
    /// A number, to be written as the user's language does.
    Number(u32),
    /// A strength, to be cut to one decimal and written as the user's language does.
    Bits(Bits),
    /// The name of a language, by its BCP 47 code.
    Language(String),
    /// Several texts, each in quotation marks, as the user's language lists them: as plain as [`Gap::Words`].
    List(Vec<String>),
}

impl From<usize> for Gap {
    fn from(number: usize) -> Self {
        Self::Number(u32::try_from(number).unwrap_or(u32::MAX))
    }
}

impl From<Bits> for Gap {
    fn from(bits: Bits) -> Self {
        Self::Bits(bits)
    }
}

impl From<String> for Gap {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

/// Maximum number of characters quoted of a text from outside. Chosen because a person recognises a name by its
/// beginning, and because what is kept of a page must not fill the storage.
const QUOTED: usize = 40;

/// Maximum number of characters quoted of what stands between a server and a room. Chosen because a person recognises a
/// random identifier by as many.
const BETWEEN: usize = 12;

impl Gap {
    /// What somebody else has written, as far as it is needed to recognise it: its beginning. It cannot turn the sentence
    /// around it: it is isolated as Unicode's bidirectional algorithm says (U+2068 and U+2069), and signs that nobody
    /// sees, or that change the direction, are named.
    #[must_use]
    pub fn quoted(text: &str) -> Self {
        Self::Words(quoted(text))
    }

    /// The same for a host, of which the end says whose it is.
    #[must_use]
    pub fn host(host: &str) -> Self {
        Self::Words(isolated(&end(host, QUOTED)))
    }

    /// The same for the place of a room: whose server it is, and what the room is called, however long what stands between
    /// them is.
    #[must_use]
    pub fn place(place: &str) -> Self {
        let (way, room) = place.rsplit_once('/').unwrap_or(("", place));
        let (host, between) = way.split_once('/').unwrap_or((way, ""));
        if place.chars().count() <= QUOTED || host.is_empty() {
            return Self::quoted(place);
        }
        let between = if between.is_empty() { String::new() } else { beginning(between, BETWEEN) + "/" };
        let room = beginning(room, QUOTED - BETWEEN);
        Self::Words(isolated(&format!("{}/{between}{room}", end(host, QUOTED - BETWEEN))))
    }
}

/// The words of [`Gap::quoted`].
pub(crate) fn quoted(text: &str) -> String {
    isolated(&beginning(text, QUOTED))
}

fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Each sign of `text`, or its number where nobody sees it.
fn shown(text: &str) -> impl Iterator<Item = String> {
    text.chars()
        .map(|sign| if is_unseen(sign) { format!("[U+{:04X}]", u32::from(sign)) } else { sign.to_string() })
}

/// At most `most` characters of `text`.
fn beginning(text: &str, most: usize) -> String {
    let (mut kept, mut length) = (String::new(), 0);
    for sign in shown(text) {
        length += sign.chars().count();
        if length > most {
            return kept + "…";
        }
        kept.push_str(&sign);
    }
    kept
}

/// At most `most` characters of `text`, the last ones. Hosts have no sign that is not seen.
fn end(text: &str, most: usize) -> String {
    match text.char_indices().rev().nth(most.saturating_sub(1)) {
        Some((at, _)) if at > 0 => format!("…{}", beginning(&text[at..], most)),
        _ => beginning(text, most),
    }
}

/// Whether `sign` is not seen by itself and yet changes what is seen or meant. Those that join letters or keep them
/// apart belong to the spelling of many languages.
fn is_unseen(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}') || is_invisible(sign)
}

/// The same, but for those that end a line or that a terminal obeys.
pub(crate) const fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// The words of `text`, one space between two, without signs that nobody sees, cut at `most` characters.
pub(crate) fn on_one_line(text: &str, most: usize) -> String {
    let seen = text.chars().filter(|sign| !is_invisible(*sign));
    let printed: String = seen.map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    let words: Vec<&str> = printed.split_whitespace().collect();
    words.join(" ").chars().take(most).collect::<String>().trim_end().to_owned()
}

impl Text {
    /// The sentence `key`, which has no gaps.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, gaps: Vec::new() }
    }

    /// The sentence `key` with `gaps` filled in.
    #[must_use]
    pub fn with(key: &'static str, gaps: impl IntoIterator<Item: Into<Gap>>) -> Self {
        Self { key, gaps: gaps.into_iter().map(Into::into).collect() }
    }

    /// The sentence `key` about a strength of `bits`, which says too from how many bits on a name is strong.
    #[must_use]
    pub fn of_strength(key: &'static str, bits: Bits) -> Self {
        Self::with(key, [bits, STRONG_FROM])
    }
}

impl From<AddressError> for Text {
    fn from(error: AddressError) -> Self {
        Self::new(match error {
            AddressError::Empty => "address_error_empty",
            AddressError::Unreadable => "address_error_unreadable",
            AddressError::NotWeb => "address_error_not_web",
            AddressError::NoRoom => "address_error_no_room",
            AddressError::Reserved => "address_error_reserved",
            AddressError::Phone => "address_error_phone",
            AddressError::Hidden => "address_error_hidden",
            AddressError::TooDeep => "address_error_too_deep",
        })
    }
}

impl From<ServerError> for Text {
    fn from(error: ServerError) -> Self {
        Self::new(match error {
            ServerError::NotAnAddress => "server_error_not_an_address",
            ServerError::NotHttps => "server_error_not_https",
            ServerError::MoreThanAServer => "server_error_more_than_a_server",
            ServerError::Credentials => "server_error_credentials",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_short_text_is_quoted_in_full_and_a_long_one_as_far_as_it_is_recognised() {
        assert_eq!(quoted("weekly-standup"), "\u{2068}weekly-standup\u{2069}");
        assert_eq!(quoted(&"é".repeat(40)), format!("\u{2068}{}\u{2069}", "é".repeat(40)));
        assert_eq!(quoted(&"a".repeat(41)), format!("\u{2068}{}…\u{2069}", "a".repeat(40)));
    }

    #[test]
    fn a_sign_that_turns_a_sentence_around_is_named() {
        assert_eq!(quoted("\u{202e}standup"), "\u{2068}[U+202E]standup\u{2069}");
        assert_eq!(quoted("\u{2069}x\u{2068}\n"), "\u{2068}[U+2069]x[U+2068][U+000A]\u{2069}");
        // Persian is written with one that is not seen either.
        assert_eq!(quoted("نمی\u{200c}شود"), "\u{2068}نمی\u{200c}شود\u{2069}");
    }

    #[test]
    fn of_a_long_place_the_owner_and_the_room_are_seen() {
        for (place, shown) in [
            ("meet.jit.si/standup", "meet.jit.si/standup"),
            (
                "meet.jit.si/b06be4f9-6b1c-4874-a6a0-4fd59ad77b16/my-meeting",
                "meet.jit.si/b06be4f9-6b1…/my-meeting",
            ),
            (
                "meet.jit.si.a-very-long-name-in-front.evil.example/standup",
                "…g-name-in-front.evil.example/standup",
            ),
        ] {
            assert_eq!(Gap::place(place), Gap::Words(format!("\u{2068}{shown}\u{2069}")), "{place}");
        }
        let host = "meet.jit.si.a-very-long-name-in-front.evil.example";
        assert_eq!(
            Gap::host(host),
            Gap::Words("\u{2068}…i.a-very-long-name-in-front.evil.example\u{2069}".to_owned())
        );
    }

    proptest! {
        #[test]
        fn nothing_that_is_quoted_leaves_its_quotation(text in "(\\PC|[\u{200e}\u{202a}-\u{202e}\u{2066}-\u{2069}]){0,100}") {
            let quoted = quoted(&text);
            prop_assert!(quoted.chars().count() <= QUOTED + 3);
            let inner = quoted.strip_prefix('\u{2068}').and_then(|rest| rest.strip_suffix('\u{2069}')).unwrap();
            prop_assert!(!inner.contains(is_unseen));
            let Gap::Words(place) = Gap::place(&text) else { panic!("no words") };
            prop_assert!(place.chars().count() <= 2 * QUOTED, "{}", place);
        }
    }
}
