//! Patterns that a finger makes: sequences, repeats and neighbours on the keyboard.

use std::sync::OnceLock;

use crate::letters::Symbol;
use crate::name::Name;
use crate::piece::{Candidate, Kind, Piece};

/// Rows of the keyboards of the world.
const ROWS: [&[u8]; 7] =
    [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm", b"qwertzuiop", b"yxcvbnm", b"azertyuiop", b"qsdfghjklm"];

/// Other ways that fingers go: over columns, in zigzag, by blocks, and everything twice.
const WAYS: [&[u8]; 13] = [
    b"1234567890",
    b"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    b"qazwsxedcrfvtgbyhnujmikolp",
    b"zaq12wsxcde34rfvbgt56yhnmju7",
    b"zaqxswcdevfrbgtnhymju",
    b"1q2w3e4r5t6y7u8i9o0p",
    b"q1w2e3r4t5y6u7i8o9p0",
    b"qwe123asd456zxc789",
    b"123qweasdzxc",
    b"1234qwerasdfzxcv",
    b"qwerasdfzxcv1234",
    b"qweasdzxc123",
    b"qqwweerrttyyuuiioopp",
];

/// Ways over the alphabet and the digits.
const COUNTED: [&[u8]; 7] = [
    b"1a2b3c4d5e6f7g8h9i0j",
    b"a1b2c3d4e5f6g7h8i9j0",
    b"abc123def456ghi789",
    b"aabbccddeeffgghhiijjkkll",
    b"aaabbbcccdddeeefff",
    b"11223344556677889900",
    b"111222333444555666777888999000",
];

/// Minimum length of a walk along a row of keys, in keys, because shorter ones are found in words.
const SHORTEST_WALK: usize = 4;
/// Minimum length of another way over the keys, in keys, because shorter ones are found in what was drawn at random.
const SHORTEST_WAY: usize = 6;

/// Offers the patterns that begin at `at`.
pub(crate) fn offer(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let value = |i: usize| match name.symbols.get(i) {
        Some(Symbol::Letter(letter)) => Some(i32::from(*letter)),
        Some(Symbol::Digit(digit)) => Some(100 + i32::from(*digit)),
        _ => None,
    };
    let (Some(first), Some(second)) = (value(at), value(at + 1)) else { return };
    let step = second - first;
    let from = if first >= 100 { 3.3 } else { 4.7 };
    if step.abs() <= 1 && (at == 0 || value(at - 1) != Some(first - step)) {
        let mut end = at + 2;
        while value(end).is_some_and(|v| Some(v - step) == value(end - 1)) {
            end += 1;
        }
        for end in at + 3..=end {
            let length = (end - at) as f32;
            let usual = if step == 1 && (first == 0 || first == 101) { 1.0 } else { from };
            let bits = usual + libm::log2f(length) + if step == -1 { 2.0 } else { 1.0 };
            offer(Candidate { piece: Piece { start: at, end, bits, kind: Kind::Sequence }, doubt: 2.0 });
        }
    }
    wander(name, at, offer);
    if name.chunk_end(at) - at < SHORTEST_WALK {
        return;
    }
    let pressed = |i: usize| match name.symbols.get(i) {
        Some(Symbol::Letter(letter)) => Some(b'a' + letter),
        Some(Symbol::Digit(digit)) => Some(b'0' + digit),
        _ => None,
    };
    let Some((first, second)) = pressed(at).zip(pressed(at + 1)) else { return };
    for &Way { keys, at: from, shortest, kind } in ways_after(first, second) {
        let forwards = walk(&keys[from + 1..], |i| pressed(at + i));
        let length = forwards.max(walk(keys[..from].iter().rev(), |i| pressed(at + i)));
        if length >= shortest {
            let bits = 5.0 + libm::log2f(length as f32);
            offer(Candidate { piece: Piece { start: at, end: at + length, bits, kind }, doubt: 2.0 });
        }
    }
}

/// Lengths of a wandering over the keys, in keys: shorter ones are found in words, and longer ones are taken in pieces,
/// which keeps the time linear.
const WANDERING: std::ops::RangeInclusive<usize> = 6..=24;
/// Evidence against fingers wandering: in words some letters are neighbours too.
const WANDERING_DOUBT: f32 = 10.0;

/// Offers what fingers press that wander from any key to a neighbour of it.
fn wander(name: &Name, at: usize, offer: &mut impl FnMut(Candidate)) {
    let place = |i: usize| match name.symbols.get(i) {
        Some(Symbol::Letter(letter)) => Some(KEYS_AT[usize::from(*letter)]),
        Some(Symbol::Digit(digit)) => Some((0, (*digit + 9) % 10)),
        _ => None,
    };
    let touches = |i: usize| place(i - 1).zip(place(i)).is_some_and(|(one, next)| are_neighbours(one, next));
    let longest = 1 + (at + 1..at + WANDERING.end()).take_while(|i| touches(*i)).count();
    if longest < *WANDERING.start() {
        return;
    }
    let mut bits = libm::log2f(KEYS as f32);
    for (key, length) in (at..at + longest).filter_map(place).zip(1..) {
        if WANDERING.contains(&length) {
            let piece = Piece { start: at, end: at + length, bits, kind: Kind::Keyboard };
            offer(Candidate { piece, doubt: WANDERING_DOUBT });
        }
        bits += libm::log2f(f32::from(neighbours(key)));
    }
}

/// The row and column of each letter on the keyboard; the digits are the row above.
#[rustfmt::skip]
const KEYS_AT: [(u8, u8); 26] = [
    (2, 0), (3, 4), (3, 2), (2, 2), (1, 2), (2, 3), (2, 4), (2, 5), (1, 7), (2, 6), (2, 7), (2, 8), (3, 6),
    (3, 5), (1, 8), (1, 9), (1, 0), (1, 3), (2, 1), (1, 4), (1, 6), (3, 3), (1, 1), (3, 1), (1, 5), (3, 0),
];

/// Whether two keys touch: each row stands half a key further to the right than the one above.
const fn are_neighbours(one: (u8, u8), other: (u8, u8)) -> bool {
    let (upper, lower) = if one.0 <= other.0 { (one, other) } else { (other, one) };
    if upper.0 == lower.0 {
        upper.1.abs_diff(lower.1) == 1
    } else {
        lower.0 - upper.0 == 1 && (upper.1 == lower.1 || upper.1 == lower.1 + 1)
    }
}

/// How many keys touch this one, at a keyboard of four rows of ten, ten, nine and seven.
fn neighbours((row, column): (u8, u8)) -> u8 {
    let lengths = [10, 10, 9, 7];
    let row = usize::from(row);
    let beside = u8::from(column > 0) + u8::from(column + 1 < lengths[row]);
    let above = if row == 0 { 0 } else { 1 + u8::from(column + 1 < lengths[row - 1]) };
    let below = lengths.get(row + 1).map_or(0, |length| u8::from(column > 0) + u8::from(column < *length));
    beside + above + below
}

/// A place on a way. Fewer than `shortest` of its keys say nothing.
#[derive(Clone, Copy)]
struct Way {
    keys: &'static [u8],
    at: usize,
    shortest: usize,
    kind: Kind,
}

/// How many keys have a letter or a digit.
const KEYS: usize = 36;

/// The number of a pair of keys.
fn pair(first: u8, second: u8) -> usize {
    let key = |key: u8| usize::from(if key.is_ascii_digit() { key - b'0' + 26 } else { key - b'a' });
    key(first) * KEYS + key(second)
}

/// Where one key follows another, in either direction.
fn ways_after(first: u8, second: u8) -> &'static [Way] {
    static PAIRS: OnceLock<Vec<Vec<Way>>> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| {
        let mut pairs = vec![Vec::new(); KEYS * KEYS];
        let all: [(&[&'static [u8]], usize, Kind); 3] = [
            (&ROWS, SHORTEST_WALK, Kind::Keyboard),
            (&WAYS, SHORTEST_WAY, Kind::Keyboard),
            (&COUNTED, SHORTEST_WAY, Kind::Sequence),
        ];
        for (ways, shortest, kind) in all {
            for keys in ways {
                for (at, two) in keys.windows(2).enumerate() {
                    pairs[pair(two[0], two[1])].push(Way { keys, at, shortest, kind });
                    pairs[pair(two[1], two[0])].push(Way { keys, at: at + 1, shortest, kind });
                }
            }
        }
        pairs
    });
    &pairs[pair(first, second)]
}

/// How many keys, the first included, go along the `keys` after the first.
fn walk<'a>(keys: impl IntoIterator<Item = &'a u8>, pressed: impl Fn(usize) -> Option<u8>) -> usize {
    1 + keys.into_iter().zip(1..).take_while(|&(&key, i)| pressed(i) == Some(key)).count()
}
