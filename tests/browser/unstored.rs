//! When nothing can be stored: the popup still makes a room, and says what was not saved.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Browser, Place, Session, extension_with, in_both_browsers, json, run_with};

use crate::in_popup::said;
use crate::inspect::open_page;
use crate::support::{first_in, store, stored, tab_status};

/// A storage that gives nothing and takes nothing.
const BROKEN: &str = "for (const area of ['local', 'session', 'managed']) {
  for (const act of ['get', 'set', 'remove']) {
    chrome.storage[area][act] = () => Promise.reject(new Error('the disk is gone'));
  }
}";

/// Fills what Chromium gives an extension, to the last few bytes: a key and its value count as their JSON.
const FILL: &str = "async () => {
  const room = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse(null));
  await chrome.storage.local.set({ filler: 'x'.repeat(room - 'filler'.length - 2) });
}";

/// Firefox gives as much as the disk has.
const REFUSE: &str = "() => { chrome.storage.local.set = () => Promise.reject(new Error('full')); }";

async fn open(session: &Session) -> Result<()> {
    session.open_popup().await?;
    session.text_when(Place::Popup, "strength", |text| text.contains("Strong name")).await?;
    tab_status(session, Place::Popup).await.map(drop)
}

in_both_browsers! {
    async fn a_full_storage_stands_in_nobodys_way(session: &Session) {
        store(session, json!({ "recentRooms": true })).await?;
        let chromium = session.browser() == Browser::Chromium;
        if chromium {
            session.call(Place::Background, FILL, json!([])).await?;
        }
        open(session).await?;
        if !chromium {
            session.call(Place::Popup, REFUSE, json!([])).await?;
        }
        session.click(Place::Popup, "copy-link").await?;
        said(session, "could not be added to your recent rooms").await?;
        assert!(session.clipboard().await?.starts_with("https://meet.jit.si/"));
        session.click(Place::Popup, "to-change").await?;
        session.click(Place::Popup, "start-muted").await?;
        said(session, "could not be saved").await?;
        session.text_when(Place::Popup, "room-options", |text| text.contains("startWithAudioMuted")).await?;
        session.click(Place::Popup, "back").await?;
        // A room that could not be remembered opens all the same. Where the browser lets it, the popup stays to say so.
        session.click(Place::Popup, "open-room").await?;
        until("the room in a tab", async || {
            Ok(session.tabs().await?.iter().any(|tab| tab.starts_with("https://meet.jit.si/")).then_some(()))
        })
        .await?;
        if !chromium {
            said(session, "could not be added to your recent rooms").await?;
        }
    }

    async fn what_cannot_be_read_is_not_written_over(session: &Session) {
        let before = json!({
            "linkOptions": { "startMuted": true, "startWithoutVideo": false, "noThirdParties": false, "encryptEverywhere": false, "hideAddresses": false },
            "watchedServers": ["meet.example.org"],
        });
        store(session, before.clone()).await?;
        open_page(session, "options.html").await?;
        let fail = "() => { chrome.storage.local.get = () => Promise.reject(new Error('a bad sector')); }";
        session.call(Place::Page, fail, json!([])).await?;
        session.click(Place::Page, "no-third-parties").await?;
        session.text_when(Place::Page, "status", |text| text.contains("could not be saved")).await?;
        assert_eq!(stored(session).await?, before);
    }

    fn without_any_storage_there_is_a_room_all_the_same(browser: Browser) {
        let extension = extension_with(browser, |_| {})?;
        first_in("popup.html", extension.path(), BROKEN)?;
        run_with(browser, extension.path(), async |session| {
            session.open_popup().await?;
            said(session, "settings could not be read").await?;
            let link = session.text_when(Place::Popup, "strength", |text| text.contains("Strong name")).await?;
            ensure!(!link.is_empty());
            session.click(Place::Popup, "copy-link").await?;
            said(session, "Copied").await?;
            let link = session.clipboard().await?;
            ensure!(link.starts_with("https://meet.jit.si/"), "{link}");
            session.click(Place::Popup, "to-change").await?;
            session.click(Place::Popup, "start-muted").await?;
            said(session, "could not be saved").await
        })?;
    }
}
