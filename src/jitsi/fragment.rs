//! What the fragment of a link sets, read as `parseURLParams` of jitsi-meet 13.2.0 does: pairs of a key and a JSON value. A
//! setting can stand in an object that is the value of a shorter key.

use percent_encoding::percent_decode_str;

use crate::platform::{Json, members};

/// What `pair`, a key and a value, sets of the settings `wanted`: whole keys, which may stand below one of these, with their
/// values. A value that is no JSON is taken as it stands.
pub(super) fn set_by(pair: &str, wanted: &[&str]) -> Vec<(String, Json)> {
    // Jitsi reads no further than to the next equals sign.
    let mut parts = pair.split('=');
    let (Some(key), Some(value)) = (parts.next(), parts.next()) else { return Vec::new() };
    let holds_one = |key: &str| wanted.iter().any(|wanted| *wanted != key && is_below(wanted, key));
    // A link may have thousands of pairs, and no other is worth being read.
    if !holds_one(key) && !wanted.iter().any(|wanted| is_below(key, wanted)) {
        return Vec::new();
    }
    let value = percent_decode_str(value).decode_utf8_lossy();
    // Programs for texts put these in the place of what JSON has, and Jitsi puts that back.
    let value = value.replacen("\\&", "&", 1);
    let value = value.replace(['\u{2018}', '\u{2019}'], "'").replace(['\u{201c}', '\u{201d}'], "\"");
    let members = members(&value, |path| holds_one(&format!("{key}{path}")));
    let members = members.unwrap_or_else(|| vec![(String::new(), Json::Other(value.clone()))]);
    members.into_iter().map(|(path, value)| (format!("{key}{path}"), value)).collect()
}

/// Whether `key` is `other`, or stands below it.
pub(super) fn is_below(key: &str, other: &str) -> bool {
    key.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
