//! Signs that end a link.

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

/// Whether `c` is punctuation of the scripts that are written in full width, or a quotation mark: none stands in an
/// address. What only sets words apart within a name, such as an apostrophe or a dash, is missing.
pub(super) const fn is_wide_punctuation(c: char) -> bool {
    matches!(
        c,
        '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{3030}'
            | '\u{30fb}'
            | '\u{fe10}'..='\u{fe1f}'
            | '\u{fe30}'..='\u{fe6f}'
            | '\u{ff01}'..='\u{ff0c}'
            | '\u{ff0e}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{ff3b}'..='\u{ff3e}'
            | '\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '…'
            | '—'
            | '―'
            | '•'
            | '·'
            | '→'
            | '←'
            | '⟨'
            | '⟩'
    )
}

/// Whether `c` is a picture that people put behind words.
pub(super) const fn is_picture(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether no address holds `c`: white space, control characters, and what RFC 3986, appendix C, and markup put
/// around one.
pub(super) fn ends_every_link(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '<' | '>' | '"' | '\\' | '|' | '`' | '{' | '}' | '^')
        || is_wide_punctuation(c)
}

/// What ends a sentence or an emphasis after a link, and is not its end.
pub(super) const fn trails(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '*'
            | '\''
            | '('
            | ')'
            | '['
            | ']'
            | '‘'
            | '’'
            | '‚'
            | '–'
            | '،'
            | '؛'
            | '؟'
            | '।'
            | '۔'
            | '።'
            | '&'
            | '#'
            | '$'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_a_name_can_be_made_of_end_no_link() {
        for letter in "aZ0-_éßжعשनｓａ〇々ー".chars() {
            assert!(!ends_every_link(letter), "{letter}");
        }
        for sign in "，。「」（）：！？》“”\u{3000}\u{a0}\t<>|".chars() {
            assert!(ends_every_link(sign), "{sign}");
        }
    }
}
