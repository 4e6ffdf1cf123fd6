//! How Proofpoint's URL Defense writes an address within another: its second and third version, as the decoder does
//! that the company publishes (<https://help.proofpoint.com>, URL Decoder API, read in November 2026).

use percent_encoding::percent_decode_str;

use super::base64;

/// The address behind `value` of the second version: `-` stands for `%` and `_` for `/`.
pub(super) fn second(value: &str) -> String {
    percent_decode_str(&value.replace('-', "%").replace('_', "/")).decode_utf8_lossy().into_owned()
}

/// The address within a link of the third version, `…/v3/__ADDRESS__;BYTES!…`: characters that were taken out stand
/// in BYTES, in base64, one for each `*` and several for each `**` and a letter.
pub(super) fn third(link: &str) -> Option<String> {
    let (_, rest) = link.split_once("/v3/__")?;
    let (address, after) = rest.split_once("__;").or_else(|| rest.split_once("__")).unwrap_or((rest, ""));
    let bytes = after.split('!').next().unwrap_or_default();
    let taken = String::from_utf8(base64::decoded(bytes).unwrap_or_default()).unwrap_or_default();
    let (mut taken, mut plain) = (taken.chars(), String::with_capacity(address.len()));
    // It is percent-encoded where the link around it was.
    let address =
        if address.contains(":/") { address.into() } else { percent_decode_str(address).decode_utf8_lossy() };
    let mut letters = address.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '*' {
            plain.push(letter);
        } else if letters.next_if_eq(&'*').is_some() {
            plain.extend(taken.by_ref().take(letters.next().map_or(0, length)));
        } else {
            plain.push(taken.next().unwrap_or('*'));
        }
    }
    Some(plain)
}

/// How many characters `letter` says were taken out: 2 for A, up to 65.
fn length(letter: char) -> usize {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    LETTERS.find(letter).map_or(0, |at| at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_characters_that_were_taken_out_are_put_back() {
        for (link, address) in [
            ("https://urldefense.com/v3/__https://meet.jit.si/a__;!!A!b$", "https://meet.jit.si/a"),
            ("https://urldefense.com/v3/__https://meet.jit.si/a*b__;Iw!!A!b$", "https://meet.jit.si/a#b"),
            (
                "https://urldefense.com/v3/__https://meet.jit.si/R*union__;w6k!!A!b$",
                "https://meet.jit.si/Réunion",
            ),
            (
                "https://urldefense.com/v3/__https://meet.jit.si/**Ax__;5Lya6K6u!!A!b$",
                "https://meet.jit.si/会议x",
            ),
        ] {
            assert_eq!(third(link).as_deref(), Some(address), "{link}");
        }
        assert_eq!(second("https-3A__meet.jit.si_weekly-2Dstandup"), "https://meet.jit.si/weekly-standup");
    }
}
