//! A piece of a name, while the models compete for it.

use super::assessment::{PartKind, Structure};
use super::languages::{LANGUAGES, RANK_CLASSES};
use super::lexicon::Word;
use super::lists::List;
use super::phrase::{ANY, Languages};

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
    /// A word with digits for letters.
    Leet,
    /// A school class, such as 7a.
    SchoolClass,
    /// An hour, a week, or a part of the year.
    Time,
    /// Seconds or milliseconds since 1970.
    Timestamp,
    /// Neighbours in the alphabet or among the digits.
    Sequence,
    /// The same again.
    Repeat,
    /// Neighbours on the keyboard.
    Keyboard,
    /// What a public generator makes.
    Generator(&'static str),
    /// Characters of a script without an alphabet, emoji and signs.
    Signs,
    /// Something with fields of its own.
    Structure(Structure),
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

impl Piece {
    /// How many symbols it has.
    pub(crate) const fn length(&self) -> usize {
        self.end - self.start
    }
}

impl Kind {
    /// Whether it says that the name is one that people give meetings.
    pub(crate) const fn is_purpose(self) -> bool {
        matches!(
            self,
            Self::Meeting { .. }
                | Self::Year
                | Self::Date
                | Self::Weekday
                | Self::Month
                | Self::SchoolClass
                | Self::Time
                | Self::Structure(Structure::Moment)
        )
    }

    /// Whether it is a word, known or not.
    pub(crate) const fn is_word(self) -> bool {
        matches!(
            self,
            Self::Word(_)
                | Self::Meeting { .. }
                | Self::PersonName
                | Self::Place
                | Self::Weekday
                | Self::Month
                | Self::Unknown
        )
    }

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
            Self::Leet => PartKind::Leet,
            Self::SchoolClass => PartKind::SchoolClass,
            Self::Time => PartKind::Time,
            Self::Timestamp => PartKind::Timestamp,
            Self::Sequence => PartKind::Sequence,
            Self::Repeat => PartKind::Repeat,
            Self::Keyboard => PartKind::Keyboard,
            Self::Generator(name) => PartKind::Generator { name: name.to_owned() },
            Self::Signs => PartKind::Signs,
            Self::Structure(structure) => PartKind::Structure(structure),
        }
    }
}

/// The languages that a word may be of. The lexicon does not tell the smallest apart: together they are one.
pub(crate) fn languages(word: Word, kind: Kind) -> Languages {
    match (word.language, kind) {
        (_, Kind::PersonName | Kind::Place) => ANY,
        // On a generator's list only.
        (0, _) if word.class == 0 && word.lists < List::MeetingCommon.bit() => 1 << 1,
        (language, _) => 1 << language,
    }
}

/// What a word costs, and what it is called for that price: the cheapest of what it is.
pub(crate) fn price(word: Word) -> (f32, Kind) {
    use super::costs;
    let mut best = (costs::word(word.class), Kind::Word(word));
    for (list, bits, kind) in [
        (List::MeetingCommon, costs::meeting_common(), Kind::Meeting { common: true }),
        (List::Meeting, costs::meeting(), Kind::Meeting { common: false }),
        (List::Weekday, costs::weekday(), Kind::Weekday),
        (List::Month, costs::month(), Kind::Month),
        (List::PersonName, costs::person_name(), Kind::PersonName),
        (List::Place, costs::place(), Kind::Place),
    ] {
        if word.is_on(list) && bits < best.0 {
            best = (bits, kind);
        }
    }
    best
}

/// The same for a word of so many letters that stands alone (`bounded`) or between other letters; nothing, if it is no
/// word there.
///
/// The abbreviations of days and months, and the shortest words for meetings, are found in any letters: "man" is a
/// Monday and "mi" a meeting in some language.
pub(crate) fn price_at(word: Word, length: usize, bounded: bool) -> Option<(f32, Kind)> {
    use super::costs;
    if length > costs::ABBREVIATION {
        return Some(price(word));
    }
    let calendar = List::Month.bit() | List::Weekday.bit();
    let without = |lists: u64| Word { lists: word.lists & !lists, ..word };
    if bounded {
        let (bits, kind) = price(word);
        if word.language == 1 || !matches!(kind, Kind::Weekday | Kind::Month) {
            return Some((bits, kind));
        }
        let (other, other_kind) = price(without(calendar));
        let bits = bits + costs::other_language();
        return Some(if other < bits { (other, other_kind) } else { (bits, kind) });
    }
    let rest = without(calendar | List::MeetingCommon.bit() | List::Meeting.bit());
    (rest.class != 0 || rest.lists != 0).then(|| price(rest))
}
