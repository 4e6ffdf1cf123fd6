//! A word of a list, found without reading all of the lexicon.
//!
//! The lexicon does not say where the words of a list are, and to read it takes longer than a page may take to open. So
//! each block has as many slots as any block has words of the list that suit names. A slot that is drawn evenly, and
//! again until there is a word in it, is a word drawn evenly: each word is in one slot. Some 15 of the 2,000 blocks are
//! read for a word.

use super::Lexicon;
use crate::lists::List;
use crate::parts::suits_names;

/// Maximum number of words of each list in a block; what it is exactly a test counts. A smaller number would leave words
/// out.
const MOST: [(List, usize); 8] = [
    (List::EffShort, 9),
    (List::Bip39French, 15),
    (List::Bip39Italian, 25),
    (List::Bip39Spanish, 16),
    (List::Bip39Portuguese, 11),
    (List::Bip39Czech, 21),
    (List::Bip39Russian, 9),
    (List::DicewareGerman, 47),
];

impl Lexicon {
    /// How many slots there are for the words of `list`; none for a list that nobody draws from in this way.
    pub(crate) fn slots(&self, list: List) -> usize {
        self.blocks.len() * most(list)
    }

    /// The word of `list` in the slot with this number, from 0 on, if one is in it.
    pub(crate) fn in_slot(&self, list: List, number: usize) -> Option<String> {
        let most = most(list);
        let block = number.checked_div(most).filter(|block| *block < self.blocks.len())?;
        self.in_block(list, block).into_iter().nth(number % most)
    }

    /// The words of `list` in the block with this number that suit names. It is decoded for it, and not kept.
    fn in_block(&self, list: List, block: usize) -> Vec<String> {
        let mut words = Vec::new();
        self.decode(block).each(|letters, word| {
            if word.is_on(list) && suits_names(list, letters) {
                words.push(letters.to_owned());
            }
        });
        words
    }
}

fn most(list: List) -> usize {
    MOST.iter().find(|(of, _)| *of == list).map_or(0, |(_, most)| *most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_in_one_slot() {
        let lexicon = Lexicon::get();
        for (list, most) in MOST {
            let blocks: Vec<Vec<String>> =
                (0..lexicon.blocks.len()).map(|block| lexicon.in_block(list, block)).collect();
            assert_eq!(blocks.iter().map(Vec::len).max(), Some(most), "{list:?}");
            let fullest = blocks.iter().position(|words| words.len() == most).unwrap();
            for (at, word) in blocks[fullest].iter().enumerate() {
                assert_eq!(lexicon.in_slot(list, fullest * most + at).as_ref(), Some(word), "{list:?}");
            }
            let sparse = blocks.iter().position(|words| words.len() < most).unwrap();
            assert_eq!(lexicon.in_slot(list, sparse * most + most - 1), None, "{list:?}");
            let mut words = blocks.concat();
            words.sort_unstable();
            let suiting = crate::words_on(list).into_iter().filter(|word| suits_names(list, word));
            assert!(words.into_iter().eq(suiting), "{list:?}");
            assert_eq!(lexicon.in_slot(list, lexicon.slots(list)), None, "{list:?}");
        }
        assert_eq!((lexicon.slots(List::Month), lexicon.in_slot(List::Month, 0)), (0, None));
    }
}
