//! From a crate to a wasm module and the JavaScript that loads it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use wasm_bindgen_cli_support::Bindgen;

use super::profile::Profile;
use crate::crates::JUDGE_FOR_NPM;
use crate::progress::step;
use crate::tools::npm::Npm;
use crate::tools::rust::WASM_TARGET;
use crate::workspace::Workspace;
use crate::{cargo, process};

/// What wasm-opt is to try for: the smallest module once it is packed. The popup instantiates it each time it
/// opens. To inline every function that has one caller, as it does unless told, makes the module no smaller
/// and what is packed 13 kB larger: big functions have more variables, whose numbers repeat less. To leave runs of zeros
/// out of the data makes it smaller and what is packed 4 kB larger: zeros pack better than where the rest goes on.
const OPTIMISATION: [&str; 3] =
    ["-Oz", "--one-caller-inline-max-function-size=20", "--skip-pass=memory-packing"];

/// What variables begin with by which a developer changes how cargo compiles, which is not to reach the product:
/// flags, profiles, another compiler or linker.
const OF_THE_MACHINE: [&str; 6] =
    ["CARGO_BUILD_", "CARGO_INCREMENTAL", "CARGO_PROFILE_", "CARGO_TARGET_WASM32_", "RUSTC", "RUSTFLAGS"];

/// SHA-256 as a loop, as the crate sha2 has it for where size counts: unrolled, it is 7 kB larger.
const COMPACT_SHA256: &str = "--cfg=sha2_backend_soft=\"compact\"";

/// Forgets what was compiled to wasm of the sources in the workspace itself, so that it is compiled anew.
///
/// # Errors
///
/// When cargo fails.
pub(crate) fn forget(workspace: &Workspace, profile: Profile) -> anyhow::Result<()> {
    let mut cargo = cargo::command();
    cargo.args(["clean", "--locked", "--quiet", "--workspace", "--profile", profile.names().0]);
    cargo.args(["--target", WASM_TARGET, "--target-dir"]).arg(workspace.compiled());
    process::run(cargo.current_dir(workspace.root()))
}

/// Compiles the library of `package`; gives the path of the raw module.
pub(super) fn compile(workspace: &Workspace, package: &str, profile: Profile) -> anyhow::Result<PathBuf> {
    let (profile, folder) = profile.names();
    step(&format!("compiling {package} to wasm (profile {profile})"), || {
        let mut cargo = cargo::command();
        for (name, _) in std::env::vars_os() {
            if OF_THE_MACHINE.iter().any(|own| name.to_string_lossy().starts_with(own)) {
                cargo.env_remove(name);
            }
        }
        cargo
            .args(["build", "--locked", "--lib", "--package", package, "--profile", profile])
            .args(["--target", WASM_TARGET, "--target-dir"])
            .arg(workspace.compiled())
            .current_dir(workspace.root())
            .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?.join("\x1f"))
            // Empty, they outrank cargo's configuration files.
            .env("RUSTC_WRAPPER", "")
            .env("RUSTC_WORKSPACE_WRAPPER", "");
        process::run(&mut cargo)
    })?;
    Ok(workspace
        .compiled()
        .join(WASM_TARGET)
        .join(folder)
        .join(package.replace('-', "_"))
        .with_extension("wasm"))
}

/// Keeps the builder's paths out of panic messages, so that the same sources give the same bytes anywhere. The files of the
/// checkout are none of them, since cargo names those to the compiler by their path from its top. Set by the variable that
/// outranks every other source of flags: what a developer sets for native builds (`target-cpu`, say) is not to reach the
/// product.
fn flags(workspace: &Workspace) -> anyhow::Result<Vec<String>> {
    let mut prefixes = private_folders(workspace)?;
    // With it, what is compiled of other crates would be another for each checkout.
    prefixes.retain(|(folder, _)| folder != workspace.root());
    let renamed = prefixes.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
    Ok(renamed.chain([COMPACT_SHA256.to_owned()]).collect())
}

/// The folders that whoever builds this has given a name and a place, and what they are called instead: home,
/// rustup's, cargo's, the checkout, and where the crates lie. The last one that fits counts, so the wider ones come
/// first.
///
/// # Errors
///
/// When cargo does not say where the crates are.
pub(crate) fn private_folders(workspace: &Workspace) -> anyhow::Result<Vec<(PathBuf, &'static str)>> {
    let set = |name: &str, usual: &str| {
        std::env::var_os(name).map(PathBuf::from).or_else(|| Some(home()?.join(usual)))
    };
    let folders = [
        (home(), "/home"),
        (set("RUSTUP_HOME", ".rustup"), "/rustup"),
        (set("CARGO_HOME", ".cargo"), "/cargo"),
        (Some(workspace.root().to_owned()), "/hushroom"),
    ];
    let mut folders: Vec<_> =
        folders.into_iter().filter_map(|(folder, name)| Some((folder?, name))).collect();
    // A mirror of the registry has a folder of its own.
    let metadata =
        cargo::metadata(&workspace.root().join("Cargo.toml"), &["--filter-platform", WASM_TARGET])?;
    let fetched = metadata.packages.iter().filter(|package| package.source.is_some());
    let sources: BTreeSet<_> =
        fetched.filter_map(|package| package.manifest_path.parent()?.parent()).collect();
    folders.extend(sources.into_iter().map(|folder| (folder.as_std_path().to_owned(), "/crates")));
    Ok(folders)
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| !home.as_os_str().is_empty())
}

/// Writes the JavaScript that loads the module, `PACKAGE.js`, and the module that it loads,
/// `PACKAGE_bg.wasm`; gives their folder.
pub(super) fn bind(workspace: &Workspace, package: &str, raw: &Path) -> anyhow::Result<PathBuf> {
    let folder = workspace.target().join(format!("{package}-wasm"));
    step("generating the JavaScript beside the wasm", || {
        fs::create_dir_all(&folder)?;
        let mut bindgen = Bindgen::new();
        bindgen.input_path(raw).out_name(package).remove_producers_section(true);
        // The extension says itself where the module is, and has no use for types.
        let for_others = package == JUDGE_FOR_NPM;
        bindgen.typescript(for_others).omit_default_module_path(!for_others);
        bindgen.web(true).and_then(|bindgen| bindgen.generate(&folder)).context("wasm-bindgen failed")
    })?;
    Ok(folder)
}

/// Makes the module in `folder` as small as wasm-opt can. What it made of the very same module last time is
/// used again, also in a copy of the checkout.
pub(super) fn shrink(workspace: &Workspace, npm: &Npm, package: &str, folder: &Path) -> anyhow::Result<()> {
    let module = folder.join(format!("{package}_bg.wasm"));
    let kept = workspace.compiled().join(format!("{package}-wasm-opt"));
    fs::create_dir_all(&kept)?;
    let (seen, small) = (kept.join("seen.wasm"), kept.join("small.wasm"));
    let before = fs::read(&module)?;
    let pins = fs::read(npm.lockfile())?;
    let key = [before.as_slice(), pins.as_slice(), OPTIMISATION.concat().as_bytes()].concat();
    if !(fs::read(&seen).is_ok_and(|seen| seen == key) && small.exists()) {
        step("wasm-opt", || {
            let mut wasm_opt = npm.tool("wasm-opt");
            wasm_opt.arg(&module).args(OPTIMISATION).args(["--strip-debug", "-o"]).arg(&small);
            process::output(&mut wasm_opt)?;
            Ok(fs::write(&seen, &key)?)
        })?;
    }
    let after = fs::copy(&small, &module)?;
    eprintln!("  {} bytes of wasm, {after} after wasm-opt", before.len());
    Ok(())
}
