//! Links that lead to another link: what mail filters, messengers and search engines put around one. They are
//! unwrapped without asking anybody, where the target stands in them: the table `wrapped.tsv`.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::program::is_at;
use super::{base64, proofpoint};
use crate::platform::WebUrl;

const TABLE: &str = include_str!("wrapped.tsv");

/// Where a link that leads to another one leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To what this text says.
    Text(String),
    /// The link does not say where.
    Unsaid,
}

/// Where `url` leads, whose text is `written`; `None` for a link that leads to its own page.
pub(super) fn target(url: &WebUrl, written: &str) -> Option<Target> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let (how, keys) = lines
        .filter_map(columns)
        .find(|(place, ..)| is_at(place, &url.host, &url.path))
        .map(|(_, how, keys)| (how, keys.split(' ').collect::<Vec<_>>()))?;
    let text = read(how, &keys, url, written);
    match (how, text) {
        (_, Some(text)) => Some(Target::Text(text)),
        ("text", None) => None,
        _ => Some(Target::Unsaid),
    }
}

fn columns(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let mut columns = line.split('\t');
    Some((columns.next()?, columns.next()?, columns.next()?))
}

fn read(how: &str, keys: &[&str], url: &WebUrl, written: &str) -> Option<String> {
    let value = || url.query_value(keys);
    Some(match how {
        "query" => decoded(value()?).into_owned(),
        "base64" => {
            let value = decoded(value()?);
            // Bing writes a version in front.
            let letters = value.strip_prefix("a1").unwrap_or(&value);
            String::from_utf8(base64::decoded(letters)?).ok()?
        }
        "v2" => proofpoint::second(value()?),
        "v3" => with_two_slashes(&proofpoint::third(written)?),
        "bars" => {
            let (_, target) = written.split_once("___")?;
            with_two_slashes(target.split("___").next()?)
        }
        "piece" => {
            // The target keeps its query and its fragment, if it was not percent-encoded.
            let at = keys
                .iter()
                .find_map(|key| {
                    written.match_indices('/').find(|(at, _)| written[at + 1..].starts_with(key) && *at > 8)
                })?
                .0;
            let piece = keys
                .iter()
                .filter(|key| key.ends_with('='))
                .fold(&written[at + 1..], |p, key| p.strip_prefix(key).unwrap_or(p));
            let is_encoded = piece.starts_with(|c: char| c.is_ascii_alphabetic()) && !piece.contains("://");
            with_two_slashes(&decoded(if is_encoded { piece.split('/').next()? } else { piece }))
        }
        "bare" => {
            let piece = url.path.split('/').filter(|piece| !piece.is_empty()).nth(1)?;
            format!("https://{}", decoded(piece))
        }
        "rest" => {
            decoded(&written[written.find(&*url.host).unwrap_or_default() + url.host.len()..]).into_owned()
        }
        "text" => {
            let texts: Vec<_> =
                keys.iter().filter_map(|key| url.query_value(&[key])).map(|v| v.replace('+', " ")).collect();
            if texts.is_empty() {
                return None;
            }
            decoded(&texts.join("\n")).into_owned()
        }
        _ => return None,
    })
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// An address whose slashes a server has merged.
fn with_two_slashes(address: &str) -> String {
    match address.split_once(":/") {
        Some((scheme, rest)) if !rest.starts_with('/') => format!("{scheme}://{rest}"),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn target_of(link: &str) -> Option<Target> {
        target(&WebUrl::parse(link).unwrap(), link)
    }

    #[test]
    fn every_line_of_the_table_can_be_read() {
        let ways = ["query", "base64", "v2", "v3", "bars", "piece", "bare", "rest", "text", "nowhere"];
        let lines: Vec<_> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        let read: Vec<_> = lines.iter().filter_map(|line| columns(line)).collect();
        assert_eq!(read.len(), lines.len());
        assert!(read.iter().all(|(_, how, _)| ways.contains(how)));
        assert_eq!(read.iter().map(|(place, ..)| place).collect::<BTreeSet<_>>().len(), read.len());
    }

    #[test]
    fn the_target_is_read_in_every_way() {
        for link in [
            "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.jit.si%2Fstandup&data=05%7C02&reserved=0",
            "https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=https%3A%2F%2Fmeet.jit.si%2Fstandup&data=05",
            "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=https%3A%2F%2Fmeet.jit.si%2Fstandup&locale=de",
            "https://eu-central-1.protection.sophos.com/?d=jit.si&u=aHR0cHM6Ly9tZWV0LmppdC5zaS9zdGFuZHVw&i=N",
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__meet.jit.si_standup&d=DwMFaQ&c=x",
            "https://urldefense.com/v3/__https://meet.jit.si/standup__;!!ABC!xyz$",
            "https://urldefense.com/v3/__https:/meet.jit.si/standup__;!!ABC!xyz$",
            "https://protect.checkpoint.com/v2/r02/___https://meet.jit.si/standup___.YzJl",
            "https://protect.checkpoint.com/v2/r02/___https:/meet.jit.si/standup___.YzJl",
            "https://secure-web.cisco.com/1YIShd_-x/https%3A%2F%2Fmeet.jit.si%2Fstandup",
            "https://r.search.yahoo.com/_ylt=A0/RV=2/RE=1/RO=10/RU=https%3a%2f%2fmeet.jit.si%2fstandup/RK=2/RS=x",
            "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9tZWV0LmppdC5zaS9zdGFuZHVw&ntb=1",
            "https://www.google.de/url?sa=D&q=https://meet.jit.si/standup&ust=1",
            "https://web.archive.org/web/2026/https://meet.jit.si/standup",
            "https://href.li/?https://meet.jit.si/standup",
            "https://click.pstmrk.it/3s/meet.jit.si%2Fstandup/aBc/dEf/AQ/uuid",
            "https://x1y2.r.eu-west-1.awstrack.me/L0/https:%2F%2Fmeet.jit.si%2Fstandup/1/0102/abc=43",
        ] {
            let Some(Target::Text(text)) = target_of(link) else { panic!("{link}") };
            assert!(text.contains("https://meet.jit.si/standup"), "{link}: {text}");
        }
    }

    #[test]
    fn what_does_not_say_where_it_leads_is_told_apart() {
        assert_eq!(
            target_of("https://protect-de.mimecast.com/s/AbC?domain=meet.jit.si"),
            Some(Target::Unsaid)
        );
        assert_eq!(target_of("https://bit.ly/3abc"), Some(Target::Unsaid));
        assert_eq!(target_of("https://outlook.office.com/mail/"), None);
        assert_eq!(target_of("https://meet.jit.si/standup?url=https://a.example"), None);
    }
}
