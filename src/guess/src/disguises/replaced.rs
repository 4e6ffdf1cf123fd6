//! Letters with others in their places: what was typed while the keyboard was set to another layout (ghbdtn is привет),
//! and the alphabet moved or turned round (rot13, atbash).

use std::sync::OnceLock;

use super::spelled::Speller;
use crate::letters::{self, Symbol};

/// The keys of the Latin layout, row by row, by which the others are written down here.
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,./";

/// Layouts in the order of [`LATIN`], the commonest first; keys with several letters or none have a space.
const LAYOUTS: [&str; 8] = [
    "йцукенгшщзхъфывапролджэячсмитьбю.",
    "йцукенгшщзхїфівапролджєячсмитьбю.",
    ";ςερτυθιοπ[]ασδφγηξκλ 'ζχψωβνμ,./",
    "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.",
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزظ",
    "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو./",
    ",уеишщксдзц;ьяаожгтнвмчюйъэфхпрлб",
    "',.pyfgcrl/=aoeuidhtns-;qjkxbmwvz",
];

/// How many letters the Latin alphabet has.
const LETTERS: usize = 26;

/// What stands for each letter.
struct Replacement {
    letters: [char; LETTERS],
    /// Their numbers as names are spelled, a first.
    spelled: [Vec<u8>; LETTERS],
}

impl Replacement {
    fn new(letter: impl Fn(u8) -> char) -> Self {
        let letters = std::array::from_fn(|number| letter(number as u8));
        let spelled = letters.map(|c| {
            let mut spelled = Vec::new();
            letters::Speller::default().spell(c, &mut |symbol| {
                if let Symbol::Letter(letter) = symbol {
                    spelled.push(letter);
                }
            });
            spelled
        });
        Self { letters, spelled }
    }
}

/// The alphabet moved on by any number of letters, or turned round.
fn alphabets() -> &'static [Replacement] {
    static ALPHABETS: OnceLock<Vec<Replacement>> = OnceLock::new();
    ALPHABETS.get_or_init(|| {
        let moved = (1..LETTERS as u8)
            .map(|by| Replacement::new(move |letter| char::from(b'a' + (letter + by) % LETTERS as u8)));
        moved.chain([Replacement::new(|letter| char::from(b'z' - letter))]).collect()
    })
}

/// The layouts of keyboards.
fn layouts() -> &'static [Replacement] {
    static LAYOUT_LETTERS: OnceLock<Vec<Replacement>> = OnceLock::new();
    LAYOUT_LETTERS.get_or_init(|| {
        let typed = |layout| {
            Replacement::new(move |letter| on_key(LATIN, layout, char::from(b'a' + letter)).unwrap_or(' '))
        };
        LAYOUTS.into_iter().map(typed).collect()
    })
}

/// What stands in `to` on the key that has `c` in `from`.
fn on_key(from: &str, to: &str, c: char) -> Option<char> {
    from.chars().zip(to.chars()).find(|key| key.0 == c && key.1 != ' ').map(|key| key.1)
}

/// rot13 and its like: the text with the alphabet moved so that its letters make words best.
pub(super) fn moved(text: &str) -> Option<String> {
    best(text, alphabets())
}

/// What the same keys say in the layout in which they make words best.
pub(super) fn typed(text: &str) -> Option<String> {
    best(text, layouts())
}

/// The text, if it is in Latin letters, with the replacement that makes words best.
fn best(text: &str, replacements: &[Replacement]) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let number = |byte: u8| usize::from(byte.wrapping_sub(b'a'));
    let (mut best, mut least) = (replacements.first()?, f32::INFINITY);
    for replacement in replacements {
        let mut speller = Speller::new();
        for byte in text.bytes() {
            // It becomes no less by further letters.
            if speller.bits >= least {
                break;
            }
            match replacement.spelled.get(number(byte)) {
                Some(letters) => letters.iter().for_each(|letter| speller.letter(*letter)),
                None => speller.end(),
            }
        }
        speller.end();
        if speller.bits < least {
            (best, least) = (replacement, speller.bits);
        }
    }
    Some(
        text.chars()
            .map(|c| if c.is_ascii_lowercase() { best.letters[number(c as u8)] } else { c })
            .collect(),
    )
}

/// The Latin letters that were meant, where the keyboard was set to another alphabet.
pub(super) fn meant(text: &str) -> Option<String> {
    if text.is_ascii() || text.contains(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    LAYOUTS.iter().find_map(|layout| {
        let meant = |c: char| if c.is_alphabetic() { on_key(layout, LATIN, c) } else { Some(c) };
        text.chars().map(meant).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_read_from_the_other_layout() {
        assert_eq!(typed("ghbdtn").as_deref(), Some("привет"));
        assert_eq!(typed("kfcnjxrf-2025").as_deref(), Some("ласточка-2025"));
        assert_eq!(typed("hgsghl").as_deref(), Some("السلام"));
        assert_eq!(meant("руддщ").as_deref(), Some("hello"));
        assert_eq!(meant("собрание日"), None);
    }

    #[test]
    fn moved_alphabets_are_moved_back() {
        assert_eq!(moved("zrrgvat-ebbz").as_deref(), Some("meeting-room"));
        assert_eq!(moved("phhwlqj-urrp").as_deref(), Some("meeting-room"));
        assert_eq!(moved("nvvgrmt-illn").as_deref(), Some("meeting-room"));
    }

    #[test]
    fn every_layout_has_every_key() {
        for layout in LAYOUTS {
            assert_eq!(layout.chars().count(), LATIN.chars().count(), "{layout}");
        }
    }
}
