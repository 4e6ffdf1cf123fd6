//! Where an organisation helps.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::platform::WebUrl;

/// Maximum length of the address, in characters. Chosen because it is shown on a line, and nobody's is longer.
const LENGTH_MAX: usize = 100;

/// Where people of an organisation ask for help: an e-mail address, or a page at https.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HelpAddress(String);

/// The text is neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("this is neither an e-mail address nor the address of a page that begins with https://")]
pub struct NoAddress;

impl HelpAddress {
    /// The address as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The link that leads there.
    #[must_use]
    pub fn link(&self) -> String {
        if is_mail(&self.0) { format!("mailto:{}", self.0) } else { self.0.clone() }
    }
}

/// Whether `text` is a plain e-mail address: no sign of it means anything else in a link.
fn is_mail(text: &str) -> bool {
    let plain = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-'))
    };
    text.split_once('@').is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'))
}

/// Whether `text` is the whole address of a page that nobody on the way can change.
fn is_page(text: &str) -> bool {
    let url = WebUrl::parse(text).filter(|url| url.scheme == "https" && !url.has_credentials);
    text.starts_with("https://") && url.is_some_and(|url| !url.host.is_empty())
}

impl TryFrom<String> for HelpAddress {
    type Error = NoAddress;

    fn try_from(text: String) -> Result<Self, NoAddress> {
        let is_printed = text.chars().all(|c| c.is_ascii_graphic()) && text.len() <= LENGTH_MAX;
        if is_printed && (is_mail(&text) || is_page(&text)) { Ok(Self(text)) } else { Err(NoAddress) }
    }
}

impl From<HelpAddress> for String {
    fn from(address: HelpAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_is_a_letter_or_a_page_away() {
        for (text, link) in [
            ("help.desk+calls@it.example.org", "mailto:help.desk+calls@it.example.org"),
            ("https://help.example.org/calls?from=hushroom", "https://help.example.org/calls?from=hushroom"),
        ] {
            let address = HelpAddress::try_from(text.to_owned()).unwrap();
            assert_eq!((address.as_str(), &*address.link()), (text, link));
        }
    }

    #[test]
    fn what_is_neither_is_no_address() {
        let long = format!("https://help.example.org/{}", "a".repeat(LENGTH_MAX));
        for text in [
            "",
            "Room 12",
            "it@example.org?subject=x",
            "mailto:it@example.org",
            "it@localhost",
            "http://help.example.org/",
            "https://user:secret@help.example.org/",
            "https://",
            "javascript:alert(1)",
            "https://help.example.org/\u{202e}",
            &long,
        ] {
            assert_eq!(HelpAddress::try_from(text.to_owned()), Err(NoAddress), "{text}");
        }
    }
}
