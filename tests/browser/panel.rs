//! The steps beside a call.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Browser, Key, Place, Session, extension_with, in_both_browsers, json, run_alone, run_with};

use crate::in_popup;
use crate::inspect::{open_page, unfold};
use crate::support::{first_in, press_until_focused, stored};

/// The steps in their order.
const STEPS: [&str; 7] = ["enter", "look", "door", "encrypt", "compare", "words", "speak"];

/// Which steps are unfolded.
const UNFOLDED: &str = "(root) =>
  [...root.querySelectorAll('.tick > div')].filter((each) => each.checkVisibility()).map(({ id }) => id)";

/// The pages that are open beside others.
const BESIDE: &str = "async () => {
  const beside = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  return beside.map(({ documentUrl }) => new URL(documentUrl).pathname);
}";

async fn unfolded_is(session: &Session, step: Option<&str>) -> Result<()> {
    let wanted = json!(step.map(|step| format!("{step}-how")).into_iter().collect::<Vec<_>>());
    let unfolded = session.call(Place::Page, UNFOLDED, json!([])).await?;
    ensure!(unfolded == wanted, "unfolded is {unfolded}, and not {wanted}");
    Ok(())
}

/// What a browser that `script` has changed says of itself, in the panel and in the popup.
fn says_of_itself(browser: Browser, script: &str, wanted: &str) -> Result<()> {
    let extension = extension_with(browser, |_| {})?;
    for page in ["panel.html", "popup.html"] {
        first_in(page, extension.path(), script)?;
    }
    run_with(browser, extension.path(), async |session| {
        for page in ["panel.html", "popup.html"] {
            open_page(session, page).await?;
            unfold(session, Place::Page).await?;
            session.text_when(Place::Page, "ability", |text| text.contains(wanted)).await?;
        }
        Ok(())
    })
}

async fn opens_beside(session: &Session) -> Result<()> {
    until("the panel", async || {
        let beside = session.call(Place::Background, BESIDE, json!([])).await?;
        ensure!(beside == json!(["/panel.html"]), "{beside}");
        Ok(Some(()))
    })
    .await
}

in_both_browsers! {
    async fn one_step_at_a_time_is_unfolded_and_ticked_by_keyboard(session: &Session) {
        open_page(session, "panel.html").await?;
        for (done, step) in STEPS.iter().enumerate() {
            unfolded_is(session, Some(step)).await?;
            let wanted = format!("Done: {done} of 7. Next: ");
            session.text_when(Place::Page, "progress", |text| text.starts_with(&wanted)).await?;
            press_until_focused(session, step).await?;
            session.press(Place::Page, Key::Space).await?;
        }
        session.text_when(Place::Page, "progress", |text| text == "Done: 7 of 7").await?;
        unfolded_is(session, None).await?;
        // What turns out not to be so is unfolded again.
        session.click(Place::Page, "look").await?;
        session.text_when(Place::Page, "progress", |text| text.ends_with("Look who is here")).await?;
        unfolded_is(session, Some("look")).await?;
        session.click(Place::Page, "again").await?;
        session.text_when(Place::Page, "progress", |text| text.starts_with("Done: 0 of 7")).await?;
        unfolded_is(session, Some("enter")).await?;
        assert_eq!(session.focused(Place::Page).await?, "enter");
    }

    async fn what_is_ticked_is_kept_nowhere(session: &Session) {
        open_page(session, "panel.html").await?;
        let before = stored(session).await?;
        session.click(Place::Page, "enter").await?;
        session.text_when(Place::Page, "progress", |text| text.contains("Done: 1")).await?;
        assert_eq!(stored(session).await?, before);
        let page = "() => Object.keys({ ...localStorage, ...sessionStorage }).length";
        assert_eq!(session.call(Place::Page, page, json!([])).await?, json!(0));
        session.reload().await?;
        session.ready().await?;
        session.text_when(Place::Page, "progress", |text| text.contains("Done: 0")).await?;
        unfolded_is(session, Some("enter")).await?;
    }

    async fn this_browser_says_what_it_can(session: &Session) {
        open_page(session, "panel.html").await?;
        let wanted = if session.browser() == Browser::Chromium { "can take part in" } else { "only through a link" };
        session.text_when(Place::Page, "ability", |text| text.contains(wanted)).await?;
    }

    fn a_browser_that_can_only_by_a_link_says_so(browser: Browser) {
        says_of_itself(
            browser,
            "delete RTCRtpSender.prototype.createEncodedStreams; globalThis.RTCRtpScriptTransform = class {};",
            "only through a link with this option: “Let Firefox and Safari encrypt",
        )?;
    }

    fn a_browser_that_always_can_says_so(browser: Browser) {
        says_of_itself(
            browser,
            "RTCRtpSender.prototype.createEncodedStreams = () => {}; delete globalThis.RTCRtpScriptTransform;",
            "This browser can take part",
        )?;
    }

    fn a_browser_that_cannot_says_so(browser: Browser) {
        says_of_itself(
            browser,
            "delete RTCRtpSender.prototype.createEncodedStreams; delete globalThis.RTCRtpScriptTransform;",
            "This browser cannot take part",
        )?;
    }

    fn the_popup_opens_it_beside_the_page(browser: Browser) {
        run_alone(browser, async |session| {
            session.open("https://chat.example/").await?;
            let beside = session.call(Place::Background, BESIDE, json!([])).await?;
            ensure!(beside == json!([]), "{beside} opened by itself");
            session.open_popup().await?;
            session.text_when(Place::Popup, "strength", |text| !text.is_empty()).await?;
            in_popup::to(session, "talk").await?;
            session.click(Place::Popup, "open-panel").await?;
            opens_beside(session).await
        })?;
    }

    /// Chromium takes its shortcuts from no driver, and opens its side panel for nothing else: `beside.test.js`.
    fn the_keys_open_it_beside_the_page(browser: Browser) {
        if browser == Browser::Firefox {
            run_alone(browser, async |session| {
                session.open("https://chat.example/").await?;
                session.command("open-panel").await?;
                opens_beside(session).await
            })?;
        }
    }
}
