//! When no script of the extension is in the page: it was open before Hushroom was, or before its last update.

use harness::anyhow::ensure;
use harness::{Place, extension_with, in_both_browsers, json, run_with};

in_both_browsers! {
    fn the_popup_judges_a_room_whose_page_nobody_watches(browser: Browser) {
        let extension = extension_with(browser, |manifest| manifest["content_scripts"] = json!([]))?;
        run_with(browser, extension.path(), async |session| {
            session.open("https://meet.jit.si/standup").await?;
            session.open_popup_in_person().await?;
            session.text_when(Place::Popup, "tab-status", |text| text.contains("guess this room")).await?;
            let why = "(root) => root.getElementById('tab-why').textContent";
            let why = session.call(Place::Popup, why, json!([])).await?;
            ensure!(why.as_str().is_some_and(|why| why.contains("the real meet.jit.si")), "{why}");
            Ok(())
        })?;
    }
}
