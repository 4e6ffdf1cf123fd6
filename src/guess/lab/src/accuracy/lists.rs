//! The word lists that names are drawn from.

use std::cell::RefCell;
use std::collections::HashMap;
use std::process::Command;
use std::rc::Rc;

use anyhow::{Context, Result};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::draw::{Draw, one_of};
use crate::Folders;
use crate::lexicon::archive::Library;
use crate::lexicon::generators::lines;
use crate::lexicon::{frequencies, generators};
use crate::process;
use guessable::List;

/// How many of a language's words the kinds of common words are drawn from.
pub(super) const COMMON: usize = 2000;

/// All lists.
pub(super) struct Lists {
    library: Library,
    generators: HashMap<List, Vec<String>>,
    npm: HashMap<String, Vec<String>>,
    /// The words of languages, as far as they were asked for: reading them takes a second.
    languages: RefCell<HashMap<String, Rc<[String]>>>,
}

impl Lists {
    /// Reads the lists of the lexicon's own sources and those of the packages that are installed from npm.
    pub(super) fn load(folders: &Folders) -> Result<Self> {
        let library = crate::lexicon::library(folders)?;
        let mut generators: HashMap<List, Vec<String>> = HashMap::new();
        generators::each(&library, &mut |list, words| generators_entry(&mut generators, list, words))?;
        let printed = process::output(Command::new("node").arg("lists.mjs").current_dir(&folders.npm))?;
        Ok(Self { library, generators, npm: serde_json::from_str(&printed)?, languages: RefCell::default() })
    }

    /// One word of a list of a public name generator.
    pub(super) fn part(&self, list: List) -> Result<Draw> {
        let words = self.generators.get(&list).with_context(|| format!("no list {list:?}"))?;
        Ok(one_of(words.iter().map(|word| word.to_lowercase().replace(' ', ""))))
    }

    /// One of the `count` commonest words of a language by wordfreq's count, after the first `skipped`.
    pub(super) fn wordfreq(&self, code: &str, skipped: usize, count: usize) -> Result<Draw> {
        let words = self.words(code)?;
        Ok(one_of(words.iter().filter(|word| is_word(word)).skip(skipped).take(count).cloned()))
    }

    fn words(&self, code: &str) -> Result<Rc<[String]>> {
        let mut languages = self.languages.borrow_mut();
        if let Some(words) = languages.get(code) {
            return Ok(Rc::clone(words));
        }
        let words: Rc<[String]> = frequencies::words(&self.library, code)?.into();
        languages.insert(code.to_owned(), Rc::clone(&words));
        Ok(words)
    }

    /// One of the commonest Chinese words by wordfreq's count, in Latin letters.
    pub(super) fn pinyin(&self) -> Result<Draw> {
        let pinyin = frequencies::Pinyin::load(&self.library)?;
        let words = self.words("zh")?;
        let mut seen = std::collections::HashSet::new();
        let read = words.iter().filter_map(|word| pinyin.read(word)).filter(|word| seen.insert(word.clone()));
        Ok(one_of(read.take(COMMON)))
    }

    /// The words of a list that the lexicon was not made from, in their order.
    pub(super) fn other(&self, name: &str) -> Result<Vec<String>> {
        let words = self.npm.get(name).with_context(|| format!("no list `{name}`"))?;
        Ok(words.iter().map(|word| word.to_lowercase()).filter(|word| is_word(word)).collect())
    }

    /// One word of such a list.
    pub(super) fn any(&self, name: &str) -> Result<Draw> {
        Ok(one_of(self.other(name)?))
    }

    /// One of the commonest words of a language, by another count than wordfreq's.
    pub(super) fn common(&self, code: &str) -> Result<Draw> {
        Ok(one_of(self.other(&format!("words {code}"))?.into_iter().take(COMMON)))
    }

    /// One word of a text file with a word a line, of one of the lexicon's sources.
    pub(super) fn file(&self, package: &str, file: &str) -> Result<Draw> {
        let words = lines(&self.library.text(package, file)?);
        Ok(one_of(words.into_iter().map(|word| word.nfc().collect::<String>()).filter(|word| is_word(word))))
    }
}

fn generators_entry(all: &mut HashMap<List, Vec<String>>, list: List, words: Vec<String>) {
    all.entry(list).or_default().extend(words);
}

/// Two letters or more and nothing else.
fn is_word(word: &str) -> bool {
    word.chars().count() >= 2 && word.chars().all(|c| c.is_alphabetic() || is_combining_mark(c))
}

/// Without accents, as it is typed where the keyboard has none.
pub(super) fn unaccented(word: &str) -> String {
    let bare = word.nfd().filter(|&c| !is_combining_mark(c));
    bare.map(|c| match c {
        'ł' => 'l',
        'ø' => 'o',
        'ı' => 'i',
        'đ' => 'd',
        c => c,
    })
    .collect()
}

/// In Latin letters.
pub(super) fn latin(word: &str) -> String {
    deunicode::deunicode(word).to_lowercase().chars().filter(char::is_ascii_alphabetic).collect()
}
