//! The languages of the lexicon, by their BCP 47 codes.

/// A language's place in this list is its number in the lexicon. Number 0 stands for words whose language it does not know: names
/// of places, and what only a generator's list has.
pub const LANGUAGES: [&str; 38] = [
    "", "en", "de", "es", "fr", "pt", "it", "nl", "ru", "pl", "cs", "sv", "tr", "uk", "zh", "id", "ar", "fa",
    "hi", "fi", "da", "nb", "hu", "ro", "el", "he", "vi", "ca", "bg", "sh", "sk", "sl", "lt", "lv", "is",
    "fil", "ms", "ko",
];

/// A set of languages, one bit for each number; all of them for what is of no language.
pub(crate) type Languages = u64;

/// Of every language, and of none.
pub(crate) const ANY: Languages = Languages::MAX;

/// The upper ends of the classes that the rank of a word in its language falls into, the commonest first; what is rarer, or
/// a word of the language by some list, is of one more.
pub const RANK_CLASSES: [u32; 2] = [200, 2_200];

/// Number of ways to spell that are told apart: that of all languages together, and of families of languages.
pub(crate) const SPELLINGS: usize = 18;

/// The spelling of the languages that are written in consonants: Arabic, Persian and Hebrew.
pub(crate) const CONSONANTS: usize = spelling(16);

/// The way in which words of the language with this number are spelled in plain letters; 0 for none.
#[must_use]
pub const fn spelling(language: usize) -> usize {
    /// In the order of [`LANGUAGES`]. Languages whose words look alike stand together.
    const SPELLING_OF: [u8; LANGUAGES.len()] = [
        0, 1, 2, 3, 4, 3, 5, 2, 6, 7, 8, 9, 10, 6, 11, 12, 13, 13, 14, 15, 9, 9, 16, 5, 17, 13, 11, 3, 6, 8,
        8, 8, 17, 17, 9, 12, 12, 11,
    ];
    if language < SPELLING_OF.len() { SPELLING_OF[language] as usize } else { 0 }
}
