//! Where in a text a link ends. It is a matter of what stands around it:
//!
//! * white space, markup and all signs but those that words are written with end every link;
//! * in a script without spaces a link runs into the sentence: a piece of its path that began with letters of another
//!   script ends there;
//! * a sign that can be part of a name or the end of a sentence is read by what follows it ([`Stop`]);
//! * brackets belong to a link when both do; signs that end a sentence do not when they are the last.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::begins::{Kind, starts_link};
use super::signs::{counts, ends_every_link, is_picture, is_unspaced, trails};
use super::so_far::{Ends, Piece, Script, SoFar, YEAR};
use super::stops::{Reading, Stop, slash_ends};

/// A place where a link begins.
pub(super) struct Link<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// How many bytes of it come before its host or its path.
    pub(super) head: usize,
    pub(super) kind: Kind,
    /// The character before it.
    pub(super) before: Option<char>,
    /// Whether nothing stands before it.
    pub(super) first: bool,
    pub(super) unseen: &'a [usize],
    /// Where tags of HTML stood within a word.
    pub(super) tags: &'a [usize],
}

impl<'a> Link<'a> {
    /// Where it ends.
    pub(super) fn ends(&self) -> Ends {
        let run = self.run();
        let likely = self.trimmed(run.likely);
        let otherwise = run.otherwise.map(|end| self.trimmed(end)).filter(|end| *end != likely);
        Ends { likely, otherwise }
    }

    /// Where it ends without the signs that end the sentence, if it goes to `end` at most.
    fn trimmed(&self, mut end: usize) -> usize {
        let start = self.at + self.head;
        // A picture behind a name is none of it, nor is one behind the full stop there; a name may be nothing but pictures.
        let is_behind = |c| is_picture(c) || matches!(c, '.' | ',' | ';' | ':' | '!');
        let name = self.text[start..end].trim_end_matches(is_behind);
        if name.ends_with(char::is_alphanumeric) {
            end = start + name.len();
        }
        let path = self.text[start..end].find(['?', '#']).map_or(end, |length| start + length);
        while let Some((last, length)) = last_sign(&self.text[start..end], end <= path) {
            let link = &self.text[self.at..end];
            // What stands in front of a link and behind it as well is put around it: `_https://…_`.
            let is_around = matches!(last, '_' | '=' | '-') && self.before == Some(last);
            let is_written = length == last.len_utf8();
            let is_bracket =
                is_written && last == ')' && link.matches('(').count() == link.matches(')').count();
            let is_json = self.kind == Kind::Web && matches!(last, ']' | '}' | '"') && link.contains('#');
            let is_over =
                if is_written { trails(last) || is_around } else { ends_every_link(last) || trails(last) };
            if !is_over || is_bracket || is_json {
                break;
            }
            end -= length;
        }
        end
    }

    /// Where it ends, with the signs that may end the sentence.
    fn run(&self) -> Ends {
        let link = &self.text[self.at..];
        let is_host = matches!(self.kind, Kind::Web | Kind::Host);
        let alone = self.first && !link.trim_end().contains(char::is_whitespace);
        let mut so_far = SoFar::new(if is_host { Piece::Host } else { Piece::Path }, alone);
        let mut at = self.head;
        while let Some(c) = link[at..].chars().next() {
            if so_far.open.is_some_and(|open| at - open > BRACKET_MAX) {
                break;
            }
            if so_far.piece == Piece::Fragment && so_far.previous == '=' && matches!(c, '"' | '[' | '{') {
                // A setting's value: JSON.
                let Some(length) = json(&link[at..]) else { break };
                at += length;
                so_far.previous = '"';
                continue;
            }
            let is_end = self.ends_at(c, at, &so_far);
            let reading = self.reading(c, at, &mut so_far);
            if is_end || reading == Reading::End {
                // What is counted is no part of the name: `standup-20時から`.
                if so_far.piece == Piece::Path && counts(c) {
                    at = before_number(link, at);
                }
                break;
            }
            so_far.stops.take(reading, at);
            so_far.pass(c, at);
            at += c.len_utf8();
        }
        so_far.stops.ends(self.at, so_far.open.unwrap_or(at))
    }

    /// Whether the link surely ends before `c`, which stands `at` bytes behind its beginning.
    fn ends_at(&self, c: char, at: usize, so_far: &SoFar) -> bool {
        let link = &self.text[self.at..];
        let &SoFar { piece, alone, script, open, numeric, previous, .. } = so_far;
        let after = &link[at + c.len_utf8()..];
        let next = after.chars().next();
        let is_word = |c: char| c.is_alphanumeric();
        match c {
            // In a host, browsers take these for a full stop.
            '。' | '．' | '｡' if piece == Piece::Host => !next.is_some_and(|n| n.is_ascii_alphanumeric()),
            _ if ends_every_link(c) => true,
            '[' => piece != Piece::Host || at != self.head,
            ']' => piece != Piece::Host || !numeric,
            // In a text, what explains the link stands behind it. Another link may stand in it.
            '(' | ':' if piece == Piece::Path && self.kind == Kind::Web && !alone => next != Some('/'),
            ')' => open.is_none(),
            '&' => self.kind == Kind::Encoded,
            ',' | ';' => match piece {
                Piece::Host | Piece::Path if self.kind != Kind::Message => {
                    let is_inside = link[..at].ends_with("__")
                        || (self.first
                            && is_one_word(after)
                            && after.trim_end().bytes().all(|b| b.is_ascii_alphabetic()));
                    !is_inside
                }
                _ => next.is_none_or(|n| n.is_whitespace() || n == '"') || starts_link(after),
            },
            '\'' | '’' if self.before == Some(c) => true,
            '\'' | '’' => {
                !next.is_some_and(is_word) || (!self.first || !is_one_word(after)) && is_suffix(after)
            }
            'h' | 'H' if is_word(previous) && !ends_encoded(&link[..at]) && starts_link(&link[at..]) => true,
            // A sign that nobody sees sets a link apart from a word of another script.
            _ if c.is_alphabetic()
                && !c.is_ascii()
                && previous.is_ascii()
                && self.is_set_apart(self.at + at) =>
            {
                true
            }
            // No name goes over from Latin letters to one of these scripts, and a sentence does.
            '\u{590}'..='\u{dff}' if c.is_alphabetic() && piece == Piece::Path => {
                script == Script::Spaced && previous.is_ascii_alphanumeric()
            }
            // Of these some look like Latin ones, and are put among them.
            '\u{370}'..='\u{52f}' if piece == Piece::Path && previous.is_ascii_alphabetic() => {
                let word = || after.chars().take_while(|c| c.is_alphanumeric()).take(WORD_MAX);
                word().count() > 1 && !word().any(|c| c.is_ascii_alphabetic())
            }
            _ if is_unspaced(c) => match piece {
                Piece::Host => previous.is_ascii_alphanumeric() || script == Script::Spaced,
                Piece::Path => script == Script::Spaced,
                Piece::Query | Piece::Fragment => true,
            },
            _ => false,
        }
    }

    /// What the sign `c` is, which stands behind the host, `at` bytes behind the beginning of the link; or the tag before it.
    fn reading(&self, c: char, at: usize, so_far: &mut SoFar) -> Reading {
        if so_far.piece == Piece::Host {
            return Reading::Name;
        }
        let stops = &mut so_far.stops;
        let (first, after) = (stops.first, &self.text[self.at + at..]);
        stops.first = first.or(Some(c));
        if first.is_some() && self.tags.binary_search(&(self.at + at)).is_ok() {
            let reading = Stop { first, is_listed: false, sign: None, after }.reading();
            if reading != Reading::Name {
                return reading;
            }
        }
        let after = &after[c.len_utf8()..];
        match c {
            '/' => {
                stops.next_piece();
                let is_end = so_far.piece == Piece::Path && first.is_some() && slash_ends(after);
                if is_end { Reading::End } else { Reading::Name }
            }
            // A setting's value is a piece of its own.
            '?' | '#' | '&' | '=' => {
                stops.next_piece();
                Reading::Name
            }
            '.' | ',' | ';' | ':' | '!' | '(' | '*'
                if matches!(self.kind, Kind::Web | Kind::Host | Kind::App) =>
            {
                let is_listed = stops.listed.replace(c) == Some(c) || lists(c, after);
                Stop { first, is_listed, sign: Some(c), after }.reading()
            }
            _ => Reading::Name,
        }
    }

    fn is_set_apart(&self, at: usize) -> bool {
        self.unseen.binary_search(&at).is_ok()
    }

    /// The link up to `end`, with the lines that follow where a bracket shows that it goes on there (RFC 3986,
    /// appendix C), and where the text goes on after it.
    pub(super) fn whole(&self, end: usize) -> (Cow<'a, str>, usize) {
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

/// Whether the word after the sign `c` is followed by the same sign and a word.
fn lists(c: char, after: &str) -> bool {
    let mut rest = after.chars().take(WORD_MAX).skip_while(|next| next.is_alphanumeric());
    rest.next() == Some(c) && rest.next().is_some_and(char::is_alphanumeric)
}

/// Where the number that ends at `at` begins, with the sign before it; `at` where there is none, or nothing before it.
fn before_number(link: &str, at: usize) -> usize {
    let name = link[..at].trim_end_matches(|c: char| c.is_ascii_digit());
    let name = if (1..=YEAR).contains(&(at - name.len())) { name } else { return at };
    let name = name.trim_end_matches(['-', '_', '~', '.']);
    if name.ends_with(char::is_alphanumeric) { name.len() } else { at }
}

/// Maximum number of bytes between the brackets of a pair that belongs to a link. Chosen because no name needs more.
const BRACKET_MAX: usize = 200;

/// Maximum number of characters by which a link goes on in further lines. Chosen because that is longer than any invitation's.
const BROKEN_MAX: usize = 2000;

/// The last sign of a link, and how many bytes it has there: one of a path may be percent-encoded.
fn last_sign(link: &str, is_path: bool) -> Option<(char, usize)> {
    let written = link.chars().next_back()?;
    let encoded = (1..=4).map(|bytes| 3 * bytes).find_map(|length| {
        let tail = link.get(link.len().checked_sub(length)?..).filter(|_| is_path)?;
        let is_encoded = tail.bytes().step_by(3).all(|byte| byte == b'%');
        let decoded = percent_decode_str(tail).decode_utf8().ok().filter(|_| is_encoded)?;
        let mut signs = decoded.chars();
        Some((signs.next()?, length)).filter(|_| signs.next().is_none())
    });
    Some(encoded.unwrap_or((written, written.len_utf8())))
}

/// Whether the last character is percent-encoded.
fn ends_encoded(text: &str) -> bool {
    text.len().checked_sub(3).is_some_and(|at| text.as_bytes()[at] == b'%')
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
