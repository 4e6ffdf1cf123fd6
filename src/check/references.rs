//! HTML's character references.
//!
//! Of its 2,125 names with a semicolon most are signs of mathematics, which stand around no link and in no name: what
//! is not known ends a link like any other sign. A crate that knows all of them is 60 kB of wasm and more (`html-escape`
//! 0.3.1: 76 in all, `entities` 1.0.1: 95, `htmlize` 1.1.0: 442), and this is 2.

use crate::platform::nfkc;

/// What names end with that are a letter of ASCII and an accent, such as `eacute`: Unicode composes the two.
const ACCENTS: &[(&str, char)] = &[
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("tilde", '\u{303}'),
    ("uml", '\u{308}'),
    ("caron", '\u{30c}'),
    ("cedil", '\u{327}'),
    ("ogon", '\u{328}'),
    ("ring", '\u{30a}'),
    ("macr", '\u{304}'),
    ("breve", '\u{306}'),
    ("dot", '\u{307}'),
    ("dblac", '\u{30b}'),
];

/// All names of signs of ASCII, the other letters of Latin scripts, and what is not seen. The first of several.
const NAMES: &str = "\
    amp& lt< gt> quot\" apos' nbsp\u{a0} NewLine\n Tab\t sol/ colon: period. comma, num# quest? equals= lowbar_ lpar( rpar) \
    excl! dollar$ percnt% ast* plus+ semi; commat@ lsqb[ lbrack[ bsol\\ rsqb] rbrack] Hat^ grave` lcub{ lbrace{ \
    verbar| vert| rcub} rbrace} AMP& LT< GT> QUOT\" UnderBar_ DiacriticalGrave` VerticalLine| midast* \
    szligß aeligæ AEligÆ oslashø OslashØ oeligœ OEligŒ ethð ETHÐ thornþ THORNÞ lstrokł LstrokŁ dstrokđ DstrokĐ \
    hstrokħ HstrokĦ tstrokŧ TstrokŦ inodotı imathı Idotİ kgreenĸ engŋ ENGŊ ijligĳ IJligĲ ordfª ordmº sup2² sup3³ sup1¹ \
    hyphen\u{2010} dash\u{2010} ndash– lsquo‘ rsquo’ rsquor’ \
    shy\u{ad} ZeroWidthSpace\u{200b} NoBreak\u{2060} lrm\u{200e} rlm\u{200f} zwnj\u{200c} zwj\u{200d}";

/// Maximum number of letters of a name. Chosen because HTML's longest has as many.
const NAME_MAX: usize = "CounterClockwiseContourIntegral".len();

/// What the reference with this name stands for; where that is not known, a sign that stands in no link.
fn named(name: &str) -> char {
    let known = NAMES.split(' ').find_map(|entry| {
        let mut rest = entry.strip_prefix(name)?.chars();
        rest.next().filter(|meant| !meant.is_ascii_alphanumeric() && rest.next().is_none())
    });
    let accented = || {
        let (letter, accent) =
            ACCENTS.iter().find_map(|(end, accent)| Some((name.strip_suffix(end)?, accent)))?;
        let written = format!("{letter}{accent}");
        let composed = nfkc(&written);
        let mut signs = composed.chars();
        signs.next().filter(|_| letter.len() == 1 && signs.next().is_none())
    };
    known.or_else(accented).unwrap_or('\u{fffc}')
}

/// What the character reference at the beginning of `text` stands for, and how many bytes it has.
pub(super) fn reference(text: &str) -> (Option<char>, usize) {
    // Of what was escaped twice the ampersand is written `&amp;`.
    let mut start = 1;
    while text[start..].starts_with("amp;") {
        start += 4;
    }
    let after = &text[start..];
    let letters = after.bytes().take(NAME_MAX + 1).take_while(u8::is_ascii_alphanumeric).count();
    if (2..=NAME_MAX).contains(&letters) && after[letters..].starts_with(';') {
        return (Some(named(&after[..letters])), start + letters + 1);
    }
    if let Some(number) = after.strip_prefix('#') {
        let (digits, radix, head) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let length = digits.bytes().take(8).take_while(|b| char::from(*b).is_digit(radix)).count();
        let code = u32::from_str_radix(&digits[..length], radix).ok().and_then(char::from_u32);
        if let Some(meant) = code.filter(|_| digits[length..].starts_with(';')) {
            return (Some(meant), start + head + length + 1);
        }
    }
    (Some('&'), start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_its_sign() {
        for (name, meant) in [
            ("amp", '&'),
            ("nbsp", '\u{a0}'),
            ("eacute", 'é'),
            ("Uuml", 'Ü'),
            ("scaron", 'š'),
            ("szlig", 'ß'),
            ("Zdot", 'Ż'),
            ("odblac", 'ő'),
            ("NewLine", '\n'),
            ("bsol", '\\'),
            ("mdash", '\u{fffc}'),
            ("sup", '\u{fffc}'),
            ("starf", '\u{fffc}'),
            ("qacute", '\u{fffc}'),
        ] {
            assert_eq!(named(name), meant, "{name}");
        }
        for (text, read) in [
            ("&amp;amp;x", (Some('&'), 9)),
            ("&eacute;", (Some('é'), 8)),
            ("&amp;eacute;", (Some('é'), 12)),
            ("&x=1", (Some('&'), 1)),
            ("&room=a;b", (Some('&'), 1)),
        ] {
            assert_eq!(reference(text), read, "{text}");
        }
    }
}
