//! What was read of a link so far, while its end is looked for.

use super::signs::is_unspaced;
use super::stops::Reading;

/// Where a link ends, in bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    /// Where it probably does.
    pub(super) likely: usize,
    /// Where it does otherwise; `None` where nothing else is possible.
    pub(super) otherwise: Option<usize>,
}

/// What part of a link is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Host,
    Path,
    Query,
    Fragment,
}

/// What script a piece of a path began with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    None,
    Spaced,
    Unspaced,
}

/// What was read of a link so far.
pub(super) struct SoFar {
    pub(super) piece: Piece,
    /// Whether the link stands alone: it is what somebody typed as a name, whatever signs are in it.
    pub(super) alone: bool,
    /// What script the piece began with.
    pub(super) script: Script,
    /// Where a bracket was opened.
    pub(super) open: Option<usize>,
    /// How many digits stand before.
    digits: usize,
    /// Whether the brackets are those of a host that is an IPv6 address.
    pub(super) numeric: bool,
    /// The character before.
    pub(super) previous: char,
    pub(super) stops: Stops,
}

impl SoFar {
    pub(super) fn new(piece: Piece, alone: bool) -> Self {
        let (script, stops) = (Script::None, Stops::default());
        Self { piece, alone, script, open: None, digits: 0, numeric: false, previous: ':', stops }
    }

    /// Goes on behind `c`, which stands at `at`.
    pub(super) fn pass(&mut self, c: char, at: usize) {
        match c {
            '/' if self.piece == Piece::Host => self.piece = Piece::Path,
            '?' if matches!(self.piece, Piece::Host | Piece::Path) => self.piece = Piece::Query,
            '#' => self.piece = Piece::Fragment,
            '[' => self.numeric = true,
            '(' => self.open = self.open.or(Some(at)),
            ')' => self.open = None,
            _ => {}
        }
        self.digits = if c.is_ascii_digit() { self.digits + 1 } else { 0 };
        self.script = match (c, self.script) {
            ('/' | '?' | '#', _) => Script::None,
            (_, Script::None) if is_unspaced(c) => Script::Unspaced,
            (_, Script::None) if c.is_alphabetic() || self.digits > YEAR => Script::Spaced,
            (_, script) => script,
        };
        self.previous = c;
    }
}

/// What is known of the signs behind a host so far.
#[derive(Default)]
pub(super) struct Stops {
    /// What the piece that is read began with.
    pub(super) first: Option<char>,
    /// The last sign in it that can end a sentence.
    pub(super) listed: Option<char>,
    /// Where the first sign is that is uncertain, and whether it is rather the end.
    uncertain: Option<(usize, bool)>,
}

impl Stops {
    /// Goes on to the next piece.
    pub(super) fn next_piece(&mut self) {
        (self.first, self.listed) = (None, None);
    }

    /// Remembers what the sign at `at` is.
    pub(super) fn take(&mut self, reading: Reading, at: usize) {
        let is_end = match reading {
            Reading::RatherEnd => true,
            Reading::RatherName => false,
            Reading::Name | Reading::End => return,
        };
        self.uncertain = self.uncertain.or(Some((at, is_end)));
    }

    /// Where a link that begins at `start` ends, which has at most `length` bytes.
    pub(super) fn ends(&self, start: usize, length: usize) -> Ends {
        let end = start + length;
        match self.uncertain.filter(|(at, _)| *at < length) {
            Some((at, true)) => Ends { likely: start + at, otherwise: Some(end) },
            Some((at, false)) => Ends { likely: end, otherwise: Some(start + at) },
            None => Ends { likely: end, otherwise: None },
        }
    }
}

/// Maximum number of digits before a word of a script without spaces that belong to it, as in 2026年会. Chosen because
/// a year has that many.
pub(super) const YEAR: usize = 4;
