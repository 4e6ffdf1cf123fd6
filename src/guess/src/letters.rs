//! Every script's letters as the 26 of the Latin alphabet.
//!
//! The lexicon holds each word once, in plain letters. A name is brought into the same form before it is
//! looked up: accents are dropped ("réunion" and "reunion" are one word to whoever guesses), and other
//! alphabets are written in Latin letters the way people type them ("встреча" and "vstrecha"). Scripts
//! that write consonants only (Arabic, Hebrew) become those consonants. Han characters become the syllables of
//! Standard Chinese ([`super::han`]), as far as these are known; kana and others stay [`Symbol::Other`].
//!
//! The program that makes the lexicon uses this module too, so that the two cannot drift apart.

use super::han;

/// One symbol of a name, as the models see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// A letter, 0 for a to 25 for z.
    Letter(u8),
    /// A decimal digit, 0 to 9.
    Digit(u8),
    /// A character of no alphabet that is known here: Han, kana, emoji, signs.
    Other(char),
    /// What stands between words: hyphen, underscore, dot, space.
    Separator(char),
}

/// Whether a sign that was not typed as a letter separates words.
fn is_separator(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | '~' | '|' | '\u{200c}' | '·' | '–' | '—' | '/' | '+' | ',')
        || c.is_whitespace()
}

/// Turns folded characters into [`Symbol`]s, one call per character, in order.
#[derive(Default)]
pub struct Speller {
    /// An Indic consonant was just written and its inherent vowel is still open.
    open_vowel: bool,
    /// A Greek omicron was just written: with an upsilon it is one vowel, u.
    omicron: bool,
}

impl Speller {
    /// Hands the symbols of `c` to `emit`; a character may have none. `c` is already in lower case.
    pub fn spell(&mut self, c: char, emit: &mut impl FnMut(Symbol)) {
        if c.is_ascii() {
            *self = Self::default();
            emit(match c {
                'a'..='z' => Symbol::Letter(c as u8 - b'a'),
                '0'..='9' => Symbol::Digit(c as u8 - b'0'),
                c if is_separator(c) => Symbol::Separator(c),
                c => Symbol::Other(c),
            });
            return;
        }
        if std::mem::replace(&mut self.omicron, c == 'ο') && matches!(c, 'υ' | 'ύ') {
            write("u", emit);
            return;
        }
        let code = c as usize;
        if (0xac00..0xd7a4).contains(&code) {
            // A Korean syllable is its consonants and vowel by arithmetic: the Unicode Standard, section 3.12.
            self.open_vowel = false;
            let syllable = code - 0xac00;
            for text in [LEADS[syllable / 588], VOWELS[syllable / 28 % 21], TAILS[syllable % 28]] {
                write(text, emit);
            }
            return;
        }
        if let Some(sign) = indic(c) {
            match sign {
                Indic::Consonant(text) => {
                    if self.open_vowel {
                        write("a", emit);
                    }
                    write(text, emit);
                    self.open_vowel = true;
                }
                Indic::Vowel(text) => {
                    if self.open_vowel {
                        write("a", emit);
                    }
                    self.open_vowel = false;
                    write(text, emit);
                }
                Indic::Sign(text) => {
                    self.open_vowel = false;
                    write(text, emit);
                }
                Indic::Nasal => {
                    if self.open_vowel {
                        write("a", emit);
                    }
                    self.open_vowel = false;
                    write("n", emit);
                }
                Indic::Digit(d) => emit(Symbol::Digit(d)),
                Indic::Silent => {}
            }
            return;
        }
        self.open_vowel = false;
        if let Some(reading) = han::reading(c) {
            write(reading, emit);
            return;
        }
        match c {
            'a'..='z' => emit(Symbol::Letter(c as u8 - b'a')),
            // Combining marks, the apostrophes of words, the joiners and Arabic's vowel signs are no letters.
            '\u{300}'..='\u{36f}'
            | '\u{2019}'
            | '\u{2bc}'
            | '\u{200d}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{591}'..='\u{5c7}'
            | 'ь'
            | 'ъ'
            | 'ء' => {}
            '٠'..='٩' => emit(Symbol::Digit((c as u32 - '٠' as u32) as u8)),
            '۰'..='۹' => emit(Symbol::Digit((c as u32 - '۰' as u32) as u8)),
            c => match latin_of(c) {
                "" if with_accent(c) != b' ' => emit(Symbol::Letter(with_accent(c) - b'a')),
                "" if is_separator(c) => emit(Symbol::Separator(c)),
                "" => emit(Symbol::Other(c)),
                text => write(text, emit),
            },
        }
    }
}

/// The Latin spelling of a letter, or nothing.
#[rustfmt::skip]
#[allow(clippy::match_same_arms, reason = "a table, by script")]
fn latin_of(c: char) -> &'static str {
    match c {
        // Latin letters that do not decompose.
        'ß' => "ss", 'ø' | 'œ' | 'ɔ' => "o", 'æ' | 'ə' => "a", 'đ' | 'ð' | 'ɖ' => "d", 'ł' => "l", 'ı' => "i",
        'þ' => "th", 'ħ' => "h", 'ŋ' => "n", 'ɓ' => "b", 'ɗ' => "d", 'ƙ' => "k", 'ƴ' => "y",
        // Cyrillic as it is typed in Latin letters (BGN/PCGN, without its marks).
        'а' => "a", 'б' => "b", 'в' => "v", 'г' | 'ґ' | 'ғ' => "g", 'д' => "d", 'е' | 'э' | 'є' => "e",
        'ж' => "zh", 'з' => "z", 'и' | 'і' | 'ї' => "i", 'й' | 'ы' => "y", 'к' | 'қ' => "k", 'л' => "l",
        'м' => "m", 'н' | 'ң' => "n", 'о' | 'ө' => "o", 'п' => "p", 'р' => "r", 'с' => "s", 'т' => "t",
        'у' | 'ү' | 'ұ' | 'ў' => "u", 'ф' => "f", 'х' => "kh", 'ц' => "ts", 'ч' => "ch", 'ш' => "sh",
        'щ' => "shch", 'ю' => "yu", 'я' => "ya", 'ё' => "e",
        'ђ' => "dj", 'ј' => "j", 'љ' => "lj", 'њ' => "nj", 'ћ' => "c", 'џ' => "dz", 'ѓ' => "g", 'ќ' => "k",
        'ѕ' => "dz", 'ә' => "a", 'һ' => "h",
        // Greek as it is typed.
        'α' | 'ά' => "a", 'β' => "v", 'γ' => "g", 'δ' => "d", 'ε' | 'έ' => "e", 'ζ' => "z", 'η' | 'ι' | 'ή' | 'ί' | 'ϊ' | 'ΐ' => "i", 'θ' => "th",
        'κ' => "k", 'λ' => "l", 'μ' => "m", 'ν' => "n", 'ξ' => "x", 'ο' | 'ω' | 'ό' | 'ώ' => "o", 'π' => "p", 'ρ' => "r",
        'σ' | 'ς' => "s", 'τ' => "t", 'υ' | 'ύ' | 'ϋ' | 'ΰ' => "y", 'φ' => "f", 'χ' => "ch", 'ψ' => "ps",
        // Hebrew and Arabic write consonants.
        'א' | 'ע' => "a", 'ב' => "b", 'ג' => "g", 'ד' => "d", 'ה' | 'ח' => "h", 'ו' => "v", 'ז' => "z",
        'ט' | 'ת' => "t", 'י' => "y", 'כ' | 'ך' | 'ק' => "k", 'ל' => "l", 'מ' | 'ם' => "m", 'נ' | 'ן' => "n",
        'ס' => "s", 'פ' | 'ף' => "p", 'צ' | 'ץ' => "ts", 'ר' => "r", 'ש' => "sh",
        'ا' | 'ع' | 'ة' | 'ٱ' | 'أ' | 'إ' | 'آ' => "a", 'ب' => "b", 'پ' => "p", 'ت' | 'ط' | 'ٹ' => "t", 'ث' => "th", 'ج' => "j",
        'چ' => "ch", 'ح' | 'ه' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' => "h", 'خ' => "kh", 'د' | 'ض' | 'ڈ' => "d", 'ذ' => "dh",
        'ر' | 'ڑ' => "r", 'ز' | 'ظ' => "z", 'ژ' => "zh", 'س' | 'ص' => "s", 'ش' => "sh", 'غ' => "gh", 'ف' => "f",
        'ق' => "q", 'ک' | 'ك' => "k", 'گ' => "g", 'ل' => "l", 'م' => "m", 'ن' | 'ں' => "n", 'و' | 'ؤ' => "w",
        'ی' | 'ي' | 'ى' | 'ئ' => "y", 'ے' => "e",
        // Armenian and Georgian.
        'ა' => "a", 'ბ' => "b", 'გ' => "g", 'დ' => "d", 'ე' => "e", 'ვ' => "v", 'ზ' => "z", 'თ' | 'ტ' => "t",
        'ი' => "i", 'კ' | 'ქ' => "k", 'ლ' => "l", 'მ' => "m", 'ნ' => "n", 'ო' => "o", 'პ' | 'ფ' => "p",
        'ჟ' => "zh", 'რ' => "r", 'ს' => "s", 'უ' => "u", 'ღ' => "gh", 'ყ' => "q", 'შ' => "sh", 'ჩ' | 'ჭ' => "ch",
        'ც' | 'წ' => "ts", 'ძ' => "dz", 'ხ' => "kh", 'ჯ' => "j", 'ჰ' => "h",
        _ => "",
    }
}

/// What a character of an Indic script does to the syllable.
enum Indic {
    /// A consonant, with its inherent vowel still open.
    Consonant(&'static str),
    /// A vowel that stands by itself.
    Vowel(&'static str),
    /// A vowel sign, or the sign that there is none: it replaces the inherent vowel.
    Sign(&'static str),
    /// Anusvara and candrabindu.
    Nasal,
    /// A digit.
    Digit(u8),
    /// A sign that is not spelled.
    Silent,
}

/// Devanagari, and the scripts whose Unicode blocks are laid out like it (ISCII order).
#[rustfmt::skip]
#[allow(clippy::match_same_arms, reason = "a table, in the order of the block")]
fn indic(c: char) -> Option<Indic> {
    let code = u32::from(c);
    if !(0x900..0xd80).contains(&code) {
        return None;
    }
    Some(match code % 0x80 {
        0x01 | 0x02 => Indic::Nasal,
        0x05 | 0x06 => Indic::Vowel("a"), 0x07 | 0x08 => Indic::Vowel("i"), 0x09 | 0x0a => Indic::Vowel("u"),
        0x0b => Indic::Vowel("ri"), 0x0d..=0x0f => Indic::Vowel("e"), 0x10 => Indic::Vowel("ai"),
        0x11..=0x13 => Indic::Vowel("o"), 0x14 => Indic::Vowel("au"),
        0x15 => Indic::Consonant("k"), 0x16 => Indic::Consonant("kh"), 0x17 => Indic::Consonant("g"),
        0x18 => Indic::Consonant("gh"), 0x19 => Indic::Consonant("n"), 0x1a => Indic::Consonant("ch"),
        0x1b => Indic::Consonant("chh"), 0x1c => Indic::Consonant("j"), 0x1d => Indic::Consonant("jh"),
        0x1e | 0x23 | 0x28 | 0x29 => Indic::Consonant("n"), 0x1f | 0x24 => Indic::Consonant("t"),
        0x20 | 0x25 => Indic::Consonant("th"), 0x21 | 0x26 => Indic::Consonant("d"),
        0x22 | 0x27 => Indic::Consonant("dh"), 0x2a => Indic::Consonant("p"), 0x2b => Indic::Consonant("ph"),
        0x2c => Indic::Consonant("b"), 0x2d => Indic::Consonant("bh"), 0x2e => Indic::Consonant("m"),
        0x2f | 0x5f => Indic::Consonant("y"), 0x30 | 0x31 => Indic::Consonant("r"),
        0x32..=0x34 => Indic::Consonant("l"), 0x35 => Indic::Consonant("v"),
        0x36 | 0x37 => Indic::Consonant("sh"), 0x38 => Indic::Consonant("s"), 0x39 => Indic::Consonant("h"),
        0x3e => Indic::Sign("a"), 0x3f | 0x40 => Indic::Sign("i"), 0x41 | 0x42 => Indic::Sign("u"),
        0x43 => Indic::Sign("ri"), 0x45..=0x47 => Indic::Sign("e"), 0x48 => Indic::Sign("ai"),
        0x49..=0x4b => Indic::Sign("o"), 0x4c => Indic::Sign("au"), 0x4d => Indic::Sign(""),
        // Letters for sounds of Persian and Arabic, and two more of Hindi.
        0x58 => Indic::Consonant("q"), 0x59 => Indic::Consonant("kh"), 0x5a => Indic::Consonant("g"),
        0x5b => Indic::Consonant("z"), 0x5c => Indic::Consonant("d"), 0x5d => Indic::Consonant("dh"),
        0x5e => Indic::Consonant("f"),
        0x66..=0x6f => Indic::Digit((code % 0x80 - 0x66) as u8),
        _ => Indic::Silent,
    })
}

/// How Korean is romanised: the first consonants, the vowels and the last consonants of syllables, in the order of
/// Unicode's arithmetic.
#[rustfmt::skip]
const LEADS: [&str; 19] = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t",
    "p", "h"];
#[rustfmt::skip]
const VOWELS: [&str; 21] = ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo",
    "we", "wi", "yu", "eu", "ui", "i"];
#[rustfmt::skip]
const TAILS: [&str; 28] = ["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p",
    "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"];

fn write(text: &str, emit: &mut impl FnMut(Symbol)) {
    text.bytes().for_each(|b| emit(Symbol::Letter(b - b'a')));
}

/// The letter under the accents of a Latin letter, or a space.
fn with_accent(c: char) -> u8 {
    let code = c as usize;
    let at = |table: &[u8], start: usize| code.checked_sub(start).and_then(|i| table.get(i)).copied();
    at(LATIN, 0xc0).or_else(|| at(LATIN_ADDITIONAL, 0x1e00)).unwrap_or(b' ')
}

/// The letters under the accents from U+00C0 to U+024F, by the canonical decompositions of Unicode.
const LATIN: &[u8] = concat!(
    "                                aaaaaa ceeeeiiii nooooo  uuuuy y a a a c c c c d",
    "   e e e e e g g g g h   i i i i     j k  l l l     n n n    o o o   r r r s s s",
    " s t t   u u u u u u w y  z z z                                  o              ",
    "u                             a i o u u u u u  a a     g k o o  j    g   n a    ",
    " a a e e i i o o r r u u s t   h       a e o o o o y                            ",
)
.as_bytes();

/// The same from U+1E00 to U+1EFF: Vietnamese, among others.
const LATIN_ADDITIONAL: &[u8] = concat!(
    " a b b b c d d d d d e e e e e f g h h h h h i i k k k l l l l m m m n n n n o o",
    " o o p p r r r r s s s s s t t t t u u u u u v v w w w w w x x y z z zhtwy      ",
    " a a a a a a a a a a a a e e e e e e e e i i o o o o o o o o o o o o u u u u u u",
    " u y y y y      ",
)
.as_bytes();

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> String {
        let (mut speller, mut out) = (Speller::default(), String::new());
        for c in text.chars() {
            speller.spell(c, &mut |s| match s {
                Symbol::Letter(l) => out.push((b'a' + l) as char),
                Symbol::Digit(d) => out.push((b'0' + d) as char),
                Symbol::Separator(c) | Symbol::Other(c) => out.push(c),
            });
        }
        out
    }

    #[test]
    fn words_of_other_alphabets_are_written_as_people_type_them() {
        for (written, typed) in [
            ("réunion", "reunion"),
            ("besprechung-größe", "besprechung-grosse"),
            ("встреча", "vstrecha"),
            ("зустріч", "zustrich"),
            ("συνάντηση", "synantisi"),
            ("καλούμε", "kaloume"),
            ("नमस्ते", "namaste"),
            ("서울", "seoul"),
            ("họp", "hop"),
            ("toplantı", "toplanti"),
            ("اجتماع", "ajtmaa"),
            ("会议7", "huiyi7"),
            ("ひらがな", "ひらがな"),
        ] {
            assert_eq!(letters(written), typed);
        }
    }
}
