//! Names that are one thing as a whole: a UUID, a code of Google Meet.

use super::assessment::PartKind;
use super::costs;
use super::letters::Symbol;
use super::name::Name;

/// What a whole name may be. It has to be easier to describe so than by its pieces: "dev-team-web" has the form of
/// a code of Google Meet.
pub(crate) struct Whole {
    /// What it is.
    pub(crate) kind: PartKind,
    /// What it costs the attacker who knows that.
    pub(crate) bits: f32,
    /// What it takes to describe the name so.
    pub(crate) description: f32,
}

impl Whole {
    fn of(kind: PartKind, bits: f32, symbols: f32) -> Self {
        Self { kind, bits, description: symbols + costs::TOKEN }
    }
}

/// What the form of `name` says that it may be as a whole.
pub(crate) fn recognise(name: &Name) -> Option<Whole> {
    uuid(name).or_else(|| google_meet(name))
}

/// The lengths of the runs between single hyphens, if there is nothing but letters and digits in them.
fn groups(name: &Name) -> Option<Vec<usize>> {
    let mut groups = vec![0];
    for symbol in &name.symbols {
        match symbol {
            Symbol::Letter(_) | Symbol::Digit(_) => *groups.last_mut()? += 1,
            Symbol::Separator('-') if groups.len() < 6 => groups.push(0),
            _ => return None,
        }
    }
    Some(groups)
}

/// A UUID (RFC 9562) of a version that says where its digits come from, and of the usual variant.
fn uuid(name: &Name) -> Option<Whole> {
    if name.len() != 36 || groups(name)? != [8, 4, 4, 4, 12] {
        return None;
    }
    let hex = name.symbols.iter().all(|s| !matches!(s, Symbol::Letter(6..)));
    if is_placeholder(name) {
        return Some(Whole { kind: PartKind::Sequence, bits: PLACEHOLDER, description: PLACEHOLDER });
    }
    let variant = name.digit(VARIANT).is_some_and(|d| d >= 8) || matches!(name.letter(VARIANT), Some(0 | 1));
    let bits = match name.digit(VERSION) {
        // A time to 100 ns within ten years, a clock sequence, and a machine that is known or drawn.
        Some(1 | 6) => 60.0,
        // A hash of a name that somebody knows.
        Some(3 | 5) => costs::HIDDEN_NAME,
        Some(4) => RANDOM_UUID,
        Some(7) => 74.0,
        _ => return None,
    };
    (hex && variant).then(|| Whole::of(PartKind::Uuid, bits, RANDOM_UUID))
}

/// Bits for a UUID that stands for another: which digits it has, and how often.
const PLACEHOLDER: f32 = 12.0;

/// Whether its digits are few ones over and over, but for the version and the variant:
/// deadbeef-dead-beef-dead-beefdeadbeef, 11111111-1111-4111-8111-111111111111.
fn is_placeholder(name: &Name) -> bool {
    let digits: Vec<&str> = (0..name.len())
        .filter(|&at| !name.is_separator(at))
        .map(|at| if matches!(at, VERSION | VARIANT) { "" } else { name.text(at, at + 1) })
        .collect();
    let alike = |(a, b): (&&str, &&str)| a.is_empty() || b.is_empty() || a == b;
    PERIODS.iter().any(|&period| digits.iter().zip(&digits[period..]).all(alike))
}

/// Where the digits of a UUID stand that tell its version and its variant.
const VERSION: usize = 14;
const VARIANT: usize = 19;

/// How many digits are said over and over, so that all 32 are such.
const PERIODS: [usize; 5] = [1, 2, 4, 8, 16];

/// How many bits of a UUID say neither its version nor its variant.
const RANDOM_UUID: f32 = 122.0;

/// The codes of Google Meet: xxx-xxxx-xxx, ten letters.
fn google_meet(name: &Name) -> Option<Whole> {
    if name.len() != 12 || groups(name)? != [3, 4, 3] {
        return None;
    }
    let letters = name.symbols.iter().filter(|s| matches!(s, Symbol::Letter(_))).count();
    let bits = 10.0 * costs::LETTER;
    (letters == 10).then(|| Whole::of(PartKind::Token { alphabet: 26, length: 10 }, bits, bits))
}
