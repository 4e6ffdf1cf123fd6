//! When no script of the extension is in the page: it was open before Hushroom was, or before its last update.

use harness::{Place, extension_with, in_both_browsers, json, run_with};

in_both_browsers! {
    fn the_popup_judges_a_room_whose_page_nobody_watches(browser: Browser) {
        let extension = extension_with(browser, |manifest| manifest["content_scripts"] = json!([]))?;
        run_with(browser, extension.path(), async |session| {
            session.open("https://meet.jit.si/standup").await?;
            session.open_popup_in_person().await?;
            let told = |text: &str| text.contains("guess this room") && text.contains("the real meet.jit.si");
            session.text_when(Place::Popup, "tab-status", told).await.map(drop)
        })?;
    }
}
