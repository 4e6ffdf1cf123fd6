//! What a piece of a name can be: the one list of it, for the models, for the answer, and for the sentences that explain
//! it.

use strum::{EnumString, IntoStaticStr, VariantNames};

use super::languages::{LANGUAGES, RANK_CLASSES};

/// What a piece of a name was recognised as: the data that a translated sentence is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(prefix = "part_", serialize_all = "snake_case", ascii_case_insensitive)]
#[cfg_attr(
    feature = "js",
    derive(serde::Serialize, tsify::Tsify),
    serde(tag = "type", rename_all = "camelCase")
)]
pub enum Kind {
    /// A word of a language, or of a generator's list.
    Word {
        /// The language's BCP 47 code; empty for a word that is known from public word lists only.
        language: &'static str,
        /// It is among this many of the commonest words of the language.
        rank: Option<u32>,
    },
    /// A word that meetings are named with.
    Meeting {
        /// Whether it is among the first that come to mind.
        common: bool,
    },
    /// A proverb, a slogan, a first line or a title: a whole line that everybody knows.
    Line,
    /// A given name or a family name.
    PersonName,
    /// A city or a country.
    Place,
    /// A day of the week.
    Weekday,
    /// A month.
    Month,
    /// The whole name is what a public generator makes.
    Generator {
        /// The generator's name, as its users know it.
        name: &'static str,
    },
    /// Random characters.
    Token {
        /// How many were drawn.
        length: u32,
    },
    /// A random UUID.
    Uuid,
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
    /// Neighbours in the alphabet or among the digits, such as abc or 1234.
    Sequence,
    /// The same again.
    Repeat,
    /// Neighbours on the keyboard, such as qwerty.
    Keyboard,
    /// Characters of a script that has no alphabet, emoji and signs.
    Signs,
    /// A date and a time.
    Moment,
    /// The number of a ticket, a course, a flight, a file or a document.
    Reference,
    /// A telephone number.
    Phone,
    /// A postcode.
    Postcode,
    /// The number plate of a vehicle.
    Plate,
    /// A version of something.
    Version,
    /// Syllables of a consonant and a vowel, or little more, as programs make them.
    Syllables,
    /// Letters or digits, spelled in words.
    Spelled,
    /// An address of a computer, or a place by its coordinates.
    Address,
    /// A known word or phrase, hashed or encoded: [`Part::decoded`](super::Part::decoded) is what stands behind it.
    Encoded,
    /// Nothing that is known; judged by its letters.
    Unknown,
    /// What stands between the others, and costs nothing. No part of an answer is one.
    #[cfg_attr(feature = "js", serde(skip))]
    Separator,
}

impl Kind {
    /// The keys of all kinds: see [`Kind::key`].
    pub const KEYS: &'static [&'static str] = <Self as VariantNames>::VARIANTS;

    /// Its name as tables of translations may have it: `part_` and the words of its name, such as `part_person_name`.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// A word of the language with this number, in a class of frequency counted from 1; 0 and 0 for a word of generators'
    /// lists only.
    pub(crate) fn word(language: u8, class: u8) -> Self {
        Self::Word {
            language: LANGUAGES.get(usize::from(language)).copied().unwrap_or_default(),
            rank: usize::from(class).checked_sub(1).and_then(|class| RANK_CLASSES.get(class).copied()),
        }
    }

    /// Characters drawn at random, in this number.
    pub(crate) const fn token(length: usize) -> Self {
        Self::Token { length: length as u32 }
    }

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
                | Self::Moment
        )
    }

    /// Whether it is a word, known or not.
    pub(crate) const fn is_word(self) -> bool {
        matches!(
            self,
            Self::Word { .. }
                | Self::Meeting { .. }
                | Self::PersonName
                | Self::Place
                | Self::Weekday
                | Self::Month
                | Self::Unknown
        )
    }

    /// Whether it is known to be a word of generators' lists, and of no language.
    pub(crate) fn is_listed_word(self) -> bool {
        self == Self::word(0, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_of_the_kinds_name() {
        assert_eq!(Kind::PersonName.key(), "part_person_name");
        assert_eq!(Kind::word(1, 1).key(), "part_word");
        assert!(Kind::KEYS.contains(&"part_postcode"));
    }

    #[test]
    fn a_word_has_the_rank_of_its_class() {
        assert_eq!(Kind::word(2, 1), Kind::Word { language: "de", rank: Some(RANK_CLASSES[0]) });
        let beyond = RANK_CLASSES.len() as u8 + 1;
        assert_eq!(Kind::word(2, beyond), Kind::Word { language: "de", rank: None });
        assert!(Kind::word(0, 0).is_listed_word() && !Kind::word(2, beyond).is_listed_word());
    }
}
