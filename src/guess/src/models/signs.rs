//! Characters that are not spelled in letters here.
//!
//! - Han characters, kana and Korean syllables: one or two make a word, and those of a phrase follow from each other.
//! - Letters of alphabets that `letters` has no table for (Thai, Armenian, Ethiopic ...): a run of them is a word of a
//!   language that the lexicon lacks, which nobody has drawn at random.
//! - Emoji and signs.

use crate::costs;
use crate::han;
use crate::letters::Symbol;
use crate::models::unknown;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Maximum length of a run of signs, in characters. A longer one is taken in pieces, which keeps the time linear.
const LONGEST: usize = 24;

/// Bits for a Han character or a Korean syllable: two of either make a word, and two thousand words most of the
/// language.
const OF_WORD: f32 = 5.4;
/// Bits for one of the 2,048 characters of a list of BIP39.
const OF_BIP39: f32 = 11.0;
/// Minimum number of characters drawn from such a list, because half of those of Chinese text are on it: with this many,
/// one text in 64 is by chance.
const FEWEST_DRAWN: usize = 6;
/// Bits for one of the kana: the 2,048 words of the Japanese list of BIP39 have 4.1 of them each.
const KANA: f32 = 2.7;
/// Bits for each letter of running text beyond a word. Shannon (Prediction and Entropy of Printed English, 1951) found 0.6
/// to 1.3 for people who guess English letter by letter; an attacker's program does a little worse.
const RUNNING: f32 = 1.5;
/// Maximum number of letters of running text that are taken together. Chosen because few names are longer.
const LONGEST_TEXT: usize = 64;
/// Number of characters that make the words that a name is about.
const TOPIC: usize = 4;
/// What each character after these costs as a part of what it would cost alone.
const AFTER_TOPIC: f32 = 0.6;
/// Bits for the same character again.
const AGAIN: f32 = 0.5;
/// Bits for the first emoji or sign of Unicode of several: a hundred are those that most people use.
const SIGN: f32 = 8.0;
/// Bits for each that stands behind another: somebody who draws them has some thousand.
const FURTHER_SIGN: f32 = 10.0;
/// Bits for one of five colours of skin, for a letter of a flag, and for a sign that says how another looks.
const SKIN: f32 = 2.3;
const FLAG_LETTER: f32 = 4.0;
const LOOK: f32 = 0.0;
/// Bits for a sign of ASCII.
const ASCII_SIGN: f32 = 5.0;

/// Offers the runs of such characters that begin at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let text = name.characters_from(at);
    let Some(first) = text.chars().next() else { return };
    if of_words(first).is_some() {
        offer_words(name, at, text, offer);
    } else if let Some(Symbol::Other(_)) = name.symbols.get(at) {
        let run = |longest: usize, is: &dyn Fn(char) -> bool| {
            name.symbols[at..]
                .iter()
                .take(longest)
                .take_while(|s| matches!(s, Symbol::Other(c) if is(*c)))
                .count()
        };
        let (length, bits, kind) = if is_unspelled_letter(first) {
            // Such alphabets are often written without spaces, and no program draws from them: all of it was said.
            let length = run(LONGEST_TEXT, &is_unspelled_letter);
            let beyond = length.saturating_sub(costs::UNKNOWN_LENGTH) as f32;
            (
                length,
                unknown::listed(length.min(costs::UNKNOWN_LENGTH), true) + RUNNING * beyond,
                Kind::Unknown,
            )
        } else {
            let length = run(LONGEST, &|c| c == first);
            let one = match first {
                '\0'..='\x7f' => ASCII_SIGN,
                '\u{fe00}'..='\u{fe0f}' => LOOK,
                '\u{1f3fb}'..='\u{1f3ff}' => SKIN,
                '\u{1f1e6}'..='\u{1f1ff}' => FLAG_LETTER,
                _ if at > 0 && matches!(name.symbols[at - 1], Symbol::Other(_)) => FURTHER_SIGN,
                _ => SIGN,
            };
            (length, one + libm::log2f(length as f32), Kind::Signs)
        };
        offer(Candidate { piece: Piece { start: at, end: at + length, bits, kind }, doubt: 0.0 });
    }
}

/// Offers every run of characters that stand for syllables or words: known words may follow any. But characters that were
/// drawn at random are offered only all together.
fn offer_words(name: &Name, at: usize, text: &str, offer: &mut impl FnMut(Candidate)) {
    let begins = at == 0 || name.is_separator(at - 1);
    let doubt = if begins { 0.0 } else { costs::join() };
    // Korean is spelled in letters, and explained as what they are.
    let kind = if text.starts_with(is_hangul) { Kind::Unknown } else { Kind::Signs };
    if is_drawn(name, at) {
        let run = text.find(|c| !is_han(c)).unwrap_or(text.len());
        let piece = |end, bits| Piece { start: at, end, bits, kind };
        if begins {
            let bits = OF_BIP39 * text.get(..run).map_or(0, |run| run.chars().count()) as f32;
            offer(Candidate { piece: piece(name.symbol_after(at, run), bits), doubt: costs::token() });
        }
        return;
    }
    let (mut bits, mut before) = (0.0, None);
    for (count, (place, c)) in text.char_indices().enumerate().take(LONGEST) {
        let Some(one) = of_words(c) else { break };
        bits += match before {
            Some(before) if before == c => AGAIN,
            _ if count < TOPIC || is_kana(c) => one,
            _ => AFTER_TOPIC * one,
        };
        before = Some(c);
        let end = name.symbol_after(at, place + c.len_utf8());
        offer(Candidate { piece: Piece { start: at, end, bits, kind }, doubt });
    }
}

/// Whether the Han characters around `at`, between anything else, are all on one of BIP39's lists, and so many that this is
/// no chance.
fn is_drawn(name: &Name, at: usize) -> bool {
    let (before, behind) = (name.text(0, at), name.text(at, name.len()));
    let run =
        || before.chars().rev().take_while(|c| is_han(*c)).chain(behind.chars().take_while(|c| is_han(*c)));
    run().nth(FEWEST_DRAWN - 1).is_some()
        && run().take(LONGEST_TEXT).fold(3, |lists, c| lists & han::lists(c)) != 0
}

/// Whether `c` is a Korean syllable.
fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// Whether `c` is one of the kana.
fn is_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}')
}

/// Whether `c` is a Han character.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Bits for a character that stands for a syllable or a word.
fn of_words(c: char) -> Option<f32> {
    match c {
        c if is_kana(c) => Some(KANA),
        c if is_han(c) || is_hangul(c) => Some(OF_WORD),
        _ => None,
    }
}

/// Whether `c` stands among the letters and vowel signs of an alphabet without a table: by the blocks of Unicode.
fn is_unspelled_letter(c: char) -> bool {
    matches!(c,
        '\u{100}'..='\u{1fff}' | '\u{2c00}'..='\u{2dff}' | '\u{a000}'..='\u{abff}' | '\u{10000}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use crate::{Verdict, assess};

    #[test]
    fn text_of_an_alphabet_that_no_program_draws_from_is_not_strong() {
        for name in ["เรียนคณิตศาสตร์วันอังคาร", "ישיבת-מתמטיקה-יום-שני", "ქართული-ენა", "የመምህራን-ስብሰባ-ማክሰኞ"]
        {
            assert_ne!(assess(name).verdict, Verdict::Strong, "{name} {}", assess(name).bits);
        }
    }
}
