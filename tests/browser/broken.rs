//! When the WebAssembly does not start.

use std::fs;

use harness::anyhow::{Context, Result, ensure};
use harness::wait::until;
use harness::{Place, Session, extension_with, in_both_browsers, json, run_with};

use crate::support::{ROOM, press_until_gone};

/// The text of the whole document, and the direction that it is written in.
const TOLD: &str = "(root) => [root.body.innerText, root.documentElement.dir]";

/// Waits until the document of `place` says that nothing works, and what to do.
async fn says_so(session: &Session, place: Place) -> Result<()> {
    until("the failure to be told", async || {
        let told = session.call(place, TOLD, json!([])).await?;
        let text = told[0].as_str().unwrap_or_default();
        ensure!(text.contains("Hushroom could not start"), "{text}");
        ensure!(text.contains("try again") || text.contains("open it again"), "{text}");
        // The browser's own words, to be passed on.
        ensure!(text.contains("Error"), "{text}");
        // As it says of itself when it starts.
        ensure!(told[1] == json!("ltr"), "it is written {}", told[1]);
        Ok(Some(()))
    })
    .await
}

in_both_browsers! {
    fn every_page_says_that_it_could_not_start(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        fs::write(extension.path().join("hushroom_bg.wasm"), b"not wasm")?;
        run_with(browser, extension.path(), async |session| {
            session.open_popup().await?;
            says_so(session, Place::Popup).await?;
            for page in ["options.html", "guide.html", "panel.html"] {
                session.open_own(page).await?;
                says_so(session, Place::Page).await?;
            }
            Ok(())
        })?;
    }

    fn a_watched_page_and_its_icon_say_that_nobody_looked(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        fs::write(extension.path().join("hushroom_bg.wasm"), b"not wasm")?;
        run_with(browser, extension.path(), async |session| {
            for (width, height) in [(320, 480), (1280, 800)] {
                session.in_view((width, height)).await?;
                session.open(&format!("{ROOM}standup")).await?;
                let said = session.warning().await?;
                ensure!(said.contains("could not check this page"), "{said}");
                let rect = session.rect(Place::Warning, "warning").await?.context("no warning")?;
                let [right, bottom] = [rect.x + rect.width, rect.y + rect.height];
                ensure!(rect.x >= 0.0 && rect.y >= 0.0 && right <= width.into() && bottom <= height.into(), "{rect:?}");
                ensure!(rect.height <= f64::from(height) / 2.0, "it covers more than it says: {rect:?}");
            }
            until("the mark", async || Ok((session.badge().await? == "?").then_some(()))).await?;
            press_until_gone(session, "join-anyway").await?;
            ensure!(session.badge().await? == "?", "the mark is gone");
            Ok(())
        })?;
    }
}
