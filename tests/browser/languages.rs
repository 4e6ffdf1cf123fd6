//! Every language, as somebody sees it whose browser speaks it: nothing is too long, and nobody is kept out.

use std::fs;

use harness::anyhow::{Result, bail, ensure};
use harness::{Browser, Place, Session, Test, Value, extension_in, json, locate, run_with};

use crate::inspect::{fits, is_accessible, open_copy_of_warning, open_page, open_unfolded, unfold};
use crate::support::ROOM;

/// The width that WCAG's rule on reflow asks pages to fit, in CSS pixels.
const NARROW: u32 = 320;

/// Opens all that there is to see.
async fn looks_right(session: &Session, tag: &str, direction: &str) -> Result<()> {
    for page in ["options.html", "guide.html", "panel.html"] {
        open_page(session, page).await?;
        let said = "(root) => [root.documentElement.lang, root.documentElement.dir]";
        let said = session.call(Place::Page, said, json!([])).await?;
        ensure!(said == json!([tag, direction]), "{page} is in {said}");
        is_accessible(session, Place::Page).await?;
        fits(session, Place::Page, Some(NARROW)).await?;
    }
    session.open(&format!("{ROOM}standup")).await?;
    session.warning().await?;
    fits(session, Place::Warning, None).await?;
    open_copy_of_warning(session).await?;
    is_accessible(session, Place::Page).await?;

    // On a phone the popup is a page of its own.
    session.open_own("popup.html").await?;
    session.text_when(Place::Page, "tab-status", |text| !text.is_empty()).await?;
    unfold(session, Place::Page).await?;
    fits(session, Place::Page, Some(NARROW)).await?;

    open_unfolded(session).await?;
    is_accessible(session, Place::Popup).await?;
    fits(session, Place::Popup, None).await
}

/// Starts a browser that speaks the language in the folder `name` of `_locales`.
fn speaking(browser: Browser, name: &str) -> Result<()> {
    let extension = extension_in(browser, name)?;
    let file = extension.path().join("_locales").join(name).join("messages.json");
    let words: Value = serde_json::from_str(&fs::read_to_string(file)?)?;
    let said = |key: &str| words[key]["message"].as_str().unwrap_or_default();
    run_with(browser, extension.path(), async |session| {
        looks_right(session, said("language"), said("direction")).await
    })
}

/// A test for each language that has a folder.
pub(crate) fn tests() -> Vec<Test> {
    let folder = locate::workspace().join("extension/_locales");
    let Ok(folders) = fs::read_dir(&folder) else {
        let fail = move || bail!("{} cannot be read", folder.display());
        return vec![Test::new(module_path!(), Browser::Chromium, "languages_are_found", fail)];
    };
    let names = folders.filter_map(|folder| folder.ok()?.file_name().into_string().ok());
    names
        .flat_map(|name| {
            Browser::ALL.map(|browser| {
                let (test, name) = (format!("{}_looks_right", name.to_lowercase()), name.clone());
                Test::new(module_path!(), browser, &test, move || speaking(browser, &name))
            })
        })
        .collect()
}
