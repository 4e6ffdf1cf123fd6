//! Copies of the extension: in one language, with another manifest, without the guide after installing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Browser, copy_folder, locate};

/// Makes the background take its installation for an update. After that it opens no guide, which costs more than most
/// tests do.
const AS_UPDATED: &str =
    "const hear = chrome.runtime.onInstalled.addListener.bind(chrome.runtime.onInstalled);
chrome.runtime.onInstalled.addListener = (act) => hear((what) => act({ ...what, reason: 'update' }));
";

/// The script of the background that opens the guide.
const OPENS_GUIDE: &str = "shortcuts.js";

/// The copies that [`updated`] has made.
static UPDATED: Mutex<Vec<(Browser, TempDir)>> = Mutex::new(Vec::new());

/// A copy of the built extension, the same for all tests, that opens no guide.
///
/// # Errors
///
/// When it has not been built.
pub(crate) fn updated(browser: Browser) -> anyhow::Result<PathBuf> {
    let mut all = UPDATED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, copy)) = all.iter().find(|(of, _)| *of == browser) {
        return Ok(copy.path().to_owned());
    }
    let copy = TempDir::new()?;
    copy_folder(&locate::extension(browser)?, copy.path(), &[])?;
    take_as_updated(copy.path())?;
    let path = copy.path().to_owned();
    all.push((browser, copy));
    Ok(path)
}

/// Removes the copies that [`updated`] has made.
pub(crate) fn remove_updated() {
    UPDATED.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

fn take_as_updated(copy: &Path) -> anyhow::Result<()> {
    let script = copy.join(OPENS_GUIDE);
    let before = fs::read_to_string(&script)?;
    Ok(fs::write(script, [AS_UPDATED, &before].concat())?)
}

/// Whether the unpacked extension in `extension` opens its guide once it is installed.
pub(crate) fn opens_guide(extension: &Path) -> bool {
    fs::read_to_string(extension.join(OPENS_GUIDE)).is_ok_and(|script| !script.starts_with(AS_UPDATED))
}

/// A copy of the built extension that has no words but those of `language` (the name of a folder in `_locales`), and
/// takes the browser for one that speaks it. Any browser shows it as one that does shows the whole.
///
/// # Errors
///
/// When it has not been built or does not speak the language.
pub fn extension_in(browser: Browser, language: &str) -> anyhow::Result<TempDir> {
    let (built, copy) = (locate::extension(browser)?, TempDir::new()?);
    copy_folder(&built, copy.path(), &["_locales"])?;
    let words = Path::new("_locales").join(language);
    copy_folder(&built.join(&words), &copy.path().join(&words), &[])?;
    change_manifest(copy.path(), |manifest| manifest["default_locale"] = json!(language))?;
    let script = copy.path().join("hushroom.js");
    let spoken = json!(language.replace('_', "-"));
    let script_in = format!("chrome.i18n.getUILanguage = () => {spoken};\n{}", fs::read_to_string(&script)?);
    fs::write(script, script_in)?;
    Ok(copy)
}

/// A copy of the built extension in English with a manifest that `change` has changed, for what no driver can do. It opens
/// no guide.
///
/// # Errors
///
/// When it has not been built.
pub fn extension_with(browser: Browser, change: impl FnOnce(&mut Value)) -> anyhow::Result<TempDir> {
    let copy = extension_in(browser, "en")?;
    change_manifest(copy.path(), change)?;
    take_as_updated(copy.path())?;
    Ok(copy)
}

/// Has `change` change the manifest of the copy in `extension`.
///
/// # Errors
///
/// When it cannot be read or written.
pub fn change_manifest(extension: &Path, change: impl FnOnce(&mut Value)) -> anyhow::Result<()> {
    let path = extension.join("manifest.json");
    let mut manifest: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    change(&mut manifest);
    Ok(fs::write(path, manifest.to_string())?)
}
