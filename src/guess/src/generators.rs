//! Names that a public generator makes: they cost what the generator's choice costs, whatever the style.
//!
//! Each generator draws one word from each of a few lists, and some add digits. A name is tried against all
//! of them at once: for every position the set of templates that can have got so far is kept.

use super::costs;
use super::lexicon::Lexicon;
use super::lists::List;
use super::name::Name;

/// One place in a template.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// A word of a list.
    Word(List),
    /// So many digits.
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

/// The lists that passphrases of any length are drawn from.
const PASSPHRASES: &[(&str, List)] = &[
    ("EFF large word list", List::EffLarge),
    ("EFF short word list", List::EffShort),
    ("EFF short word list", List::EffSpecial),
    ("BIP39 (English)", List::Bip39English),
    ("BIP39 (French)", List::Bip39French),
    ("BIP39 (Italian)", List::Bip39Italian),
    ("BIP39 (Spanish)", List::Bip39Spanish),
    ("BIP39 (Portuguese)", List::Bip39Portuguese),
    ("BIP39 (Czech)", List::Bip39Czech),
];

/// What a generator's name costs.
pub(crate) struct Generated {
    /// The generator.
    pub(crate) generator: &'static str,
    /// Bits of its choice.
    pub(crate) bits: f32,
}

/// For each position: the templates (bit = template) at each slot, and how many words of each list.
#[derive(Clone, Default)]
struct Reached {
    /// `slots[k]`: templates of which the first k slots are filled.
    slots: [u32; 5],
    /// One more than the number of words of each passphrase list that lead here, or 0.
    words: [u16; PASSPHRASES.len()],
}

impl Reached {
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

/// The cheapest generator that can have made the whole name.
pub(crate) fn recognise(name: &Name, lexicon: &Lexicon) -> Option<Generated> {
    let mut reached = vec![Reached::default(); name.len() + 1];
    reached[0].slots[0] = (1 << TEMPLATES.len()) - 1;
    reached[0].words = [1; PASSPHRASES.len()];
    for at in 0..name.len() {
        if reached[at].is_empty() {
            continue;
        }
        let here = std::mem::take(&mut reached[at]);
        if name.is_separator(at) {
            if at > 0 && name.run_end(at) < name.len() {
                reached[name.run_end(at)].merge(&here);
            }
            continue;
        }
        if name.digit(at).is_some() {
            let end = name.run_end(at);
            advance(&here, &mut reached[end], |slot| slot == Digits((end - at).min(255) as u8));
            continue;
        }
        lexicon.words_at(
            |i| name.letter(at + i),
            |length, word| {
                if word.lists == 0 {
                    return;
                }
                let next = &mut reached[at + length];
                advance(&here, next, |slot| matches!(slot, Word(list) if word.is_on(list)));
                for (number, (_, list)) in PASSPHRASES.iter().enumerate() {
                    let count = here.words[number];
                    if count != 0 && word.is_on(*list) {
                        let count = count.saturating_add(1);
                        let best = &mut next.words[number];
                        *best = if *best == 0 { count } else { count.min(*best) };
                    }
                }
            },
        );
    }
    let end = reached.last()?;
    let bits_of = |list: List| (lexicon.size(list) as f32).log2();
    let fixed = TEMPLATES.iter().enumerate().filter(|(number, template)| {
        end.slots.get(template.slots.len()).is_some_and(|set| set & 1 << number != 0)
    });
    let fixed = fixed.map(|(_, template)| {
        let bits = template.slots.iter().map(|slot| match slot {
            Word(list) => bits_of(*list),
            Digits(count) => costs::DIGIT * f32::from(*count),
        });
        Generated { generator: template.generator, bits: bits.sum() }
    });
    let passphrases = PASSPHRASES.iter().zip(end.words).filter(|(_, count)| *count > 1);
    let passphrases = passphrases.map(|((generator, list), count)| Generated {
        generator,
        bits: f32::from(count - 1) * bits_of(*list),
    });
    fixed.chain(passphrases).min_by(|a, b| a.bits.total_cmp(&b.bits))
}

/// Moves every template on whose next slot `fills` accepts.
fn advance(here: &Reached, next: &mut Reached, fills: impl Fn(Slot) -> bool) {
    for filled in 0..here.slots.len() - 1 {
        let mut waiting = here.slots[filled];
        while waiting != 0 {
            let number = waiting.trailing_zeros() as usize;
            waiting &= waiting - 1;
            if TEMPLATES[number].slots.get(filled).is_some_and(|slot| fills(*slot)) {
                next.slots[filled + 1] |= 1 << number;
            }
        }
    }
}
