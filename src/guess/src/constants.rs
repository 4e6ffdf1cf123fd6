//! The constants of the model that are no counts.

/// Declares constants, each with what it means, and the values that make sense.
macro_rules! constants {
    ($($(#[doc = $doc:literal])+ $name:ident: $value:literal, $low:literal..$high:literal;)+) => {
        $(
            $(#[doc = $doc])+
            #[cfg(not(feature = "fit"))]
            #[inline]
            pub(crate) const fn $name() -> f32 {
                $value
            }
        )+
        #[cfg(feature = "fit")]
        mod fitted {
            use std::sync::atomic::{AtomicU32, Ordering};
            #[allow(non_camel_case_types)]
            #[derive(Clone, Copy)]
            enum Index { $($name),+ }
            /// Their names, values and ranges.
            pub const ALL: &[(&str, f32, f32, f32)] = &[$((stringify!($name), $value, $low, $high)),+];
            static VALUES: [AtomicU32; ALL.len()] = [$(AtomicU32::new((($value) as f32).to_bits())),+];
            /// Sets the constant with this number.
            pub fn set(number: usize, value: f32) {
                VALUES[number].store(value.to_bits(), Ordering::Relaxed);
            }
            $(
                $(#[doc = $doc])+
                pub(crate) fn $name() -> f32 {
                    f32::from_bits(VALUES[Index::$name as usize].load(Ordering::Relaxed))
                }
            )+
        }
        #[cfg(feature = "fit")]
        pub use fitted::*;
    };
}

constants! {
    /// Bits for one of the 200 commonest words of a language.
    word_1: 8.86, 6.0..9.0;
    /// Bits for a word of rank 200 to 2,200.
    word_2: 11.5, 9.5..11.5;
    /// Bits for a rarer word, or one that only a list has.
    word_rare: 12.39, 11.0..14.5;
    /// Evidence against a word being English.
    english: 1.12, 0.0..4.0;
    /// Evidence against a name being in any one of the other languages.
    other_language: 5.4, 2.0..8.0;
    /// Evidence against a border between words that nothing marks.
    join: 2.67, 0.0..5.0;
    /// Evidence against a word directly after a digit.
    mixed: 5.33, 0.0..10.0;
    /// Evidence against one more piece: pieces have to be chosen too.
    piece: 2.77, 0.0..4.0;
    /// Evidence against a separator.
    separator: 4.4, 0.0..6.0;

    /// Bits for a word that names the purpose of many meetings: 10 to 60 in a language.
    meeting_common: 4.0, 4.0..7.0;
    /// Bits for a word of the wider vocabulary of meetings: up to 550 in a language.
    meeting: 6.23, 6.0..9.5;
    /// Bits for one of the names of people that come first: the commonest three thousand of the world.
    common_name: 11.5, 7.0..11.5;
    /// Bits for another given name or family name.
    name: 10.86, 9.0..13.5;
    /// Bits for a large city or a country: about a thousand.
    place: 10.47, 7.0..10.5;
    /// Bits for another place of 50,000 people and more.
    town: 12.0, 9.0..14.0;
    /// Bits for picking one of the categories that words are drawn from.
    category: 2.81, 0.0..7.0;
    /// Bits for a day of the week.
    weekday: 2.0, 2.0..5.0;
    /// Bits for a month.
    month: 4.94, 3.0..5.0;

    /// Bits for a word of up to eight letters that no list has.
    unknown_word: 13.0, 9.5..15.0;
    /// Bits for each letter beyond these, of letters that may be several words.
    unknown_letter: 2.83, 0.5..3.5;
    /// Bits for each letter beyond these of a word that stands alone.
    long_letter: 1.46, 0.0..3.0;
    /// Evidence against a word that no list has, beyond its spelling.
    unknown: 3.79, 0.0..8.0;
    /// The most that a letter can surprise, in bits.
    surprise: 8.5, 5.5..10.0;
    /// Evidence against a stem: there are some hundred thousand of five letters and more.
    stems: 19.63, 12.0..20.0;

    /// Evidence against a random token: its alphabet and its length.
    token: 4.63, 0.0..14.0;
    /// Evidence against the first stretch of a name being drawn at random.
    drawn_first: 0.52, -4.0..8.0;
    /// Evidence against a stretch drawn at random behind one that was written.
    drawn_after_written: 3.68, 0.0..12.0;
    /// Evidence against another stretch drawn at random.
    drawn_again: 1.46, -2.0..6.0;
    /// Evidence against a stretch that was written behind one drawn at random.
    written_after_drawn: 1.1, 0.0..2.0;
    /// Bits for where in a phrase a random token stands, how long it is and of what alphabet.
    token_in_phrase: 1.5, 0.0..1.5;
    /// Bits for the style of a name of several pieces: what separates them.
    style: 1.0, 0.0..1.0;
    /// Evidence against a name being a generator's.
    generator: 6.87, 2.0..9.0;

    /// What each of two further words is cheaper by than it is alone: few words are mostly from short lists.
    beside: 1.9, 0.5..4.0;
    /// What a word costs beside the rarest, as a part of what it costs alone, if they were said together.
    together: 0.2, 0.1..0.9;
    /// How much the odds of said or drawn count, where the two are weighed: more than once favours the likelier.
    certain: 2.3, 1.0..4.0;
    /// Bits for a word of a passphrase.
    word_drawn: 13.2, 12.4..13.2;
    /// How much less likely than not that pieces were said together, before they are looked at, in bits.
    said: 0.6, -2.0..4.0;
    /// Evidence of something said: a word for a meeting.
    said_meeting: 2.4, 0.0..6.0;
    /// Evidence of something said: each further one.
    said_meetings: 0.57, 0.0..4.0;
    /// Evidence of something said: a date, a day, a class.
    said_date: 3.7, 0.0..6.0;
    /// Evidence of something said: one at the end.
    said_last: 4.3, 0.0..6.0;
    /// Evidence of something said: two names of people, one after the other.
    said_names: 1.3, 1.3..6.0;
    /// Evidence of something said: a short number.
    said_number: 4.3, 0.0..6.0;
    /// Evidence of something said: each of a language's commonest words.
    said_common: 0.73, 0.0..4.0;
    /// Evidence of words drawn from a list for passphrases: each word, if all of them are on it.
    drawn_from: 2.0, 0.0..4.0;
    /// Evidence of words drawn from a list: a word that is not among the commonest.
    drawn_word: 0.5, 0.0..3.0;
    /// Evidence of words drawn from a list: a word of generators' lists only.
    drawn_listed: 1.77, 0.0..6.0;
}
