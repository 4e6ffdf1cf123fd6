//! What is depended on may be depended on, and what is shipped of others is named.
//!
//! cargo-deny checks more of `deny.toml`, and advisories, which have to be fetched; it takes minutes to install, so
//! here are the two checks that have to hold at every change.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, bail};
use cargo_metadata::Package;
use harness::Browser;
use spdx::{Expression, Licensee, ParseMode};

use super::runner::{Check, Tally};
use crate::build::licences;
use crate::workspace::Workspace;
use crate::{cargo, crates};

/// The workspaces, each with a lockfile of its own.
pub(super) const WORKSPACES: [&str; 2] = ["Cargo.toml", "tests/fuzz/Cargo.toml"];

/// Every crate of every lockfile is under a licence that `deny.toml` allows, and from crates.io.
pub(super) fn allowed(workspace: &Workspace) -> Check<'static> {
    let root = workspace.root().to_owned();
    Check::new("licences and sources of all crates", move || {
        let allowed = allow_list(&fs::read_to_string(root.join("deny.toml"))?)?;
        let mut objections = BTreeSet::new();
        for manifest in WORKSPACES {
            let packages = cargo::metadata(&root.join(manifest), &["--all-features"])?.packages;
            let others = packages.iter().filter(|package| package.source.is_some());
            objections.extend(others.filter_map(|package| objection(package, &allowed)));
        }
        if objections.is_empty() {
            Ok(Tally::one())
        } else {
            bail!("{}", Vec::from_iter(objections).join("\n"))
        }
    })
}

/// The licences that cargo-deny's configuration allows.
fn allow_list(configuration: &str) -> anyhow::Result<Vec<Licensee>> {
    let configuration: toml::Table = configuration.parse()?;
    let list = configuration.get("licenses").and_then(|licenses| licenses.get("allow"));
    let list = list.and_then(toml::Value::as_array).context("deny.toml has no list licenses.allow")?;
    let licence = |id: &toml::Value| -> anyhow::Result<Licensee> {
        let id = id.as_str().context("licenses.allow of deny.toml holds something else than a string")?;
        Licensee::parse(id).with_context(|| format!("licenses.allow of deny.toml: {id}"))
    };
    list.iter().map(licence).collect()
}

/// What speaks against `package`, if something does.
fn objection(package: &Package, allowed: &[Licensee]) -> Option<String> {
    let name = format!("{} {}", package.name, package.version);
    if package.source.as_ref().is_some_and(|source| !source.is_crates_io()) {
        return Some(format!("{name} is not from crates.io"));
    }
    let Some(stated) = &package.license else {
        return Some(format!("{name} states no licence"));
    };
    match Expression::parse_mode(stated, ParseMode::LAX) {
        Err(error) => Some(format!("{name} states a licence that cannot be read: {error}")),
        Ok(expression) if expression.evaluate(|needed| allowed.iter().any(|has| has.satisfies(needed))) => {
            None
        }
        Ok(_) => Some(format!("{name} is under {stated}, which deny.toml does not allow")),
    }
}

/// The notices in `dist/BROWSER` name every crate that is shipped in it.
pub(super) fn named(workspace: &Workspace, browser: Browser) -> Check<'static> {
    let workspace = workspace.clone();
    Check::new(&format!("notices of licences in dist/{browser}"), move || {
        let file = workspace.dist().join(browser.to_string()).join(licences::FILE);
        let notices = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let shipped = crates::shipped(&workspace)?;
        let others = shipped.iter().filter(|shipped| !shipped.is_ours()).map(|shipped| &shipped.package);
        let missing: Vec<String> = others
            .map(|package| format!("{} {}", package.name, package.version))
            .filter(|name| !notices.contains(&format!("\n* {name}: ")))
            .collect();
        if missing.is_empty() { Ok(Tally::one()) } else { bail!("not named: {missing:?}") }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(license: &str, source: &str) -> Package {
        serde_json::from_value(serde_json::json!({
            "name": "a", "version": "1.0.0", "id": "a", "license": license, "source": source, "dependencies": [],
            "targets": [], "features": {}, "manifest_path": "/a/Cargo.toml",
        }))
        .unwrap()
    }

    fn objection_to(license: &str, source: &str) -> Option<String> {
        let allowed = allow_list("[licenses]\nallow = [\"MIT\", \"ISC\"]").unwrap();
        objection(&package(license, source), &allowed)
    }

    #[test]
    fn a_licence_is_allowed_when_all_it_asks_for_is() {
        let crates_io = "registry+https://github.com/rust-lang/crates.io-index";
        for fine in ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR ISC", "MIT AND ISC"] {
            assert_eq!(objection_to(fine, crates_io), None, "{fine}");
        }
        for wrong in ["GPL-3.0-only", "MIT AND Apache-2.0", "whatever"] {
            assert!(objection_to(wrong, crates_io).is_some(), "{wrong}");
        }
    }

    #[test]
    fn a_crate_from_elsewhere_is_refused() {
        let elsewhere = "git+https://example.org/a#0123456789abcdef0123456789abcdef01234567";
        assert_eq!(objection_to("MIT", elsewhere).as_deref(), Some("a 1.0.0 is not from crates.io"));
    }
}
