//! The links in a text: found where one begins ([`begins`]), up to where it ends ([`Link::ends`]).
//!
//! `linkify` 0.11 was compared: it adds 18 kB of wasm, 9 gzipped, and all of these rules would stand on top of it, for
//! it knows no links without `//`, no escapes and none of the scripts without spaces.

use std::borrow::Cow;
use std::ops::Range;

use super::begins::{Kind, begins, scheme};
use super::ends::Link;
use super::plain::Plain;
use crate::jitsi::Server;

/// A link, as it stands in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Span<'a> {
    /// The link itself.
    pub(super) text: Cow<'a, str>,
    /// What it is where it ends elsewhere; `None` where it cannot.
    pub(super) otherwise: Option<Cow<'a, str>>,
    /// What it begins with.
    pub(super) kind: Kind,
    /// What stands before it: the end of its line, or of the line before where it is the first thing in its own.
    pub(super) before: &'a str,
    /// Whether a sign that nobody sees stood within it.
    pub(super) unseen: bool,
    /// Whether nothing else stands in the text.
    pub(super) alone: bool,
    /// Where it stands in the text, with what was put around it, in bytes.
    pub(super) place: Range<usize>,
}

/// The links in a text, in their order.
pub(super) fn spans<'a>(plain: &'a Plain, servers: &[&Server]) -> Vec<Span<'a>> {
    let text = &*plain.text;
    let mut spans = Vec::new();
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let found = begins(&text[at..], before, servers)
            // Of a scheme that is not known the host is no web address, but for one of a Jitsi server.
            .filter(|(kind, _)| {
                *kind != Kind::Host || !text[..at].ends_with("://") || is_of_server(&text[at..], servers)
            });
        let Some((kind, head)) = found else {
            before = Some(c);
            at += c.len_utf8();
            continue;
        };
        let first = spans.is_empty() && is_nothing(&text[..at]);
        let link = Link { text, at, head, kind, before, first, unseen: &plain.unseen, tags: &plain.tags };
        let ends = link.ends();
        let end = ends.likely;
        let (whole, after) = link.whole(end);
        let as_web = |text| if kind == Kind::Web { mended(text, head) } else { text };
        let unseen = plain.unseen.partition_point(|unseen| *unseen <= at);
        spans.push(Span {
            unseen: plain.unseen.get(unseen).is_some_and(|unseen| *unseen < end),
            alone: first && is_nothing(&text[after..]),
            text: as_web(whole),
            otherwise: ends.otherwise.map(|end| as_web(Cow::Borrowed(&text[at..end]))),
            kind,
            before: words_before(&text[..at]),
            place: at..after,
        });
        before = text[..after].chars().next_back();
        at = after.max(at + c.len_utf8());
    }
    spans
}

/// Whether `text` begins with the host of one of `servers`.
fn is_of_server(text: &str, servers: &[&Server]) -> bool {
    let begins = |host: &str| text.get(..host.len()).is_some_and(|head| head.eq_ignore_ascii_case(host));
    servers.iter().any(|server| begins(server.host()))
}

/// The web address `text`, whose scheme and slashes are its first `head` bytes, with a scheme that a browser knows.
fn mended(text: Cow<'_, str>, head: usize) -> Cow<'_, str> {
    let (written, rest) = text.split_at(head);
    match written.split_once(':').map(|(name, _)| scheme(name)) {
        Some(Some(known))
            if written.len() > known.len() && written[..known.len()].eq_ignore_ascii_case(known) =>
        {
            text
        }
        _ => Cow::Owned(format!("https://{rest}")),
    }
}

/// Maximum number of bytes before a link that are looked at. Chosen because what announces one is a few words.
const BEFORE_MAX: usize = 80;

/// The end of the last line of `text` in which there are words.
fn words_before(text: &str) -> &str {
    let from = (text.len().saturating_sub(BEFORE_MAX)..=text.len()).find(|at| text.is_char_boundary(*at));
    let near = &text[from.unwrap_or_default()..];
    near.lines().rfind(|line| !is_nothing(line)).unwrap_or_default()
}

/// Whether nothing stands in `text` but what may be put around a link.
fn is_nothing(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}
