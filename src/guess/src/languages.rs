//! The languages of the lexicon, by their BCP 47 codes.

/// A language's place in this list is its number in the lexicon. The lexicon does not tell the languages apart that
/// it has fewer words of: they are all number 0, as are words that are known from a generator's list only.
pub const LANGUAGES: [&str; 19] = [
    "", "en", "de", "es", "fr", "pt", "it", "nl", "ru", "pl", "cs", "sv", "tr", "uk", "zh", "id", "ar", "fa",
    "hi",
];

/// The upper ends of the classes that the rank of a word in its language falls into, the commonest first.
pub const RANK_CLASSES: [u32; 4] = [200, 2_200, 6_000, 20_000];
