//! Why a name is as guessable as it is, part by part.

use crate::guess::{Kind, Part};
use crate::text::{Gap, Text};

/// What to say about one part of a name. The key of the sentence is its kind's, but for what is known better.
pub(super) fn reason(part: &Part) -> Text {
    let mut gaps = vec![Gap::quoted(&part.text)];
    let key = match (part.kind, &part.decoded) {
        (Kind::Word { language, rank: Some(rank) }, _) => {
            gaps.extend([Gap::Number(rank), Gap::Language(language.to_owned())]);
            "part_common_word"
        }
        (Kind::Meeting { common: true }, _) => "part_common_meeting",
        (Kind::Generator { name }, _) => {
            gaps.push(Gap::Words(name.to_owned()));
            part.kind.key()
        }
        (Kind::Token { length }, _) => {
            gaps.push(Gap::Number(length));
            part.kind.key()
        }
        (Kind::Encoded, Some(decoded)) => {
            gaps.push(Gap::quoted(decoded));
            part.kind.key()
        }
        (Kind::Encoded, None) => "part_hidden",
        _ => part.kind.key(),
    };
    Text::with(key, gaps)
}

/// The key of the sentence about several parts of which `key` is the sentence about one, if there is one.
const fn about_several(key: &str) -> Option<&'static str> {
    Some(match key.as_bytes() {
        b"part_common_word" => "part_common_word_all",
        b"part_word" => "part_word_all",
        b"part_common_meeting" => "part_common_meeting_all",
        b"part_meeting" => "part_meeting_all",
        b"part_person_name" => "part_person_name_all",
        b"part_place" => "part_place_all",
        b"part_number" => "part_number_all",
        b"part_unknown" => "part_unknown_all",
        _ => return None,
    })
}

/// Takes `other`, what there is to say of another part, into `said`, if one sentence says it of both.
pub(super) fn join(said: &mut Text, other: &Text) -> bool {
    let Some(key) = about_several(other.key) else { return false };
    let [Gap::Words(word), rest @ ..] = &other.gaps[..] else { return false };
    if said.key == other.key {
        // Words of two languages are common in two ways.
        let [Gap::Words(first), own @ ..] = &said.gaps[..] else { return false };
        if own.get(1) != rest.get(1) {
            return false;
        }
        said.gaps[0] = Gap::List(vec![first.clone()]);
        said.key = key;
    }
    if said.key != key || said.gaps.get(2) != rest.get(1) {
        return false;
    }
    if let Some(Gap::List(all)) = said.gaps.first_mut()
        && !all.contains(word)
    {
        all.push(word.clone());
    }
    // Of several numbers of commonest words, the largest holds of all.
    if let [_, Gap::Number(most), ..] = &mut said.gaps[..]
        && let [Gap::Number(other), ..] = rest
    {
        *most = (*most).max(*other);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guess::assess;

    fn keys(name: &str) -> Vec<&'static str> {
        assess(name).parts.iter().map(|part| reason(part).key).collect()
    }

    #[test]
    fn the_parts_of_a_name_explain_it() {
        assert_eq!(keys("weekly-standup-2026"), ["part_common_meeting", "part_common_meeting", "part_year"]);
        assert_eq!(keys("SpecificRosesEstablishAllegedly"), ["part_generator"]);
        assert_eq!(keys("d3b07384-d9a0-4c9b-8f3e-1f1e2a3b4c5d"), ["part_uuid"]);
    }

    #[test]
    fn of_words_that_are_common_in_one_language_the_larger_number_holds_and_two_languages_are_two_sentences()
    {
        let common = |word: &str, rank, language: &str| {
            let gaps = [word.to_owned().into(), Gap::Number(rank), Gap::Language(language.to_owned())];
            Text::with("part_common_word", gaps)
        };
        let mut said = common("river", 500, "en");
        assert!(!join(&mut said, &common("Fluss", 500, "de")));
        assert!(join(&mut said, &common("the", 20, "en")));
        assert!(join(&mut said, &common("stone", 2000, "en")));
        assert!(!join(&mut said, &common("Stein", 2000, "de")));
        assert_eq!(said.key, "part_common_word_all");
        let all = ["river", "the", "stone"].map(str::to_owned);
        assert_eq!(said.gaps[..2], [Gap::List(all.into()), Gap::Number(2000)]);
    }

    #[test]
    fn what_has_no_sentence_about_several_stays_alone() {
        let mut said = Text::with("part_uuid", [Gap::quoted("a")]);
        assert!(!join(&mut said, &Text::with("part_uuid", [Gap::quoted("b")])));
        assert!(!join(&mut said, &Text::with("part_word", [Gap::quoted("b")])));
    }
}
