//! The extensions that are compared: the product as it is built, with instruments beside it, and peers.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use harness::{Browser, Value, copy_folder, json};

use crate::workspace::Workspace;

/// Which extension a browser has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The product.
    Ours,
    /// Asks a background without WebAssembly that always answers the same, and shows that.
    Echo,
    /// As echo, but its background instantiates a module of WebAssembly with nothing in it before it answers.
    Empty,
    /// Shows a banner that is always the same and asks nobody.
    Constant,
    /// Does nothing in pages.
    Idle,
}

impl Kind {
    pub(super) const ALL: [Self; 5] = [Self::Ours, Self::Echo, Self::Empty, Self::Constant, Self::Idle];

    /// Its folder's name, and its key in the figures.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Ours => "hushroom",
            Self::Echo => "echo",
            Self::Empty => "empty",
            Self::Constant => "constant",
            Self::Idle => "idle",
        }
    }

    /// What it is called in the table.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Ours => "Hushroom",
            Self::Echo => "a constant answer",
            Self::Empty => "the same after an empty wasm",
            Self::Constant => "a banner, nothing asked",
            Self::Idle => "an extension that does nothing",
        }
    }

    /// Lays out its folder anew.
    pub(super) fn assemble(self, workspace: &Workspace) -> Result<PathBuf> {
        let folder = workspace.target().join("bench/page").join(self.name());
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let parts = workspace.root().join("tests/bench/page");
        if self == Self::Ours {
            ours(workspace, &folder, &parts)?;
        } else {
            self.peer(&folder, &parts)?;
        }
        fs::copy(parts.join("popup.js"), folder.join(POPUP_TIMER))?;
        Ok(folder)
    }

    fn peer(self, folder: &Path, parts: &Path) -> Result<()> {
        let scripts: &[&str] = match self {
            Self::Echo | Self::Empty => &["banner.js", "echo.js", "ask.js"],
            Self::Constant => &["banner.js", "constant.js"],
            _ => &[],
        };
        let mut manifest = json!({
            "manifest_version": 3, "name": self.name(), "version": "1",
            "background": {"service_worker": "background.js"}, "action": {"default_popup": "popup.html"},
            "content_security_policy": {"extension_pages": "script-src 'self' 'wasm-unsafe-eval'"},
        });
        if !scripts.is_empty() {
            manifest["content_scripts"] = json!([{
                "matches": ["https://meet.jit.si/*"], "js": scripts, "run_at": "document_start", "all_frames": true,
            }]);
        }
        for script in scripts {
            fs::copy(parts.join(script), folder.join(script))?;
        }
        let background = match self {
            Self::Echo => fs::read(parts.join("echo-background.js"))?,
            Self::Empty => fs::read(parts.join("empty-background.js"))?,
            _ => vec![],
        };
        fs::write(folder.join("empty.wasm"), EMPTY_MODULE)?;
        fs::write(folder.join("background.js"), background)?;
        let popup = fs::read_to_string(parts.join("popup.html"))?;
        fs::write(folder.join("popup.html"), timed(&popup))?;
        Ok(fs::write(folder.join("manifest.json"), manifest.to_string())?)
    }
}

/// The magic number and the version, and no section: the smallest module that there is.
const EMPTY_MODULE: &[u8] = b"\0asm\x01\0\0\0";

const POPUP_TIMER: &str = "bench-popup.js";

/// The product, with a timer in its popup, one beside its content script, and a way to ask how much memory
/// its wasm has.
fn ours(workspace: &Workspace, folder: &Path, parts: &Path) -> Result<()> {
    let built = workspace.dist().join(Browser::Chromium.to_string());
    copy_folder(&built, folder, &[])?;
    fs::copy(parts.join("ask.js"), folder.join("bench-ask.js"))?;
    edit(&folder.join("manifest.json"), |text| {
        let mut manifest: Value = serde_json::from_str(text)?;
        let scripts = manifest["content_scripts"][0]["js"].as_array_mut().context("no content script")?;
        scripts.push(json!("bench-ask.js"));
        Ok(manifest.to_string())
    })?;
    edit(&folder.join("popup.html"), |text| Ok(timed(text)))?;
    edit(&folder.join("background.js"), |text| {
        Ok(format!("{text}\nglobalThis.wasmMemory = async () => (await started).memory.buffer.byteLength;\n"))
    })
}

fn timed(popup: &str) -> String {
    popup.replacen("<head>", &format!("<head><script src=\"{POPUP_TIMER}\"></script>"), 1)
}

fn edit(file: &Path, change: impl FnOnce(&str) -> Result<String>) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(fs::write(file, change(&text)?)?)
}
