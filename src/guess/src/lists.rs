//! The word lists of public name generators, and the kinds of words that people name meetings with.
//!
//! The lexicon knows for every word on which of these lists it stands. The program that makes the lexicon
//! uses this same list: the order here is the order of the bits there.

/// A list that a word can stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum List {
    /// Jitsi Meet's own suggestions: the adjectives.
    JitsiAdjective,
    /// Jitsi Meet's plural nouns.
    JitsiNoun,
    /// Jitsi Meet's verbs.
    JitsiVerb,
    /// Jitsi Meet's adverbs.
    JitsiAdverb,
    /// EFF's large list for five dice.
    EffLarge,
    /// EFF's first short list, for four dice.
    EffShort,
    /// EFF's second short list, of words that differ in three letters.
    EffSpecial,
    /// BIP39, English.
    Bip39English,
    /// BIP39, French.
    Bip39French,
    /// BIP39, Italian.
    Bip39Italian,
    /// BIP39, Spanish.
    Bip39Spanish,
    /// BIP39, Portuguese.
    Bip39Portuguese,
    /// BIP39, Czech.
    Bip39Czech,
    /// Haikunator's adjectives.
    HaikuAdjective,
    /// Haikunator's nouns.
    HaikuNoun,
    /// The adjectives of Docker's container names.
    DockerAdjective,
    /// The surnames of Docker's container names.
    DockerSurname,
    /// unique-names-generator's adjectives.
    UniqueAdjective,
    /// unique-names-generator's animals.
    UniqueAnimal,
    /// unique-names-generator's colours.
    UniqueColor,
    /// human-id's adjectives.
    HumanAdjective,
    /// human-id's nouns.
    HumanNoun,
    /// human-id's verbs.
    HumanVerb,
    /// Glitch's predicates.
    FriendlyPredicate,
    /// Glitch's objects.
    FriendlyObject,
    /// petname's adverbs.
    PetAdverb,
    /// petname's adjectives.
    PetAdjective,
    /// petname's names.
    PetName,
    /// random-word-slugs' adjectives.
    SlugAdjective,
    /// random-word-slugs' nouns.
    SlugNoun,
    /// coolname's adjectives and what else it puts before an animal.
    CoolAdjective,
    /// coolname's animals.
    CoolAnimal,
    /// What meetings are named first: the commonest few of each language.
    MeetingCommon,
    /// What else meetings, teams and rooms are named.
    Meeting,
    /// Given names and family names of people.
    PersonName,
    /// Cities and countries.
    Place,
    /// Days of the week, in many languages.
    Weekday,
    /// Months, in many languages.
    Month,
}

impl List {
    /// How many lists there are.
    pub const COUNT: usize = Self::Month as usize + 1;

    /// The list's bit in a set of lists.
    #[must_use]
    pub const fn bit(self) -> u64 {
        1 << self as u8
    }
}
