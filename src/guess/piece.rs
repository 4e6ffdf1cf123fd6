//! A piece of a name, while the models compete for it.

use super::assessment::PartKind;
use super::languages::{LANGUAGES, RANK_CLASSES};
use super::lexicon::Word;
use super::lists::List;

/// What a piece is taken for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// What stands between words.
    Separator,
    /// A word of a language.
    Word(Word),
    /// What meetings are named.
    Meeting {
        /// Whether it is one of the first that come to mind.
        common: bool,
    },
    /// A given name, or a family name.
    PersonName,
    /// A city or country.
    Place,
    /// A day of the week.
    Weekday,
    /// A month.
    Month,
    /// Letters that make no known word.
    Unknown,
    /// Characters drawn from an alphabet of so many.
    Token(u8),
    /// A number.
    Number,
    /// A year.
    Year,
    /// A date.
    Date,
    /// Neighbours in the alphabet or among the digits.
    Sequence,
    /// The same again.
    Repeat,
    /// Neighbours on the keyboard.
    Keyboard,
    /// Characters of a script without an alphabet, emoji and signs.
    Signs,
}

/// A piece: where it stands, and what it costs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    /// Its first symbol.
    pub(crate) start: usize,
    /// The symbol after its last.
    pub(crate) end: usize,
    /// Bits that it costs the attacker.
    pub(crate) bits: f32,
    /// What it is taken for.
    pub(crate) kind: Kind,
}

impl Kind {
    /// The kind as it is explained to people.
    pub(crate) fn explain(self, length: usize) -> PartKind {
        match self {
            Self::Separator | Self::Unknown => PartKind::Unknown,
            Self::Word(word) => PartKind::Word {
                language: LANGUAGES.get(usize::from(word.language)).map_or("", |l| l).to_owned(),
                rank: usize::from(word.class).checked_sub(1).map(|c| RANK_CLASSES[c]),
            },
            Self::Meeting { common } => PartKind::Meeting { common },
            Self::PersonName => PartKind::PersonName,
            Self::Place => PartKind::Place,
            Self::Weekday => PartKind::Weekday,
            Self::Month => PartKind::Month,
            Self::Token(alphabet) => PartKind::Token { alphabet: u32::from(alphabet), length: length as u32 },
            Self::Number => PartKind::Number,
            Self::Year => PartKind::Year,
            Self::Date => PartKind::Date,
            Self::Sequence => PartKind::Sequence,
            Self::Repeat => PartKind::Repeat,
            Self::Keyboard => PartKind::Keyboard,
            Self::Signs => PartKind::Signs,
        }
    }
}

/// What a word costs, and what it is called for that price: the cheapest of what it is.
pub(crate) fn price(word: Word) -> (f32, Kind) {
    use super::costs;
    let mut best = (costs::WORD[usize::from(word.class)], Kind::Word(word));
    for (list, bits, kind) in [
        (List::MeetingCommon, costs::MEETING_COMMON, Kind::Meeting { common: true }),
        (List::Meeting, costs::MEETING, Kind::Meeting { common: false }),
        (List::Weekday, costs::WEEKDAY, Kind::Weekday),
        (List::Month, costs::MONTH, Kind::Month),
        (List::GivenName, costs::GIVEN_NAME, Kind::PersonName),
        (List::Surname, costs::SURNAME, Kind::PersonName),
        (List::Place, costs::PLACE, Kind::Place),
    ] {
        if word.is_on(list) && bits < best.0 {
            best = (bits, kind);
        }
    }
    best
}
