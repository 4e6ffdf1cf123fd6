//! `cargo xtask lexicon`: makes the data file of the guess model from its sources.
//!
//! The sources are packages of public registries, pinned by their SHA-256 ([`sources`]). The result is the
//! same to the byte whenever and wherever it is made; `SOURCES.md` beside it names what went into it.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of words, lists and bytes are small; the form of the file says how small"
)]

pub(crate) mod archive;
mod categories;
mod encode;
mod entries;
pub(crate) mod frequencies;
pub(crate) mod generators;
mod lines;
mod people;
mod quoted;
pub mod sources;

use anyhow::Result;
use std::fmt::Write as _;

use crate::Folders;
use crate::package::{Package, Registry};
use archive::Library;
use entries::Entries;

/// Makes `src/guess/data/lexicon.bin` and its `SOURCES.md` anew.
///
/// # Errors
/// When a source cannot be downloaded, is not what it was, or has another form than expected.
pub fn run(folders: &Folders) -> Result<()> {
    let library = library(folders)?;
    let mut entries = Entries::default();
    frequencies::collect(&library, &mut entries)?;
    generators::collect(&library, &mut entries)?;
    let nouns = categories::Nouns::load(&library)?;
    people::people(&library, &mut entries)?;
    people::places(&library, &mut entries)?;
    entries.no_names(&nouns.common());
    categories::collect(&library, &nouns, &mut entries)?;
    people::calendar(&library, &mut entries)?;
    people::meetings(&mut entries);
    let data = encode::encode(&entries);
    let folder = folders.root.join("src/guess/data");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("lexicon.bin"), &data)?;
    std::fs::write(folder.join("lines.bin"), lines::encode(&library)?)?;
    std::fs::write(folder.join("han.txt"), frequencies::han(&library)?)?;
    std::fs::write(folder.join("SOURCES.md"), provenance(&entries))?;
    println!("{} words in {} bytes", entries.words.len(), data.len());
    Ok(())
}

/// The sources, downloaded where they are not there yet.
///
/// # Errors
/// When one cannot be downloaded or is not what it was.
pub(crate) fn library(folders: &Folders) -> Result<Library> {
    let directory = folders.target.join("lexicon-sources");
    sources::fetch(&directory)?;
    Ok(Library::open(&directory))
}

/// The text that goes with the data file.
fn provenance(entries: &Entries) -> String {
    let mut text = format!(
        "# Where the lexicon comes from\n\n\
         `lexicon.bin` holds {} words. `cargo xtask lexicon` makes it, the same to the byte each time, from these\n\
         packages. As a whole it is licensed under **CC-BY-SA-4.0**, because wordfreq's data is; the program that\n\
         makes it and the program that reads it are MIT OR Apache-2.0. Changed: words are written in plain Latin\n\
         letters, frequencies are reduced to classes, and only what is named here was taken. Of lines that everybody knows\n\
         `lines.bin` holds hashes, and `han.txt` says how Han characters are read.\n\n\
         | package | version | from | licence | taken |\n|---|---|---|---|---|\n",
        entries.words.len()
    );
    for s in sources::SOURCES {
        let Package { name, version, registry, .. } = s.package;
        let registry = match registry {
            Registry::PyPi => "PyPI",
            Registry::Npm => "npm",
        };
        let licence = format!("{}, {}{}", s.licence, s.owner, s.remark);
        let _ = writeln!(text, "| {name} | {version} | {registry} | {licence} | {} |", s.taken);
    }
    text.push_str(
        "\nThe words for meetings are Hushroom's own (`src/guess/lab/src/lexicon/meeting.txt`), and so are some of the\nlines (`lines.txt` beside it); both are MIT OR Apache-2.0.\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_beside_the_data_names_the_sources_as_they_are_pinned() {
        let page = include_str!("../../../data/SOURCES.md");
        let table = |page: &str| page.split_once("\n| package |").unwrap().1.to_owned();
        assert_eq!(table(&provenance(&Entries::default())), table(page));
    }
}
