//! Was a name of several pieces said, or were its words drawn at random? And what does it cost then?
//!
//! Words drawn evenly from a list have nothing to do with each other, and the common ones among them are so by chance:
//! each costs the same. Words that somebody said make each other likely: who guesses that a name is about a parish
//! council, or about Maria's birthday, guesses much better what else it says. The pieces tell which of the two it was,
//! since people name meetings with purposes, days, numbers and common words, the day last, and
//! lists have few of these and many rare words. So each piece is evidence, as in a logistic regression, and what is
//! reported is what is to be expected of both.
//!
//! Numbers and random tokens have nothing to do with any of this, and cost what they cost.

use super::costs;
use super::languages::RANK_CLASSES;
use super::models::unknown::listed;
use super::piece::{Kind, Piece};

/// Minimum number of words of a passphrase drawn evenly from a list.
const PASSPHRASE: usize = 4;
/// Maximum length of a short word, in letters, and of a short number, in digits. Chosen because words of this length are
/// found in any letters, and such numbers in many names.
const SHORT: usize = 3;
/// Maximum number of words that are cheaper beside another than alone.
const FURTHER: usize = 2;
/// Maximum length of what was taken for a random token and may as well be written, in characters. Chosen because of 6th,
/// 10b and their like.
const SHORT_TOKEN: usize = 4;

/// What the pieces of a name cost together, in bits; `drawn_from` is what its words cost, if all of them are on one
/// list for passphrases, and how many they are.
pub(crate) fn bits(pieces: &[Piece], drawn_from: Option<(f32, usize)>) -> f32 {
    let all = pieces;
    let pieces: Vec<&Piece> = all.iter().filter(|p| p.kind != Kind::Separator).collect();
    if pieces.len() < 2 {
        return pieces.iter().map(|p| p.bits).sum();
    }
    let words = words(all);
    let (of_words, rarest) = (words.iter().sum::<f32>(), words.iter().copied().fold(0.0, f32::max));
    let is_token = |p: &&Piece| matches!(p.kind, Kind::Token { .. }) && p.length() > SHORT_TOKEN;
    let token = if pieces.iter().any(is_token) { costs::token_in_phrase() } else { 0.0 };
    let of_others: f32 = pieces.iter().filter(|p| !p.kind.is_word()).map(|p| p.bits).sum();
    let others = of_others + costs::style() + token;

    let apart = of_words - costs::beside() * words.len().saturating_sub(1).min(FURTHER) as f32;
    let drawn =
        if words.len() < PASSPHRASE { apart } else { apart.max(costs::word_drawn() * words.len() as f32) };
    let said = (rarest + costs::together() * (of_words - rarest)).min(apart);
    let mut odds = odds_of_said(&pieces);
    let drawn = match drawn_from {
        // Not if a generator's work is among them, which costs what it costs.
        Some((bits, listed)) if listed >= PASSPHRASE && listed == words.len() => {
            odds -= costs::drawn_from() * listed as f32;
            bits
        }
        _ => drawn,
    };
    others + costs::expected(said, drawn, -odds * costs::certain())
}

/// What each word costs, in bits. Where separators mark the words, what stands between two of them is one word, whatever
/// it can be put together from: whoever guesses has *jobless* on a larger list, and no passphrase is joined in one place
/// and not in the next.
fn words(pieces: &[Piece]) -> Vec<f32> {
    let stretches = || pieces.split(|p| p.kind == Kind::Separator);
    let are_marked = stretches().filter(|stretch| stretch.iter().any(|p| p.kind.is_word())).count() > 1;
    let mut words = Vec::with_capacity(pieces.len());
    for stretch in stretches() {
        let bits = stretch.iter().filter(|p| p.kind.is_word()).map(|p| p.bits);
        match stretch {
            [first, .., last] if are_marked && stretch.iter().all(|p| p.kind.is_word()) => {
                words.push(bits.sum::<f32>().min(listed(last.end - first.start, true)));
            }
            _ => words.extend(bits),
        }
    }
    words
}

/// How much likelier it is that the pieces were said than that they have nothing to do with each other, in bits.
fn odds_of_said(pieces: &[&Piece]) -> f32 {
    let is = |at: Option<&&Piece>, what: fn(&Piece) -> bool| at.is_some_and(|piece| what(piece));
    let count = |what: fn(&Piece) -> bool| pieces.iter().filter(|piece| what(piece)).count();
    let meetings = count(is_meeting);
    let mut odds = -costs::said();
    if meetings > 0 {
        odds += costs::said_meeting() + costs::said_meetings() * (meetings - 1) as f32;
    }
    if is(pieces.last(), is_date) {
        odds += costs::said_last();
    }
    // A digit behind makes no word likelier.
    if pieces.iter().rev().skip(1).any(|piece| is_number(piece)) {
        odds += costs::said_number();
    }
    if pieces.windows(2).any(|pair| pair.iter().all(|piece| piece.kind == Kind::PersonName)) {
        odds += costs::said_names();
    }
    odds += costs::said_date() * count(is_date) as f32;
    odds += costs::said_common() * count(is_commonest) as f32;
    odds -= costs::drawn_word() * count(is_rare) as f32;
    odds - costs::drawn_listed() * count(is_listed) as f32
}

/// Whether it says what people meet for.
fn is_meeting(piece: &Piece) -> bool {
    matches!(piece.kind, Kind::Meeting { .. }) && piece.length() > SHORT
}

/// Whether it says when they meet, or which class does.
fn is_date(piece: &Piece) -> bool {
    match piece.kind {
        Kind::Weekday | Kind::Month => piece.length() > SHORT,
        kind => kind.is_purpose() && !matches!(kind, Kind::Meeting { .. }),
    }
}

/// Whether it may count something.
fn is_number(piece: &Piece) -> bool {
    piece.kind == Kind::Number && piece.length() <= SHORT
}

/// Whether it is a word that is not among the commonest.
fn is_rare(piece: &Piece) -> bool {
    match piece.kind {
        Kind::Word { .. } => !is_commonest(piece) && !is_listed(piece),
        kind => kind == Kind::Unknown && piece.length() >= SHORT,
    }
}

/// Whether it is a word of generators' lists only.
fn is_listed(piece: &Piece) -> bool {
    piece.kind.is_listed_word()
}

/// Whether it is one of the commonest words of its language: of its first class, or a short one that is as cheap as a word
/// for meetings, as "the" and "on" are.
fn is_commonest(piece: &Piece) -> bool {
    match piece.kind {
        Kind::Word { rank, .. } => rank == Some(RANK_CLASSES[0]),
        kind => matches!(kind, Kind::Meeting { .. }) && piece.length() <= SHORT,
    }
}

#[cfg(test)]
mod tests {
    use crate::assess;

    fn bits(name: &str) -> f64 {
        assess(name).bits.get()
    }

    #[test]
    fn what_people_say_together_costs_less_than_its_words_one_by_one() {
        for (said, drawn) in [
            ("lezione-di-pianoforte-con-marco", "lenzuola-pianola-concone-marcia"),
            ("sunday-school-with-father-thomas", "sundial-schooner-wither-father-thermos"),
            ("annual-general-meeting-of-the-tenants", "annual-generator-meteor-oft-thesis-tenants"),
        ] {
            assert!(bits(said) + 8.0 < bits(drawn), "{said} {} {drawn} {}", bits(said), bits(drawn));
        }
    }

    #[test]
    fn words_drawn_from_a_list_keep_what_they_are_worth() {
        for name in [
            "latrine-lapdog-bean-victor-cruise",
            "unworldly snowdrop upwind wise",
            "crumpet-obsessed-vagrancy-tidings-flyer",
        ] {
            let words = name.split([' ', '-']).count() as f64;
            assert!(bits(name) > 11.5 * words, "{name} {}", bits(name));
        }
    }
}
