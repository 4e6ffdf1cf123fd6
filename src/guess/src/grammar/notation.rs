//! Reads the notation of structures.

use super::pattern::{ANY, DIGITS, LETTERS, Node, Set, firsts, symbol};

/// How often "as often as one likes" is at most: no structure is longer.
const OFTEN: u8 = 32;

/// The number that is written like -2.5. The parser of the standard library, for all floats there are, takes 13 kB.
pub(super) fn decimal(text: &str) -> Option<f32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let number: u16 = [whole, fraction].concat().parse().ok()?;
    let parts = 10_u32.checked_pow(fraction.len() as u32)?;
    Some(sign * f32::from(number) / parts as f32)
}

fn repeat(body: Vec<Node>, least: u8, most: u8) -> Node {
    Node::Repeat { firsts: firsts(&body, ANY), body, least, most }
}

fn one_of(set: Set) -> Node {
    Node::Symbol { set, bits: libm::log2f(set.count_ones() as f32) }
}

/// The lines that others use, with their names. There are some forty, each looked for a few times, once.
#[derive(Default)]
pub(super) struct Rules(Vec<(String, Vec<Node>)>);

impl Rules {
    /// Adds a line that is `name = pattern`; whether it is one, and can be read.
    pub(super) fn add(&mut self, line: &'static str) -> bool {
        let Some((name, pattern)) = line.split_once('=') else { return false };
        self.read(pattern).map(|nodes| self.0.push((name.trim().to_owned(), nodes))).is_some()
    }

    /// The line with this name.
    fn get(&self, name: &str) -> Option<&Vec<Node>> {
        self.0.iter().find(|rule| rule.0 == name).map(|rule| &rule.1)
    }

    /// What `pattern` says, if it can be read.
    pub(super) fn read(&self, pattern: &'static str) -> Option<Vec<Node>> {
        let mut reader = Reader { rules: self, rest: pattern.as_bytes() };
        let nodes = reader.sequence()?;
        reader.rest.is_empty().then_some(nodes)
    }
}

struct Reader<'a> {
    rules: &'a Rules,
    rest: &'static [u8],
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<u8> {
        while let [b' ', rest @ ..] = self.rest {
            self.rest = rest;
        }
        self.rest.first().copied()
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.rest = &self.rest[1..])
    }

    /// The longest text of such bytes.
    fn text(&mut self, is: impl Fn(u8) -> bool) -> &'static str {
        let length = self.rest.iter().take_while(|byte| is(**byte)).count();
        let (text, rest) = self.rest.split_at(length);
        self.rest = rest;
        std::str::from_utf8(text).unwrap_or_default()
    }

    fn number<T: std::str::FromStr>(&mut self) -> Option<T> {
        self.text(|byte| byte.is_ascii_digit()).parse().ok()
    }

    /// Up to the end, or to what ends a group.
    fn sequence(&mut self) -> Option<Vec<Node>> {
        let mut nodes = Vec::new();
        while let Some(byte) = self.peek() {
            if matches!(byte, b')' | b'|' | b'/') {
                break;
            }
            let text = self.text(|byte| symbol(byte) != 0).as_bytes();
            let is_repeated = matches!(self.peek(), Some(b'?' | b'*' | b'+' | b'{'));
            let body = match text.len() {
                0 => self.element()?,
                length if is_repeated => {
                    // Its last letter is.
                    let (before, last) = text.split_at(length - 1);
                    nodes.extend((!before.is_empty()).then_some(Node::Text(before)));
                    vec![Node::Text(last)]
                }
                _ => {
                    nodes.push(Node::Text(text));
                    continue;
                }
            };
            let (least, most) = match self.peek() {
                Some(b'?') => (0, 1),
                Some(b'*') => (0, OFTEN),
                Some(b'+') => (1, OFTEN),
                Some(b'{') => {
                    self.take(b'{')?;
                    let least = self.number()?;
                    let most = if self.take(b',').is_some() { self.number()? } else { least };
                    nodes.push(repeat(body, least, most));
                    self.take(b'}')?;
                    continue;
                }
                _ => {
                    nodes.extend(body);
                    continue;
                }
            };
            self.rest = &self.rest[1..];
            nodes.push(repeat(body, least, most));
        }
        Some(nodes)
    }

    fn element(&mut self) -> Option<Vec<Node>> {
        let byte = self.peek()?;
        self.rest = &self.rest[1..];
        let node = match byte {
            b'D' => one_of(DIGITS),
            b'L' => one_of(LETTERS),
            b'H' => one_of(DIGITS | 0b11_1111),
            b'A' => one_of(DIGITS | LETTERS),
            b'#' => Node::Symbol { set: DIGITS | LETTERS, bits: 0.0 },
            b'-' => repeat(vec![Node::Separator], 0, 1),
            b'_' => Node::Separator,
            b'[' => one_of(self.set()?),
            b'<' => self.range()?,
            b'~' => Node::Price(decimal(self.text(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-')))?),
            b'(' => self.group()?,
            b'@' => match self.text(|byte| byte.is_ascii_lowercase()) {
                "monthname" => Node::MonthName,
                "dayname" => Node::DayName,
                rule => return self.rules.get(rule).cloned(),
            },
            _ => return None,
        };
        Some(vec![node])
    }

    /// The rest of `[a-fx]`.
    fn set(&mut self) -> Option<Set> {
        let mut set = 0;
        let mut last = None;
        while self.take(b']').is_none() {
            if last.is_some() && self.take(b'-').is_some() {
                let to = symbol(self.peek()?);
                set |= (to << 1).checked_sub(last?)?;
            }
            let byte = self.peek()?;
            self.rest = &self.rest[1..];
            last = Some(symbol(byte)).filter(|symbol| *symbol != 0);
            set |= last?;
        }
        Some(set)
    }

    /// The rest of `<1-31>`.
    fn range(&mut self) -> Option<Node> {
        let (before, from) = (self.rest.len(), self.number::<u64>()?);
        let shortest = (before - self.rest.len()) as u8;
        self.take(b'-')?;
        let (before, to) = (self.rest.len(), self.number::<u64>()?);
        let longest = (before - self.rest.len()) as u8;
        self.take(b'>')?;
        let bits = libm::log2f((to.checked_sub(from)? + 1) as f32);
        Some(Node::Number { from, to, shortest, longest, bits })
    }

    /// The rest of `(x|y)` or `(x/y)`.
    fn group(&mut self) -> Option<Node> {
        let mut ways = vec![self.sequence()?];
        let between = self.peek()?;
        while matches!(between, b'|' | b'/') && self.take(between).is_some() {
            ways.push(self.sequence()?);
        }
        self.take(b')')?;
        let bits = if between == b'|' { libm::log2f(ways.len() as f32) } else { 0.0 };
        Some(Node::Choice { ways: ways.into_iter().map(|way| (firsts(&way, ANY), way)).collect(), bits })
    }
}
