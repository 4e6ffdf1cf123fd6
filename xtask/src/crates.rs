//! The crates whose code is shipped.

use anyhow::{Context, bail};
use cargo_metadata::Package;

use crate::tools::rust::WASM_TARGET;
use crate::workspace::Workspace;
use crate::{cargo, process};

/// The name of the crate of which the judge's package for npm is made.
pub(crate) const JUDGE_FOR_NPM: &str = "guessable-npm";

/// A crate whose code is in the wasm.
pub(crate) struct Shipped {
    /// What it says of itself.
    pub(crate) package: Package,
    /// Where in the list the crates are that it uses.
    pub(crate) uses: Vec<usize>,
}

impl Shipped {
    /// Whether it is of this workspace.
    pub(crate) fn is_ours(&self) -> bool {
        self.package.source.is_none()
    }
}

/// All crates whose code is in the wasm, the product first. What only runs while it is compiled, procedural macros
/// and build scripts, is not among them.
///
/// # Errors
///
/// When cargo fails, or names a crate in its tree that is not in its metadata.
pub(crate) fn shipped(workspace: &Workspace) -> anyhow::Result<Vec<Shipped>> {
    let manifest = workspace.root().join("Cargo.toml");
    let mut packages = cargo::metadata(&manifest, &["--filter-platform", WASM_TARGET])?.packages;
    let mut cargo = cargo::command();
    cargo.args(["tree", "--locked", "--package", "hushroom", "--target", WASM_TARGET]);
    cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", " {p}"]);
    let tree = process::output(cargo.current_dir(workspace.root()))?;
    let mut shipped: Vec<Shipped> = Vec::new();
    let mut above = Vec::new();
    for line in tree.lines() {
        let (depth, name, version) = read(line).with_context(|| format!("cargo tree says `{line}`"))?;
        let is_it = |package: &Package| package.name == name && package.version.to_string() == version;
        let index = if let Some(index) = shipped.iter().position(|known| is_it(&known.package)) {
            index
        } else if let Some(index) = packages.iter().position(is_it) {
            shipped.push(Shipped { package: packages.swap_remove(index), uses: Vec::new() });
            shipped.len() - 1
        } else {
            bail!("cargo metadata knows no {name} {version}, which cargo tree names");
        };
        above.truncate(depth);
        if let Some(user) = above.last().and_then(|user: &usize| shipped.get_mut(*user))
            && !user.uses.contains(&index)
        {
            user.uses.push(index);
        }
        above.push(index);
    }
    Ok(shipped)
}

/// Reads `2 cfg-if v1.0.5`, whatever follows: how deep in the tree, which crate, its version.
fn read(line: &str) -> Option<(usize, &str, &str)> {
    let mut words = line.split(' ');
    Some((words.next()?.parse().ok()?, words.next()?, words.next()?.strip_prefix('v')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_runs_while_compiling_is_not_shipped() {
        let shipped = shipped(&Workspace::find().unwrap()).unwrap();
        let names: Vec<&str> = shipped.iter().map(|shipped| shipped.package.name.as_str()).collect();
        assert_eq!(names[0], "hushroom");
        for name in ["serde", "wasm-bindgen", "cfg-if", "smallvec"] {
            assert!(names.contains(&name), "{name}");
        }
        for name in ["serde_derive", "syn", "url", "proptest", "harness"] {
            assert!(!names.contains(&name), "{name}");
        }
    }

    #[test]
    fn a_crate_uses_what_cargo_tree_shows_below_it() {
        let shipped = shipped(&Workspace::find().unwrap()).unwrap();
        let rand = shipped.iter().find(|shipped| shipped.package.name == "rand").unwrap();
        let mut used: Vec<&str> = rand.uses.iter().map(|&used| shipped[used].package.name.as_str()).collect();
        used.sort_unstable();
        assert_eq!(used, ["getrandom", "rand_core"]);
    }
}
