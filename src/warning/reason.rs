//! Why a name is as guessable as it is, part by part.

use crate::guess::{Part, PartKind, Structure};
use crate::text::{Gap, Text};

/// What to say about one part of a name.
pub(super) fn reason(part: &Part) -> Text {
    let text = || Gap::quoted(&part.text);
    let key = match &part.kind {
        PartKind::Word { language, rank: Some(rank) } if !language.is_empty() => {
            let gaps = [text(), Gap::Number(*rank), Gap::Language(language.clone())];
            return Text::with("part_common_word", gaps);
        }
        PartKind::Generator { name } => {
            return Text::with("part_generator", [text(), Gap::Words(name.clone())]);
        }
        PartKind::Token { length, .. } => return Text::with("part_token", [text(), Gap::Number(*length)]),
        PartKind::Encoded { text: inner } if !inner.is_empty() => {
            return Text::with("part_encoded", [text(), Gap::quoted(inner)]);
        }
        PartKind::Encoded { .. } => "part_hidden",
        PartKind::Word { .. } => "part_word",
        PartKind::Meeting { common: true } => "part_common_meeting_word",
        PartKind::Meeting { common: false } => "part_meeting_word",
        PartKind::Line => "part_line",
        PartKind::PersonName => "part_person_name",
        PartKind::Place => "part_place",
        PartKind::Weekday => "part_weekday",
        PartKind::Month => "part_month",
        PartKind::Uuid => "part_uuid",
        PartKind::Year => "part_year",
        PartKind::Date => "part_date",
        PartKind::Number => "part_number",
        PartKind::Leet => "part_leet",
        PartKind::SchoolClass => "part_school_class",
        PartKind::Time => "part_time",
        PartKind::Timestamp => "part_timestamp",
        PartKind::Sequence => "part_sequence",
        PartKind::Repeat => "part_repeat",
        PartKind::Keyboard => "part_keyboard",
        PartKind::Signs => "part_signs",
        PartKind::Structure(structure) => of_structure(*structure),
        PartKind::Unknown => "part_unknown",
    };
    Text::with(key, [text()])
}

/// What to say about something with fields of its own.
const fn of_structure(structure: Structure) -> &'static str {
    match structure {
        Structure::Moment => "part_moment",
        Structure::Reference => "part_reference",
        Structure::Phone => "part_phone",
        Structure::Postcode => "part_postcode",
        Structure::Plate => "part_plate",
        Structure::Version => "part_version",
        Structure::Spelled => "part_spelled",
        Structure::Syllables => "part_syllables",
        Structure::Address => "part_address",
    }
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
        assert_eq!(
            keys("weekly-standup-2026"),
            ["part_common_meeting_word", "part_common_meeting_word", "part_year"]
        );
        assert_eq!(keys("SpecificRosesEstablishAllegedly"), ["part_generator"]);
        assert_eq!(keys("d3b07384-d9a0-4c9b-8f3e-1f1e2a3b4c5d"), ["part_uuid"]);
    }
}
