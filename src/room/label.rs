//! The readable beginning of a room's name.

use super::RecipeError;
use crate::platform::nfkc;

/// The longest label, in characters of the name it becomes part of.
pub const LABEL_MAX: usize = 60;

/// A readable prefix such as `acme-weekly`, which tells people which room this is. Everybody may know
/// it, so it adds nothing to a room's strength. It may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(String);

impl Label {
    /// Makes a label of what a person typed: the letters and digits of any script in lower case, their
    /// words joined by hyphens. Everything else separates words.
    ///
    /// # Errors
    /// [`RecipeError::LabelTooLong`] when more than [`LABEL_MAX`] characters remain.
    pub fn new(typed: &str) -> Result<Self, RecipeError> {
        // Lower-casing can take a letter out of its normal form, which folding again mends.
        let folded = nfkc(&nfkc(typed).to_lowercase()).into_owned();
        let words: Vec<&str> = folded
            .split(|c: char| !(c.is_alphanumeric() || is_mark(c)))
            .filter(|word| word.contains(char::is_alphanumeric))
            .collect();
        let label = words.join("-");
        let length = label.chars().count();
        if length > LABEL_MAX {
            return Err(RecipeError::LabelTooLong { length });
        }
        Ok(Self(label))
    }

    /// The label as it stands in a room's name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Vowel signs, viramas and accents that belong to the letter before them, where Rust does not count
/// them as letters: combining accents, and the signs of the Indic and Khmer blocks but for the dandas.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{963}' | '\u{966}'..='\u{109f}' | '\u{1780}'..='\u{17d3}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jitsi::RoomName;
    use proptest::prelude::*;

    #[test]
    fn labels_become_readable_prefixes() {
        for (typed, label) in [
            ("acme weekly", "acme-weekly"),
            ("  Acme & Söhne: Q3/2026!  ", "acme-söhne-q3-2026"),
            ("семинар №2", "семинар-no2"),
            ("اجتماع", "اجتماع"),
            ("हिन्दी वर्ग", "हिन्दी-वर्ग"),
            ("🍄🍄", ""),
            ("", ""),
        ] {
            assert_eq!(Label::new(typed).unwrap().as_str(), label, "{typed}");
        }
    }

    #[test]
    fn a_label_that_is_too_long_is_refused_with_its_length() {
        assert_eq!(Label::new(&"a".repeat(500)), Err(RecipeError::LabelTooLong { length: 500 }));
        assert!(Label::new(&"a".repeat(LABEL_MAX)).is_ok());
    }

    proptest! {
        #[test]
        fn jitsi_changes_nothing_in_a_label(typed in "\\PC{0,60}") {
            if let Ok(label) = Label::new(&typed) {
                let name = RoomName::from_segment(label.as_str());
                prop_assert_eq!(name.as_ref().map_or("", RoomName::as_str), label.as_str());
            }
        }
    }
}
