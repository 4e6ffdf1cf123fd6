//! The languages of the lexicon, by their BCP 47 codes.

/// A language's place in this list is its number in the lexicon; 0 is no language.
pub(crate) const LANGUAGES: [&str; 44] = [
    "", "en", "de", "es", "fr", "pt", "it", "nl", "ru", "pl", "cs", "sv", "tr", "uk", "zh", "id", "ar", "fa",
    "hi", "fi", "da", "nb", "hu", "ro", "el", "he", "vi", "ca", "bg", "sh", "sk", "sl", "lt", "lv", "is",
    "fil", "ms", "ur", "bn", "ta", "mk", "ko", "sw", "et",
];

/// The upper ends of the classes that the rank of a word in its language falls into, the commonest first.
pub(crate) const RANK_CLASSES: [u32; 6] = [60, 200, 700, 2_200, 6_000, 20_000];
