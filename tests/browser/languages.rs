//! Every language, as somebody sees it whose browser speaks it: nothing is too long, and nobody is kept out.

use harness::anyhow::{Result, ensure};
use harness::{Browser, Place, Session, extension_in, in_both_browsers, json, run_with};

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

/// Starts a browser that speaks the language in the folder `name` of `_locales`, whose BCP 47 tag is `tag`.
fn speaking(browser: Browser, name: &str, tag: &str, direction: &str) -> Result<()> {
    let extension = extension_in(browser, name)?;
    run_with(browser, extension.path(), async |session| looks_right(session, tag, direction).await)
}

in_both_browsers! {
    fn arabic_looks_right(browser: Browser) {
        speaking(browser, "ar", "ar", "rtl")?;
    }

    fn brazilian_portuguese_looks_right(browser: Browser) {
        speaking(browser, "pt_BR", "pt-BR", "ltr")?;
    }

    fn chinese_looks_right(browser: Browser) {
        speaking(browser, "zh_CN", "zh-CN", "ltr")?;
    }

    fn english_looks_right(browser: Browser) {
        speaking(browser, "en", "en", "ltr")?;
    }

    fn french_looks_right(browser: Browser) {
        speaking(browser, "fr", "fr", "ltr")?;
    }

    fn german_looks_right(browser: Browser) {
        speaking(browser, "de", "de", "ltr")?;
    }

    fn persian_looks_right(browser: Browser) {
        speaking(browser, "fa", "fa", "rtl")?;
    }

    fn russian_looks_right(browser: Browser) {
        speaking(browser, "ru", "ru", "ltr")?;
    }

    fn spanish_looks_right(browser: Browser) {
        speaking(browser, "es", "es", "ltr")?;
    }

    fn ukrainian_looks_right(browser: Browser) {
        speaking(browser, "uk", "uk", "ltr")?;
    }
}
