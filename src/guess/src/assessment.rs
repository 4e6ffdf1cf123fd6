//! The answer: a strength, a verdict, and the parts that explain it.

use super::Verdict;
use crate::Bits;

/// How guessable a name is, and why.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "js", derive(serde::Serialize, tsify::Tsify))]
pub struct Assessment {
    /// log2 of the number of guesses that the attacker of [`super::verdict`](super::Verdict) is expected to need.
    pub bits: Bits,
    /// What that means.
    pub verdict: Verdict,
    /// The parts found, in the order of the name. Their bits add up to at most the whole's: how the
    /// parts are put together costs the attacker something too.
    pub parts: Vec<Part>,
}

impl Assessment {
    /// An assessment of `bits`. Where a name costs less than its parts one by one, as an ordinary template
    /// does, each of them costs its share of that.
    pub(crate) fn new(bits: Bits, mut parts: Vec<Part>) -> Self {
        let sum: Bits = parts.iter().map(|part| part.bits).sum();
        if sum > bits {
            for part in &mut parts {
                part.bits = Bits::new(part.bits.get() * bits.get() / sum.get());
            }
        }
        Self { bits, verdict: Verdict::of(bits), parts }
    }
}

/// One piece of a name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "js", derive(serde::Serialize, tsify::Tsify))]
pub struct Part {
    /// The piece as it stands in the folded name (lower case, accents kept).
    pub text: String,
    /// What it was recognised as.
    pub kind: PartKind,
    /// What it costs the attacker, in bits.
    pub bits: Bits,
}

/// What a piece of a name was recognised as: the data that a translated sentence is made of.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "js",
    derive(serde::Serialize, tsify::Tsify),
    serde(tag = "type", rename_all = "camelCase")
)]
pub enum PartKind {
    /// A word of a language.
    Word {
        /// The language's BCP 47 code; empty for a word that is known from public word lists only.
        language: String,
        /// It is among that many of the commonest words of the language.
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
        name: String,
    },
    /// Random characters.
    Token {
        /// How many characters there are to draw from.
        alphabet: u32,
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
    /// Something with fields of its own.
    Structure(Structure),
    /// A known word or phrase, hashed or encoded.
    Encoded {
        /// The word or phrase behind it; empty where it is not known.
        text: String,
    },
    /// Nothing that is known; judged by its letters.
    Unknown,
}

/// What has fields of its own, each of which has only a few values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "js", derive(serde::Serialize, tsify::Tsify), serde(rename_all = "camelCase"))]
pub enum Structure {
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
}
