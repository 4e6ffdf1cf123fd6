//! One block of words, decoded into a trie.

use super::format::{
    BRANCH, CLASS, FURTHER, FURTHER_CLASS, LANGUAGE, LETTER, LETTERS, LISTED, LONGEST, NO_MORE, SHARE, Table,
    branch_context, class_context, first_list_context, further_context, language_context, letter_context,
    shared_context,
};
use super::range::RangeDecoder;
use super::sums::Sums;
use super::word::{Sense, Word};
use crate::languages::spelling;
use crate::lists::{List, Lists};

/// A trie in the order of the alphabet, depth first: a node's first child is the node after it.
#[derive(Debug)]
pub(super) struct Block {
    nodes: Vec<Node>,
    /// Its words, the first of which stands for what is none.
    words: Vec<Known>,
    /// The languages of its words, one word's after the other's.
    languages: Vec<Sense>,
    /// For each letter that words begin with its node; `NOWHERE` for the others.
    roots: [u16; 26],
}

/// No node.
const NOWHERE: u16 = u16::MAX;

/// A letter of one or more words.
#[derive(Clone, Copy, Debug)]
struct Node {
    letter: u8,
    has_child: bool,
    /// How many nodes on the next letter is that can stand here, or 0.
    sibling: u16,
    /// The number of the word that ends here, or 0.
    word: u16,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
struct Known {
    lists: Lists,
    /// Where its languages begin, and how many they are.
    first: u16,
    count: u8,
}

impl Block {
    /// Reads the words of a block, which all begin with the letters `key` (1 to 26).
    pub(super) fn decode(bytes: &[u8], key: &[u8], sums: &Sums) -> Self {
        let mut decoder = RangeDecoder::new(bytes);
        let mut choose =
            |table: Table, context: usize, first: usize| decoder.choose(sums.of(table, context), first);
        let mut block = Self {
            nodes: Vec::with_capacity(256),
            words: Vec::with_capacity(128),
            languages: Vec::with_capacity(128),
            roots: [NOWHERE; 26],
        };
        block.words.push(Known { lists: Lists::NONE, first: 0, count: 0 });
        // The letters of the last word, and the nodes they are at.
        let mut spelled = [0_usize; LONGEST + 1];
        let mut at = [0_usize; LONGEST + 1];
        for (position, &letter) in key.iter().enumerate() {
            spelled[position] = usize::from(letter);
            block.push(spelled[position], position, &mut at, None);
        }
        let (mut length, mut shared, mut language) = (key.len(), 0, 0);
        loop {
            shared = choose(SHARE, shared_context(length, shared), 0);
            if shared == NO_MORE {
                return block;
            }
            shared = shared.min(length);
            language = choose(LANGUAGE, language_context(language, shared), 0);
            let mut position = shared;
            let mut sibling_of = (shared < length).then(|| at[shared]);
            let replaced = if shared < length { spelled[shared] } else { 0 };
            let spelling = spelling(language);
            loop {
                let before = |back: usize| position.checked_sub(back).map_or(0, |i| spelled[i]);
                let letter = if position == shared {
                    // A damaged file must not lead outside the alphabet.
                    choose(
                        BRANCH,
                        branch_context(spelling, before(1), replaced),
                        (replaced + 1).min(LETTERS - 1),
                    )
                } else {
                    choose(LETTER, letter_context(spelling, before(2), before(1)), 0)
                };
                if letter == 0 || position == LONGEST {
                    break;
                }
                spelled[position] = letter;
                block.push(letter, position, &mut at, sibling_of.take());
                position += 1;
            }
            length = position;
            let first = block.languages.len();
            let class = choose(CLASS, class_context(language, length), 0);
            if language != 0 {
                block.languages.push(Sense::new(language, class));
                let mut context = further_context(language, Some(class));
                loop {
                    let further = choose(FURTHER, context, 0);
                    if further == 0 || block.languages.len() - first > 60 {
                        break;
                    }
                    block.languages.push(Sense::new(further, choose(FURTHER_CLASS, class, 0)));
                    context = further_context(further, None);
                }
            }
            let mut lists = Lists::NONE;
            let mut context = first_list_context(language, class);
            while let Some(list) = choose(LISTED, context, 0).checked_sub(1) {
                lists = lists.with(list);
                // The order of a word's lists is that of their numbers: a damaged file must not go on for ever.
                if context < List::COUNT && list <= context {
                    break;
                }
                context = list;
            }
            let count = (block.languages.len() - first) as u8;
            if (count > 0 || lists != Lists::NONE)
                && let Some(node) = length.checked_sub(1).and_then(|i| block.nodes.get_mut(at[i]))
            {
                node.word = block.words.len() as u16;
                block.words.push(Known { lists, first: first as u16, count });
            }
        }
    }

    /// Adds a letter at `position`, after what `at` says stands before it.
    fn push(&mut self, letter: usize, position: usize, at: &mut [usize], sibling_of: Option<usize>) {
        let node = self.nodes.len();
        if let Some(older) = sibling_of {
            self.nodes[older].sibling = (node - older) as u16;
        } else if position > 0
            && let Some(parent) = self.nodes.get_mut(at[position - 1])
        {
            parent.has_child = true;
        }
        self.nodes.push(Node {
            letter: (letter as u8).wrapping_sub(1),
            has_child: false,
            sibling: 0,
            word: 0,
        });
        at[position] = node;
        if position == 0
            && let Some(root) = self.roots.get_mut(letter.wrapping_sub(1))
        {
            *root = node as u16;
        }
    }

    fn word(&self, node: Node) -> Word<'_> {
        let Known { lists, first, count } = self.words[usize::from(node.word)];
        Word::new(&self.languages[usize::from(first)..][..usize::from(count)], lists)
    }

    /// Calls `visit` for every word.
    pub(super) fn each(&self, mut visit: impl FnMut(&str, Word)) {
        self.each_that((), |(), _| Some(()), |letters, (), word| visit(letters, word));
    }

    /// Calls `visit` for every word whose letters can be followed; see [`super::Lexicon::each_that`].
    pub(super) fn each_that<S: Copy>(
        &self,
        start: S,
        follow: impl Fn(S, u8) -> Option<S>,
        mut visit: impl FnMut(&str, S, Word),
    ) {
        // The open branches: where to go on, and how many letters stand before and where they led.
        let mut open = Vec::with_capacity(2 * LONGEST);
        open.push((0_usize, 0_usize, start));
        let mut spelled = String::with_capacity(LONGEST);
        while let Some((at, depth, before)) = open.pop() {
            let Some(&node) = self.nodes.get(at) else { continue };
            if node.sibling != 0 {
                open.push((at + usize::from(node.sibling), depth, before));
            }
            let Some(state) = follow(before, node.letter) else { continue };
            spelled.truncate(depth);
            spelled.push(char::from(b'a' + node.letter));
            if node.word != 0 {
                visit(&spelled, state, self.word(node));
            }
            if node.has_child {
                open.push((at + 1, depth + 1, state));
            }
        }
    }

    /// Calls `found` for every word that the letters begin with, and tells how many of the letters begin a word.
    pub(super) fn walk<'a>(
        &'a self,
        letter: impl Fn(usize) -> Option<u8>,
        mut found: impl FnMut(usize, Word<'a>),
    ) -> usize {
        let root = letter(0).map_or(NOWHERE, |first| self.roots[usize::from(first)]);
        let (mut node, mut depth) = (usize::from(root), 0);
        while let (Some(wanted), Some(mut here)) = (letter(depth), self.nodes.get(node)) {
            while here.letter < wanted && here.sibling != 0 {
                node += usize::from(here.sibling);
                here = &self.nodes[node];
            }
            if here.letter != wanted {
                break;
            }
            depth += 1;
            if here.word != 0 {
                found(depth, self.word(*here));
            }
            if !here.has_child {
                break;
            }
            node += 1;
        }
        depth
    }
}
