//! No file uses one that uses it, however far around: whoever changes a file finds all that hangs on it above it.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails the test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree, Visibility};

/// A module by its names from the root of its crate.
type Module = Vec<String>;

/// The file of a module, and what is to be known of it.
#[derive(Default)]
struct File {
    /// Modules that stand in files of their own below it.
    below: BTreeSet<String>,
    /// What can be had in it and stands in another module: its name here, and where it comes from, as written.
    handed_on: BTreeMap<String, Vec<String>>,
    /// What it names, as written.
    named: BTreeSet<Vec<String>>,
}

/// Whether something is there for tests alone.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string().starts_with("test"))
    })
}

/// All paths of a tree of `use`, each with the name that it gets.
fn paths(tree: &UseTree, before: &[String], found: &mut Vec<(String, Vec<String>)>) {
    let with = |name: String| [before, &[name]].concat();
    match tree {
        UseTree::Path(path) => paths(&path.tree, &with(path.ident.to_string()), found),
        UseTree::Name(name) if name.ident == "self" => {
            found.push((before.last().cloned().unwrap_or_default(), before.to_vec()));
        }
        UseTree::Name(name) => found.push((name.ident.to_string(), with(name.ident.to_string()))),
        UseTree::Rename(name) => found.push((name.rename.to_string(), with(name.ident.to_string()))),
        UseTree::Glob(_) => found.push((String::new(), before.to_vec())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| paths(tree, before, found)),
    }
}

impl<'ast> Visit<'ast> for File {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Mod(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if module.content.is_none() {
            self.below.insert(module.ident.to_string());
        }
        visit::visit_item_mod(self, module);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut found = Vec::new();
        paths(&item.tree, &[], &mut found);
        // What a file only hands on it does not use.
        if matches!(item.vis, Visibility::Inherited) {
            self.named.extend(found.iter().map(|(_, path)| path.clone()));
        }
        self.handed_on.extend(found);
    }

    /// To whom something is shown is no use of theirs.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.named.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }
}

/// The files of the crate whose sources are in `folder`, by their modules.
fn files(folder: &Path, skip: &str) -> BTreeMap<Module, File> {
    let mut files = BTreeMap::new();
    let mut folders: Vec<(PathBuf, Module)> = vec![(folder.to_owned(), Vec::new())];
    while let Some((folder, module)) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let own = [module.as_slice(), std::slice::from_ref(&stem)].concat();
            if path.is_dir() && stem != skip {
                folders.push((path, own));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let mut file = File::default();
                file.visit_file(&syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
                let is_folders = ["mod", "lib", "main"].contains(&stem.as_str());
                files.insert(if is_folders { module.clone() } else { own }, file);
            }
        }
    }
    files
}

/// The module whose file has what `path` names in the file of `module`, if it is one of `files`.
fn home(files: &BTreeMap<Module, File>, module: &Module, path: &[String]) -> Option<Module> {
    let file = files.get(module)?;
    let (first, rest) = path.split_first()?;
    let (mut at, rest) = match first.as_str() {
        "crate" => (Module::new(), rest),
        "self" => (module.clone(), rest),
        "super" => (module.split_last()?.1.to_vec(), rest),
        name if file.below.contains(name) => (module.clone(), path),
        _ => return None,
    };
    for (index, name) in rest.iter().enumerate() {
        let file = files.get(&at)?;
        if name == "super" {
            at.pop()?;
        } else if file.below.contains(name) {
            at.push(name.clone());
        } else if let Some(from) = file.handed_on.get(name) {
            let from = [from.as_slice(), &rest[index + 1..]].concat();
            return home(files, &at, &from).or(Some(at));
        } else {
            break;
        }
    }
    Some(at)
}

/// Circles of files, each as the modules that reach each other.
fn circles(files: &BTreeMap<Module, File>) -> BTreeSet<Vec<String>> {
    let used: BTreeMap<&Module, BTreeSet<Module>> = files
        .iter()
        .map(|(module, file)| {
            let used = file.named.iter().filter_map(|path| home(files, module, path));
            (module, used.filter(|other| other != module).collect())
        })
        .collect();
    let reached = |from: &Module| {
        let (mut reached, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(module) = next.pop() {
            for other in &used[&module] {
                if reached.insert(other.clone()) {
                    next.push(other.clone());
                }
            }
        }
        reached
    };
    let reached: BTreeMap<&Module, BTreeSet<Module>> =
        files.keys().map(|module| (module, reached(module))).collect();
    let in_circle = |module: &&Module| reached[*module].contains(*module);
    let circle = |module: &Module| {
        let same = reached[module].iter().filter(|other| reached[other].contains(module));
        same.map(|other| other.join("::")).collect()
    };
    files.keys().filter(in_circle).map(circle).collect()
}

#[test]
fn no_file_uses_one_that_uses_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = [
        ("src/guess/src", "", 50),
        ("src", "guess", 50),
        ("src/guess/lab/src", "", 20),
        ("tests/harness/src", "", 20),
        ("xtask/src", "", 30),
    ];
    for (folder, skip, fewest) in crates {
        let files = files(&root.join(folder), skip);
        assert!(files.len() > fewest, "{folder}: only {} files", files.len());
        assert_eq!(circles(&files), BTreeSet::new(), "{folder}");
    }
}
