//! Web addresses, taken apart as browsers do (the WHATWG URL standard).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// All but the unreserved characters of RFC 3986, section 2.3: encoded, nothing in a piece of an address can
/// end it.
pub(crate) const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The pieces of a web address that tell which room it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WebUrl {
    /// `https`, without the colon.
    pub(crate) scheme: String,
    /// Whether a user name or a password stands before the host.
    pub(crate) has_credentials: bool,
    /// The host in ASCII and lower case; empty when there is none.
    pub(crate) host: String,
    /// The port, unless it is the scheme's own.
    pub(crate) port: Option<u16>,
    /// The path from its first slash on, percent-encoded.
    pub(crate) path: String,
    /// The query without its question mark, percent-encoded; empty when there is none.
    pub(crate) query: String,
    /// The fragment without its hash, percent-encoded; empty when there is none.
    pub(crate) fragment: String,
}

impl WebUrl {
    /// Reads an absolute address; `None` for what is none.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let url = web_sys::Url::new(text).ok()?;
        Some(Self {
            scheme: url.protocol().trim_end_matches(':').to_owned(),
            has_credentials: !(url.username().is_empty() && url.password().is_empty()),
            host: url.hostname(),
            port: url.port().parse().ok(),
            path: url.pathname(),
            query: url.search().trim_start_matches('?').to_owned(),
            fragment: url.hash().trim_start_matches('#').to_owned(),
        })
    }

    /// Reads an absolute address; `None` for what is none.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let url = url::Url::parse(text).ok()?;
        Some(Self {
            scheme: url.scheme().to_owned(),
            has_credentials: !url.username().is_empty() || url.password().is_some(),
            host: url.host_str().unwrap_or_default().to_owned(),
            port: url.port(),
            path: url.path().to_owned(),
            // As browsers write it: a second mark is not told from the first.
            query: url.query().unwrap_or_default().trim_start_matches('?').to_owned(),
            fragment: url.fragment().unwrap_or_default().trim_start_matches('#').to_owned(),
        })
    }

    /// Whether a query or a fragment follows.
    pub(crate) fn has_more(&self) -> bool {
        !(self.query.is_empty() && self.fragment.is_empty())
    }

    /// The value of the first of `keys` that the query has, as it stands there.
    pub(crate) fn query_value(&self, keys: &[&str]) -> Option<&str> {
        let pairs = || self.query.split('&').filter_map(|pair| pair.split_once('='));
        keys.iter().find_map(|key| pairs().find(|(name, _)| name.eq_ignore_ascii_case(key)))?.1.into()
    }
}
