//! Where in a text a link begins: at a scheme that is known, however it was spelled, at an address without one whose
//! host is followed by a path, or at one of these percent-encoded as a whole.

use super::program::Program;
use super::signs::ends_every_link;
use crate::jitsi::Server;

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
    /// A telephone number, an address of mail, or a message to one.
    Message,
    /// A host.
    Host,
}

/// Schemes of Jitsi's apps; Android's browsers hand a link to an app as `intent`.
const APPS: [&str; 3] = ["jitsi-meet", "org.jitsi.meet", "intent"];

/// Schemes of telephones (RFC 3966, RFC 5724; `smsto` is Android's) and of mail (RFC 6068).
const MESSAGES: [&str; 4] = ["tel", "sms", "smsto", "mailto"];

/// Schemes of web addresses.
const SCHEMES: [&str; 2] = ["https", "http"];

/// Maximum number of slips in a scheme that is still read. Chosen because `hxxps`, which is written so that nobody
/// opens it by mistake, has two.
const SLIPS_MAX: usize = 2;

/// The scheme of web addresses that `name` is, or was before it was copied without its first letters, typed in a
/// hurry, or written so that nobody opens it by mistake.
pub(super) fn scheme(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    let is_like = |scheme: &str| {
        let is_cut = name.len() > 1 && scheme.ends_with(&name);
        let slips = if name.starts_with('h') { strsim::osa_distance(&name, scheme) } else { usize::MAX };
        is_cut || name.len() > SLIPS_MAX && slips <= SLIPS_MAX
    };
    let exact = SCHEMES.into_iter().find(|scheme| *scheme == name);
    exact.or_else(|| SCHEMES.into_iter().any(is_like).then_some(SCHEMES[0]))
}

/// Maximum number of letters of a scheme of web addresses with a slip in it.
const SCHEME_MAX: usize = "https".len() + SLIPS_MAX;

/// How many bytes stand before the host of the web address that `text` begins with: its scheme, a colon and slashes.
/// Where it is right, words may be run together with it: `meetinghttps://` is two.
fn web(text: &str, is_within: bool) -> Option<usize> {
    let letters =
        text.bytes().take(SCHEME_MAX + 1).take_while(|b| b.is_ascii_alphabetic() || *b == b'*').count();
    let name = &text[..letters];
    let slashes = |from: usize| text[from..].bytes().take_while(|b| *b == b'/').count();
    let is_right = SCHEMES.iter().any(|scheme| name.eq_ignore_ascii_case(scheme));
    if !is_right && (is_within || !text[letters..].starts_with("://") || scheme(name).is_none()) {
        return None;
    }
    let after = &text[letters..];
    let head = if after.starts_with(":/") || after.starts_with(";//") {
        letters + 1 + slashes(letters + 1)
    } else if after.starts_with("//") && !is_within {
        letters + slashes(letters)
    } else {
        return None;
    };
    // Where a whole link was pasted behind a scheme, the second one counts.
    (!starts_link(&text[head..])).then_some(head)
}

/// What kind of link `text` begins with, after the character `before`, and how many bytes of it come before its path
/// is looked at; `None` where none begins.
pub(super) fn begins(text: &str, before: Option<char>, servers: &[&Server]) -> Option<(Kind, usize)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@' | '%');
    let is_within = before.is_some_and(is_part);
    if let Some(head) = web(text, is_within) {
        return Some((Kind::Web, head));
    }
    for scheme in SCHEMES {
        let rest = text.split_at_checked(scheme.len()).filter(|(head, _)| head.eq_ignore_ascii_case(scheme));
        if rest.is_some_and(|(_, rest)| is_encoded_colon(rest)) {
            return Some((Kind::Encoded, scheme.len()));
        }
    }
    if is_within || !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
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
        } else if is(&MESSAGES) {
            let is_number =
                |c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | '*' | '?' | '&' | ';' | '/');
            (rest.starts_with(is_number) || name.eq_ignore_ascii_case("mailto")).then_some(Kind::Message)
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
    let digits = text.strip_prefix('%').map(|rest| rest.trim_start_matches("25"));
    digits.and_then(|digits| digits.get(..2)).is_some_and(|colon| colon.eq_ignore_ascii_case("3a"))
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

/// Whether a link with a scheme begins.
pub(super) fn starts_link(text: &str) -> bool {
    ["https:/", "http:/", "https//", "http//", "https%3", "http%3"]
        .iter()
        .any(|head| text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_known_with_its_slips() {
        for (name, known) in [
            ("HTTPS", Some("https")),
            ("http", Some("http")),
            ("hxxps", Some("https")),
            ("hxxp", Some("https")),
            ("h**ps", Some("https")),
            ("ttps", Some("https")),
            ("tp", Some("https")),
            ("htttps", Some("https")),
            ("p", None),
            ("ftp", None),
            ("sftp", None),
            ("h2", None),
            ("hdfs", None),
            ("xmpp", None),
            ("", None),
        ] {
            assert_eq!(scheme(name), known, "{name}");
        }
    }

    #[test]
    fn of_two_schemes_the_second_counts() {
        assert_eq!(web("https://https://meet.jit.si/x", false), None);
        assert_eq!(web("https://meet.jit.si/x", true), Some(8));
        assert_eq!(web("https;//meet.jit.si/x", false), Some(8));
        assert_eq!(web("http//meet.jit.si/x", false), Some(6));
        assert_eq!(web("http//meet.jit.si/x", true), None);
        assert_eq!(web("hxxp://meet.jit.si/x", true), None);
    }
}
