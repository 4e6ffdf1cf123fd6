//! Names that look random and are not: what is cheap to say, encoded, hashed, turned round or typed on other keys.
//!
//! Each disguise is a way to take it off: what was written before, as far as anybody can tell. That is judged as a
//! name of its own, once, and costs what it costs without the disguise, and a few bits for which disguise it is. It
//! has to be much easier to describe than the name as it stands, since there are many ways to undress a random token.

mod chunks;
mod encodings;
mod hashes;
mod letters;
mod replaced;
mod spelled;
mod vowels;

pub(super) use hashes::behind;

use super::costs;
use super::judged::Judged;
use super::letters::Symbol;
use super::name::Name;
use spelled::spelled;

/// A disguise.
struct Disguise {
    /// What was written before, if the name may be such a disguise.
    undo: fn(&str) -> Option<String>,
    /// Bits for which disguise it is.
    bits: f32,
    /// Whether it leaves letters letters, so that what was written before has to be spelled better than what stands there.
    /// If not, hardly anything but a disguise can be undone.
    permutes: bool,
}

const fn code(undo: fn(&str) -> Option<String>) -> Disguise {
    Disguise { undo, bits: 2.0, permutes: false }
}

const fn permutation(bits: f32, undo: fn(&str) -> Option<String>) -> Disguise {
    Disguise { undo, bits, permutes: true }
}

/// All disguises. Those that are known best come first, since the first that fits is taken.
const DISGUISES: &[Disguise] = &[
    code(hashes::undo),
    code(encodings::hexadecimal),
    code(encodings::base64),
    code(encodings::base32),
    code(encodings::z_base_32),
    code(encodings::binary),
    code(letters::spaced),
    code(letters::doubled),
    code(letters::palindrome),
    code(letters::look_alike),
    permutation(2.0, letters::reversed),
    permutation(3.0, letters::interleaved),
    permutation(4.0, replaced::moved),
    permutation(3.0, replaced::typed),
    permutation(4.0, replaced::meant),
    permutation(3.0, vowels::left_out),
];

/// Names that take less than this to describe are cheap enough as they stand, in bits.
const CHEAP: f32 = 26.0;
/// Maximum length of a name that is looked at, in symbols. Chosen because nobody types longer ones, and the time has to stay
/// linear.
const LONGEST: usize = 256;
/// By how much a name has to be easier to describe without its disguise, beyond what the disguise costs, in bits. There
/// are some twenty disguises, and that many rotations of the alphabet; with this margin one random token in a thousand
/// is taken for one.
const MARGIN: f32 = 15.0;
/// By how much its letters have to be spelled better so that it is worth judging, in bits.
const SPELLED: f32 = 12.0;
/// Letters that take less than this to spell, in bits each, are words as they stand: those of the lexicon take three to four.
const WELL_SPELLED: f32 = 4.4;

/// A name without its disguise.
pub(super) struct Undone {
    /// What was written before.
    pub(super) text: String,
    /// What that costs, disguise included, in bits.
    pub(super) bits: f32,
}

/// What `name`, which takes `description` bits to describe as it stands, was written from, if it is a disguise.
pub(super) fn undo(name: &Name, description: f32) -> Option<Undone> {
    if description < CHEAP || name.len() > LONGEST {
        return None;
    }
    let spelled = spelled(name);
    let letters = letters(name);
    let is_well = |spelled: f32, letters: usize| spelled < WELL_SPELLED * letters as f32;
    // Nor does anybody turn round what has digits between its letters, or what is written in syllables.
    let permutes = !is_well(spelled, letters) && !has_digits_inside(name) && !has_syllables(name);
    let mut best = None;
    let mut least = description - MARGIN;
    for disguise in DISGUISES {
        if disguise.permutes && !permutes {
            continue;
        }
        let Some(text) = (disguise.undo)(&name.folded) else { continue };
        let before = Name::new(text);
        let mut doubt = disguise.bits;
        if disguise.permutes {
            let (better, left) = (self::spelled(&before), self::letters(&before));
            if better + SPELLED > spelled || !is_well(better, left) {
                continue;
            }
            // A letter that stands for none, such as the soft sign, says nothing that could be compared.
            doubt += costs::LETTER * letters.saturating_sub(left) as f32;
        }
        let judged = Judged::new(&before);
        if judged.description + doubt < least {
            least = judged.description + doubt;
            best = Some(Undone { text: before.folded, bits: judged.bits + disguise.bits });
        }
    }
    best
}

/// Whether a character of `name` stands for several letters.
fn has_syllables(name: &Name) -> bool {
    name.folded.contains(|c| matches!(c, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'))
}

/// Whether letters follow digits that follow letters, with nothing between them.
fn has_digits_inside(name: &Name) -> bool {
    let turns = |at: &usize| name.digit(*at).is_some() && name.letter(at + 1).is_some();
    (1..name.len()).filter(turns).any(|at| {
        let run = (0..at).rev().take_while(|before| name.digit(*before).is_some()).count();
        at.checked_sub(run + 1).is_some_and(|before| name.letter(before).is_some())
    })
}

/// How many letters `name` has.
fn letters(name: &Name) -> usize {
    name.symbols.iter().filter(|symbol| matches!(symbol, Symbol::Letter(_))).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess;

    #[test]
    fn a_disguise_adds_little_to_what_it_hides() {
        for (disguised, hidden) in [
            ("6c697374656e696e672d6576656e7473", "listening-events"),
            ("cHJpbWUgYXBhcnRtZW50", "prime apartment"),
            ("O5UGK4TF", "where"),
            ("MjAyNi0wNy0xNQ", "2026-07-15"),
            ("kickoff-3313fd7a65d575eedefe43810da3efe2", "kickoff-2021-11-07"),
            ("ggllaaddiiaattoorr", "gladiator"),
            ("apartmenttnemtrapa", "apartment"),
            ("yad-ecnednepedni", "independence-day"),
            ("zrrgvat-ebbz", "meeting-room"),
            ("ghbdtn-rjkktub", "привет-коллеги"),
            ("o-p-p-o-r-t-u-n-i-t-y", "opportunity"),
            ("01101101011001010110010101110100011010010110111001100111", "meeting"),
        ] {
            let (more, less) = (assess(disguised).bits.get(), assess(hidden).bits.get());
            assert!(more < less + 6.0, "{disguised} {more:.1} {hidden} {less:.1}");
        }
    }

    /// How a token drawn at random goes on: linear congruential, by Knuth's multiplier.
    fn draw(state: &mut u64, alphabet: &[u8]) -> char {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(alphabet[(*state >> 33) as usize % alphabet.len()])
    }

    #[test]
    fn what_was_drawn_at_random_is_hardly_ever_taken_for_a_disguise() {
        let mut state = 1;
        let mut mistaken = Vec::new();
        for number in 0..3_000 {
            let alphabet: &[u8] = match number % 3 {
                0 => b"abcdefghijklmnopqrstuvwxyz0123456789",
                1 => b"abcdefghijklmnopqrstuvwxyz",
                _ => b"0123456789abcdef",
            };
            let length = 8 + number / 3 % 9;
            let name = Name::new((0..length).map(|_| draw(&mut state, alphabet)).collect());
            let judged = Judged::new(&name);
            if let Some(undone) = undo(&name, judged.description)
                && undone.bits < judged.bits - 2.0
            {
                mistaken.push(name.folded);
            }
        }
        // One in two hundred.
        assert!(mistaken.len() <= 15, "{mistaken:?}");
    }
}
