//! The words in one name, each looked up once for all models.

use super::lexicon::{Lexicon, Word};
use super::lists::{List, Lists};
use super::name::Name;

/// The words that begin at each symbol of a name.
pub(crate) struct Found {
    /// Where each ends, and what is known of it: by where they begin, and then by their lengths.
    words: Vec<(usize, Word<'static>)>,
    places: Vec<Place>,
}

/// What begins at a symbol.
#[derive(Clone, Copy)]
struct Place {
    /// Where in `words` the words end that begin there.
    words_end: u32,
    /// How many letters from there on begin some word.
    begun: u8,
    /// Whether a month or a day of the week is among the words.
    is_calendar: bool,
}

const CALENDAR: Lists = Lists::of(&[List::Month, List::Weekday]);

impl Found {
    /// Looks up the words in `name`.
    pub(crate) fn new(name: &Name, lexicon: &'static Lexicon) -> Self {
        let mut words = Vec::with_capacity(2 * name.len());
        let mut places = Vec::with_capacity(name.len());
        for at in 0..name.len() {
            let mut is_calendar = false;
            let begun = if name.letter(at).is_some() {
                lexicon.words_at(
                    |i| name.letter(at + i),
                    |length, word| {
                        is_calendar |= word.lists().has_any(CALENDAR);
                        words.push((at + length, word));
                    },
                )
            } else {
                0
            };
            places.push(Place { words_end: words.len() as u32, begun: begun as u8, is_calendar });
        }
        Self { words, places }
    }

    /// The words that begin at `at`, the shortest first, each with where it ends.
    pub(crate) fn at(&self, at: usize) -> &[(usize, Word<'static>)] {
        let end = |at: usize| self.places[at].words_end as usize;
        if at < self.places.len() { &self.words[at.checked_sub(1).map_or(0, end)..end(at)] } else { &[] }
    }

    /// Whether a month or a day of the week begins at `at`.
    pub(crate) fn is_calendar(&self, at: usize) -> bool {
        self.places.get(at).is_some_and(|place| place.is_calendar)
    }

    /// How many letters from `at` on begin some word.
    pub(crate) fn begun(&self, at: usize) -> usize {
        self.places.get(at).map_or(0, |place| usize::from(place.begun))
    }
}
