//! The ways in beside the icon, and what stands at the foot of the pages.

use harness::anyhow::Result;
use harness::wait::until;
use harness::{Browser, Place, Session, in_both_browsers, json};

use crate::inspect::open_page;
use crate::shortcuts::INSERT;

const PAGES: [&str; 2] = ["options.html", "guide.html"];

/// Sets the keys of a command, as the user does in the browser's own page. Chromium lets no script do that.
async fn set_keys(session: &Session, keys: &str) -> Result<()> {
    match session.browser() {
        Browser::Firefox => {
            let set = "(_, shortcut) => chrome.commands.update({ name: 'copy-link', shortcut })";
            session.call(Place::Background, set, json!([keys])).await?;
        }
        Browser::Chromium => {
            let set = "(_, shortcut) => {
              chrome.commands.getAll = () => Promise.resolve([{ name: 'copy-link', shortcut }]);
            }";
            session.call(Place::Page, set, json!([keys])).await?;
        }
    }
    let come_back = "(root) => { root.dispatchEvent(new Event('visibilitychange')); }";
    session.call(Place::Page, come_back, json!([])).await.map(drop)
}

in_both_browsers! {
    async fn the_ways_in_are_listed_with_the_keys_as_they_are(session: &Session) {
        for page in PAGES {
            open_page(session, page).await?;
            let keys = ["Alt+Shift+J", "Alt+Shift+K", "Alt+Shift+L"];
            let said = session.text(Place::Page, "ways-list").await?.unwrap_or_default();
            for wanted in keys.into_iter().chain(["“jitsi”", INSERT]) {
                assert!(said.contains(wanted), "{page}: {wanted}: {said}");
            }
            set_keys(session, "Ctrl+Shift+9").await?;
            session.text_when(Place::Page, "ways-list", |text| text.contains("Ctrl+Shift+9")).await?;
            set_keys(session, "").await?;
            session.text_when(Place::Page, "ways-list", |text| text.contains("No keys are set")).await?;
            if session.browser() == Browser::Firefox {
                let reset = "() => chrome.commands.reset('copy-link')";
                session.call(Place::Background, reset, json!([])).await?;
            }
        }
    }

    async fn a_button_leads_to_where_the_keys_are_changed(session: &Session) {
        open_page(session, "options.html").await?;
        session.click(Place::Page, "change-keys").await?;
        let wanted = match session.browser() {
            Browser::Chromium => "chrome://extensions/shortcuts",
            Browser::Firefox => "about:addons",
        };
        let is_open = async || {
            let tabs = session.tabs().await?;
            Ok::<_, harness::anyhow::Error>(tabs.iter().any(|tab| tab.starts_with(wanted)))
        };
        until("the browser's own page", async || Ok(is_open().await?.then_some(()))).await?;
        let close = "async () => {
          const [{ id }] = await chrome.tabs.query({ active: true });
          await chrome.tabs.remove(id);
        }";
        session.call(Place::Background, close, json!([])).await?;
        until("it to close", async || Ok((!is_open().await?).then_some(()))).await?;
    }

    async fn the_foot_says_which_version_this_is_and_whom_to_tell(session: &Session) {
        let version = session.call(Place::Background, "() => chrome.runtime.getManifest().version", json!([])).await?;
        for page in PAGES {
            open_page(session, page).await?;
            let foot = "(root) => root.querySelector('footer').textContent";
            let said = session.call(Place::Page, foot, json!([])).await?;
            let said = said.as_str().unwrap_or_default();
            let version = format!("version {}", version.as_str().unwrap_or_default());
            for wanted in [version.as_str(), "Hushroom authors", "Tell whoever gave you Hushroom"] {
                assert!(said.contains(wanted), "{page}: {wanted}: {said}");
            }
            assert_eq!(said.contains("no network requests"), page == "options.html", "{said}");
        }
    }

    async fn links_are_as_high_as_a_finger_needs(session: &Session) {
        for page in ["options.html", "guide.html", "panel.html", "popup.html"] {
            open_page(session, page).await?;
            let low = "(root) => [...root.querySelectorAll('a')]
              .filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < 24)
              .map((link) => `${link.textContent}: ${link.getBoundingClientRect().height}`)";
            assert_eq!(session.call(Place::Page, low, json!([])).await?, json!([]), "{page}");
        }
    }
}
