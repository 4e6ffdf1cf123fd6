//! Every language, as somebody sees it whose browser speaks it: nothing is too long, and nobody is kept out.

use harness::anyhow::{Result, ensure};
use harness::{Browser, Place, Session, extension_in, json, run_with};

use crate::inspect::{fits, is_accessible, open_copy_of_warning, open_page, open_unfolded, unfold};
use crate::support::ROOM;

/// The width that WCAG's rule on reflow asks pages to fit, in CSS pixels.
const NARROW: u32 = 320;

/// Opens all that there is to see.
async fn looks_right(session: &Session, tag: &str, direction: &str) -> Result<()> {
    for page in ["options.html", "guide.html"] {
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

macro_rules! each_language {
    ($($name:ident: $folder:literal, $tag:literal, $direction:literal;)+) => {
        each_language!(chromium, Chromium, $($name: $folder, $tag, $direction;)+);
        each_language!(firefox, Firefox, $($name: $folder, $tag, $direction;)+);
    };
    ($browser:ident, $variant:ident, $($name:ident: $folder:literal, $tag:literal, $direction:literal;)+) => {
        mod $browser {
            use super::*;
            $(
                #[test]
                fn $name() -> Result<()> {
                    let extension = extension_in(Browser::$variant, $folder)?;
                    run_with(Browser::$variant, extension.path(), None, async |session| {
                        looks_right(session, $tag, $direction).await
                    })
                }
            )+
        }
    };
}

each_language! {
    arabic_looks_right: "ar", "ar", "rtl";
    brazilian_portuguese_looks_right: "pt_BR", "pt-BR", "ltr";
    chinese_looks_right: "zh_CN", "zh-CN", "ltr";
    english_looks_right: "en", "en", "ltr";
    french_looks_right: "fr", "fr", "ltr";
    german_looks_right: "de", "de", "ltr";
    persian_looks_right: "fa", "fa", "rtl";
    russian_looks_right: "ru", "ru", "ltr";
    spanish_looks_right: "es", "es", "ltr";
    ukrainian_looks_right: "uk", "uk", "ltr";
}
