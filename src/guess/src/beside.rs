//! What people put beside a name, in front of it or behind: a sign, a small number, the year, the day, "team".
//!
//! Whoever guesses tries what is cheap with what is cheap beside it. So `c228baec!` and `startle-amuser-bagging-monday`
//! cost what is left without that, and that; and no name becomes strong by it that a generator has made, or that is a
//! number, a document's or a word in disguise.

use super::costs;
use super::judged::Judged;
use super::kind::Kind;
use super::letters::Symbol;
use super::lexicon::Lexicon;
use super::name::Name;
use super::piece::Piece;
use super::price;

/// Maximum number of things that are taken away, one after the other. Chosen because a date has three.
pub(crate) const MOST: usize = 3;
/// Bits for where it stands: in front or behind.
pub(crate) const WHERE: f32 = 1.0;
/// Maximum number of symbols of a name that is looked at, because longer ones are made of what costs enough, or repeat
/// themselves.
const LONGEST: usize = 128;
/// Minimum length of a word that is taken away, in letters, because shorter ones are found at the ends of any letters. The
/// lexicon has 4,200 of four letters and more for meetings and days: one in a thousand of 20,000 random strings of letters
/// ends in one.
const SHORTEST: usize = 4;
/// Maximum length of a word for a meeting or a day, in letters: the lexicon has no longer ones.
const LONGEST_WORD: usize = 22;
/// Maximum number of digits of a number that is ordinary.
const DIGITS: usize = 2;
/// Number of digits of a year.
const YEAR: usize = 4;
/// The letter that stands before the number of a version.
const V: u8 = b'v' - b'a';

/// At which end of a name something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Front,
    Behind,
}

/// Something ordinary beside a name.
pub(crate) struct Beside {
    /// What it is.
    pub(crate) thing: Name,
    /// What that costs.
    pub(crate) judged: Judged,
    /// The name without it.
    pub(crate) rest: Name,
    is: Thing,
}

/// What it is, as far as it matters for what may be left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Thing {
    /// A sign, a year, a version; or a number that a separator sets apart.
    Apart,
    /// A small number directly beside letters: of a token it may be a part.
    Digits,
    /// A word: of words `said` knows what they cost together.
    Word,
}

impl Beside {
    /// Whether a piece of the `kind` may be of the name without it.
    pub(crate) fn leaves(&self, kind: Kind) -> bool {
        match self.is {
            Thing::Apart => true,
            Thing::Digits => !kind.is_word() && !matches!(kind, Kind::Token { .. }),
            Thing::Word => !kind.is_word(),
        }
    }

    /// What stands on one `side` of `name`, if that is ordinary and there is something else.
    pub(crate) fn of(name: &Name, side: Side) -> Option<Self> {
        if name.len() > LONGEST {
            return None;
        }
        let (length, is, judged) = ordinary(name, side)?;
        let (thing, rest) = match side {
            Side::Front => (name.slice(0, length), name.slice(length, name.len())),
            Side::Behind => (name.slice(name.len() - length, name.len()), name.slice(0, name.len() - length)),
        };
        let (thing, rest) = (thing.without_edges(), rest.without_edges());
        if rest.len() == 0 {
            return None;
        }
        Some(Self { judged: judged.unwrap_or_else(|| Judged::new(&thing)), thing, rest, is })
    }
}

/// How many symbols on the `side` of `name` are something ordinary, what that is, and how it was judged if it was.
fn ordinary(name: &Name, side: Side) -> Option<(usize, Thing, Option<Judged>)> {
    let run = |is: fn(Symbol) -> bool| match side {
        Side::Front => name.symbols.iter().take_while(|symbol| is(**symbol)).count(),
        Side::Behind => name.symbols.iter().rev().take_while(|symbol| is(**symbol)).count(),
    };
    let place = |length: usize| match side {
        Side::Front => (0, length),
        Side::Behind => (name.len() - length, name.len()),
    };
    // What stands next to as many symbols.
    let inside = |length: usize| match side {
        Side::Front => name.symbols.get(length),
        Side::Behind => name.len().checked_sub(length + 1).and_then(|at| name.symbols.get(at)),
    };
    let signs = run(is_sign);
    if signs > 0 {
        return Some((signs, Thing::Apart, None));
    }
    let part = run(|symbol| !matches!(symbol, Symbol::Separator(_)));
    if part < name.len()
        && let Some((is, judged)) = apart(name, place(part))
    {
        return Some((part, is, Some(judged)));
    }
    let digits = run(|symbol| matches!(symbol, Symbol::Digit(_)));
    if digits >= YEAR
        && let Some(judged) = year(name, place(YEAR))
    {
        return Some((YEAR, Thing::Apart, Some(judged)));
    }
    if (1..=DIGITS).contains(&digits) {
        return Some(match (side, inside(digits)) {
            (Side::Behind, Some(Symbol::Letter(V))) => (digits + 1, Thing::Apart, None),
            (_, Some(Symbol::Letter(_) | Symbol::Digit(_))) => (digits, Thing::Digits, None),
            _ => (digits, Thing::Apart, None),
        });
    }
    let longest = run(|symbol| matches!(symbol, Symbol::Letter(_))).min(LONGEST_WORD);
    let word = (SHORTEST..=longest).rev().find(|length| is_meeting(name, place(*length)));
    word.map(|length| (length, Thing::Word, None))
}

fn is_sign(symbol: Symbol) -> bool {
    matches!(symbol, Symbol::Other(c) if !c.is_alphanumeric())
}

/// The symbols `start..end`, if they are a year of these, which costs no more than a small number.
fn year(name: &Name, (start, end): (usize, usize)) -> Option<Judged> {
    let is = |piece: &Piece| piece.kind == Kind::Year && piece.bits <= costs::DIGIT * DIGITS as f32;
    let judged = Judged::new(&name.slice(start, end));
    matches!(&judged.pieces[..], [only] if is(only)).then_some(judged)
}

/// What the symbols `start..end` are, if they say when, or what for, or are a small number.
fn apart(name: &Name, (start, end): (usize, usize)) -> Option<(Thing, Judged)> {
    let is = |piece: &Piece| match piece.kind {
        Kind::Number => piece.length() <= DIGITS,
        kind => kind.is_purpose(),
    };
    let judged = Judged::new(&name.slice(start, end));
    let pieces = &judged.pieces;
    let is_word = pieces.iter().any(|piece| piece.kind.is_word());
    pieces.iter().all(is).then_some((if is_word { Thing::Word } else { Thing::Apart }, judged))
}

/// Whether the letters `start..end` are a word for a meeting, or a day.
fn is_meeting(name: &Name, (start, end): (usize, usize)) -> bool {
    if !name.is_plain(start, end) {
        return false;
    }
    let mut found = false;
    Lexicon::get().words_at(
        |at| name.letter(start + at),
        |length, word| found |= start + length == end && price::cheapest(word).kind.is_purpose(),
    );
    found
}

#[cfg(test)]
mod tests {
    use super::LONGEST_WORD;
    use crate::lexicon::Lexicon;
    use crate::{STRONG_FROM, assess, price};

    #[test]
    fn the_longest_word_for_a_meeting_is_looked_for() {
        let mut longest = String::new();
        Lexicon::get().each(|letters, word| {
            if price::cheapest(word).kind.is_purpose() && letters.len() > longest.len() {
                longest = letters.to_owned();
            }
        });
        assert_eq!(longest.len(), LONGEST_WORD, "{longest}");
    }

    /// A sign, a number, a year, a day or a word for a meeting makes no name much dearer.
    #[test]
    fn nothing_ordinary_beside_a_name_makes_it_strong() {
        for name in [
            "c228baec",
            "startle-amuser-bagging",
            "tiny-scene-1786",
            "o-p-p-o-r-t-u-n-i-t-y",
            "00000000-0000-4000-8000-0000000e40d2",
            "two-seven-eight-six",
            "NL90TRIO5454906617",
        ] {
            let alone = assess(name).bits.get();
            for thing in ["!", "2", "2026", "dienstag", "team", "😀"] {
                let apart = [format!("{name}-{thing}"), format!("{thing}-{name}")];
                // A digit behind another makes a longer number.
                let joined = (thing != "2").then(|| format!("{name}{thing}"));
                for together in apart.into_iter().chain(joined) {
                    let (with, thing) = (assess(&together).bits.get(), assess(thing).bits.get());
                    let is_weak = with < STRONG_FROM.get() || with <= alone + thing + 3.0;
                    assert!(is_weak, "{together}: {with} {alone} {thing}");
                }
            }
        }
    }
}
