//! Word lists: the words that rooms are made of, and which the judge of names must know exactly.

use std::sync::LazyLock;

/// EFF's large list for passphrases: 7,775 English words of 3 to 9 letters, sorted.
///
/// By Joseph Bonneau for the Electronic Frontier Foundation, 2016, CC-BY-3.0. That list has 7,776 =
/// 6^5 words. Four of them are written with a hyphen there (drop-down, felt-tip, t-shirt, yo-yo) and
/// without one here, so that a name joined by hyphens can be taken apart again in one way only, and its
/// strength stays exact. One word fewer remains, because "yoyo" is on the list as well.
#[must_use]
pub fn eff_large() -> &'static [&'static str] {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("eff-large.txt").lines().collect());
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_7775_different_words_of_plain_letters() {
        let words = eff_large();
        assert_eq!(words.len(), 7775);
        assert!(words.is_sorted_by(|a, b| a < b), "sorted and without repeats");
        assert!(words.iter().all(|w| w.bytes().all(|b| b.is_ascii_lowercase())));
    }
}
