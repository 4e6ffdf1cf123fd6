//! Copies of the extension: in one language, with another manifest.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{Browser, copy_folder, locate};

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

/// A copy of the built extension in English with a manifest that `change` has changed, for what no driver can do.
///
/// # Errors
///
/// When it has not been built.
pub fn extension_with(browser: Browser, change: impl FnOnce(&mut Value)) -> anyhow::Result<TempDir> {
    let copy = extension_in(browser, "en")?;
    change_manifest(copy.path(), change)?;
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
