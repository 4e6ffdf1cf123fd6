//! Every number of the model that is a judgement and not a count, with its reason.

/// Bits for a word of each class of frequency (see `RANK_CLASSES`; 0: the word is on a generator's list only).
///
/// An attacker tries a language's words from the commonest on. A word drawn evenly from the top N has an
/// average log2(rank) of log2 N - 1.44, so a word at rank r costs log2 r + 1.44; over a class that is about
/// log2 of its end. The commonest are not as cheap as that, since few rooms are named "the".
pub(crate) const WORD: [f32; 7] = [13.0, 7.5, 8.6, 9.9, 11.2, 12.8, 14.3];

/// What it takes to see that a word belongs to English, or to another of 43 languages. Evidence only: who
/// guesses a name of several words chooses their language once.
pub(crate) const ENGLISH: f32 = 1.5;
/// The same for any other language.
pub(crate) const OTHER_LANGUAGE: f32 = 4.5;

/// Evidence against a border between words that nothing marks.
pub(crate) const JOIN: f32 = 2.0;

/// Evidence against one more piece: pieces have to be chosen too.
pub(crate) const PIECE: f32 = 1.5;

/// Bits for a word that names the purpose of many meetings: about 50 in each language.
pub(crate) const MEETING_COMMON: f32 = 6.0;
/// Bits for a word of the wider vocabulary of meetings: about 300.
pub(crate) const MEETING: f32 = 8.0;
/// Bits for a given name: the commonest two thousand of the world.
pub(crate) const GIVEN_NAME: f32 = 10.0;
/// Bits for a family name.
pub(crate) const SURNAME: f32 = 11.0;
/// Bits for a city or a country: about a thousand.
pub(crate) const PLACE: f32 = 10.0;
/// Bits for a day of the week, with its language and form.
pub(crate) const WEEKDAY: f32 = 4.0;
/// Bits for a month.
pub(crate) const MONTH: f32 = 4.7;

/// Bits for one of the letters a to z drawn evenly.
pub(crate) const LETTER: f32 = 4.700_44;
/// Bits for one decimal digit.
pub(crate) const DIGIT: f32 = std::f32::consts::LOG2_10;
/// Bits for a letter or digit.
pub(crate) const ALPHANUMERIC: f32 = 5.169_925;
/// Bits for a hexadecimal digit.
pub(crate) const HEX: f32 = 4.0;
/// Evidence against a random token: its alphabet and its length.
pub(crate) const TOKEN: f32 = 3.0;

/// Bits for a word that no list has, if it is one: a list of the hundred thousand commonest of a language.
pub(crate) const UNKNOWN_WORD: f32 = 16.0;
