//! Shortcuts where hands already are: the keyboard, the context menu, the address bar.

use harness::anyhow::{Result, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, extension_with, in_both_browsers, json, run_with};

use crate::support::{store, stored};

/// A field in a page that the extension does not watch.
const FIELD: &str = "<input id='field' style='width: 600px' value='Join: '>";

/// What stands in the menu of a field.
pub(crate) const INSERT: &str = "Insert a new Jitsi room link";

/// The links to rooms that are ready: five words on the usual server.
pub(crate) fn is_fresh_link(link: &str) -> bool {
    link.strip_prefix("https://meet.jit.si/").is_some_and(|name| name.split('-').count() == 5)
}

async fn arrives_at(session: &Session, wanted: impl Fn(&str) -> bool) -> Result<()> {
    until("the room to open", async || Ok(wanted(&session.address().await?).then_some(()))).await
}

/// Chooses from the menu of a field and sees the link in it.
async fn the_menu_of_a_field_inserts_a_fresh_link(session: &Session) -> Result<()> {
    session.site().set("chat.example", "/", Page::html(FIELD));
    session.open("https://chat.example/").await?;
    store(session, json!({ "recentRooms": true })).await?;
    session.click(Place::Page, "field").await?;
    session.choose_from_menu("field", INSERT).await?;
    let link = until("the link in the field", async || {
        let text = session.value(Place::Page, "field").await?;
        let mut words = text.split_whitespace().map(|word| word.trim_start_matches("Join:"));
        Ok(words.find(|word| is_fresh_link(word)).map(str::to_owned))
    })
    .await?;
    until("the room to be remembered", async || {
        Ok(stored(session).await?[format!("recent:{link}")].is_number().then_some(()))
    })
    .await
}

in_both_browsers! {
    /// Chromium's choice lets the extension into the page, which it is only told of here: it has the permission already.
    fn the_menu_works(browser: Browser) {
        let extension = extension_with(browser, |manifest| {
            if browser == Browser::Chromium {
                manifest["host_permissions"] = json!(["https://chat.example/*"]);
            }
        })?;
        run_with(browser, extension.path(), the_menu_of_a_field_inserts_a_fresh_link)?;
    }

    async fn the_address_bar_says_what_enter_will_do(session: &Session) {
        for (typed, wanted) in [("https://meet.jit.si/standup", "Strangers can guess"), ("standup", "new room")] {
            until("what Enter will do", async || {
                let lines = session.suggested_in_address_bar(typed).await?;
                ensure!(lines.iter().any(|line| line.contains(wanted)), "{typed}: {lines:?}");
                Ok(Some(()))
            })
            .await?;
        }
    }

    async fn the_keys_open_the_popup(session: &Session) {
        session.open("https://chat.example/").await?;
        let keys = "async () => Object.fromEntries((await chrome.commands.getAll()).map((each) => [each.name, each.shortcut]))";
        let keys = session.call(Place::Background, keys, json!([])).await?;
        assert_eq!(keys, json!({ "_execute_action": "Alt+Shift+J", "copy-link": "Alt+Shift+K", "open-panel": "Alt+Shift+L" }));
        // Chromium takes its shortcuts from no driver, and tells the extension nothing of this one.
        if session.browser() == Browser::Firefox {
            session.command("_execute_action").await?;
            session.text_when(Place::Popup, "strength", |text| !text.is_empty()).await?;
        }
    }

    async fn the_keys_copy_a_fresh_link(session: &Session) {
        session.open("https://chat.example/").await?;
        session.command("copy-link").await?;
        session.text_when(Place::Popup, "status", |text| text.contains("Copied")).await?;
        let link = session.clipboard().await?;
        assert!(is_fresh_link(&link), "{link}");
    }

    async fn the_address_bar_makes_and_opens_rooms(session: &Session) {
        session.open("https://chat.example/").await?;
        session.enter_in_address_bar("https://meet.jit.si/standup").await?;
        arrives_at(session, |address| address.ends_with("/standup")).await?;
        session.enter_in_address_bar("acme weekly").await?;
        arrives_at(session, |address| address.contains("/acme-weekly-")).await?;
        session.warning_gone().await?;
    }
}
