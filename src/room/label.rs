//! The readable beginning of a room's name.

use thiserror::Error;

use crate::platform::{is_mark, lower_case, nfkc};

/// Maximum length of a label, in characters of the name that it becomes part of.
pub const LABEL_MAX: usize = 60;

/// A readable prefix such as `acme-weekly`, which tells people which room this is. Everybody may know
/// it, so it adds nothing to a room's strength. It may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(String);

/// A label has more than [`LABEL_MAX`] characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the label has {length} characters; {LABEL_MAX} is the most")]
pub struct LabelTooLong {
    /// How many it has.
    pub length: usize,
}

impl Label {
    /// Makes a label of what a person typed: the letters and digits of any script in lower case, their
    /// words joined by hyphens. Everything else separates words.
    ///
    /// # Errors
    /// When more than [`LABEL_MAX`] characters remain.
    pub fn new(typed: &str) -> Result<Self, LabelTooLong> {
        let label = joined(words(&folded(typed)));
        let length = label.chars().count();
        if length > LABEL_MAX {
            return Err(LabelTooLong { length });
        }
        Ok(Self(label))
    }

    /// Makes a label of as many of the first words as fit. A first word that is too long alone is cut.
    #[must_use]
    pub fn shortened(typed: &str) -> Self {
        let folded = folded(typed);
        let mut label = String::new();
        let mut length = 0;
        for word in words(&folded) {
            let more = word.chars().count() + usize::from(length > 0);
            if length + more > LABEL_MAX {
                break;
            }
            label.push_str(if length > 0 { "-" } else { "" });
            label.push_str(word);
            length += more;
        }
        if label.is_empty() {
            label = words(&folded).next().unwrap_or_default().chars().take(LABEL_MAX).collect();
        }
        Self(label)
    }

    /// The label as it stands in a room's name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Folds as Jitsi does. Lower-casing can take a letter out of its normal form, which folding again mends.
fn folded(typed: &str) -> String {
    nfkc(&lower_case(&nfkc(typed))).into_owned()
}

/// The words of a text: letters and digits with the marks that belong to them.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    folded
        .split(move |letter: char| {
            inside = letter.is_alphanumeric() || inside && is_mark(letter) && !is_variation(letter);
            !inside
        })
        .filter(|word| !word.is_empty())
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join("-")
}

/// Marks that are not seen by themselves: they only choose how the sign before them is drawn, as behind many emoji, or
/// keep signs apart that would be sorted together.
const fn is_variation(mark: char) -> bool {
    matches!(mark, '\u{34f}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
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
            // A virama, a vowel sign and a tone mark of scripts that Rust does not count among the letters.
            ("ᬓ᭄ᬓ ꦏ꧀ꦏ ߊ߫", "ᬓ᭄ᬓ-ꦏ꧀ꦏ-ߊ߫"),
            // Sentence marks are no marks of a letter.
            ("བོད།ཡིག", "བོད-ཡིག"),
            ("မြန်မာ။စာ", "မြန်မာ-စာ"),
            // What belongs to a sign that is left out is left out as well.
            ("a❤\u{fe0f}b -\u{301}c 1\u{fe0f}", "a-b-c-1"),
            ("🍄🍄", ""),
            ("", ""),
        ] {
            assert_eq!(Label::new(typed).unwrap().as_str(), label, "{typed}");
        }
    }

    #[test]
    fn a_label_that_is_too_long_is_refused_with_its_length() {
        assert_eq!(Label::new(&"a".repeat(500)), Err(LabelTooLong { length: 500 }));
        assert!(Label::new(&"a".repeat(LABEL_MAX)).is_ok());
    }

    #[test]
    fn a_long_name_is_shortened_between_its_words() {
        let long = "our weekly meeting about the very long name of the project and more";
        let label = Label::shortened(long);
        assert_eq!(label.as_str(), "our-weekly-meeting-about-the-very-long-name-of-the-project");
        assert_eq!(Label::shortened("Acme weekly!").as_str(), "acme-weekly");
        assert_eq!(Label::shortened(&"é".repeat(500)).as_str(), "é".repeat(LABEL_MAX));
        assert_eq!(Label::shortened("🍄").as_str(), "");
    }

    proptest! {
        #[test]
        fn a_shortened_label_is_a_label(typed in "\\PC{0,200}") {
            let label = Label::shortened(&typed);
            prop_assert_eq!(Label::new(label.as_str()), Ok(label));
        }

        #[test]
        fn jitsi_changes_nothing_in_a_label(typed in "\\PC{0,60}") {
            if let Ok(label) = Label::new(&typed) {
                let name = RoomName::from_segment(label.as_str());
                prop_assert_eq!(name.as_ref().map_or("", RoomName::as_str), label.as_str());
            }
        }
    }
}
