//! Pages that are watched because the user chose them, and what a restart of the browser leaves of that.
//!
//! No driver can answer the browser's question for a permission. So these run with an extension that has the
//! permission for two hosts already: it is asked, and the browser says yes without asking anybody.

use harness::anyhow::Result;
use harness::wait::until;
use harness::{
    Browser, End, Key, Place, Session, TempDir, Value, extension_with, in_both_browsers, json,
    run_through_restart, run_with,
};

use crate::inspect::open_page;
use crate::support::{press_until_gone, settled};

const SERVER: &str = "meet.example.org";
const ROOM: &str = "https://meet.example.org/standup";
const DISCORD: &str = "https://discord.com/channels/@me";

/// The built extension, with the permission for [`ROOM`] and [`DISCORD`]. Its folder goes when it is dropped.
pub(crate) fn permitted(browser: Browser) -> Result<TempDir> {
    extension_with(browser, |manifest| {
        manifest["host_permissions"] = json!(["https://meet.example.org/*", "https://discord.com/*"]);
    })
}

async fn add_server(session: &Session) -> Result<()> {
    open_page(session, "options.html").await?;
    session.type_into(Place::Page, "watched-server", SERVER).await?;
    session.click(Place::Page, "watch-server").await?;
    session.text_when(Place::Page, "watched-servers", |text| text.contains(SERVER)).await?;
    registered(session, json!([SERVER])).await
}

/// Waits until content scripts are registered for these hosts and no others.
async fn registered(session: &Session, hosts: Value) -> Result<()> {
    let ids = "async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort()";
    until("the content script to be registered where it was chosen", async || {
        Ok((session.call(Place::Background, ids, json!([])).await? == hosts).then_some(()))
    })
    .await
}

async fn is_watched(session: &Session, address: &str) -> Result<bool> {
    session.open(address).await?;
    settled(session).await
}

in_both_browsers! {
    fn an_own_server_is_watched_until_it_is_removed(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            assert!(!is_watched(session, ROOM).await?);
            add_server(session).await?;
            session.open(ROOM).await?;
            session.warning().await?;
            assert!(!is_watched(session, DISCORD).await?, "another host is watched too");
            open_page(session, "options.html").await?;
            let remove = "(root) => { root.querySelector('#watched-servers button').click(); }";
            session.call(Place::Page, remove, json!([])).await?;
            registered(session, json!([])).await?;
            assert!(!is_watched(session, ROOM).await?, "a server that was removed is watched");
            Ok(())
        })?;
    }

    fn whoever_makes_rooms_on_an_own_server_is_asked_once_whether_to_watch_them(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            open_page(session, "options.html").await?;
            assert!(session.rect(Place::Page, "watch-home").await?.is_none(), "meet.jit.si is watched");
            let clear = "(root) => { root.getElementById('server').value = ''; }";
            session.call(Place::Page, clear, json!([])).await?;
            session.type_into(Place::Page, "server", SERVER).await?;
            session.press(Place::Page, Key::Enter).await?;
            let said = session.text_when(Place::Page, "watch-home-hint", |text| text.contains(SERVER)).await?;
            assert!(said.contains("Also warn about guessable rooms"), "{said}");
            until("the button", async || Ok(session.rect(Place::Page, "watch-home").await?.map(drop))).await?;
            session.click(Place::Page, "watch-home").await?;
            session.text_when(Place::Page, "watched-servers", |text| text.contains(SERVER)).await?;
            registered(session, json!([SERVER])).await?;
            assert!(session.rect(Place::Page, "watch-home").await?.is_none(), "it is watched");
            session.open(ROOM).await?;
            session.warning().await.map(drop)
        })?;
    }

    fn a_page_that_is_open_when_its_server_is_chosen_is_warned_about(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            assert!(!is_watched(session, ROOM).await?);
            session.open_tab("about:blank").await?;
            add_server(session).await?;
            session.switch_to_tab(|address| address == ROOM).await?;
            session.warning().await.map(drop)
        })?;
    }

    fn what_an_update_changed_runs_where_it_was_chosen(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            add_server(session).await?;
            let files = "async (_, host) => {
              const [{ js }] = await chrome.scripting.getRegisteredContentScripts({ ids: [host] });
              return js;
            }";
            let files = async || session.call(Place::Background, files, json!([SERVER])).await;
            let whole = files().await?;
            let older = "async (_, id) => chrome.scripting.updateContentScripts([{ id, js: ['own.js'] }])";
            session.call(Place::Background, older, json!([SERVER])).await?;
            // What is chosen is settled anew.
            session.click(Place::Page, "discord").await?;
            registered(session, json!(["discord.com", SERVER])).await?;
            until("all files", async || Ok((files().await? == whole).then_some(()))).await?;
            session.open(ROOM).await?;
            session.warning().await.map(drop)
        })?;
    }

    fn a_service_is_warned_about_while_it_is_chosen(browser: Browser) {
        run_with(browser, permitted(browser)?.path(), async |session| {
            let switch = async |hosts: Value| {
                open_page(session, "options.html").await?;
                session.click(Place::Page, "discord").await?;
                registered(session, hosts).await
            };
            switch(json!(["discord.com"])).await?;
            session.open(DISCORD).await?;
            assert!(session.warning().await?.contains("Discord"));
            switch(json!([])).await?;
            assert!(!is_watched(session, DISCORD).await?, "a service that was given up is watched");
            Ok(())
        })?;
    }

    fn an_own_server_is_still_watched(browser: Browser) {
        let before = async |session: &Session| {
            add_server(session).await?;
            session.open(ROOM).await?;
            session.warning().await.map(drop)
        };
        run_through_restart(browser, permitted(browser)?.path(), End::Quit, before, async |session| {
            registered(session, json!([SERVER])).await?;
            session.switch_to_tab(|address| address == ROOM).await?;
            session.warning().await.map(drop)
        })?;
    }

    fn a_restored_tab_is_warned_about_and_its_dismissal_forgotten(browser: Browser) {
        let guessable = "https://meet.jit.si/standup";
        let before = async |session: &Session| {
            session.open(guessable).await?;
            session.warning().await?;
            press_until_gone(session, "join-anyway").await
        };
        run_through_restart(browser, permitted(browser)?.path(), End::Quit, before, async |session| {
            session.switch_to_tab(|address| address == guessable).await?;
            session.warning().await.map(drop)
        })?;
    }
}
