//! Is the page in the current tab the real one, or does it only look like it?
//!
//! Asked for the current tab alone, when the user opens the popup: the browser shows the address then.
//! A host is compared by what the eye sees of it, its skeleton: letters that look alike are made the same,
//! as Unicode Technical Standard 39 does. Its whole table is for all of Unicode; the hosts that are
//! imitated here are Latin letters, so `confusables.tsv` holds what that standard confuses with one of
//! those and browsers keep in an address: 1 kB.

use super::finding::web_page;
use crate::jitsi::{Server, readable_host};
use crate::service::{Service, is_at_or_below};
use crate::settings::Watched;

/// The hosts that are imitated, by what stands in their own address bar.
const JITSI: [&str; 2] = [Server::MEET_JIT_SI, "jitsi.org"];

/// For each Latin letter what looks like it.
const CONFUSABLES: &str = include_str!("confusables.tsv");

/// Latin letters with marks, which are easily overlooked: no confusables to Unicode, but to people.
const MARKED: [(char, &str); 11] = [
    ('a', "àáâãäåāăąạ"),
    ('c', "çćĉċč"),
    ('e', "èéêëēĕėęěẹ"),
    ('i', "ìíîïĩīĭįịl1"),
    ('j', "ĵ"),
    ('k', "ķĸ"),
    ('m', "ṃ"),
    ('o', "òóôõöøōŏőọ0"),
    ('s', "śŝşšșṣ5"),
    ('t', "ţťŧțṭ"),
    ('y', "ýÿŷ"),
];

/// What a page is, as far as its host tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// It is the host itself, or below it.
    Real(&'static str),
    /// It says so, but without https anybody on the way can say that.
    Unproven(&'static str),
    /// It looks like that host and is another.
    LooksLike(&'static str),
    /// It has nothing to do with any of them.
    Other,
}

/// What the page at `url` is. A server in `watched`, which the user has named, is what the user takes it for.
#[must_use]
pub fn likeness(url: &str, watched: &Watched) -> Likeness {
    let Some(url) = web_page(url) else { return Likeness::Other };
    let host = url.host.trim_end_matches('.');
    let known: Vec<&'static str> = JITSI
        .into_iter()
        .chain(Service::all().flat_map(Service::hosts).map(|host| host.trim_start_matches("*.")))
        .collect();
    if let Some(real) = known.iter().find(|real| is_at_or_below(host, real)) {
        return if url.scheme == "https" { Likeness::Real(real) } else { Likeness::Unproven(real) };
    }
    if Server::of_url(&url).is_some_and(|server| watched.has_server(&server)) {
        return Likeness::Other;
    }
    let seen = skeleton(&readable_host(host));
    known
        .into_iter()
        .find(|real| imitates(&seen, &skeleton(real)))
        .map_or(Likeness::Other, Likeness::LooksLike)
}

/// The first of `servers`, which the user has named, that `server` is made to be taken for. What is one of them itself, or
/// below one, imitates none.
#[must_use]
pub fn imitated<'a>(server: &Server, servers: impl IntoIterator<Item = &'a Server>) -> Option<&'a Server> {
    let named: Vec<&Server> = servers.into_iter().collect();
    if named.iter().any(|real| is_at_or_below(server.host(), real.host())) {
        return None;
    }
    let seen = skeleton(&readable_host(server.host()));
    named.into_iter().find(|real| imitates(&seen, &skeleton(&readable_host(real.host()))))
}

/// Whether `seen` is made to be taken for `real`: the same to the eye, the same with labels around it or
/// with other marks between them, or one slip of a finger away.
fn imitates(seen: &str, real: &str) -> bool {
    let marks = |text: &str| text.replace('.', "-");
    let (plain, wanted) = (marks(seen), marks(real));
    // Whole labels: meet-jit-si.example and meet.jit.si.example, and not everything with "zoom-us" in a word.
    let framed = format!("-{plain}-").contains(&format!("-{wanted}-"));
    // A letter was added, left out, changed, or swapped with the next one. Short names are a slip away from too many
    // others.
    framed || (real.len() >= 8 && strsim::osa_distance(seen, real) == 1)
}

/// What the eye sees.
fn skeleton(host: &str) -> String {
    let latin = |letter: char| {
        if let Some((latin, _)) = MARKED.iter().find(|(_, marked)| marked.contains(letter)) {
            return *latin;
        }
        let lines = CONFUSABLES.lines().filter_map(|line| line.split_once('\t'));
        let found =
            lines.filter(|(_, alike)| alike.contains(letter)).find_map(|(latin, _)| latin.chars().next());
        // l and i are one here: see the marked letters.
        found.map_or(letter, |latin| if latin == 'l' { 'i' } else { latin })
    };
    let folded: String = host
        .chars()
        .map(|letter| if letter.is_ascii_lowercase() && letter != 'l' { letter } else { latin(letter) })
        .collect();
    // Pairs that run together in most typefaces.
    folded.replace("rn", "m").replace("vv", "w")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn likeness(url: &str) -> Likeness {
        super::likeness(url, &Watched::default())
    }

    #[test]
    fn the_real_ones_are_known() {
        for (url, real) in [
            ("https://meet.jit.si/standup", "meet.jit.si"),
            ("https://MEET.JIT.SI./x", "meet.jit.si"),
            ("https://web.skype.com/", "web.skype.com"),
            ("https://us05web.zoom.us/j/1", "zoom.us"),
            ("https://download.jitsi.org/", "jitsi.org"),
        ] {
            assert_eq!(likeness(url), Likeness::Real(real), "{url}");
            assert_eq!(likeness(&url.replacen("https", "http", 1)), Likeness::Unproven(real), "{url}");
        }
    }

    #[test]
    fn what_only_looks_like_them_is_found() {
        for url in [
            "https://meet.jít.si/",
            "https://meet.jіt.si/",
            "https://rneet.jit.si/",
            "https://meet.j1t.si/",
            "https://meet.jit.si.evil.example/standup",
            "https://meet-jit-si.example/",
            "https://meet-jit.si/",
            "https://meet.jitt.si/",
            "https://mete.jit.si/",
            "https://weeb.skype.com/",
            "https://vveb.skype.com/",
            "https://web.skурe.com/",
            "https://web.skype.com.login.example/",
        ] {
            assert!(matches!(likeness(url), Likeness::LooksLike(_)), "{url}: {:?}", likeness(url));
        }
    }

    #[test]
    fn what_looks_like_a_server_of_the_users_is_found_and_the_server_itself_is_not() {
        let own = ["meet1.example.org:8443", "meet2.example.org"].map(|own| Server::parse(own).unwrap());
        let real = |host: &str| imitated(&Server::parse(host).unwrap(), &own);
        for host in [
            "rneet1.example.org",
            "meet1.example.org.evil.example",
            "meet1-example-org.example",
            "mеet1.example.org",
        ] {
            assert_eq!(real(host), Some(&own[0]), "{host}");
        }
        for host in ["meet1.example.org", "meet2.example.org:9", "x.meet2.example.org", "other.example"] {
            assert_eq!(real(host), None, "{host}");
        }
    }

    #[test]
    fn most_of_the_web_is_left_alone() {
        for url in [
            "https://example.org/",
            "https://meet.example.org/",
            "https://jitsi.example.org/",
            "https://en.wikipedia.org/wiki/Skype",
            "https://zoom.com/",
            "https://zoon.us/",
            "https://пример.example/",
            "about:blank",
        ] {
            assert_eq!(likeness(url), Likeness::Other, "{url}");
        }
    }

    #[test]
    fn the_table_is_what_unicode_confuses_with_latin_letters() {
        use unicode_normalization::UnicodeNormalization as _;
        use unicode_security::confusable_detection::skeleton;

        let in_an_address = |letter: char| {
            let text = letter.to_string();
            letter.is_alphanumeric() && text.to_lowercase() == text && text.nfkc().eq(text.chars())
        };
        let seen = |letter: char| skeleton(&letter.to_string()).collect::<String>();
        let all: Vec<(char, String)> =
            ('\u{80}'..=char::MAX).filter(|c| in_an_address(*c)).map(|c| (c, seen(c))).collect();
        let mut table = String::new();
        for latin in 'a'..='z' {
            let wanted = seen(latin);
            let alike: String =
                all.iter().filter(|(_, seen)| *seen == wanted).map(|(letter, _)| letter).collect();
            if !alike.is_empty() {
                table.extend([&latin.to_string(), "\t", &alike, "\n"]);
            }
        }
        let (_, stored) = CONFUSABLES.split_once('\n').unwrap();
        assert_eq!(stored, table);
    }

    proptest! {
        #[test]
        fn punycode_is_read_as_the_url_crate_writes_it(label in "[a-zà-ÿа-я]{1,12}") {
            let Ok(url) = url::Url::parse(&format!("https://{label}.example/")) else { return Ok(()) };
            let host = url.host_str().unwrap_or_default();
            prop_assert_eq!(readable_host(host), format!("{}.example", label.to_lowercase()));
        }

        #[test]
        fn any_address_is_answered(text in "\\PC{0,40}") {
            let _ = likeness(&format!("https://{text}/"));
        }
    }
}
