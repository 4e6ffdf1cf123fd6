//! `LICENSES.md` of the package: the notices that the licences of shipped crates ask for, from the crates' own files.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use cargo_metadata::Package;
use spdx::{Expression, Licensee, ParseMode};

use crate::crates;
use crate::tools::rust;
use crate::workspace::Workspace;

/// The name of the file in the package.
pub(crate) const FILE: &str = "LICENSES.md";

/// A licence under which code of others is shipped.
struct Licence {
    /// By SPDX's list.
    id: &'static str,
    /// The words that its terms begin with; before them stands whose the work is.
    begins: &'static str,
    /// Words that no other licence has.
    says: &'static str,
}

/// Where a crate leaves the choice, the first one is taken.
const LICENCES: [Licence; 2] = [
    Licence {
        id: "MIT",
        begins: "Permission is hereby granted",
        says: "to deal in the Software without restriction",
    },
    Licence { id: "Unicode-3.0", begins: "NOTICE TO USER", says: "to deal in the Data Files or Software" },
];

/// What a licence asks to say of one work.
struct Notice {
    licence: &'static Licence,
    /// What it is and whose.
    work: String,
    /// The terms in the words of the crate's own file. A few crates have none and state a licence all the same.
    terms: Option<String>,
}

const HEAD: &str = "# Licences of what others wrote\n\nHushroom's own licences are in LICENSE-MIT and LICENSE-APACHE, \
                    and its data is described in NOTICE.md. `hushroom_bg.wasm`\nand `hushroom.js` also hold the \
                    libraries below. Where a library leaves the choice, it is here under MIT.\n";

/// The notices for all crates whose code is in the wasm, and for Rust's own library.
///
/// # Errors
///
/// When a crate is under a licence that is not in [`LICENCES`].
pub(super) fn notices(workspace: &Workspace) -> anyhow::Result<String> {
    let mut notices = Vec::new();
    for shipped in crates::shipped(workspace)?.iter().filter(|shipped| !shipped.is_ours()) {
        for licence in chosen(&shipped.package)? {
            notices.push(notice(&shipped.package, licence)?);
        }
    }
    let rust = rust::version(workspace.root())?;
    let rust = format!("Rust's standard library {rust}: Copyright (c) The Rust Project Contributors");
    notices.push(Notice { licence: &LICENCES[0], work: rust, terms: None });
    notices.sort_by(|one, other| one.work.cmp(&other.work));
    Ok(written(&notices))
}

/// The licences that `package` is shipped under: all that it asks for, and of those it offers the first we know.
fn chosen(package: &Package) -> anyhow::Result<Vec<&'static Licence>> {
    let of = format!("{} {}", package.name, package.version);
    let stated = package.license.as_deref().with_context(|| format!("{of} states no licence"))?;
    let expression =
        Expression::parse_mode(stated, ParseMode::LAX).with_context(|| format!("{of}: {stated}"))?;
    let known = LICENCES.iter().map(|licence| Licensee::parse(licence.id)).collect::<Result<Vec<_>, _>>()?;
    let Ok(needed) = expression.minimized_requirements(&known) else {
        bail!("{of} is under {stated}; xtask/src/build/licences.rs does not know what that asks for");
    };
    let needed: Vec<String> = needed.iter().map(ToString::to_string).collect();
    Ok(LICENCES.iter().filter(|licence| needed.iter().any(|needed| needed == licence.id)).collect())
}

fn notice(package: &Package, licence: &'static Licence) -> anyhow::Result<Notice> {
    let folder = package.manifest_path.parent().context("a crate is in no folder")?;
    let file = text(folder.as_std_path(), licence)?;
    let split = file.as_deref().and_then(|file| file.split_at_checked(file.find(licence.begins)?));
    let (head, terms) = split.unzip();
    let lines = head.unwrap_or_default().lines().map(str::trim);
    let mut owners: Vec<&str> = lines.filter(|line| line.starts_with("Copyright ")).collect();
    if owners.is_empty() {
        // Without their e-mail addresses.
        owners = package.authors.iter().map(|author| author.split(" <").next().unwrap_or(author)).collect();
    }
    if owners.is_empty() {
        owners.push("its authors");
    }
    let work = format!("{} {}: {}", package.name, package.version, owners.join("; "));
    Ok(Notice { licence, work, terms: terms.map(|terms| terms.trim().to_owned()) })
}

/// The crate's own file with `licence`.
fn text(folder: &Path, licence: &Licence) -> anyhow::Result<Option<String>> {
    let mut files = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    files.retain(|file| file.file_name().to_string_lossy().to_uppercase().starts_with("LICEN"));
    for file in files {
        let text = fs::read_to_string(file.path())
            .with_context(|| format!("cannot read {}", file.path().display()))?;
        if one_line(&text).contains(licence.says) {
            return Ok(Some(text));
        }
    }
    Ok(None)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A chapter for each text: what is under it, and the text once, however each file breaks its lines.
fn written(notices: &[Notice]) -> String {
    let mut page = HEAD.to_owned();
    for licence in &LICENCES {
        let under: Vec<&Notice> = notices.iter().filter(|notice| notice.licence.id == licence.id).collect();
        let mut texts: Vec<&str> = Vec::new();
        for terms in under.iter().filter_map(|notice| notice.terms.as_deref()) {
            if !texts.iter().any(|known| one_line(known) == one_line(terms)) {
                texts.push(terms);
            }
        }
        for (index, text) in texts.into_iter().enumerate() {
            let _ = write!(page, "\n## {}\n\n", licence.id);
            for notice in &under {
                let is_here = match &notice.terms {
                    Some(terms) => one_line(terms) == one_line(text),
                    None => index == 0,
                };
                if is_here {
                    let _ = writeln!(page, "* {}", notice.work);
                }
            }
            let _ = write!(page, "\n{text}\n");
        }
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(work: &str, terms: Option<&str>) -> Notice {
        Notice { licence: &LICENCES[0], work: work.to_owned(), terms: terms.map(str::to_owned) }
    }

    #[test]
    fn the_same_terms_are_written_once_however_their_lines_break() {
        let page = written(&[notice("a", Some("x y\nz")), notice("b", Some("x\ny z")), notice("c", None)]);
        assert_eq!(page.strip_prefix(HEAD), Some("\n## MIT\n\n* a\n* b\n* c\n\nx y\nz\n"));
    }

    #[test]
    fn other_terms_have_a_chapter_of_their_own() {
        let page = written(&[notice("a", Some("x")), notice("b", Some("y"))]);
        assert_eq!(page.strip_prefix(HEAD), Some("\n## MIT\n\n* a\n\nx\n\n## MIT\n\n* b\n\ny\n"));
    }

    #[test]
    fn every_crate_has_its_terms_and_an_owner() {
        let workspace = Workspace::find().unwrap();
        let page = notices(&workspace).unwrap();
        assert!(page.contains("\n* serde 1."), "{page}");
        assert!(page.contains("Rust's standard library 1."), "{page}");
        let unicode = page.split("\n## ").find(|chapter| chapter.starts_with("Unicode-3.0")).unwrap();
        assert!(unicode.contains("\n* zerovec ") && unicode.contains("NOTICE TO USER"), "{page}");
    }
}
