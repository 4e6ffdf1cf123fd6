//! Kinds that need no network, and what the judge has to do on each of them: its accuracy as a test.
//!
//! The words are those of the lexicon's own lists. So this says nothing of names that nobody has seen, which is what
//! `cargo xtask bench accuracy` is for; it says at once when the judge becomes worse at what it was good at.
//!
//! `bounds.tsv` has a line for each kind. When the judge has become better,
//! `UPDATE=1 cargo test -p guessable-lab kinds` draws the bounds tighter; when it has become worse on purpose, the same
//! makes them wider, and the diff says where. What no update may undo is in [`ALL`].

use guessable::List;

use super::draw::{Draw, camel, characters, joined, number, one_of, times};
use super::figures::{Figures, OfKind};
use super::kind::Kind;
use super::seen::{self, DIGITS};
use super::unseen::{calendar, random};
use crate::kept;

/// Number of names that are drawn of each kind: enough for the figures to stand still to half a bit.
pub(crate) const NAMES: usize = 100;

/// What holds for all kinds together, whatever each is allowed: the error in bits, the rest as shares of 1. Some half
/// as far again as what the judge did when this was written: 1.2, 0.97, 0, 0.04, 0.007, 0.006.
const ALL: Figures = Figures {
    error: 1.8,
    right: 0.95,
    guessable_called_strong: 0.005,
    guessable_not_called_so: 0.06,
    weak_called_strong: 0.012,
    strong_not_called_so: 0.015,
};

/// By how much a kind may be worse than what was measured when its bounds were written: in bits, and as a share of 1.
/// Less than this is no news.
const SLACK: (f64, f64) = (0.3, 0.02);

/// Every kind.
pub(crate) fn kinds() -> Vec<Kind> {
    let mut kinds = seen::random();
    kinds.extend(seen::dates());
    kinds.extend(random::kinds());
    kinds.extend(calendar::kinds());
    kinds.extend(words());
    kinds.extend(generators());
    kinds
}

/// One word of a list.
fn part(list: List) -> Draw {
    one_of(guessable::words_on(list))
}

/// What somebody chooses who looks for words.
fn words() -> Vec<Kind> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("lists", name, draw));
    let (eff, short) = (part(List::EffLarge), part(List::EffShort));
    for count in 2..=5 {
        add(&format!("{count} words of EFF's list, hyphens"), times(count, "-", &eff));
        add(&format!("{count} words of EFF's list, joined"), times(count, "", &eff));
    }
    add("4 words of EFF's short list", times(4, "_", &short));
    for (language, list) in [
        ("English", List::Bip39English),
        ("French", List::Bip39French),
        ("Italian", List::Bip39Italian),
        ("Spanish", List::Bip39Spanish),
        ("Portuguese", List::Bip39Portuguese),
        ("Czech", List::Bip39Czech),
    ] {
        add(&format!("4 words of BIP39, {language}"), times(4, "-", &part(list)));
    }
    let (person, place, meeting) = (part(List::CommonName), part(List::Place), part(List::Meeting));
    add("a person's name", person.clone());
    add("a place", place.clone());
    add("a word for meetings", meeting.clone());
    add("a common word for meetings", part(List::MeetingCommon));
    add("two names", times(2, "-", &person));
    add("meeting and place", joined("-", [meeting.clone(), place]));
    add("meeting and name", camel([meeting.clone(), person]));
    add("meeting and 3 digits", joined("", [meeting.clone(), characters(DIGITS, 3)]));
    add("day of the week and meeting", joined("-", [part(List::Weekday), meeting.clone()]));
    add("month and year", joined("-", [part(List::Month), number(2020, 2029, 4)]));
    add("meeting and a random token", joined("-", [meeting, characters(seen::BASE36, 8)]));
    kinds
}

/// What public programs make.
fn generators() -> Vec<Kind> {
    let mut kinds = Vec::new();
    let mut add = |name: &str, draw| kinds.push(Kind::new("generators", name, draw));
    let jitsi = [List::JitsiAdjective, List::JitsiNoun, List::JitsiVerb, List::JitsiAdverb];
    add("Jitsi Meet's suggestions", camel(jitsi.map(part)));
    let haiku = [part(List::HaikuAdjective), part(List::HaikuNoun), characters(DIGITS, 4)];
    add("Haikunator", joined("-", haiku));
    let docker = [List::DockerAdjective, List::DockerSurname].map(part);
    add("Docker", joined("_", docker));
    let unique = [List::UniqueAdjective, List::UniqueColor, List::UniqueAnimal].map(part);
    add("unique-names-generator", joined("-", unique));
    add("human-id", camel([List::HumanAdjective, List::HumanNoun, List::HumanVerb].map(part)));
    add("petname", joined("-", [List::PetAdverb, List::PetAdjective, List::PetName].map(part)));
    add("Glitch", joined("-", [List::FriendlyPredicate, List::FriendlyObject].map(part)));
    let slug = [List::SlugAdjective, List::SlugAdjective, List::SlugNoun].map(part);
    add("random-word-slugs", joined("-", slug));
    kinds
}

/// The judge's figures on every kind.
fn measured(kinds: &[Kind]) -> Vec<OfKind> {
    let bits = |kind: &Kind| -> Vec<f64> {
        kind.names(NAMES).iter().map(|name| guessable::assess(name).bits.get()).collect()
    };
    kinds.iter().enumerate().map(|(number, kind)| OfKind::new(number, kind.bits(), &bits(kind))).collect()
}

#[test]
fn no_kind_is_judged_worse_than_its_bounds_say() {
    let kinds = kinds();
    let measured = measured(&kinds);
    let line = |of: &OfKind| {
        let kind = &kinds[of.kind];
        format!("{}\t{:.1}\t{:.1}\t{:.0}\n", kind.name, kind.bits(), of.error, 100.0 * of.right)
    };
    let head = "kind\tits bits\terror, bits, at most\tright verdicts, %, at least\n";
    let now = head.to_owned() + &measured.iter().map(line).collect::<String>();
    let Some(bounds) = kept::unless_updated("src/accuracy/bounds.tsv", &now) else { return };
    let mut wrong = Vec::new();
    for of in &measured {
        let kind = &kinds[of.kind];
        let bound = bounds.lines().find_map(|line| line.strip_prefix(&format!("{}\t", kind.name)));
        let numbers: Vec<f64> = bound.unwrap_or("").split('\t').filter_map(|n| n.parse().ok()).collect();
        let [_, error, right] = numbers[..] else { panic!("bounds.tsv has no line for `{}`", kind.name) };
        if of.error > error + SLACK.0 || of.right < right / 100.0 - SLACK.1 {
            wrong.push(format!(
                "{}: off by {:.1} bits (at most {error}), right for {:.0} % (at least {right}), such as {}",
                kind.name,
                of.error,
                100.0 * of.right,
                kind.names(3).join(" ")
            ));
        }
    }
    assert!(wrong.is_empty(), "worse than bounds.tsv says:\n{}", wrong.join("\n"));
}

#[test]
fn all_kinds_together_are_judged_well() {
    let kinds = kinds();
    let all = Figures::new(&measured(&kinds));
    let said = format!(
        "error {:.2}, right {:.3}, guessable called strong {:.4} or not called so {:.3}, weak called strong {:.3}, \
         strong not called so {:.4}",
        all.error,
        all.right,
        all.guessable_called_strong,
        all.guessable_not_called_so,
        all.weak_called_strong,
        all.strong_not_called_so
    );
    println!("{said}");
    assert!(all.error <= ALL.error, "{said}");
    assert!(all.right >= ALL.right, "{said}");
    assert!(all.guessable_called_strong <= ALL.guessable_called_strong, "{said}");
    assert!(all.guessable_not_called_so <= ALL.guessable_not_called_so, "{said}");
    assert!(all.weak_called_strong <= ALL.weak_called_strong, "{said}");
    assert!(all.strong_not_called_so <= ALL.strong_not_called_so, "{said}");
}
