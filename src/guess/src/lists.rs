//! The word lists of public name generators, and the kinds of words that people name meetings with.
//!
//! The lexicon knows for every word on which of these lists it stands. The program that builds the lexicon
//! compiles this same file: the order here is that of their numbers there.

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident,)*) => {
        /// A list that a word can stand on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum List {
            $($(#[$doc])* $list,)*
        }

        impl List {
            /// All of them, in the order of their numbers.
            pub const ALL: &[Self] = &[$(Self::$list),*];
        }
    };
}

lists! {
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
    /// BIP39, Russian.
    Bip39Russian,
    /// BIP39, Turkish.
    Bip39Turkish,
    /// BIP39, Korean.
    Bip39Korean,
    /// SLIP39.
    Slip39,
    /// Diceware, German.
    DicewareGerman,
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
    /// The commonest names of people.
    CommonName,
    /// Given names of people.
    GivenName,
    /// Family names of people.
    FamilyName,
    /// The largest cities, and countries.
    Place,
    /// Other places with more than 50,000 people.
    Town,
    /// Days of the week, in many languages.
    Weekday,
    /// Months, in many languages.
    Month,
    /// Animals.
    Animal,
    /// Birds.
    Bird,
    /// Fish.
    Fish,
    /// Insects.
    Insect,
    /// Breeds of dogs.
    Dog,
    /// Cats.
    Cat,
    /// Horses.
    Horse,
    /// Fruits.
    Fruit,
    /// Vegetables.
    Vegetable,
    /// Trees.
    Tree,
    /// Flowers.
    Flower,
    /// Herbs of the kitchen.
    Herb,
    /// Minerals.
    Mineral,
    /// Gems.
    Gem,
    /// Metals.
    Metal,
    /// Chemical elements.
    Element,
    /// Planets.
    Planet,
    /// Stars.
    Star,
    /// Constellations.
    Constellation,
    /// Gods.
    God,
    /// Beings of myths.
    Myth,
    /// Characters of fiction.
    Character,
    /// Professions.
    Profession,
    /// Instruments.
    Instrument,
    /// Kinds of music and dances.
    Music,
    /// Sports.
    Sport,
    /// Games.
    Game,
    /// Countries.
    Country,
    /// Languages.
    Language,
    /// Currencies.
    Currency,
    /// Colours.
    Colour,
    /// Food.
    Food,
    /// Dishes.
    Dish,
    /// Drinks.
    Drink,
    /// Cheeses.
    Cheese,
    /// Vehicles.
    Vehicle,
    /// Clothes and fabrics.
    Garment,
    /// Weapons.
    Weapon,
    /// Tools.
    Tool,
    /// Furnitures.
    Furniture,
    /// Parts of the body.
    Body,
    /// Rivers.
    River,
    /// Mountains.
    Mountain,
    /// Islands.
    Island,
    /// Emotions.
    Emotion,
    /// Weather.
    Weather,
    /// Pieces of chess.
    Chess,
    /// Shapes.
    Shape,
    /// Pokémon.
    Pokemon,
    /// Superheroes, and people of Star Wars.
    Hero,
    /// Packages of npm, the most used.
    Package,
}

impl List {
    /// How many lists there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Whether it is a category that people and programs draw from, and an attacker takes whole.
    #[must_use]
    pub fn is_category(self) -> bool {
        self >= Self::Animal
    }
}

/// A set of lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists([u64; 2]);

impl Lists {
    /// No list.
    pub(crate) const NONE: Self = Self([0; 2]);

    /// The lists of all generators.
    pub(crate) const GENERATED: Self = {
        let (mut lists, mut number) = (Self::NONE, 0);
        while number <= List::CoolAnimal as usize {
            lists = lists.with(number);
            number += 1;
        }
        lists
    };

    /// These lists.
    pub(crate) const fn of(lists: &[List]) -> Self {
        let (mut set, mut at) = (Self::NONE, 0);
        while at < lists.len() {
            set = set.with(lists[at] as usize);
            at += 1;
        }
        set
    }

    /// The same and the list with this number.
    pub(crate) const fn with(mut self, number: usize) -> Self {
        self.0[number / 64 % 2] |= 1 << (number % 64);
        self
    }

    /// Whether `list` is among them.
    pub(crate) const fn has(self, list: List) -> bool {
        self.0[list as usize / 64] >> (list as usize % 64) & 1 == 1
    }

    /// Whether any of `lists` is among them.
    pub(crate) const fn has_any(self, lists: Self) -> bool {
        self.0[0] & lists.0[0] | self.0[1] & lists.0[1] != 0
    }

    /// Those that are categories, in the order of their numbers.
    pub(crate) fn categories(self) -> impl Iterator<Item = List> {
        let first = List::Animal as usize;
        let mut left = [self.0[0] >> first << first, self.0[1]];
        std::iter::from_fn(move || {
            let half = usize::from(left[0] == 0);
            let list = List::ALL.get(64 * half + left[half].trailing_zeros() as usize)?;
            left[half] &= left[half] - 1;
            Some(*list)
        })
    }

    /// Those that are not among `lists`.
    pub(crate) const fn without(self, lists: Self) -> Self {
        Self([self.0[0] & !lists.0[0], self.0[1] & !lists.0[1]])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_into_it_and_nothing_else() {
        for (number, &list) in List::ALL.iter().enumerate() {
            let set = Lists::of(&[list]);
            assert_eq!(set, Lists::NONE.with(number));
            assert!(List::ALL.iter().all(|other| set.has(*other) == (*other == list)));
            assert!(set.has_any(Lists::of(&[List::Month, list])) && !Lists::NONE.has_any(set));
            assert_eq!(set.without(set), Lists::NONE);
            assert!(set.categories().eq(Some(list).filter(|list| list.is_category())));
        }
    }
}
