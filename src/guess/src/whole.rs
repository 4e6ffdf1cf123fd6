//! Names that are one thing as a whole: a UUID, a code of Google Meet.

use super::costs;
use super::letters::Symbol;
use super::name::Name;
use super::piece::Kind;

/// What a whole name may be. It has to be easier to describe so than by its pieces: "dev-team-web" has the form of
/// a code of Google Meet.
pub(crate) struct Whole {
    /// What it is.
    pub(crate) kind: Kind,
    /// What it costs the attacker who knows that.
    pub(crate) bits: f32,
    /// What it takes to describe the name so.
    pub(crate) description: f32,
}

impl Whole {
    fn of(kind: Kind, bits: f32, symbols: f32) -> Self {
        Self { kind, bits, description: symbols + costs::token() }
    }
}

/// What the form of `name` says that it may be as a whole.
pub(crate) fn recognise(name: &Name) -> Option<Whole> {
    uuid(name).or_else(|| google_meet(name))
}

/// The lengths of the runs between single separators, if there is nothing but letters and digits in them.
fn groups(name: &Name) -> Option<Vec<usize>> {
    let mut groups = vec![0];
    for symbol in &name.symbols {
        match symbol {
            Symbol::Letter(_) | Symbol::Digit(_) => *groups.last_mut()? += 1,
            Symbol::Separator(_) if groups.len() < 6 => groups.push(0),
            _ => return None,
        }
    }
    Some(groups)
}

/// A UUID (RFC 9562) of a version that says where its digits come from, and of the usual variant.
fn uuid(name: &Name) -> Option<Whole> {
    let groups = groups(name)?;
    let is_grouped = groups == [8, 4, 4, 4, 12];
    if !is_grouped && groups != [32] {
        return None;
    }
    let digit = |symbol: &Symbol| match symbol {
        Symbol::Digit(digit) => Some(*digit),
        Symbol::Letter(letter) => Some(10 + letter),
        _ => None,
    };
    let digits: Vec<u8> = name.symbols.iter().filter_map(digit).collect();
    if let Some(bits) = public(&digits, is_grouped) {
        return Some(Whole { kind: Kind::Sequence, bits, description: bits });
    }
    // Without separators it may be anything of 128 bits.
    if !is_grouped || !(8..12).contains(&digits[VARIANT]) || digits.iter().any(|&digit| digit >= 16) {
        return None;
    }
    let bits = match digits[VERSION] {
        // A time to 100 ns within ten years, a clock sequence, and a machine that is known or drawn.
        1 | 6 => 60.0,
        // A hash of a name that somebody knows.
        3 | 5 => costs::HIDDEN_NAME,
        4 => RANDOM_UUID,
        7 => 74.0,
        _ => return None,
    };
    Some(Whole::of(Kind::Uuid, bits, RANDOM_UUID))
}

/// UUIDs that stand in standards and manuals, and are copied from there: the examples and the namespaces of RFC 4122
/// and RFC 9562, and the last four, which are the examples of many manuals.
const PUBLISHED: [&str; 17] = [
    "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
    "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
    "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
    "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "c232ab00-9414-11ec-b3c8-9f6bdeced846",
    "5df41881-3aed-3515-88a7-2f4a814cf09e",
    "919108f7-52d1-4320-9bac-f847db4148a8",
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
    "1ec9414c-232a-6b00-b3c8-9f6bdeced846",
    "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    "2489e9ad-2ee2-8e00-8ec9-32d5f69181c0",
    "5c146b14-3c52-8afd-938a-375d0df1fbf6",
    "550e8400-e29b-41d4-a716-446655440000",
    "123e4567-e89b-12d3-a456-426614174000",
    "123e4567-e89b-12d3-a456-426655440000",
    "f47ac10b-58cc-4372-a567-0e02b2c3d479",
];

/// Bits for a UUID that is published, or made of hardly any digits: which, or which digits and how often.
const PUBLIC: f32 = 12.0;
/// Bits for each digit that neither repeats the one before nor follows it.
const SURPRISE: f32 = 2.0;
/// Maximum number of such digits in a placeholder. Chosen because a drawn UUID has some 23 of 29.
const SURPRISES: usize = 8;

/// What a UUID is worth that everybody knows or that stands for another: deadbeef-dead-beef-dead-beefdeadbeef,
/// 00000000-0000-4000-8000-000000000001.
/// Only in groups is it sure to be a UUID.
fn public(digits: &[u8], is_grouped: bool) -> Option<f32> {
    let is = |uuid: &str| {
        uuid.chars()
            .filter(|c| *c != '-')
            .map(|c| c.to_digit(36))
            .eq(digits.iter().map(|d| Some(u32::from(*d))))
    };
    if PUBLISHED.iter().any(|uuid| is(uuid)) {
        return Some(PUBLIC);
    }
    // Without the version and the variant, which are what they have to be.
    let fixed = |at: usize| at == VERSION || at == VARIANT;
    let alike =
        |period: usize, at: usize| fixed(at) || fixed(at - period) || digits[at] == digits[at - period];
    if PERIODS.iter().any(|&period| (period..digits.len()).all(|at| alike(period, at))) {
        return Some(PUBLIC);
    }
    let said: Vec<u8> = (0..digits.len()).filter(|at| !fixed(*at)).map(|at| digits[at]).collect();
    let surprises = said.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) > 1).count();
    (is_grouped && surprises <= SURPRISES).then_some(PUBLIC + SURPRISE * surprises as f32)
}

/// Which digits of a UUID tell its version and its variant.
const VERSION: usize = 12;
const VARIANT: usize = 16;

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
    (letters == 10).then(|| Whole::of(Kind::token(10), bits, bits))
}
