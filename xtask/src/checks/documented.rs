//! Every dependency that is named in a manifest has its line in `docs/dependencies.md`, with its licence, and no line
//! is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use serde_json::Value;
use spdx::Expression;

use super::runner::{Check, Tally};
use super::supply::WORKSPACES;
use crate::workspace::Workspace;
use crate::{cargo, crates};

/// The page, by its path from the top of the checkout.
const PAGE: &str = "docs/dependencies.md";

/// The manifests of what is shipped, where each line says whether it is.
const PRODUCT: [&str; 2] = ["Cargo.toml", "src/guess/Cargo.toml"];

/// The manifests of npm packages.
const NPM: [&str; 3] = ["xtask", "tests/bench", "tests/browser/editors"];

/// Where a package states no licence, its line says where it does stand.
const UNSTATED: &str = ", by its ";

/// A line of the page, or what it should say.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    /// Everything that is stated; several versions of a crate may state different ones.
    licences: BTreeSet<String>,
    shipped: bool,
}

/// Lines by the manifest that their chapter is about, and by the name of the dependency.
type Lines = BTreeMap<(String, String), Line>;

/// The page has a line for each dependency, and none too many.
pub(super) fn complete(workspace: &Workspace) -> Check<'static> {
    let workspace = workspace.clone();
    Check::new("a line for each dependency", move || {
        let written = lines(&fs::read_to_string(workspace.root().join(PAGE))?);
        let mut real = Lines::new();
        for manifest in WORKSPACES {
            cargo(&workspace, manifest, &mut real)?;
        }
        for folder in NPM {
            npm(workspace.root(), folder, &mut real)?;
        }
        let wrong = compared(&written, &real);
        if wrong.is_empty() { Ok(Tally::one()) } else { bail!("{PAGE}:\n{}", wrong.join("\n")) }
    })
}

/// The lines of the tables in chapters whose heading names a manifest.
fn lines(page: &str) -> Lines {
    let mut lines = Lines::new();
    let mut manifest = None;
    for line in page.lines() {
        if line.starts_with("## ") {
            manifest = line.split('`').nth(1);
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let (Some(manifest), ["", names, why, licence, ""]) = (manifest, cells.as_slice())
            && !names.starts_with('-')
            && !matches!(*names, "crate" | "package")
        {
            for name in names.split(", ") {
                let line =
                    Line { licences: [(*licence).to_owned()].into(), shipped: why.ends_with("*shipped*") };
                lines.insert((manifest.to_owned(), name.to_owned()), line);
            }
        }
    }
    lines
}

/// What crates the packages of a cargo workspace name themselves.
fn cargo(workspace: &Workspace, manifest: &str, lines: &mut Lines) -> anyhow::Result<()> {
    let root = workspace.root();
    let metadata = cargo::metadata(&root.join(manifest), &[])?;
    let shipped = if PRODUCT.contains(&manifest) { crates::shipped(workspace)? } else { Vec::new() };
    for member in metadata.workspace_packages() {
        let place = member.manifest_path.strip_prefix(root)?.as_str().replace('\\', "/");
        for dependency in member.dependencies.iter().filter(|dependency| dependency.path.is_none()) {
            let versions = metadata.packages.iter().filter(|package| *package.name == *dependency.name);
            let line = Line {
                licences: versions.map(|package| package.license.clone().unwrap_or_default()).collect(),
                shipped: PRODUCT.contains(&place.as_str())
                    && shipped.iter().any(|shipped| *shipped.package.name == *dependency.name),
            };
            lines.insert((place.clone(), dependency.name.clone()), line);
        }
    }
    Ok(())
}

/// What the `package.json` in `folder` names.
fn npm(root: &Path, folder: &str, lines: &mut Lines) -> anyhow::Result<()> {
    let read = |name: &str| -> anyhow::Result<Value> {
        let file = root.join(folder).join(name);
        serde_json::from_str(&fs::read_to_string(&file)?).with_context(|| format!("{}", file.display()))
    };
    let (manifest, lock) = (read("package.json")?, read("package-lock.json")?);
    for kind in ["dependencies", "devDependencies"] {
        for name in manifest[kind].as_object().into_iter().flat_map(|named| named.keys()) {
            let licence = lock["packages"][format!("node_modules/{name}")]["license"].as_str();
            let licence = licence.filter(|stated| !stated.starts_with("SEE LICENSE"));
            let line = Line { licences: [licence.unwrap_or_default().to_owned()].into(), shipped: false };
            lines.insert((format!("{folder}/package.json"), name.clone()), line);
        }
    }
    Ok(())
}

/// A sentence for each line that is missing, left over or wrong.
fn compared(written: &Lines, real: &Lines) -> Vec<String> {
    let mut wrong = Vec::new();
    for ((manifest, name), real) in real {
        match written.get(&(manifest.clone(), name.clone())) {
            None => wrong.push(format!("{name} of {manifest} has no line")),
            Some(line) if line.shipped != real.shipped => {
                wrong.push(format!(
                    "{name} of {manifest} is{} shipped",
                    if real.shipped { "" } else { " not" }
                ));
            }
            Some(line) if !line.licences.iter().any(|said| fits(said, &real.licences)) => {
                wrong.push(format!("{name} of {manifest} states its licence as {:?}", real.licences));
            }
            Some(_) => {}
        }
    }
    let left_over = written.keys().filter(|key| !real.contains_key(*key));
    wrong.extend(left_over.map(|(manifest, name)| format!("{name} is not in {manifest}")));
    wrong
}

/// Whether a licence on the page is one of those `stated`, in whatever spelling.
fn fits(written: &str, stated: &BTreeSet<String>) -> bool {
    let spelt = |text: &str| Expression::canonicalize(text).ok().flatten().unwrap_or_else(|| text.to_owned());
    stated.iter().any(|stated| match stated.as_str() {
        "" => written.contains(UNSTATED),
        stated => spelt(stated) == spelt(written),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Dependencies\n\n## The product: `Cargo.toml`\n\n| crate | why | licence |\n|---|---|---|\n\
                        | a, b | draw; *shipped* | MIT OR Apache-2.0 |\n| c | tests | MIT, by its page |\n\n\
                        ## Programs\n\n| d | runs | MIT |\n";

    fn line(licence: &str, shipped: bool) -> Line {
        Line { licences: [licence.to_owned()].into(), shipped }
    }

    fn all(lines: &[(&str, Line)]) -> Lines {
        let named =
            |(name, line): &(&str, Line)| (("Cargo.toml".to_owned(), (*name).to_owned()), line.clone());
        lines.iter().map(named).collect()
    }

    #[test]
    fn a_page_that_says_what_is_so_is_right() {
        let real = [
            ("a", line("MIT OR Apache-2.0", true)),
            ("b", line("MIT/Apache-2.0", true)),
            ("c", line("", false)),
        ];
        assert_eq!(compared(&lines(TEXT), &all(&real)), Vec::<String>::new());
    }

    #[test]
    fn what_is_missing_left_over_or_wrong_is_named() {
        let real =
            [("a", line("ISC", true)), ("b", line("MIT OR Apache-2.0", false)), ("e", line("MIT", false))];
        let expected = [
            "a of Cargo.toml states its licence as {\"ISC\"}",
            "b of Cargo.toml is not shipped",
            "e of Cargo.toml has no line",
            "c is not in Cargo.toml",
        ];
        assert_eq!(compared(&lines(TEXT), &all(&real)), expected);
    }
}
