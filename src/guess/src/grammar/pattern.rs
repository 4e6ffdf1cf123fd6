//! What a pattern is made of, and what it can begin with, so that it is not looked for where it cannot stand.

use std::ops::RangeInclusive;

use crate::found::Found;
use crate::letters::Symbol;
use crate::name::Name;

/// A set of what can stand somewhere: the letters from a on, the digits from 0 on, [`CALENDAR`] and [`NONE`].
pub(super) type Set = u64;

pub(super) const LETTERS: Set = (1 << 26) - 1;
pub(super) const DIGITS: Set = ((1 << 10) - 1) << 26;
/// A name of the calendar, beside its first letter.
pub(super) const CALENDAR: Set = 1 << 36;
/// Neither a letter nor a digit.
const NONE: Set = 1 << 37;
/// Whatever there is.
pub(super) const ANY: Set = Set::MAX;

/// How many things there are in a set.
pub(super) const COUNT: usize = 38;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// These letters and digits.
    Text(&'static [u8]),
    /// One of a set of letters and digits.
    Symbol { set: Set, bits: f32 },
    /// A separator.
    Separator,
    /// A number in a range, written with `shortest` to `longest` digits.
    Number { from: u64, to: u64, shortest: u8, longest: u8, bits: f32 },
    /// The name of a month.
    MonthName,
    /// The name of a day of the week.
    DayName,
    /// Nothing, at a price.
    Price(f32),
    /// One of several, each with what stands where it begins.
    Choice { ways: Vec<(Set, Vec<Node>)>, bits: f32 },
    /// The same, with what stands where it begins, at least and at most so often.
    Repeat { firsts: Set, body: Vec<Node>, least: u8, most: u8 },
}

/// The set with the letter or digit `byte` alone; nothing, if it is neither.
pub(super) const fn symbol(byte: u8) -> Set {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        _ => 0,
    }
}

/// What stands at `at`.
pub(super) fn standing(name: &Name, found: &Found, at: usize) -> Set {
    match name.symbols.get(at) {
        Some(Symbol::Letter(letter)) => 1 << letter | if found.is_calendar(at) { CALENDAR } else { 0 },
        Some(Symbol::Digit(digit)) => 1 << (26 + digit),
        _ => NONE,
    }
}

/// What can stand where `nodes` begin, if it is one of `then` that stands behind them.
pub(super) fn firsts(nodes: &[Node], then: Set) -> Set {
    let mut firsts = 0;
    for node in nodes {
        firsts |= match node {
            Node::Symbol { set, .. } => *set,
            Node::Text(text) => text.first().map_or(0, |byte| symbol(*byte)),
            Node::Number { from, to, shortest, longest, .. } => leading(*from..=*to, *shortest..=*longest),
            Node::MonthName | Node::DayName => CALENDAR,
            Node::Choice { ways, .. } => ways.iter().fold(0, |all, way| all | self::firsts(&way.1, 0)),
            Node::Repeat { body, .. } => self::firsts(body, 0),
            Node::Separator => NONE,
            Node::Price(_) => 0,
        };
        if !is_empty(node) {
            return firsts;
        }
    }
    firsts | then
}

/// The digits that a number in a range can begin with, if it has so many.
fn leading(range: RangeInclusive<u64>, digits: RangeInclusive<u8>) -> Set {
    if digits.start() != digits.end() {
        return DIGITS;
    }
    let unit = 10_u64.pow(u32::from(digits.start().saturating_sub(1)));
    (range.start() / unit..=range.end() / unit).fold(0, |set, digit| set | 1 << (26 + digit))
}

/// Gives what can stand where `nodes` begin and what can stand behind that, if it is one of `then` that stands behind all.
pub(super) fn pairs(nodes: &[Node], then: Set, give: &mut dyn FnMut(Set, Set)) {
    for (node, rest) in nodes.iter().zip(1..).map(|(node, at)| (node, &nodes[at..])) {
        let next = firsts(rest, then);
        match node {
            Node::Symbol { set, .. } => give(*set, next),
            Node::Text(text) => {
                give(firsts(std::slice::from_ref(node), 0), text.get(1).map_or(next, |byte| symbol(*byte)));
            }
            Node::Number { shortest, .. } => {
                give(
                    firsts(std::slice::from_ref(node), 0),
                    if *shortest > 1 { DIGITS } else { DIGITS | next },
                );
            }
            Node::MonthName | Node::DayName => give(CALENDAR, ANY),
            Node::Choice { ways, .. } => ways.iter().for_each(|way| pairs(&way.1, next, give)),
            Node::Repeat { body, .. } => pairs(body, firsts(body, next) | next, give),
            Node::Separator | Node::Price(_) => {}
        }
        if !is_empty(node) {
            break;
        }
    }
}

/// Whether the pattern may stand for nothing.
fn is_empty(node: &Node) -> bool {
    match node {
        Node::Price(_) => true,
        Node::Choice { ways, .. } => ways.iter().any(|way| way.1.iter().all(is_empty)),
        Node::Repeat { body, least, .. } => *least == 0 || body.iter().all(is_empty),
        _ => false,
    }
}

/// How many digits the pattern has at least.
pub(super) fn fewest_digits(nodes: &[Node]) -> usize {
    let digits = nodes.iter().map(|node| match node {
        Node::Text(text) => text.iter().filter(|byte| byte.is_ascii_digit()).count(),
        Node::Symbol { set, .. } => usize::from(*set & !DIGITS == 0),
        Node::Number { shortest, .. } => usize::from(*shortest),
        Node::Choice { ways, .. } => ways.iter().map(|way| fewest_digits(&way.1)).min().unwrap_or(0),
        Node::Repeat { body, least, .. } => usize::from(*least) * fewest_digits(body),
        Node::MonthName | Node::DayName | Node::Separator | Node::Price(_) => 0,
    });
    digits.sum()
}
