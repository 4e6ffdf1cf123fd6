//! Was a stretch of letters and digits written, or drawn at random?
//!
//! Each stretch between separators has two descriptions: as the pieces that it was put together from, and as
//! characters of an alphabet. How much shorter the first is are the odds that it was written. What stands beside it
//! tells as well: programs and people put a random token behind a name, or draw all of it, but hardly change their
//! mind from word to word. So the stretches are a chain of two states, and each has the odds that the whole name gives
//! it (the forward-backward algorithm).
//!
//! Programs draw from the letters a to z and from digits. What is typed in any other script, or with accents, was
//! written.

use super::costs;
use super::name::Name;
use super::phrase::Described;
use super::piece::{Kind, Piece};

/// A name once its random tokens are told from what was written.
pub(crate) struct Told {
    /// The pieces, in order, with what they cost whoever does not know which of the two they are.
    pub(crate) pieces: Vec<Piece>,
    /// What it takes to describe the name, in bits.
    pub(crate) description: f32,
}

/// A stretch of pieces without a separator.
struct Stretch<'a> {
    pieces: &'a [Described],
    /// What it takes to describe it as written, and as drawn; infinite if no program draws it.
    written: f32,
    drawn: f32,
    /// What it costs if it was drawn.
    bits: f32,
}

impl<'a> Stretch<'a> {
    fn new(name: &Name, pieces: &'a [Described]) -> Self {
        // That no list has a word is evidence for other words, not for letters drawn at random.
        let unknown = pieces.iter().filter(|p| p.piece.kind == Kind::Unknown).count() as f32;
        let written = pieces.iter().map(|p| p.description).sum::<f32>() - unknown * costs::unknown();
        let (start, end) = match pieces {
            [first, .., last] => (first.piece.start, last.piece.end),
            [only] => (only.piece.start, only.piece.end),
            [] => (0, 0),
        };
        let bits = bits_if_drawn(name, start, end);
        let drawn = if bits.is_finite() { bits + costs::token() } else { f32::INFINITY };
        Self { pieces, written, drawn, bits }
    }
}

/// The bits of `start..end` as drawn from the smallest alphabet that it may be of; infinite, if no program draws it.
fn bits_if_drawn(name: &Name, start: usize, end: usize) -> f32 {
    let digits = name.digits(start, end);
    let length = end - start;
    if digits == length || name.chunk_end(start) < end || !name.is_plain(start, end) {
        return f32::INFINITY;
    }
    let hex = (start..end).all(|at| name.letter(at).is_none_or(|l| l < 6));
    let each = match digits {
        0 => costs::LETTER,
        _ if hex => costs::HEX,
        _ => costs::ALPHANUMERIC,
    };
    each * length as f32
}

/// log2 of 2^-a + 2^-b, negated: the bits of either of two things.
fn either(a: f32, b: f32) -> f32 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if high - low > 20.0 { low } else { low - libm::log2f(1.0 + libm::exp2f(low - high)) }
}

/// Tells what was written from what was drawn.
pub(crate) fn tell(name: &Name, pieces: &[Described]) -> Told {
    let chunks =
        || pieces.chunk_by(|a, b| (a.piece.kind == Kind::Separator) == (b.piece.kind == Kind::Separator));
    let stretches: Vec<Stretch> =
        chunks().filter(|c| c[0].piece.kind != Kind::Separator).map(|c| Stretch::new(name, c)).collect();
    // Bits of everything so far, with the stretch just seen written, or drawn.
    let mut before = Vec::with_capacity(stretches.len());
    let (mut written, mut drawn) = (0.0, costs::drawn_first());
    for stretch in &stretches {
        before.push((written, drawn));
        let (w, d) = (written + stretch.written, drawn + stretch.drawn);
        (written, drawn) = (
            either(w, d + costs::written_after_drawn()),
            either(w + costs::drawn_after_written(), d + costs::drawn_again()),
        );
    }
    let mut odds = vec![0.0; stretches.len()];
    let (mut after_written, mut after_drawn) = (0.0, 0.0);
    let mut description = 0.0;
    for (number, stretch) in stretches.iter().enumerate().rev() {
        let (w, d) = (stretch.written + after_written, stretch.drawn + after_drawn);
        let (begin_written, begin_drawn) = before[number];
        odds[number] = (w + begin_written) - (d + begin_drawn);
        description = either(w + begin_written, d + begin_drawn);
        (after_written, after_drawn) = (
            either(w, d + costs::drawn_after_written()),
            either(w + costs::written_after_drawn(), d + costs::drawn_again()),
        );
    }
    let mut out = Vec::with_capacity(pieces.len());
    let mut told = stretches.iter().zip(&odds);
    for chunk in chunks() {
        if chunk[0].piece.kind == Kind::Separator {
            description += chunk[0].description;
            out.extend(chunk.iter().map(|p| p.piece));
        } else if let Some((stretch, odds)) = told.next() {
            stretch.tell(*odds, &mut out);
        }
    }
    Told { pieces: out, description }
}

impl Stretch<'_> {
    /// Adds its pieces, or one that was drawn, at what is to be expected if it was drawn with `odds` bits.
    fn tell(&self, odds: f32, out: &mut Vec<Piece>) {
        let (Some(first), Some(last)) = (self.pieces.first(), self.pieces.last()) else { return };
        let (start, end) = (first.piece.start, last.piece.end);
        let sum: f32 = self.pieces.iter().map(|p| p.piece.bits).sum();
        let expected = if odds < -20.0 { sum } else { costs::expected(sum, self.bits.max(sum), odds) };
        if odds > 0.0 {
            out.push(Piece { start, end, bits: expected.min(self.bits), kind: Kind::token(end - start) });
            return;
        }
        let more = if sum > 0.0 { expected / sum } else { 1.0 };
        out.extend(self.pieces.iter().map(|p| Piece { bits: p.piece.bits * more, ..p.piece }));
    }
}
