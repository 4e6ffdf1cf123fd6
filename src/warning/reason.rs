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
}
