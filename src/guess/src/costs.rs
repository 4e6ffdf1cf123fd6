//! The numbers that are judgements and not counts and that more than one model needs, with their reasons.

/// Bits for a word of each class of frequency (see `RANK_CLASSES`; 0: the word is on a generator's list only).
///
/// An attacker tries a language's words from the commonest on. A word drawn evenly from the top N has an
/// average log2(rank) of log2 N - 1.44, so a word at rank r costs log2 r + 1.44; over a class that is about
/// log2 of its end. The commonest are not as cheap as that, since few rooms are named "the".
pub(crate) const WORD: [f32; 5] = [13.0, 8.0, 10.9, 12.8, 14.2];

/// What it takes to see that a word belongs to English, or to another of 36 languages. Evidence only: who
/// guesses a name of several words chooses their language once.
pub(crate) const ENGLISH: f32 = 1.5;
/// The same for any other language.
pub(crate) const OTHER_LANGUAGE: f32 = 5.0;

/// Evidence against a border between words that nothing marks.
pub(crate) const JOIN: f32 = 2.0;

/// Evidence against one more piece: pieces have to be chosen too.
pub(crate) const PIECE: f32 = 1.5;

/// Bits for a word that names the purpose of many meetings: about 50 in each language.
pub(crate) const MEETING_COMMON: f32 = 5.6;
/// Bits for a word of the wider vocabulary of meetings: about 300.
pub(crate) const MEETING: f32 = 7.8;
/// Bits for a given name or a family name: the commonest three thousand of the world, given names first.
pub(crate) const PERSON_NAME: f32 = 10.2;
/// Bits for a city or a country: about a thousand.
pub(crate) const PLACE: f32 = 10.0;
/// Bits for a day of the week, with its language and form.
pub(crate) const WEEKDAY: f32 = 4.0;
/// Up to so many letters the name of a day or month is an abbreviation.
pub(crate) const ABBREVIATION: usize = 3;
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

/// Bits for a word of up to [`UNKNOWN_LENGTH`] letters that no list has, if it is one: attackers have lists of
/// twenty thousand words for a language, and the average log2(rank) of one drawn from there is 12.9.
pub(crate) const UNKNOWN_WORD: f32 = 13.0;
/// Longer ones are more and more likely to be several words, or rarer ones.
pub(crate) const UNKNOWN_LENGTH: usize = 8;
/// Bits for each letter beyond that.
pub(crate) const UNKNOWN_LETTER: f32 = 2.7;
/// So many letters that begin a known word make a stem.
pub(crate) const STEM: usize = 5;
/// So many letters may follow a stem.
pub(crate) const ENDING: usize = 4;
/// Evidence against a stem: there are some hundred thousand of five letters and more.
pub(crate) const STEMS: f32 = 17.0;
/// Words of up to so many letters beside unknown ones are as likely found there by chance.
pub(crate) const CHANCE_WORD: usize = 5;
/// How much likelier letters are a word than drawn at random, before they are looked at, in bits. Of eight letters
/// drawn at random one string in 25 passes for a word then, and of words that the lexicon lacks 96 in 100.
pub(crate) const WORD_ODDS: f32 = 5.0;
/// What is taken from that, and more, for letters that could be put together from short words in many ways: the best
/// of many ways is better than any one of them should be.
pub(crate) const CHANCES: f32 = 4.0;
/// Bits for each border without a mark between letters that make no word and what stands beside them.
pub(crate) const UNKNOWN_BORDER: f32 = 1.5;
/// Bits for saying something again, beyond how often.
pub(crate) const AGAIN: f32 = 0.5;
/// Bits for encoding a word instead of writing it.
pub(crate) const ENCODED: f32 = 2.0;
/// Bits for the name behind the hash of a moderated meeting that is not a known word. Somebody typed it, and of
/// those that people type few are strong; but nobody can see whether this one is.
pub(crate) const HIDDEN_NAME: f32 = 40.0;
/// Evidence against a name being an encoded one.
pub(crate) const ENCODED_DOUBT: f32 = 8.0;
/// Evidence against a name being a generator's: there are some thirty of them.
pub(crate) const GENERATOR: f32 = 5.0;
/// By how much letters and digits that stand together have to be easier to describe as words and numbers than as a
/// random token. There are many ways to take a token for words: with this margin one in some hundreds is.
pub(crate) const MEANING: f32 = 8.0;
/// The same where it is letters and then one to four digits, as people write a word and a number: of the tokens
/// drawn at random one in sixty looks like that, which is evidence already.
pub(crate) const MEANING_BEFORE_NUMBER: f32 = 2.0;
/// Bits for each character from which on a token looks drawn at random: hexadecimal digits have four.
pub(crate) const LOOKS_RANDOM: f32 = 3.9;
/// Bits for where in a phrase a random token stands, how long it is and of what alphabet.
pub(crate) const TOKEN_IN_PHRASE: f32 = 2.5;
/// Bits for the style of a name of several pieces: what separates them.
pub(crate) const STYLE: f32 = 1.0;
/// Evidence against a separator.
pub(crate) const SEPARATOR: f32 = 1.0;
/// Bits for one character of base64url once case is folded: 26 letters of probability 2/64, and 12 others.
pub(crate) const BASE64: f32 = 5.187_5;

/// The bits to expect of something that is one thing or, with `odds` bits more or fewer, another.
pub(crate) fn expected(one: f32, other: f32, odds: f32) -> f32 {
    let is_one = 1.0 / (1.0 + odds.exp2());
    is_one * one + (1.0 - is_one) * other
}
