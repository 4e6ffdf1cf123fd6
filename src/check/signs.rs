//! Signs that end a link, and that stand around a name.

use crate::platform::is_mark;

/// What is put around a name: quotation marks, brackets, emphasis.
pub(super) const AROUND: &[(char, char)] = &[
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('*', '*'),
    ('~', '~'),
    ('<', '>'),
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('‚', '‘'),
    ('‘', '’'),
    ('’', '’'),
    ('”', '”'),
    ('«', '»'),
    ('»', '«'),
    ('‹', '›'),
    ('›', '‹'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('《', '》'),
    ('〈', '〉'),
    ('（', '）'),
    ('＂', '＂'),
];

/// Whether `c` belongs to a script that is written without spaces between words, or with particles that stick to
/// what stands before them: Han, kana, Hangul, Thai, Lao, Khmer, Burmese, Tibetan.
pub(super) const fn is_unspaced(c: char) -> bool {
    matches!(
        c,
        '\u{e00}'..='\u{fff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1100}'..='\u{11ff}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{2fdf}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{318f}'
            | '\u{31a0}'..='\u{9fff}'
            | '\u{a960}'..='\u{a97f}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{3ffff}'
    )
}

/// Whether a number before `c` belongs to it: what years, months, days, hours and minutes are counted with.
pub(super) const fn counts(c: char) -> bool {
    matches!(
        c,
        '年' | '月'
            | '日'
            | '号'
            | '號'
            | '时'
            | '時'
            | '点'
            | '點'
            | '分'
            | '년'
            | '월'
            | '일'
            | '시'
            | '분'
    )
}

/// Whether `c`, which is no letter, stands within words: an apostrophe, a hyphen, what joins letters or keeps them
/// apart; or was a letter before a program lost it.
const fn joins(c: char) -> bool {
    matches!(
        c,
        '‘' | '’' | '\u{58a}' | '\u{5be}' | '\u{5f3}' | '\u{5f4}' | '\u{f0b}' | '\u{200c}' | '\u{2010}'
            ..='\u{2013}' | char::REPLACEMENT_CHARACTER
    )
}

/// Whether `c` is a picture that people put behind words, or part of one: several can be joined to one.
pub(super) const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' | '\u{200d}' | '\u{20e3}' | '\u{fe0f}')
        || matches!(c, '\u{e0020}'..='\u{e007f}')
}

/// Whether no address holds `c`: white space, control characters, what RFC 3986, appendix C, and markup put around
/// one, and in any script what is neither a letter, a mark nor a digit.
pub(super) fn ends_every_link(c: char) -> bool {
    if c.is_ascii() {
        return c.is_whitespace()
            || c.is_control()
            || matches!(c, '<' | '>' | '"' | '\\' | '|' | '`' | '{' | '}' | '^');
    }
    !(c.is_alphanumeric() || joins(c) || is_picture(c) || is_mark(c))
}

/// What ends a sentence or an emphasis after a link, and is not its end.
pub(super) const fn trails(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ';' | ':' | '!' | '?' | '*' | '\'' | '(' | ')' | '[' | ']' | '&' | '#' | '$' | '~' | '‚'
    ) || joins(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_a_name_can_be_made_of_end_no_link() {
        for letter in "aZ0-_éßжعשनｓａ〇々ー".chars() {
            assert!(!ends_every_link(letter), "{letter}");
        }
        for sign in "，。「」（）：！？》“”\u{3000}\u{a0}\t<>|،؟۔॥።၊᠂•†™×″⸺\u{fffc}".chars()
        {
            assert!(ends_every_link(sign), "{sign}");
        }
    }
}
