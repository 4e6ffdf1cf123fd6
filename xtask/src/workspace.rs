//! Where things are: sources, the target directory, `dist/`.

use std::path::{Path, PathBuf};

use anyhow::Context;
use guessable_lab::Folders;

use crate::cargo;

/// The checkout that this program works on.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
    compiled: PathBuf,
    npm: PathBuf,
    version: String,
}

impl Workspace {
    /// Asks cargo, which knows of `CARGO_TARGET_DIR` and of configuration files.
    ///
    /// # Errors
    ///
    /// When cargo cannot be run or answers with something else than its metadata.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let manifest = here.parent().context("xtask has no parent folder")?.join("Cargo.toml");
        let metadata = cargo::metadata(&manifest, &["--no-deps"])?;
        let product = metadata.packages.iter().find(|package| package.name == "hushroom");
        let product = product.context("cargo metadata names no package hushroom")?;
        let root = metadata.workspace_root.into_std_path_buf();
        let target = metadata.target_directory.into_std_path_buf();
        Ok(Self {
            compiled: target.clone(),
            target,
            npm: root.join("xtask"),
            version: product.version.to_string(),
            root,
        })
    }

    /// The same sources in another folder. What is made of the wasm has a place of its own there; the npm tools, what cargo
    /// compiles, and what wasm-opt makes of the same bytes stay shared.
    pub(crate) fn copied_to(&self, root: PathBuf) -> Self {
        Self { target: root.join("target"), root, ..self.clone() }
    }

    /// The top of the checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's target directory, wherever the user has put it.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The target directory that cargo is to use: that of the checkout, for copies of it too.
    pub(crate) fn compiled(&self) -> &Path {
        &self.compiled
    }

    /// What the laboratory works on; `npm` is where its own tools from npm are.
    pub(crate) fn laboratory(&self, npm: PathBuf) -> Folders {
        Folders { root: self.root.clone(), target: self.target.clone(), npm }
    }

    /// The version of the product.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Where everything that is built for a browser lies.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where the pinned npm tools are installed.
    pub(crate) fn npm(&self) -> &Path {
        &self.npm
    }
}
