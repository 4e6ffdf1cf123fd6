//! Was a name of several pieces said, or were its words drawn at random? And what does it cost then?
//!
//! Words drawn evenly from a list have nothing to do with each other. Words that somebody said have: who guesses that a
//! name is about a parish council, or about Maria's birthday, guesses much better what else it says. The pieces tell
//! which of the two it was, since people name meetings with purposes, days, names, numbers and short words, and lists
//! have few of these and many rare words.

use super::costs;
use super::piece::{Kind, Piece};

/// What each further piece of an ordinary phrase is cheaper by, once it says that it is about a meeting or a date.
const PURPOSE: f32 = 2.0;
/// Up to so many pieces.
const AFTER_PURPOSE: usize = 4;

/// From so many words on they may be a passphrase, drawn evenly from a list.
const PASSPHRASE: usize = 4;
/// How much likelier than something said, before it is looked at, so many words and nothing else are a passphrase,
/// in bits.
const PASSPHRASE_ODDS: f32 = 6.0;

/// Fewer pieces hardly say anything together.
const FEWEST: usize = 3;
/// What a word costs beside the rarest, as a part of what it costs alone, if they were said together: a word of English
/// text takes 10 to 11 bits for who knows how common it is, and some 7 for who knows the two before it, but those of a
/// name are the telling ones, which the others make likely.
const TOGETHER: f32 = 0.35;
/// How much cheaper than that such a name is if it says its purpose, in bits.
const TOGETHER_WITH_PURPOSE: f32 = 3.0;
/// How much likelier drawn than said pieces are before they are looked at, in bits, ...
const DRAWN_ODDS: f32 = 3.5;
/// ... and how much more so if they are words and nothing else.
const ONLY_WORDS: f32 = 4.0;
/// A number of more digits, and a word or letters of more, are no evidence of something said.
const SHORT_NUMBER: usize = 3;
const SHORT_WORD: usize = 3;
const SHORT_LETTERS: usize = 2;
/// Of short words so many count: lists of short words have many of them.
const COUNTED_WORDS: usize = 2;
/// Letters that cost more than this part of what random ones do are hardly a word.
const NONSENSE: f32 = 0.9;
/// Up to so many characters, letters and digits that were taken for a random token may as well be 6th, or 10b.
const SHORT_TOKEN: usize = 4;

/// What the pieces of a name cost together, in bits.
pub(crate) fn bits(pieces: &[Piece]) -> f32 {
    let said: Vec<Piece> = pieces.iter().filter(|p| p.kind != Kind::Separator).copied().collect();
    let sum: f32 = said.iter().map(|p| p.bits).sum();
    if said.len() < 2 {
        return sum;
    }
    let is_token = |p: &Piece| matches!(p.kind, Kind::Token(_)) && p.length() > SHORT_TOKEN;
    let token = if said.iter().any(is_token) { costs::TOKEN_IN_PHRASE } else { 0.0 };
    let sum = sum + costs::STYLE + token;
    let one_by_one = one_by_one(&said, sum, token > 0.0);
    if said.len() < FEWEST {
        return one_by_one;
    }
    let together = together(&said, sum).min(one_by_one);
    costs::expected(together, one_by_one, odds_against_said(&said))
}

/// What the pieces cost that have nothing to do with each other, but for the purpose that they name.
fn one_by_one(said: &[Piece], sum: f32, has_token: bool) -> f32 {
    if has_token {
        return sum;
    }
    let further = (said.len() - 1).min(AFTER_PURPOSE) as f32;
    let chosen = if said.iter().any(|p| p.kind.is_purpose()) { sum - PURPOSE * further } else { sum };
    if said.len() >= PASSPHRASE && said.iter().all(|p| p.kind.is_word()) {
        passphrase(said.iter().map(|p| p.bits), chosen)
    } else {
        chosen
    }
}

/// What words cost that may be drawn evenly from a list, given their bits, and what they cost if somebody chose them.
///
/// Of words drawn evenly a few are common ones by chance, and no cheaper for it. Words that somebody chose are common
/// ones more often than that.
fn passphrase(words: impl Iterator<Item = f32> + Clone, chosen: f32) -> f32 {
    let rarest = words.clone().fold(0.0, f32::max).min(costs::WORD[0]);
    let drawn = rarest * words.count() as f32;
    if drawn > chosen { costs::expected(chosen, drawn, PASSPHRASE_ODDS - (drawn - chosen)) } else { chosen }
}

/// What the pieces cost if they were said together: the rarest word in full.
fn together(said: &[Piece], sum: f32) -> f32 {
    let words = || said.iter().filter(|p| p.kind.is_word() && !is_nonsense(p)).map(|p| p.bits);
    let further = words().sum::<f32>() - words().fold(0.0, f32::max);
    let purpose = if said.iter().any(|p| p.kind.is_purpose()) { TOGETHER_WITH_PURPOSE } else { 0.0 };
    sum - (1.0 - TOGETHER) * further - purpose
}

/// How much likelier it is that the pieces have nothing to do with each other than that they were said, in bits.
fn odds_against_said(said: &[Piece]) -> f32 {
    let only_words = said.iter().all(|p| p.kind.is_word());
    let mut seen = Seen::default();
    let evidence: f32 = said.iter().map(|piece| evidence(piece, &mut seen)).sum();
    DRAWN_ODDS + if only_words { ONLY_WORDS } else { 0.0 } - evidence
}

/// Whether letters are likelier drawn at random than a word.
fn is_nonsense(piece: &Piece) -> bool {
    piece.kind == Kind::Unknown
        && piece.length() > SHORT_WORD
        && piece.bits > NONSENSE * costs::LETTER * piece.length() as f32
}

/// What has been seen of a name so far that counts once or twice only.
#[derive(Default)]
struct Seen {
    short_words: usize,
    numbers: usize,
    classes: usize,
}

/// How much likelier one finds such a piece in something said than among pieces drawn at random, in bits.
fn evidence(piece: &Piece, seen: &mut Seen) -> f32 {
    match piece.kind {
        Kind::Meeting { .. } if piece.length() > SHORT_WORD => 4.0,
        Kind::Meeting { .. } => 1.0,
        Kind::SchoolClass => {
            seen.classes += 1;
            // 2d.7f.8c: hexadecimal digits.
            if seen.classes == 1 { 3.0 } else { -5.0 }
        }
        Kind::PersonName | Kind::Place => 3.0,
        kind if kind.is_purpose() => 3.0,
        Kind::Number if piece.length() <= SHORT_NUMBER => {
            seen.numbers += 1;
            if seen.numbers == 1 { 1.5 } else { 0.0 }
        }
        Kind::Unknown if piece.length() <= SHORT_LETTERS => 2.0,
        Kind::Unknown if is_nonsense(piece) => -3.0,
        // The commonest words of a language, by their class of frequency: "the", "de", "und".
        Kind::Word(word) if word.class == 1 && piece.length() <= SHORT_WORD => {
            seen.short_words += 1;
            if seen.short_words <= COUNTED_WORDS { 2.0 } else { 0.0 }
        }
        Kind::Word(word) if word.class == 0 => -2.0,
        Kind::Word(word) if word.class > 2 => -1.0,
        Kind::Token(_) => -3.0,
        _ => 0.0,
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
            ("defesa-de-mestrado-joao-silva", "defesa-mestrado-lagoa-silva"),
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
