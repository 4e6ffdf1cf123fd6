//! Names that a public generator makes: they cost what the generator's choice costs, whatever the style.
//!
//! Each generator draws one word from each of a few lists, and some add digits. A name, or a part of it between
//! separators, is tried against all of them at once: for every position the set of templates that can have got so far
//! is kept.

use super::costs;
use super::found::Found;
use super::lexicon::{Lexicon, Word as KnownWord};
use super::lists::{List, Lists};
use super::name::Name;
use super::piece::{Candidate, Kind, Piece};

/// One place in a template.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// A word of a list.
    Word(List),
    /// A number with this many digits.
    Digits(u8),
}

use Slot::{Digits, Word};

/// A generator: the name that its users know, and what it puts together.
struct Template {
    generator: &'static str,
    slots: &'static [Slot],
}

const fn template(generator: &'static str, slots: &'static [Slot]) -> Template {
    Template { generator, slots }
}

/// The generators that draw a fixed number of words, as their documentation and code describe them.
const TEMPLATES: &[Template] = &[
    template(
        "Jitsi Meet",
        &[Word(List::JitsiAdjective), Word(List::JitsiNoun), Word(List::JitsiVerb), Word(List::JitsiAdverb)],
    ),
    template("Haikunator", &[Word(List::HaikuAdjective), Word(List::HaikuNoun), Digits(4)]),
    template("Haikunator", &[Word(List::HaikuAdjective), Word(List::HaikuNoun)]),
    template("Docker", &[Word(List::DockerAdjective), Word(List::DockerSurname)]),
    template("Docker", &[Word(List::DockerAdjective), Word(List::DockerSurname), Digits(1)]),
    template("unique-names-generator", &[Word(List::UniqueAdjective), Word(List::UniqueAnimal)]),
    template("unique-names-generator", &[Word(List::UniqueColor), Word(List::UniqueAnimal)]),
    template(
        "unique-names-generator",
        &[Word(List::UniqueAdjective), Word(List::UniqueColor), Word(List::UniqueAnimal)],
    ),
    template(
        "unique-names-generator",
        &[Word(List::UniqueAdjective), Word(List::UniqueAdjective), Word(List::UniqueAnimal)],
    ),
    template("human-id", &[Word(List::HumanAdjective), Word(List::HumanNoun), Word(List::HumanVerb)]),
    template("Glitch", &[Word(List::FriendlyPredicate), Word(List::FriendlyObject)]),
    template(
        "Glitch",
        &[Word(List::FriendlyPredicate), Word(List::FriendlyPredicate), Word(List::FriendlyObject)],
    ),
    template("petname", &[Word(List::PetAdjective), Word(List::PetName)]),
    template("petname", &[Word(List::PetAdverb), Word(List::PetAdjective), Word(List::PetName)]),
    template(
        "petname",
        &[Word(List::PetAdverb), Word(List::PetAdverb), Word(List::PetAdjective), Word(List::PetName)],
    ),
    template("random-word-slugs", &[Word(List::SlugAdjective), Word(List::SlugNoun)]),
    template(
        "random-word-slugs",
        &[Word(List::SlugAdjective), Word(List::SlugAdjective), Word(List::SlugNoun)],
    ),
    template("coolname", &[Word(List::CoolAdjective), Word(List::CoolAnimal)]),
    template("coolname", &[Word(List::CoolAdjective), Word(List::CoolAdjective), Word(List::CoolAnimal)]),
];

/// The lists that passphrases of any length are drawn from. Not those of a language's ordinary words for dice: whoever
/// writes a sentence uses these as well, and drawn from them a word costs what a rare one does.
const PASSPHRASES: [(&str, List); 13] = [
    ("EFF large word list", List::EffLarge),
    ("EFF short word list", List::EffShort),
    ("EFF short word list", List::EffSpecial),
    ("BIP39 (English)", List::Bip39English),
    ("BIP39 (French)", List::Bip39French),
    ("BIP39 (Italian)", List::Bip39Italian),
    ("BIP39 (Spanish)", List::Bip39Spanish),
    ("BIP39 (Portuguese)", List::Bip39Portuguese),
    ("BIP39 (Czech)", List::Bip39Czech),
    ("BIP39 (Russian)", List::Bip39Russian),
    ("BIP39 (Turkish)", List::Bip39Turkish),
    ("BIP39 (Korean)", List::Bip39Korean),
    ("SLIP39", List::Slip39),
];

/// How many symbols of a name are looked at for one generator's work. Twelve words of eight letters and their
/// separators, and some.
const LONGEST: usize = 128;
/// Beside other pieces two words are found on a generator's lists by chance.
const FEWEST: usize = 3;

/// For each position: the templates (bit = template) at each slot, and how many words of each list.
#[derive(Clone, Default)]
struct Reached {
    /// `slots[k]`: templates whose first k slots are filled.
    slots: [u32; 5],
    /// One more than the number of words of each passphrase list that lead here, or 0.
    words: [u16; PASSPHRASES.len()],
}

impl Reached {
    /// Where every template and passphrase begins.
    const START: Self =
        Self { slots: [(1 << TEMPLATES.len()) - 1, 0, 0, 0, 0], words: [1; PASSPHRASES.len()] };

    fn is_empty(&self) -> bool {
        self.slots == [0; 5] && self.words == [0; PASSPHRASES.len()]
    }

    fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.slots.iter_mut().zip(other.slots) {
            *mine |= theirs;
        }
        for (mine, theirs) in self.words.iter_mut().zip(other.words) {
            if theirs != 0 && (*mine == 0 || theirs < *mine) {
                *mine = theirs;
            }
        }
    }
}

/// What all of `name` costs, if its words are on one list for passphrases and parted by separators, and how many they
/// are.
pub(crate) fn passphrase(name: &Name, found: &Found) -> Option<(f32, usize)> {
    let mut on_all = [true; PASSPHRASES.len()];
    let (mut at, mut words) = (0, 0);
    while at < name.len() {
        let end = name.run_end(at);
        if !name.is_separator(at) {
            words += 1;
            let whole = found.at(at).iter().find(|word| word.0 == end);
            let lists = whole.map_or(Lists::NONE, |(_, word)| word.lists());
            on_all.iter_mut().zip(PASSPHRASES).for_each(|(all, (_, list))| *all &= lists.has(list));
        }
        if on_all == [false; PASSPHRASES.len()] {
            return None;
        }
        at = end;
    }
    let lexicon = Lexicon::get();
    let fitting = PASSPHRASES.iter().zip(on_all).filter(|(_, on)| *on);
    let bits = fitting.map(|((_, list), _)| lexicon.bits_of(*list)).min_by(f32::total_cmp)?;
    Some((bits * words as f32, words))
}

/// Offers what some generator can have made that begins at `at`, where a name or a part of it begins, and ends where a
/// part or the name does.
pub(crate) fn offer(name: &Name, found: &Found, at: usize, offer: &mut impl FnMut(Candidate)) {
    let begins = at == 0 || name.is_separator(at - 1);
    // Every generator's work begins with a word.
    if !begins || !found.at(at).iter().any(|(_, word)| word.lists().has_any(Lists::GENERATED)) {
        return;
    }
    let last = name.len().min(at + LONGEST);
    let mut reached = Vec::with_capacity(last - at + 1);
    reached.push(Reached::START);
    for here_at in at..=last {
        let Some(here) = reached.get_mut(here_at - at).map(std::mem::take) else { break };
        if here.is_empty() {
            continue;
        }
        let mut advanced = |to: usize, advance: &mut dyn FnMut(&mut Reached)| {
            if to <= last {
                reached.resize_with(reached.len().max(to - at + 1), Reached::default);
                advance(&mut reached[to - at]);
            }
        };
        if here_at == name.len() || name.is_separator(here_at) {
            let whole = at == 0 && here_at == name.len();
            if let Some((generator, bits)) = here.cheapest(Lexicon::get(), if whole { 1 } else { FEWEST }) {
                let piece =
                    Piece { start: at, end: here_at, bits, kind: Kind::Generator { name: generator } };
                offer(Candidate { piece, doubt: costs::generator() });
            }
            if here_at > at {
                advanced(name.run_end(here_at), &mut |next| next.merge(&here));
            }
            continue;
        }
        if name.digit(here_at).is_some() {
            let end = name.run_end(here_at);
            let digits = Digits((end - here_at).min(255) as u8);
            advanced(end, &mut |next| here.advance(next, |slot| slot == digits));
            continue;
        }
        for &(end, word) in found.at(here_at) {
            if word.lists().has_any(Lists::GENERATED) {
                advanced(end, &mut |next| here.with_word(word, next));
            }
        }
    }
}

impl Reached {
    /// The cheapest generator that may be at its end here after `fewest` words and more, and its bits.
    fn cheapest(&self, lexicon: &Lexicon, fewest: usize) -> Option<(&'static str, f32)> {
        let fixed = TEMPLATES.iter().enumerate().filter(|(number, template)| {
            template.slots.len() >= fewest
                && self.slots.get(template.slots.len()).is_some_and(|set| set & 1 << number != 0)
        });
        let fixed = fixed.map(|(_, template)| {
            let bits = template.slots.iter().map(|slot| match slot {
                Word(list) => lexicon.bits_of(*list),
                Digits(count) => costs::DIGIT * f32::from(*count),
            });
            (template.generator, bits.sum())
        });
        let passphrases =
            PASSPHRASES.iter().zip(self.words).filter(|(_, count)| usize::from(*count) > fewest);
        let passphrases = passphrases
            .map(|((generator, list), count)| (*generator, f32::from(count - 1) * lexicon.bits_of(*list)));
        fixed.chain(passphrases).min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Moves every template and passphrase on that `word` fits.
    fn with_word(&self, word: KnownWord, next: &mut Self) {
        self.advance(next, |slot| matches!(slot, Word(list) if word.is_on(list)));
        for (number, (_, list)) in PASSPHRASES.iter().enumerate() {
            let count = self.words[number];
            if count != 0 && word.is_on(*list) {
                let count = count.saturating_add(1);
                let best = &mut next.words[number];
                *best = if *best == 0 { count } else { count.min(*best) };
            }
        }
    }

    /// Moves every template on whose next slot `fills` accepts.
    fn advance(&self, next: &mut Self, fills: impl Fn(Slot) -> bool) {
        for filled in 0..self.slots.len() - 1 {
            let mut waiting = self.slots[filled];
            while waiting != 0 {
                let number = waiting.trailing_zeros() as usize;
                waiting &= waiting - 1;
                if TEMPLATES[number].slots.get(filled).is_some_and(|slot| fills(*slot)) {
                    next.slots[filled + 1] |= 1 << number;
                }
            }
        }
    }
}
