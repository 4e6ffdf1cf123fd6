//! Where in a text links begin, and where they end.
//!
//! Found are links with a scheme that is known, addresses without one whose host is followed by a path, and links
//! that are percent-encoded as a whole. Where one ends is a matter of what stands around it:
//!
//! * white space, markup and full-width punctuation end every link;
//! * in a script without spaces a link runs into the sentence: a piece of its path that began with letters of another
//!   script ends there;
//! * brackets belong to a link when both do; signs that end a sentence do not when they are the last.
//!
//! `linkify` 0.11 was compared: it adds 18 kB of wasm, 9 gzipped, and all of these rules would stand on top of it, for
//! it knows no links without `//`, no escapes and none of the scripts without spaces.

use std::borrow::Cow;

use super::plain::Plain;
use super::program::Program;
use super::signs::{ends_every_link, is_picture, is_unspaced, trails};
use crate::jitsi::Server;

/// A link, as it stands in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Span<'a> {
    /// The link itself.
    pub(super) text: Cow<'a, str>,
    /// What it begins with.
    pub(super) kind: Kind,
    /// Whether a sign that nobody sees stood within it.
    pub(super) unseen: bool,
    /// Whether nothing else stands in the text.
    pub(super) alone: bool,
}

/// What a link begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `https:` or `http:`.
    Web,
    /// The same, percent-encoded.
    Encoded,
    /// The scheme of one of Jitsi's apps.
    App,
    /// The scheme of another program.
    Program(Program),
    /// The scheme of telephones.
    Phone,
    /// A host.
    Host,
}

/// Schemes of Jitsi's apps; Android's browsers hand a link to an app as `intent`.
const APPS: [&str; 3] = ["jitsi-meet", "org.jitsi.meet", "intent"];

/// Schemes of telephones (RFC 3966, RFC 5724).
const PHONES: [&str; 2] = ["tel", "sms"];

/// The links in a text, in their order.
pub(super) fn spans<'a>(plain: &'a Plain, servers: &[&Server]) -> Vec<Span<'a>> {
    let text = &*plain.text;
    let mut spans = Vec::new();
    let mut before = None;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let found = begins(&text[at..], before, servers)
            // Of a scheme that is not known the host is no web address.
            .filter(|(kind, _)| *kind != Kind::Host || !text[..at].ends_with("://"));
        let Some((kind, head)) = found else {
            before = Some(c);
            at += c.len_utf8();
            continue;
        };
        let first = spans.is_empty() && is_nothing(&text[..at]);
        let link = Link { text, at, head, kind, before, first, unseen: &plain.unseen };
        let end = link.end();
        let (whole, after) = link.whole(end);
        let unseen = plain.unseen.partition_point(|unseen| *unseen <= at);
        spans.push(Span {
            unseen: plain.unseen.get(unseen).is_some_and(|unseen| *unseen < end),
            alone: first && is_nothing(&text[after..]),
            text: whole,
            kind,
        });
        before = text[..after].chars().next_back();
        at = after.max(at + c.len_utf8());
    }
    spans
}

/// Whether nothing stands in `text` but what may be put around a link.
fn is_nothing(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || c.is_ascii_punctuation())
}

/// What kind of link `text` begins with, after the character `before`, and how many bytes of it come before its path
/// is looked at; `None` where none begins.
fn begins(text: &str, before: Option<char>, servers: &[&Server]) -> Option<(Kind, usize)> {
    let starts = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    if starts("http") {
        // Where words are run together, `meetinghttps://` is two.
        for scheme in ["https", "http"].into_iter().filter(|scheme| starts(scheme)) {
            let after = &text[scheme.len()..];
            if after.starts_with(":/") {
                let slashes = after[1..].bytes().take_while(|b| *b == b'/').count();
                return Some((Kind::Web, scheme.len() + 1 + slashes));
            }
            if is_encoded_colon(after) {
                return Some((Kind::Encoded, scheme.len()));
            }
        }
    }
    let is_within = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@' | '%');
    if before.is_some_and(is_within) || !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let word = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || b".-+".contains(b)).count();
    let (name, after) = text.split_at(word);
    if let Some(rest) =
        after.strip_prefix(':').filter(|rest| !rest.starts_with(ends_every_link) && !rest.is_empty())
    {
        let is = |schemes: &[&str]| schemes.iter().any(|scheme| name.eq_ignore_ascii_case(scheme));
        let kind = if is(&APPS) && (!name.eq_ignore_ascii_case("intent") || rest.starts_with("//")) {
            Some(Kind::App)
        } else if is(&PHONES) {
            rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | '*'))
                .then_some(Kind::Phone)
        } else {
            Program::of_scheme(name, rest).map(Kind::Program)
        };
        if let Some(kind) = kind {
            let slashes = rest.bytes().take_while(|b| *b == b'/').count();
            return Some((kind, word + 1 + slashes));
        }
    }
    is_address(name, after, servers).then_some((Kind::Host, 0))
}

/// Whether a colon and two slashes follow, percent-encoded once or more.
fn is_encoded_colon(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('%').map(|rest| {
        let mut rest = rest;
        while let Some(inner) = rest.strip_prefix("25") {
            rest = inner;
        }
        rest
    }) else {
        return false;
    };
    digits.get(..2).is_some_and(|colon| colon.eq_ignore_ascii_case("3a"))
}

/// Whether `name`, followed by `after`, is a host and the path that follows it.
fn is_address(name: &str, after: &str, servers: &[&Server]) -> bool {
    let port =
        after.strip_prefix(':').map_or(0, |port| 1 + port.bytes().take_while(u8::is_ascii_digit).count());
    let path = &after[port..];
    let known = servers.iter().any(|server| name.eq_ignore_ascii_case(server.host()));
    if known {
        return path.starts_with(['/', '?', '#']);
    }
    let (head, top) = name.rsplit_once('.').unwrap_or_default();
    let is_host = !head.is_empty()
        && !head.split('.').any(str::is_empty)
        && (2..=24).contains(&top.len())
        && top.bytes().all(|b| b.is_ascii_alphabetic());
    is_host
        && path
            .strip_prefix('/')
            .is_some_and(|path| path.starts_with(|c: char| c.is_alphanumeric() || c == '%'))
}

/// A place where a link begins.
struct Link<'a> {
    text: &'a str,
    at: usize,
    /// How many bytes of it come before its host or its path.
    head: usize,
    kind: Kind,
    /// The character before it.
    before: Option<char>,
    /// Whether nothing stands before it.
    first: bool,
    unseen: &'a [usize],
}

/// What part of a link is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    Host,
    Path,
    Query,
    Fragment,
}

/// What script a piece of a path began with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    None,
    Spaced,
    Unspaced,
}

impl<'a> Link<'a> {
    /// Where it ends, in bytes of the text.
    fn end(&self) -> usize {
        let mut end = self.at + self.run();
        let start = self.at + self.head;
        // A picture behind a name is none of it; a name may be nothing but pictures.
        let name = self.text[start..end].trim_end_matches(is_picture);
        if name.ends_with(char::is_alphanumeric) {
            end = start + name.len();
        }
        while let Some(last) = self.text[start..end].chars().next_back() {
            let link = &self.text[self.at..end];
            // What stands in front of a link and behind it as well is put around it: `_https://…_`.
            let is_around = matches!(last, '_' | '~' | '=' | '-') && self.before == Some(last);
            let is_bracket = last == ')' && link.matches('(').count() == link.matches(')').count();
            let is_json = self.kind == Kind::Web && matches!(last, ']' | '}' | '"') && link.contains('#');
            if !(trails(last) || is_around) || is_bracket || is_json {
                break;
            }
            end -= last.len_utf8();
        }
        end
    }

    /// The number of bytes up to what surely is none of it.
    fn run(&self) -> usize {
        let link = &self.text[self.at..];
        let (mut piece, mut script) = (Piece::Host, Script::None);
        if !matches!(self.kind, Kind::Web | Kind::Host) {
            piece = Piece::Path;
        }
        let mut open: Option<usize> = None;
        let mut digits = 0;
        // The brackets of a host that is an IPv6 address.
        let mut numeric = false;
        let mut previous = ':';
        let mut at = self.head;
        while let Some(c) = link[at..].chars().next() {
            if open.is_some_and(|open| at - open > BRACKET_MAX) {
                break;
            }
            let after = &link[at + c.len_utf8()..];
            let next = after.chars().next();
            let is_word = |c: char| c.is_alphanumeric();
            if piece == Piece::Fragment && previous == '=' && matches!(c, '"' | '[' | '{') {
                // A setting's value: JSON.
                let Some(length) = json(&link[at..]) else { break };
                at += length;
                previous = '"';
                continue;
            }
            let ends = match c {
                _ if ends_every_link(c) => true,
                '[' => piece != Piece::Host || at != self.head,
                ']' => piece != Piece::Host || !numeric,
                ')' => open.is_none(),
                '&' => self.kind == Kind::Encoded,
                ',' | ';' => match piece {
                    Piece::Host | Piece::Path if self.kind != Kind::Phone => {
                        let is_inside = link[..at].ends_with("__")
                            || (self.first
                                && next.is_some_and(|n| n.is_ascii_alphabetic())
                                && is_one_word(after)
                                && !starts_link(after));
                        !is_inside
                    }
                    _ => next.is_none_or(|n| n.is_whitespace() || n == '"') || starts_link(after),
                },
                '\'' | '’' if self.before == Some(c) => true,
                '\'' | '’' => {
                    !next.is_some_and(is_word) || (!self.first || !is_one_word(after)) && is_suffix(after)
                }
                'h' | 'H' if is_word(previous) && !ends_encoded(&link[..at]) && starts_link(&link[at..]) => {
                    true
                }
                // A sign that nobody sees sets a link apart from a word of another script.
                _ if c.is_alphabetic()
                    && !c.is_ascii()
                    && previous.is_ascii()
                    && self.is_set_apart(self.at + at) =>
                {
                    true
                }
                _ if is_unspaced(c) => match piece {
                    Piece::Host => previous.is_ascii_alphanumeric() || script == Script::Spaced,
                    Piece::Path => script == Script::Spaced,
                    Piece::Query | Piece::Fragment => true,
                },
                _ => false,
            };
            if ends {
                break;
            }
            match c {
                '/' if piece == Piece::Host => piece = Piece::Path,
                '?' if matches!(piece, Piece::Host | Piece::Path) => piece = Piece::Query,
                '#' => piece = Piece::Fragment,
                '[' => numeric = true,
                '(' => open = open.or(Some(at)),
                ')' => open = None,
                _ => {}
            }
            digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
            script = match (c, script) {
                ('/' | '?' | '#', _) => Script::None,
                (_, Script::None) if is_unspaced(c) => Script::Unspaced,
                (_, Script::None) if c.is_alphabetic() || digits > YEAR => Script::Spaced,
                (_, script) => script,
            };
            previous = c;
            at += c.len_utf8();
        }
        open.unwrap_or(at)
    }

    fn is_set_apart(&self, at: usize) -> bool {
        self.unseen.binary_search(&at).is_ok()
    }

    /// The link up to `end`, with the lines that follow where a bracket shows that it goes on there (RFC 3986,
    /// appendix C), and where the text goes on after it.
    fn whole(&self, end: usize) -> (Cow<'a, str>, usize) {
        let first = &self.text[self.at..end];
        let rest = &self.text[end..];
        if !(self.before == Some('<') && rest.starts_with(['\n', '\r'])) {
            return (Cow::Borrowed(first), end);
        }
        // A bracket at the beginning of a line says that an e-mail is quoted.
        let mut near = rest.char_indices().take(BROKEN_MAX);
        let close = near.find(|(at, c)| *c == '<' || *c == '>' && !rest[..*at].ends_with(['\n', '>', ' ']));
        let Some((close, '>')) = close else { return (Cow::Borrowed(first), end) };
        let lines = rest[..close].lines().map(|line| line.trim_start_matches(['>', ' ', '\t']).trim_end());
        let pieces: Vec<&str> = lines.collect();
        if pieces.iter().any(|piece| piece.contains(ends_every_link)) {
            return (Cow::Borrowed(first), end);
        }
        (Cow::Owned([first, &*pieces.concat()].concat()), end + close)
    }
}

/// Maximum number of digits before a word of a script without spaces that belong to it, as in 2026年会. Chosen because
/// a year has that many.
const YEAR: usize = 4;

/// Maximum number of bytes between the brackets of a pair that belongs to a link. Chosen because no name needs more.
const BRACKET_MAX: usize = 200;

/// Maximum number of characters by which a link goes on in further lines. Chosen because that is longer than any invitation's.
const BROKEN_MAX: usize = 2000;

/// Whether the last character is percent-encoded.
fn ends_encoded(text: &str) -> bool {
    text.len().checked_sub(3).is_some_and(|at| text.as_bytes()[at] == b'%')
}

/// Whether a link with a scheme begins.
fn starts_link(text: &str) -> bool {
    ["https://", "http://", "https%3", "http%3"]
        .iter()
        .any(|head| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))
}

/// Whether nothing but one more word follows.
fn is_one_word(text: &str) -> bool {
    text.len() <= WORD_MAX && !text.trim_end().contains(|c: char| c.is_whitespace() || c == ',' || c == ';')
}

/// Maximum number of bytes of what is still a link's end after a comma or an apostrophe. Chosen because no name that
/// people type is longer.
const WORD_MAX: usize = 200;

/// Maximum number of letters of an ending that is joined to a link by an apostrophe. Chosen because Turkish has
/// endings of up to that many.
const SUFFIX_MAX: usize = 5;

/// Whether an ending follows and then the end of a word, as in `https://…'a katılın`.
fn is_suffix(text: &str) -> bool {
    let letters = text.chars().take(SUFFIX_MAX + 1).take_while(|c| c.is_alphabetic()).count();
    let after = text.chars().nth(letters);
    letters <= SUFFIX_MAX && after.is_none_or(|c| ends_every_link(c) || trails(c))
}

/// How many bytes the JSON at the beginning of `text` has; `None` where it does not end in this line.
fn json(text: &str) -> Option<usize> {
    let (mut depth, mut quoted) = (0_usize, false);
    for (at, c) in text.char_indices().take(JSON_MAX) {
        match c {
            '\n' => return None,
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 && !quoted {
            return Some(at + c.len_utf8());
        }
    }
    None
}

/// Maximum number of characters of a setting's value in a link. Chosen because that is more than any of Jitsi's takes.
const JSON_MAX: usize = 1000;
