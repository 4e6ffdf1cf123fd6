//! One block of words, decoded into a trie.

use super::format::{
    CLASSES, COMMON_SETS, LETTERS, SAME_CONTEXTS, SHARED, SHARED_CONTEXTS, Table, Tables, letter_context,
    set_context,
};
use super::range::RangeDecoder;

/// A trie in the order of the alphabet, depth first: a node's first child is the node after it.
#[derive(Debug)]
pub(super) struct Block {
    nodes: Vec<Node>,
}

/// A letter of one or more words.
#[derive(Clone, Copy, Debug)]
struct Node {
    letter: u8,
    has_child: bool,
    /// Number of words and siblings: where the next letter that can stand here is, or 0.
    sibling: u16,
    word: Packed,
}

/// What is known of the word that ends here, if one does.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Packed(u32);

impl Packed {
    const WORD: u32 = 1 << 31;

    fn new(language: usize, class: usize, set: Option<usize>) -> Self {
        let set = set.map_or(0, |set| set as u32 + 1);
        Self(Self::WORD | (language as u32) << 20 | (class as u32) << 16 | (set & 0xffff))
    }

    pub(super) const fn language(self) -> u8 {
        (self.0 >> 20 & 0xff) as u8
    }

    pub(super) const fn class(self) -> u8 {
        (self.0 >> 16 & 15) as u8
    }

    pub(super) fn set(self) -> Option<usize> {
        (self.0 as usize & 0xffff).checked_sub(1)
    }

    const fn is_word(self) -> bool {
        self.0 & Self::WORD != 0
    }
}

impl Block {
    pub(super) fn decode(bytes: &[u8], words: u16, sums: &[u16], tables: &Tables) -> Self {
        let mut decoder = RangeDecoder::new(bytes);
        let mut choose = |table: Table, context: usize, first: usize| {
            let start = table.sums_start() + context * (table.choices + 1);
            decoder.choose(&sums[start..=start + table.choices], first)
        };
        let mut nodes: Vec<Node> = Vec::with_capacity(usize::from(words) * 3);
        // The letters of the last word, and the nodes they are at.
        let mut spelled = [0_usize; SHARED + 1];
        let mut at = [0_usize; SHARED + 1];
        let (mut length, mut last_language) = (0, 0);
        for _ in 0..words {
            let shared = choose(tables.shared, length.min(SHARED_CONTEXTS - 1), 0).min(length);
            let mut first = if shared < length { spelled[shared] + 1 } else { 1 };
            let mut position = shared;
            let mut sibling_of = (shared < length).then(|| at[shared]);
            loop {
                let before = |back: usize| position.checked_sub(back).map_or(0, |i| spelled[i]);
                // A damaged file must not lead outside the alphabet.
                let letter =
                    choose(tables.letter, letter_context(before(2), before(1)), first.min(LETTERS - 1));
                first = 0;
                if letter == 0 || position == SHARED {
                    break;
                }
                let node = nodes.len();
                if let Some(older) = sibling_of.take() {
                    nodes[older].sibling = node as u16;
                } else if position > 0 {
                    nodes[at[position - 1]].has_child = true;
                }
                nodes.push(Node { letter: letter as u8 - 1, has_child: false, sibling: 0, word: Packed(0) });
                (spelled[position], at[position]) = (letter, node);
                position += 1;
            }
            length = position;
            let last = length.checked_sub(1).map_or(0, |i| spelled[i]);
            if choose(tables.same, shared.min(SAME_CONTEXTS - 1), 0) == 0 {
                last_language = choose(tables.language, last, 0);
            }
            let class = choose(tables.class, last_language, 0);
            let listed = choose(tables.listed, class + if last_language <= 1 { 0 } else { CLASSES }, 0) == 1;
            let set = listed.then(|| match choose(tables.set, set_context(last_language, class, last), 0) {
                COMMON_SETS => COMMON_SETS + choose(tables.rare, 0, 0),
                common => common,
            });
            if let Some(node) = length.checked_sub(1).and_then(|i| nodes.get_mut(at[i])) {
                node.word = Packed::new(last_language, class, set);
            }
        }
        Self { nodes }
    }

    /// Calls `visit` for every word.
    pub(super) fn each(&self, mut visit: impl FnMut(&str, Packed)) {
        // The open branches: where to go on, and how many letters stand before.
        let mut open = vec![(0_usize, 0_usize)];
        let mut spelled = String::new();
        while let Some((at, depth)) = open.pop() {
            let Some(node) = self.nodes.get(at) else { continue };
            spelled.truncate(depth);
            spelled.push(char::from(b'a' + node.letter));
            if node.word.is_word() {
                visit(&spelled, node.word);
            }
            if node.sibling != 0 {
                open.push((usize::from(node.sibling), depth));
            }
            if node.has_child {
                open.push((at + 1, depth + 1));
            }
        }
    }

    /// Calls `found` for every word that the letters begin with, and tells how many of the letters begin a word.
    pub(super) fn walk(
        &self,
        letter: impl Fn(usize) -> Option<u8>,
        mut found: impl FnMut(usize, Packed),
    ) -> usize {
        let (mut node, mut depth) = (0, 0);
        while let Some(wanted) = letter(depth) {
            while self.nodes[node].letter < wanted && self.nodes[node].sibling != 0 {
                node = usize::from(self.nodes[node].sibling);
            }
            let here = self.nodes[node];
            if here.letter != wanted {
                break;
            }
            depth += 1;
            if here.word.is_word() {
                found(depth, here.word);
            }
            if !here.has_child {
                break;
            }
            node += 1;
        }
        depth
    }
}
