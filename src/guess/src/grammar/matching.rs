//! Finds a pattern in a name.

use super::pattern::{Node, Set, standing};
use crate::found::Found;
use crate::letters::Symbol;
use crate::lists::List;
use crate::name::Name;

/// Maximum number of parts of patterns that are looked at from one place, over which the search is given up. Chosen
/// because the longest structures here need some hundreds.
const STEPS: u32 = 4_000;

/// Places where groups of a pattern ended: which group, at which symbol, in which round of the groups around it, and for
/// what price at best.
pub(super) type Ends = Vec<(*const Node, usize, u32, f32)>;

/// A pattern being looked for.
pub(super) struct Search<'a, F> {
    name: &'a Name,
    words: &'a Found,
    /// Is told where the pattern ends and what it costs, for each way to find it.
    found: F,
    ends: &'a mut Ends,
    steps: u32,
}

/// Where a search is.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    bits: f32,
    /// Whether letters may follow: those of the calendar stand in "mondaycall" too.
    may_join: bool,
    /// Which round this is of the repeated groups that it is in.
    round: u32,
}

/// What comes after a group of parts.
enum Then<'a> {
    /// After this group, in this round, these parts and what comes after them.
    Parts { group: &'a Node, round: u32, rest: &'a [Node], then: Option<&'a Then<'a>> },
    /// The same group again, if it was not there often enough.
    Again { group: &'a Node, least: u8, most: u8, from: usize, then: &'a Then<'a> },
}

impl<'a, F: FnMut(usize, f32)> Search<'a, F> {
    pub(super) fn new(name: &'a Name, words: &'a Found, ends: &'a mut Ends, found: F) -> Self {
        ends.clear();
        Self { name, words, found, ends, steps: 0 }
    }

    /// Looks for `nodes` from `at` on.
    pub(super) fn run(&mut self, nodes: &[Node], at: usize) {
        self.follow(nodes, None, Place { at, bits: 0.0, may_join: false, round: 0 });
    }

    /// Whether there were more steps than a search may take.
    #[cfg(test)]
    pub(super) fn is_given_up(&self) -> bool {
        self.steps > STEPS
    }

    fn follow(&mut self, mut nodes: &[Node], then: Option<&Then<'_>>, mut place: Place) {
        // Where there is one way to go on it is gone at once.
        let (node, rest) = loop {
            self.steps += 1;
            if self.steps > STEPS {
                return;
            }
            let Some((node, rest)) = nodes.split_first() else { return self.after(then, place) };
            let stands = match node {
                Node::Price(price) => {
                    place.bits += price;
                    nodes = rest;
                    continue;
                }
                Node::Repeat { firsts, least: 0, .. } if firsts & self.standing(place.at) == 0 => {
                    nodes = rest;
                    continue;
                }
                Node::Text(text) if self.stands(text, place.at) => text.len(),
                Node::Symbol { set, bits } if set & self.standing(place.at) != 0 => {
                    place.bits += bits;
                    1
                }
                Node::Separator if self.is_separator(place.at) => 1,
                Node::Text(_) | Node::Symbol { .. } | Node::Separator => return,
                _ => break (node, rest),
            };
            place = Place { at: place.at + stands, may_join: false, ..place };
            nodes = rest;
        };
        let at = place.at;
        let on = |search: &mut Self, at: usize, more: f32, may_join: bool| {
            search.follow(rest, then, Place { at, bits: place.bits + more, may_join, ..place });
        };
        match node {
            Node::Price(_) | Node::Text(_) | Node::Symbol { .. } | Node::Separator => {}
            Node::Number { from, to, shortest, longest, bits } => {
                let mut value = 0;
                for length in 1..=*longest {
                    let end = at + usize::from(length);
                    let Some(digit) = self.name.digit(end - 1) else { break };
                    value = value * 10 + u64::from(digit);
                    if length >= *shortest && (*from..=*to).contains(&value) {
                        on(self, end, *bits, false);
                    }
                }
            }
            Node::MonthName | Node::DayName => {
                let list = if matches!(node, Node::MonthName) { List::Month } else { List::Weekday };
                let words = self.words;
                for &(end, word) in words.at(at) {
                    if end - at >= SHORTEST_NAME && word.is_on(list) {
                        on(self, end, 0.0, true);
                    }
                }
            }
            Node::Choice { ways, bits } => {
                let then = Then::Parts { group: node, round: place.round, rest, then };
                let place = Place { bits: place.bits + bits, ..place };
                let standing = self.standing(at);
                for (_, way) in ways.iter().filter(|(firsts, _)| firsts & standing != 0) {
                    // Most ways are words, and most words are not there.
                    if !matches!(&way[..], [Node::Text(text), ..] if !self.stands(text, at)) {
                        self.follow(way, Some(&then), place);
                    }
                }
            }
            Node::Repeat { least, most, .. } => {
                let then = Then::Parts { group: node, round: place.round, rest, then };
                self.again(node, *least, *most, &then, place);
            }
        }
    }

    /// What stands at `at`.
    fn standing(&self, at: usize) -> Set {
        standing(self.name, self.words, at)
    }

    /// Goes on after a group of parts.
    fn after(&mut self, then: Option<&Then<'_>>, place: Place) {
        match then {
            None => self.end(place),
            Some(Then::Parts { group, round, rest, then }) => {
                let place = Place { round: *round, ..place };
                if self.is_best(*group, place) {
                    self.follow(rest, *then, place);
                }
            }
            Some(Then::Again { group, least, most, from, then }) if place.at > *from => {
                self.again(group, *least, *most, then, place);
            }
            Some(Then::Again { .. }) => {}
        }
    }

    /// Whether a separator, or a colon, which stands in times, is at `at`.
    fn is_separator(&self, at: usize) -> bool {
        matches!(self.name.symbols.get(at), Some(Symbol::Separator(_) | Symbol::Other(':')))
    }

    /// Whether `text` stands at `at`.
    fn stands(&self, text: &[u8], at: usize) -> bool {
        let symbols = self.name.symbols.get(at..at + text.len());
        symbols.is_some_and(|symbols| {
            symbols.iter().zip(text).all(|(symbol, byte)| match symbol {
                Symbol::Letter(letter) => b'a' + letter == *byte,
                Symbol::Digit(digit) => b'0' + digit == *byte,
                _ => false,
            })
        })
    }

    /// Goes on after a group, and with the group once more.
    fn again(&mut self, group: &Node, least: u8, most: u8, then: &Then<'_>, place: Place) {
        if least == 0 {
            self.follow(&[], Some(then), place);
        }
        if let Node::Repeat { firsts, body, .. } = group
            && most > 0
            && firsts & self.standing(place.at) != 0
        {
            let again =
                Then::Again { group, least: least.saturating_sub(1), most: most - 1, from: place.at, then };
            let round = place.round.wrapping_mul(ROUNDS).wrapping_add(u32::from(most));
            self.follow(body, Some(&again), Place { round, ..place });
        }
    }

    /// Whether no other way through `group` to this place was as cheap.
    fn is_best(&mut self, group: *const Node, Place { at, bits, round, .. }: Place) -> bool {
        match self.ends.iter_mut().find(|end| (end.0, end.1, end.2) == (group, at, round)) {
            Some(end) if end.3 <= bits => return false,
            Some(end) => end.3 = bits,
            None => self.ends.push((group, at, round, bits)),
        }
        true
    }

    /// The pattern is found, if what follows does not go on with what it ended with.
    fn end(&mut self, Place { at, bits, may_join, .. }: Place) {
        let goes_on =
            at.checked_sub(1).and_then(|last| self.name.symbols.get(last)).zip(self.name.symbols.get(at));
        let joined = goes_on.is_some_and(|pair| match pair {
            (Symbol::Letter(_), Symbol::Letter(_)) => !may_join,
            (Symbol::Digit(_), Symbol::Digit(_)) => true,
            _ => false,
        });
        if !joined {
            (self.found)(at, bits);
        }
    }
}

/// Maximum number of rounds of a group: more than any here has.
const ROUNDS: u32 = 64;

/// Minimum length of the abbreviation of a day or month, in letters, because shorter ones are found in any letters.
const SHORTEST_NAME: usize = 3;
