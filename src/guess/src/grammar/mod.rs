//! What people and programs build from fields: dates and times, numbers of tickets, courses, flights and documents,
//! postcodes, telephone numbers, versions, numbers in words.
//!
//! Each is a sequence of fields, and costs what there is to choose in them. So it is written down once, as a line of
//! `data/structures.txt`, in a notation that says both how it is spelled and what it costs. In the notation
//!
//! | written | stands for | bits |
//! |---|---|---|
//! | `a` to `z`, `0` to `9` | itself | 0 |
//! | `D`, `L`, `H`, `A` | a digit, a letter, a hexadecimal digit, a letter or digit | log2 of how many there are |
//! | `[a-fx]` | one of these | log2 of how many there are |
//! | `#` | a letter or digit that follows from the others, such as a check digit | 0 |
//! | `-` | a separator, or nothing | 0 |
//! | `_` | a separator | 0 |
//! | `<1-31>` | a number, with or without zeros before it | log2 of how many there are |
//! | `<01-31>` | a number with just as many digits as its ends | log2 of how many there are |
//! | `@name` | the line of that name, or a name of the calendar: `@monthname`, `@dayname` | its own; 0 |
//! | `(x\|y\|z)` | one of these: a choice | its own and log2 of how many there are |
//! | `(x/y/z)` | one of these: spellings | its own |
//! | `x?`, `x*`, `x+`, `x{2}`, `x{2,5}` | x, as often as that | its own each time |
//! | `~2.5` | nothing | 2.5 |
//!
//! and spaces say nothing. A line is `name = notation`, to be used by others, or `Kind doubt : notation`, where the
//! doubt is the evidence against it that is not a cost (see [`Candidate`]).

mod matching;
mod notation;
mod pattern;

use std::sync::OnceLock;

use super::found::Found;
use super::letters::Symbol;
use super::name::Name;
use super::piece::{Candidate, Kind, Piece};
use matching::{Ends, Search};
use notation::Rules;
use pattern::{Node, Set};

/// All lines.
const LINES: &str = include_str!("../../data/structures.txt");

/// A structure of `data/structures.txt`.
struct Line {
    /// What it is.
    kind: Kind,
    /// Evidence against it, in bits.
    doubt: f32,
    nodes: Vec<Node>,
    /// How many digits it has at least.
    digits: usize,
    /// Whether no letters or digits may stand directly before it: in a random token there are many of its kind.
    begins_alone: bool,
    /// The same for what stands after it.
    ends_alone: bool,
}

/// All structures, by what they begin with.
struct Grammar {
    lines: Vec<Line>,
    /// For each thing that can stand somewhere the lines that may begin with it, and what stands behind it then.
    begins: [Vec<(u16, Set)>; pattern::COUNT],
}

impl Grammar {
    fn get() -> &'static Self {
        static GRAMMAR: OnceLock<Grammar> = OnceLock::new();
        GRAMMAR.get_or_init(|| Self::new(LINES))
    }

    /// Reads the lines that can be read, which the tests know to be all.
    fn new(text: &'static str) -> Self {
        let mut rules = Rules::default();
        let mut grammar = Self { lines: Vec::new(), begins: [const { Vec::new() }; pattern::COUNT] };
        for line in text.lines() {
            if !rules.add(line) {
                let number = grammar.lines.len() as u16;
                let Some(line) = read(&rules, line) else { continue };
                let mut seconds = [0; pattern::COUNT];
                pattern::pairs(&line.nodes, pattern::ANY, &mut |mut firsts, next| {
                    while let Some(second) = seconds.get_mut(firsts.trailing_zeros() as usize) {
                        *second |= next;
                        firsts &= firsts - 1;
                    }
                });
                for (begins, second) in grammar.begins.iter_mut().zip(seconds).filter(|line| line.1 != 0) {
                    begins.push((number, second));
                }
                grammar.lines.push(line);
            }
        }
        grammar
    }
}

/// A line that is a structure.
fn read(rules: &Rules, line: &'static str) -> Option<Line> {
    let (head, pattern) = line.split_once(':')?;
    let (kind, doubt) = head.trim().split_once(' ')?;
    let nodes = rules.read(pattern)?;
    let digits = pattern::fewest_digits(&nodes);
    let kind = kind.parse().ok()?;
    let begins_alone = matches!(
        kind,
        Kind::Number
            | Kind::Reference
            | Kind::Phone
            | Kind::Postcode
            | Kind::Plate
            | Kind::Version
            | Kind::Address
    );
    let ends_alone = begins_alone || kind == Kind::SchoolClass;
    let doubt = notation::decimal(doubt.trim())?;
    Some(Line { kind, doubt, nodes, digits, begins_alone, ends_alone })
}

/// The last symbol at which structures are looked for. Chosen because nobody types names of half as many, and the time
/// that a very long name takes has to stay short.
const FARTHEST: usize = 500;

/// Offers every structure that begins at `at`.
pub(crate) fn offer(name: &Name, found: &Found, at: usize, offer: &mut impl FnMut(Candidate)) {
    if at > FARTHEST {
        return;
    }
    let same = |at: usize| name.symbols.get(at).map(std::mem::discriminant);
    let is_inside = at > 0 && same(at - 1) == same(at);
    let standing = pattern::standing(name, found, at);
    let calendar = standing & pattern::CALENDAR;
    // Inside a word a name of the calendar may begin, and nothing else.
    let symbol = if is_inside { 0 } else { standing & !pattern::CALENDAR };
    let mut ends = Ends::new();
    for first in [calendar, symbol].into_iter().filter(|first| *first != 0) {
        look(name, found, at, first.trailing_zeros() as usize, &mut ends, offer);
    }
}

/// Looks for the structures at `at` that can begin with the `first` thing.
fn look(
    name: &Name,
    found: &Found,
    at: usize,
    first: usize,
    ends: &mut Ends,
    offer: &mut impl FnMut(Candidate),
) {
    let grammar = Grammar::get();
    let second = pattern::standing(name, found, at + 1);
    let left = name.digits(at, name.len());
    let is_alphanumeric = |symbol: &Symbol| matches!(symbol, Symbol::Letter(_) | Symbol::Digit(_));
    let joined = at > 0 && is_alphanumeric(&name.symbols[at - 1]);
    for &(number, seconds) in &grammar.begins[first] {
        let Line { kind, doubt, nodes, digits, begins_alone, ends_alone } =
            &grammar.lines[usize::from(number)];
        if seconds & second == 0 || *digits > left || *begins_alone && joined {
            continue;
        }
        let stands = |end: usize, bits: f32| {
            if *ends_alone && name.symbols.get(end).is_some_and(is_alphanumeric) {
                return;
            }
            let piece = Piece { start: at, end, bits: bits.max(0.0), kind: *kind };
            offer(Candidate { piece, doubt: *doubt });
        };
        Search::new(name, found, ends, stands).run(nodes, at);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// The cheapest way to find a structure of a kind from the start to the end of a name, in bits.
    fn bits(kind: &str, name: &str) -> Option<f32> {
        let name = Name::new(name.to_owned());
        let words = Found::new(&name, Lexicon::get());
        let grammar = Grammar::get();
        let lines = grammar.lines.iter().filter(|line| Ok(line.kind) == kind.parse());
        let mut best = None::<f32>;
        for line in lines {
            let found = |end, bits: f32| {
                if end == name.len() {
                    best = Some(best.map_or(bits, |best| best.min(bits)));
                }
            };
            Search::new(&name, &words, &mut Ends::new(), found).run(&line.nodes, 0);
        }
        best
    }

    #[test]
    fn every_line_can_be_read() {
        let mut rules = Rules::default();
        for line in LINES.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
            assert!(rules.add(line) || read(&rules, line).is_some(), "{line}");
        }
    }

    #[test]
    fn a_price_is_the_nearest_float() {
        for number in -2_000..2_000_i16 {
            let text = format!("{:.2}", f64::from(number) / 100.0);
            assert_eq!(notation::decimal(&text), text.parse().ok(), "{text}");
        }
        for nonsense in ["", "-", ".", "1-", "1.2.3", "99999"] {
            assert_eq!(notation::decimal(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_structure_costs_what_there_is_to_choose_in_it() {
        let digits = |count: f32| count * std::f32::consts::LOG2_10;
        for (kind, name, expected) in [
            // A second within ten years, give or take what people and programs round.
            ("Moment", "20260715183117", 29.5),
            ("Moment", "20260715t183000z", 20.9),
            ("Moment", "2026-07-15t18-31-17-000z", 30.5),
            ("Moment", "20260715183117000z", 30.5),
            ("Moment", "2026-07-15t18:31:17+02:00", 33.7),
            ("Moment", "15.07.2026-18.30", 19.9),
            ("Moment", "202607151830", 19.9),
            ("Date", "25kwietnia2029", 13.3),
            ("Date", "31-de-mayo-de-2024", 13.3),
            ("Reference", "ritm9739838", 3.0 + digits(7.0)),
            ("Reference", "rfc6402", digits(4.0)),
            ("Reference", "nl90-trio-5454-9066-17", 4.0 + digits(10.0)),
            ("Reference", "ul969", 7.0 + digits(4.0)),
            ("Phone", "01576929741", 4.2 + digits(7.0)),
            ("Phone", "613-967-6052", digits(10.0) - 1.8),
            ("Postcode", "y0g-4r9", 22.8),
            ("Plate", "rn16psl", 28.6),
            ("Version", "release-2.14.0-rc3", 18.1),
            ("Number", "achtunddreißig", 6.2),
            ("Number", "twenty-one", 6.2),
            ("Number", "сорок-два", 6.2),
            ("Spelled", "four-two-nine-eight", digits(4.0)),
            ("Spelled", "quebec-whiskey-delta", 14.1),
            ("Syllables", "nownepcod", 32.0),
            ("Syllables", "xokes-tylyd-vacis-roxyx", 48.8),
            ("Address", "46:06:14:cf:41:94", 48.0),
        ] {
            let bits = bits(kind, name);
            assert!(bits.is_some_and(|bits| (bits - expected).abs() < 0.6), "{kind} {name} {bits:?}");
        }
    }

    /// What is looked for by its first two symbols is what would be found if every line were looked for.
    #[test]
    fn no_structure_is_overlooked() {
        for name in [
            "2026-07-15t18:30z",
            "1stofjuly-26",
            "monday-15.7.26-kw29",
            "inc0012345-cs101",
            "a1b2c3d4e5f6-7g8h",
            "twenty-one-one-two-null-null",
            "46:06:14:cf:41:94",
            "v2.14.0-rc3-q3",
            "xokes-tylyd-7a-2b",
        ] {
            let name = Name::new(name.to_owned());
            let words = Found::new(&name, Lexicon::get());
            let is_alphanumeric =
                |at: usize| matches!(name.symbols.get(at), Some(Symbol::Letter(_) | Symbol::Digit(_)));
            let kind_at = |at: usize| name.symbols.get(at).map(std::mem::discriminant);
            for at in (0..name.len()).filter(|at| *at == 0 || kind_at(at - 1) != kind_at(*at)) {
                let mut offered = Vec::new();
                offer(&name, &words, at, &mut |Candidate { piece, .. }| {
                    offered.push((piece.end, piece.kind, piece.bits.to_bits()));
                });
                let begins_alone = at == 0 || !is_alphanumeric(at - 1);
                let lines = &Grammar::get().lines;
                for line in lines.iter().filter(|line| begins_alone || !line.begins_alone) {
                    let stands = |end: usize, bits: f32| {
                        if !line.ends_alone || !is_alphanumeric(end) {
                            let found = (end, line.kind, bits.max(0.0).to_bits());
                            assert!(offered.contains(&found), "{} {at} {found:?}", name.folded);
                        }
                    };
                    Search::new(&name, &words, &mut Ends::new(), stands).run(&line.nodes, at);
                }
            }
        }
    }

    #[test]
    fn what_only_begins_like_a_structure_is_none() {
        for (kind, name) in [
            ("Date", "2026-13-15"),
            ("Date", "2026-07-155"),
            ("Moment", "20260715253117"),
            ("Version", "release-2"),
            ("Reference", "ritmo9739838"),
            ("Phone", "613-967-60522"),
            ("Syllables", "nownepc"),
            ("Number", "twenty-onetime"),
        ] {
            assert_eq!(bits(kind, name), None, "{kind} {name}");
        }
    }

    #[test]
    fn no_search_is_given_up() {
        for name in [
            "2026-07-15t18-30-00-000000000z",
            "20260715183000000000000000000000",
            "de03-8882-3050-1093-0217-39",
            "banabanabanabanabanabanabanabanabana",
            "one-two-three-four-five-six-seven-eight-nine-one-two-three",
        ] {
            let name = Name::new(name.to_owned());
            let words = Found::new(&name, Lexicon::get());
            for line in &Grammar::get().lines {
                let mut ends = Ends::new();
                let mut search = Search::new(&name, &words, &mut ends, |_, _| {});
                search.run(&line.nodes, 0);
                assert!(!search.is_given_up(), "{} {:?}", name.folded, line.kind);
            }
        }
    }
}
